"""What a search finds in this room: casussen, kenmerken, words of the woordenlijst, and what there is to read more."""

from functools import lru_cache
from typing import NamedTuple

from django.urls import reverse

from cases import content, kennis, queries, woorden
from checklists import kenmerken
from kern.folding import begins, fits, words_of
from kern.http import address
from kern.zoeken import MEEST, Bron, Treffer
from students.access import Viewer


class _Regel(NamedTuple):
    """Something of the content with the folded words that find it: one set of words for each of its names."""

    names: tuple[tuple[str, ...], ...]
    hit: Treffer


def _first(text: str) -> str:
    """The first sentence: enough to know whether it is what one looks for."""
    first, dot, _ = text.partition(". ")
    return first + dot.rstrip()


def _found(rows: tuple[_Regel, ...], words: tuple[str, ...]) -> list[Treffer]:
    return [row.hit for row in rows if any(fits(words, name) for name in row.names)]


@lru_cache(maxsize=1)
def _casussen() -> tuple[_Regel, ...]:
    """The six, by title and by who is in them; their texts are not looked through."""
    return tuple(
        _Regel(
            (words_of(f"casus {one.titel} {one.ondertitel}"), *(words_of(who.naam) for who in one.personen)),
            Treffer(f"Casus {one.titel}", reverse("casus", args=[one.code]), one.samenvatting),
        )
        for one in content.alles()
    )


@lru_cache(maxsize=1)
def _kenmerken() -> tuple[_Regel, ...]:
    every = (one for group in kenmerken.groepen() for one in group.kenmerken)
    return tuple(
        _Regel(
            (words_of(f"kenmerk {one.naam}"),),
            Treffer(one.naam, reverse("kenmerk", args=[one.code]), _first(one.uitleg)),
        )
        for one in every
    )


@lru_cache(maxsize=2)
def _woorden(simpel: bool) -> tuple[_Regel, ...]:
    """Each word with its other names; a student gets the plain sentence."""
    home = address("woorden")
    return tuple(
        _Regel(
            tuple(words_of(name) for name in (one.woord, *one.ook)),
            Treffer(one.woord, f"{home}#w-{one.code}", one.simpel if simpel else _first(one.uitleg)),
        )
        for one in woorden.alles().woorden
    )


@lru_cache(maxsize=1)
def _lezen() -> tuple[_Regel, ...]:
    """KAW with its parts, the works of others by title and maker, and the help with writing."""
    kaw, lezen = kennis.kaw(), address("verder_lezen")
    page = Treffer(kaw.titel, address("kaw"), _first(kaw.inleiding))
    help_ = Treffer(
        "Schrijven met “nog niet”",
        address("nog_niet"),
        "Woorden die een deur dichtdoen, en hoe hij open blijft.",
    )
    every = _Regel((words_of("verder lezen"),), Treffer("Verder lezen", lezen, "Waar Kansrijk op steunt."))
    return (
        _Regel((words_of(kaw.titel), *(words_of(part.kop) for part in kaw.delen)), page),
        _Regel((words_of("schrijven met nog niet"), words_of("schrijfhulp")), help_),
        every,
        *(
            _Regel(
                (words_of(f"{one.titel} {one.makers}"),),
                Treffer(one.titel, lezen, f"{one.makers}, {one.jaar}"),
            )
            for one in kennis.lezen().werken
        ),
    )


def find_casussen(viewer: Viewer, words: tuple[str, ...]) -> list[Treffer]:
    """For who works with students: the six, and those of the own school by title (two queries)."""
    if not queries.works_with_students(viewer):
        return []
    own = [one for one in queries.eigen_casussen(viewer) if begins(words, f"casus {one.titel}")]
    mine = [Treffer(one.titel, address("eigen_casus", one.pk), f"Van {one.school.naam}") for one in own]
    return [*_found(_casussen(), words), *mine][: MEEST + 1]


def find_kenmerken(viewer: Viewer, words: tuple[str, ...]) -> list[Treffer]:
    """For who works with students."""
    return _found(_kenmerken(), words)[: MEEST + 1] if queries.works_with_students(viewer) else []


def find_lezen(viewer: Viewer, words: tuple[str, ...]) -> list[Treffer]:
    """For who works with students."""
    return _found(_lezen(), words)[: MEEST + 1] if queries.works_with_students(viewer) else []


def find_woorden(viewer: Viewer, words: tuple[str, ...]) -> list[Treffer]:
    """For everybody, as the woordenlijst itself is."""
    return _found(_woorden(not queries.works_with_students(viewer)), words)[: MEEST + 1]


CASUSSEN = Bron("Casussen", "book-open-text", find_casussen)
KENMERKEN = Bron("Kenmerken", "lightbulb", find_kenmerken)
LEZEN = Bron("Verder lezen", "book-open-text", find_lezen)
WOORDEN = Bron("Woorden", "quotes", find_woorden)
