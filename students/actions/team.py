"""What people say about how to reach them, and who belongs to the few who are always there."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from kern.log import Subject, record
from students.access import Viewer
from students.checks import demand
from students.models import Bereikbaar, TeamLid
from students.rules.team import may_mark, may_say_how


@dataclass(frozen=True)
class Woorden:
    """When and how to reach somebody, and what of the account is shown; days by number, 0 is Monday."""

    dagen: tuple[int, ...] = ()
    tekst: str = ""
    toon_telefoon: bool = False
    toon_email: bool = False


@transaction.atomic
def zeg_bereikbaar(*, by: Viewer, woorden: Woorden) -> Bereikbaar:
    """Say when and how one is to be reached. Twice is once; about nobody but oneself."""
    demand(may_say_how(by))
    said = {
        "dagen": sorted(set(woorden.dagen)),
        "tekst": woorden.tekst.strip(),
        "toon_telefoon": woorden.toon_telefoon,
        "toon_email": woorden.toon_email,
    }
    row, _made = Bereikbaar.objects.update_or_create(user=by.user, defaults=said)
    record("bereikbaarheid bewaard", by=by.user.pk, about=Subject(kind="bereikbaar", object_id=by.user.pk))
    return row


@transaction.atomic
def merk_kern(*, by: Viewer, lid_id: UUID, kern: bool) -> TeamLid:
    """The mentor says that somebody belongs to the few who are always there, or not any more. Twice is once."""
    rows = TeamLid.objects.select_for_update(of=("self",)).select_related("student__klas__school", "user")
    lid = rows.get(pk=lid_id)
    demand(may_mark(by, lid))
    if lid.kern != kern:
        lid.kern = kern
        lid.save(update_fields=["kern"])
        about = by.subject(lid.student, "team", object_id=lid.pk)
        record("vaste kern aangepast", by=by.user.pk, about=about)
    return lid
