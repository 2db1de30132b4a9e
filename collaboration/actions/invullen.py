"""What filling in an instrument asks, whatever holds the answers.

The caller locks its row and asks its rules before, holds the transaction, and writes the log line after.
"""

from collections.abc import Iterable

from django.utils import timezone

from checklists import actions as engine
from checklists.fields import Veld
from checklists.models import Botsing, Invulling
from checklists.values import Posted
from collaboration.actions.checks import Refused
from students.access import Viewer


def save_page(
    by: Viewer, invulling: Invulling, posted: Posted, fields: Iterable[Veld], deel: str
) -> engine.SaveResult:
    """Save what was touched on a page, and where this person is now: the page and the field touched last."""
    now = timezone.now()
    result = engine.save_answers(by=by.user, invulling=invulling, posted=posted, fields=fields, now=now)
    last = result.saved[-1] if result.saved else ""
    engine.set_place(by=by.user, invulling=invulling, stap=deel, veld=last, now=now)
    return result


def leave_for(by: Viewer, invulling: Invulling, deel: str) -> None:
    """Remember the page to which this person goes, for the other device."""
    engine.set_place(by=by.user, invulling=invulling, stap=deel, veld="", now=timezone.now())


def choose(by: Viewer, botsing: Botsing, keuze: str, gezien: str) -> str:
    """Choose between two texts; gives what became of it (see `checklists.actions.Resolution`).

    Raises Refused for a choice that does not exist.
    """
    try:
        done = engine.resolve(by=by.user, botsing=botsing, keuze=keuze, gezien=gezien, now=timezone.now())  # type: ignore[arg-type]
    except ValueError as error:
        raise Refused(str(error), code="keuze") from error
    return done.outcome
