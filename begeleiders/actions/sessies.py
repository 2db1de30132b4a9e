"""Ending all other sessions of somebody, for a device that was lost or lent."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from begeleiders.models import User
from kern.log import Subject, record


@transaction.atomic
def end_all(*, by: User) -> None:
    """End every session of this person; the caller keeps its own by Django's `update_session_auth_hash`."""
    User.objects.filter(pk=by.pk).update(sessie_ronde=F("sessie_ronde") + 1)
    by.refresh_from_db(fields=["sessie_ronde"])
    record("overal uitgelogd", by=by.pk, about=Subject(kind="account", object_id=by.pk))
