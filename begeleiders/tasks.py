"""Background work of this room. Mail itself goes through `kern.post`."""

from __future__ import annotations

from datetime import timedelta

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.tasks import TaskContext, task
from django.urls import reverse
from django.utils import timezone

from begeleiders.models import User
from kern.post import link, post


@task(takes_context=True)
def send_password_reset(context: TaskContext, email: str) -> None:
    """Send a link for a new password, if this address belongs to someone who logs in with one.

    The person is looked for here and not where the task is put in the queue: so asking costs the page the same
    for an address that nobody has. A task that is done again gives the mail that is there.
    """
    user = User.objects.filter(email__iexact=email, is_active=True).first()
    if user is None or not user.has_usable_password():
        return
    key = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    post(
        to=user.email,
        onderwerp="Kansrijk: een nieuw wachtwoord kiezen",
        sjabloon="wachtwoord",
        context={
            "url": link(reverse("account_reset_password_from_key", kwargs=key)),
            "uren": settings.PASSWORD_RESET_TIMEOUT // 3600,
        },
        sleutel=f"wachtwoord:{context.task_result.id}",
        ontvanger=user.pk,
        geldig_tot=timezone.now() + timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT),
    )
