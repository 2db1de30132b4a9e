"""The page of one talk: where it stands, what is asked of this person, and what may be read side by side."""

from dataclasses import dataclass
from typing import Any

from stageplekken.enums.talks import KANTEN, Kant, TalkStatus
from stageplekken.forms.talks import BesprokenForm, HeropenForm, WanneerForm, ZonderForm
from stageplekken.models import Stagegesprek, StagegesprekDeel
from stageplekken.queries import talks as queries
from stageplekken.rules import talks as rules
from stageplekken.talks.growth import WHEN
from stageplekken.talks.page import Vergelijking, together
from students.access import Viewer


@dataclass(frozen=True)
class Zijde:
    """One side on the page of a talk: who it is, how far, and whether it is the reader's own."""

    kant: Kant
    naam: str
    eigen: bool
    klaar: bool
    begonnen: bool
    akkoord: bool
    op_telefoon: str = ""
    opnieuw: bool = False  # its maker is gone: the reader may begin it anew
    zonder: bool = False  # nobody stands there any more: the mentor goes on without it
    wacht: str = ""  # why the reader, who stands on this side, cannot fill it in


@dataclass(frozen=True)
class Fase:
    """One line of "Zo loopt het"."""

    nummer: int
    titel: str
    klaar: bool
    nu: bool


def side_names(talk: Stagegesprek, people: dict[Kant, list[Any]]) -> dict[Kant, str]:
    """The name of each side: first names as people know each other, else the role."""
    names = {kant: " en ".join(user.voornaam for user in people[kant]) for kant in KANTEN}
    names[Kant.STUDENT] = talk.stage.student.voornaam
    return {
        Kant.STUDENT: names[Kant.STUDENT],
        Kant.PRAKTIJK: names[Kant.PRAKTIJK] or "De praktijkbegeleider",
        Kant.MENTOR: names[Kant.MENTOR] or "De mentor",
    }


def zijden_of(viewer: Viewer, talk: Stagegesprek, delen: dict[Kant, StagegesprekDeel]) -> list[Zijde]:
    """The three sides as this person meets them; four queries."""
    people = queries.people_of(talk.stage, viewer.today)
    names, mine = side_names(talk, people), rules.sides(viewer, talk.stage)
    akkoord, zonder = queries.akkoorden_of(talk), queries.zonder_of(talk)
    found = []
    for kant in KANTEN:
        deel = delen[kant]
        makers = {user.pk for user in people[kant]}
        may = rules.may_fill(viewer, talk, deel, set(akkoord), makers=makers)
        said = deel.telefoon_van.naam if deel.telefoon_van and deel.klaar_op else ""
        found.append(
            Zijde(
                kant=kant,
                naam=names[kant],
                eigen=kant in mine,
                klaar=deel.klaar_op is not None,
                begonnen=deel.maker_id is not None or deel.telefoon_van_id is not None,
                akkoord=kant in akkoord,
                op_telefoon=said,
                zonder=kant == Kant.PRAKTIJK and zonder is not None,
                opnieuw=bool(rules.may_restart(viewer, talk, deel, makers)),
                wacht="" if may or deel.klaar_op or kant not in mine else may.reden,
            )
        )
    return found


def phases(talk: Stagegesprek, zijden: list[Zijde]) -> list[Fase]:
    """ "Zo loopt het": three fill in, they talk, three say akkoord."""
    status = talk.status
    talked = status in (TalkStatus.BESPROKEN, TalkStatus.VAST)
    rows = [(_fills_in(one), one.klaar or one.zonder) for one in zijden]
    agreed = "Samen akkoord" if any(one.zonder for one in zijden) else "Alle drie akkoord"
    rows += [("Samen praten", talked), (agreed, status == TalkStatus.VAST)]
    first = next((number for number, (_, done) in enumerate(rows) if not done), None)
    own = next((number for number, one in enumerate(zijden) if one.eigen and not one.klaar), first)
    return [Fase(number + 1, titel, done, number == own) for number, (titel, done) in enumerate(rows)]


def _fills_in(one: Zijde) -> str:
    if one.zonder and not one.klaar:
        return "Verder zonder de praktijk"
    return "Jij vult in" if one.eigen else f"{one.naam} vult in"


def compare(
    viewer: Viewer, talk: Stagegesprek, delen: dict[Kant, StagegesprekDeel], zijden: list[Zijde]
) -> Any:
    """The parts that this person reads beside each other, and what was written together; two queries more."""
    names = {one.kant: one.naam for one in zijden}
    klaar = {one.kant for one in zijden if one.klaar or one.zonder}
    shown = {kant: deel for kant, deel in delen.items() if rules.sees(viewer, talk, deel, klaar)}
    # One's own part that is not klaar stands on its own page.
    shown = {kant: deel for kant, deel in shown.items() if deel.klaar_op or kant == Kant.SAMEN}
    earlier = queries.earlier_delen(talk, [kant for kant in KANTEN if kant in shown])
    answers = queries.answers_of([*shown.values(), *(deel for _, deel in earlier.values())])
    given = {kant: answers.get(deel.invulling_id, {}) for kant, deel in shown.items()}
    side_by_side = Vergelijking(
        talk=talk,
        profiel=talk.stage.student.profiel,
        antwoorden={kant: given[kant] for kant in KANTEN if kant in given},
        namen=names,
        eerder={kant: (soort, answers.get(deel.invulling_id, {})) for kant, (soort, deel) in earlier.items()},
        grenzen=queries.grenzen_of(talk.stage),
        gewoon=Kant.STUDENT in rules.sides(viewer, talk.stage),
    )
    return side_by_side, (together(talk, given[Kant.SAMEN]) if Kant.SAMEN in given else [])


def screen(viewer: Viewer, talk: Stagegesprek, bad: dict[str, HeropenForm] | None = None) -> dict[str, Any]:
    """Everything that the page of a talk shows to this person; `bad` are forms that need another look, by side."""
    delen = queries.delen_of(talk)
    zijden = zijden_of(viewer, talk, delen)
    naast, samen = compare(viewer, talk, delen, zijden)
    own = [one for one in zijden if one.eigen]
    said = [one for one in zijden if one.akkoord]
    return {
        "talk": talk,
        "stage": talk.stage,
        "student": talk.stage.student,
        "zijden": zijden,
        "eigen": own,
        "fasen": phases(talk, zijden),
        "naast": naast,
        "samen": samen,
        "sinds": WHEN.get(_before(naast), ""),
        "versies": queries.versions_of(talk),
        "gezien": queries.stand_of(talk, list(delen.values())),
        "heropen": _reopenings(talk, own, said, bad or {}),
        "mag_lenen": _lends(viewer, talk, delen[Kant.STUDENT], said),
        "wanneer_form": WanneerForm(auto_id="wanneer_%s"),
        "besproken_form": BesprokenForm(initial={"dag": viewer.today}),
        **_without(viewer, talk, zijden),
        **_next(viewer, talk, zijden),
    }


def _next(viewer: Viewer, talk: Stagegesprek, zijden: list[Zijde]) -> dict[str, Any]:
    """What this person can do now, and for whom the talk waits."""
    own = [one for one in zijden if one.eigen]
    said = [one for one in zijden if one.akkoord]
    return {
        "samen_mag": bool(own) and talk.status in (TalkStatus.KLAAR, TalkStatus.BESPROKEN) and not said,
        "wacht_op": [one.naam for one in zijden if not one.klaar and not one.eigen and not one.zonder],
        "te_doen": next((one for one in own if not one.klaar and not one.wacht and not one.opnieuw), None),
        "mag_plannen": rules.may_plan(viewer, talk.stage),
        "mag_bespreken": rules.may_discuss(viewer, talk),
        "akkoord_zijde": next(
            (one for one in own if rules.may_agree(viewer, talk, one.kant) and not one.akkoord), None
        ),
        "akkoord_van": [one.naam for one in said],
        "akkoord_wacht": [one.naam for one in zijden if not one.akkoord and not one.zonder],
    }


def _without(viewer: Viewer, talk: Stagegesprek, zijden: list[Zijde]) -> dict[str, Any]:
    """Whether it goes on without the praktijk, or may; two queries at most, and only for the mentor of an old stage."""
    praktijk = next(one for one in zijden if one.kant == Kant.PRAKTIJK)
    if praktijk.zonder:
        return {"zonder": queries.zonder_of(talk), "zonder_form": None}
    may = not praktijk.akkoord and rules.may_go_without(viewer, talk, ())
    here = may and not queries.people_of(talk.stage, viewer.today)[Kant.PRAKTIJK]
    return {"zonder": None, "zonder_form": ZonderForm(auto_id="zonder_%s") if here else None}


def _lends(viewer: Viewer, talk: Stagegesprek, deel: StagegesprekDeel, said: list[Zijde]) -> str:
    """For what this person can hand the phone to the student: "vul-in", "akkoord", or nothing."""
    sides = {one.kant for one in said}
    if Kant.STUDENT in rules.sides(viewer, talk.stage) or not rules.may_lend(viewer, talk):
        return ""
    if rules.may_fill(viewer, talk, deel, sides, lent=True):
        return "vul-in"
    return "akkoord" if talk.status == TalkStatus.BESPROKEN and Kant.STUDENT not in sides else ""


def _before(naast: Vergelijking) -> Any:
    return next((soort for soort, _ in naast.eerder.values()), None)


def _reopenings(
    talk: Stagegesprek, own: list[Zijde], said: list[Zijde], bad: dict[str, HeropenForm]
) -> list[tuple[str, str, HeropenForm, bool]]:
    """What this person may open again: side, words, form, and whether a reason is needed.

    The own part once it is klaar; after an akkoord also what was written together.
    """
    found = [(str(one.kant), "Pas mijn deel aan") for one in own if one.klaar]
    if own and said:
        found.append((str(Kant.SAMEN), "Pas aan wat we samen opschreven"))
    return [
        (kant, words, bad.get(kant) or HeropenForm(auto_id=f"{kant}_%s"), bool(said)) for kant, words in found
    ]
