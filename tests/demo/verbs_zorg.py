"""What happens around the zorgteam in the demo world: a request, the decision, the regie that goes and comes back."""

import datetime
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from collaboration.actions import behandelen, consent, escalatie, regie, zorgteam
from tests.demo.keys import key

if TYPE_CHECKING:
    from tests.demo.stories import Story
    from tests.demo.verbs import Row, Verb


def aanvraag(story: "Story", code: str, number: int, row: "Row", at: datetime.datetime) -> None:
    """A request with spoken consent, and its steps in `daarna`, each with dag, uur, wie and what."""
    story.add(at, partial(_ask, story, code, number, row, at))
    for place, step in enumerate(row.get("daarna", [])):
        then = story.world.days.at(step["dag"], step["uur"])
        name = next(name for name in STEPS if name in step)
        story.add(
            then, partial(STEPS[name], story, code, key(code, number), step, then, key(code, number, place))
        )


def _ask(story: "Story", code: str, number: int, row: "Row", at: datetime.datetime) -> None:
    said = row["aanvraag"]
    vraag = consent.Vraag(**said["toestemming"])
    what = escalatie.Aanvraag(
        titel=said["titel"],
        vraag=said["vraag"],
        geprobeerd=said["geprobeerd"],
        urgentie=said["urgentie"],
        leefgebieden=tuple(said["leefgebieden"]),
        gezegd=consent.Gezegd(vraag, at.date()),
    )
    student = story.world.students[code]
    escalatie.aanmelden(
        by=story.by(row["wie"], at), student=student, aanvraag=what, sleutel=key(code, number)
    )


def _take(story: "Story", code: str, pk: Any, step: "Row", at: datetime.datetime, _: Any) -> None:
    escalatie.pak_op(by=story.by(step["wie"], at), escalatie_id=pk)


def _question(story: "Story", code: str, pk: Any, step: "Row", at: datetime.datetime, sleutel: Any) -> None:
    by = story.by(step["wie"], at)
    behandelen.stel_vraag(by=by, escalatie_id=pk, tekst=step["vraag"], sleutel=sleutel)


def _answer(story: "Story", code: str, pk: Any, step: "Row", at: datetime.datetime, sleutel: Any) -> None:
    by = story.by(step["wie"], at)
    behandelen.antwoord(by=by, escalatie_id=pk, tekst=step["antwoord"], sleutel=sleutel)


def _decide(story: "Story", code: str, pk: Any, step: "Row", at: datetime.datetime, _: Any) -> None:
    said = behandelen.Besluit(step["besluit"], step["reden"], step.get("terugkoppeling", ""))
    behandelen.besluit(by=story.by(step["wie"], at), escalatie_id=pk, besluit=said)


def _on_the_team(story: "Story", code: str, pk: Any, step: "Row", at: datetime.datetime, _: Any) -> None:
    wie = story.world.people[step["erbij"]]
    zorgteam.erbij(by=story.by(step["wie"], at), student=story.world.students[code], wie=wie)


def _close(story: "Story", code: str, pk: Any, step: "Row", at: datetime.datetime, _: Any) -> None:
    behandelen.sluit(by=story.by(step["wie"], at), escalatie_id=pk, tekst=step["sluit"])


def _regie(story: "Story", code: str, pk: Any, step: "Row", at: datetime.datetime, sleutel: Any) -> None:
    """Offered and, where `aanvaard` says so, accepted an hour later; the student is told."""
    words = {name: step[name] for name in ("reden", "doet", "blijft", "bericht") if name in step}
    student = story.world.students[code]
    student.refresh_from_db()
    aan, woorden = story.world.people[step["regie"]], regie.Woorden(**words)
    offer = regie.bied_aan(
        by=story.by(step["wie"], at), student=student, aan=aan, woorden=woorden, sleutel=sleutel
    )
    if step.get("aanvaard", True):
        regie.aanvaard(by=story.by(step["regie"], at), aanbod_id=offer.pk)
        if step.get("verteld", True):
            regie.geinformeerd(by=story.by(step["wie"], at), aanbod_id=offer.pk)
    student.refresh_from_db()


STEPS: dict[str, Callable[..., None]] = {
    "pak_op": _take,
    "vraag": _question,
    "antwoord": _answer,
    "besluit": _decide,
    "erbij": _on_the_team,
    "regie": _regie,
    "sluit": _close,
}
VERBS: dict[str, "Verb"] = {"aanvraag": aanvraag}
