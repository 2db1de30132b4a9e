"""Who reads a gesprek in each layer, in names: so that choosing a layer is choosing people."""

from collections.abc import Iterable
from typing import Any

from collaboration.models import Gesprek
from stageplekken.models import Stage
from students.access import TABLE, Lees, Viewer
from students.enums import Laag, Rol, Soort
from students.queries import team_of


def _join(names: list[str]) -> str:
    """Names as people say them: "Marije, jij en Bram Bos"."""
    return f"{', '.join(names[:-1])} en {names[-1]}" if len(names) > 1 else "".join(names)


def _named(viewer: Viewer, members: Iterable[Any], laag: Laag) -> list[str]:
    """Who of these reads everything in this layer; the reader of the page is "jij" and comes first."""
    cells = TABLE[Soort.GESPREK, laag]
    all_read = {rol for rol, cel in cells.items() if cel.lees is Lees.ALLES}
    people = {member.user_id: member.user for member in members if member.rol in all_read}
    mine = ["jij"] if people.pop(viewer.user.pk, None) else []
    return mine + [person.naam for person in people.values()]


def _at_the_stage(members: Iterable[Any], stages: Iterable[Stage]) -> list[str]:
    """The praktijkbegeleiders with their leerbedrijf; a leerbedrijf alone where nobody is known."""
    found = []
    for stage in stages:
        people = [m.user.naam for m in members if m.rol == Rol.PRAKTIJKBEGELEIDER and m.stage_ref == stage.pk]
        found.append(", ".join([*people, stage.stageplek.leerbedrijf.naam]))
    return found


def readers(viewer: Viewer, gesprek: Gesprek, lagen: Iterable[Laag], stages: list[Stage]) -> dict[str, str]:
    """A sentence for each layer that says who reads it, as far as this person knows the team.

    Who sees only a part of the team reads "de begeleiders van school" rather than a list that is too short.
    """
    student = gesprek.student
    members = team_of(viewer, student)
    whole = Rol.ZORGMEDEWERKER in viewer.team_zicht(student)

    def sentence(laag: Laag) -> str:
        if laag == Laag.WERKAANTEKENING:
            return f"Alleen jij. {student.voornaam} mag vragen om hem te zien."
        if laag == Laag.STAGE:
            places = _join(_at_the_stage(members, stages))
            return f"{student.voornaam}, de begeleiders van school, en ook {places}."
        named = _named(viewer, members, laag) if whole else []
        if laag == Laag.ZORG:
            return (
                f"{_join(named)}. {student.voornaam} leest dit niet mee." if named else "Alleen het zorgteam."
            )
        return f"{_join([student.voornaam, *(named or ['de begeleiders van school'])])}."

    return {laag.value: _capital(sentence(laag)) for laag in lagen}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
