"""Names of students in a text that should hold none: found as whole words, however they were typed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from kern.folding import fold
from students.access import Viewer
from students.enums import Rol
from students.models import Student

HINT = "Je noemt een naam. Hier blijft de student naamloos: schrijf ‘een student’."
# Words of every day that are somebody's name too: as a name they count with a capital only.
GEWOON = frozenset(
    """
    an anker appel baas bakker bas beek beer ben berg bloem boer bol boom bos brand brouwer bruin daan dag dekker dijk
    do duif engel faith fleur floor goud groen groot haan hart heer hof hoop huis iris jet jong jonker joy kamp keizer
    kerk kers klein kok koning koos koster kramer kuiper lot lies linde maan mark meer mees mei mens merel mes mol
    molen mooi naam olijf peer pen peter piek pit poort post prins raaf rein rob roos ruiter schipper slager smit snel
    star ster sterk sterre storm sun timmer toon tuin vader veen veld vet vink visser vlinder vogel vos vriend vries
    waard wal warm water weg werf west wijn wil wind wit wolf zee zeger zomer zon zorg zwart
    """.split()
)
# Of these those with which a sentence begins: there a capital says nothing.
AAN_HET_BEGIN = frozenset("an ben do koos mag wil lot weg".split())
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f][^\W_]*)*")
_OPENS = re.compile(r"(?:^|[.!?:…\n\r])[\s\"'“”‘’(\-]*$")
SHORT = 2  # a name of two letters is a syllable of many words
BEGELEIDT = frozenset(Rol) - {Rol.STUDENT, Rol.BEHEERDER}


@dataclass(frozen=True)
class _Word:
    """A word of a text: folded, and whether it was written as a name."""

    folded: str
    capital: bool
    opens: bool


def _words(text: str) -> list[_Word]:
    found = []
    for match in _WORD.finditer(text):
        raw, before = match.group(), text[max(0, match.start() - 12) : match.start()]
        found += [_Word(part, raw[0].isupper(), bool(_OPENS.search(before))) for part in fold(raw).split()]
    return found


def _is(word: _Word, wanted: str) -> bool:
    """Whether a word is this (folded) one, or its possessive: "Harolds"."""
    return word.folded == wanted or (len(wanted) > SHORT and word.folded == f"{wanted}s")


def _named(words: list[_Word], name: tuple[str, ...]) -> bool:
    plain = len(name) == 1 and (name[0] in GEWOON or len(name[0]) <= SHORT)
    for start in range(len(words) - len(name) + 1):
        here = words[start : start + len(name)]
        if not all(_is(word, part) for word, part in zip(here, name, strict=True)):
            continue
        if not plain or (here[0].capital and not (here[0].opens and name[0] in AAN_HET_BEGIN)):
            return True
    return False


def names_one(texts: Iterable[str], names: Iterable[tuple[str, ...]]) -> bool:
    """Whether one of these texts holds one of these names (folded words) as a whole word."""
    spoken = [_words(text) for text in texts if text]
    return any(_named(words, name) for words in spoken for name in names)


def known_names(viewer: Viewer) -> set[tuple[str, ...]]:
    """First and last names of the students whom this person guides, folded: one query.

    Of a student whom one knows by first name only (a peercoach) the first name: a hint never tells more.
    """
    klassen = [pk for pk, links in viewer.klassen.items() if any(link.rol in BEGELEIDT for link in links)]
    team = {pk: links for pk, links in viewer.team.items() if any(link.rol in BEGELEIDT for link in links)}
    if not klassen and not team:
        return set()
    rows = Student.objects.filter(Q(klas__in=klassen) | Q(pk__in=list(team)))
    found = set()
    for pk, klas, first, last in rows.values_list("pk", "klas", "voornaam", "achternaam"):
        found.add(tuple(fold(first).split()))
        links = team.get(pk, set())
        if klas in klassen or any(link.rol is not Rol.PEERCOACH for link in links):
            found.add(tuple(fold(last).split()))
    return found - {()}


class Hint:
    """What a page says about texts that were typed: a sentence where one's own student is named, else nothing."""

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer
        self._names: set[tuple[str, ...]] | None = None

    def __call__(self, texts: Iterable[str]) -> str:
        written = [text for text in texts if text.strip()]
        if not written:
            return ""
        if self._names is None:
            self._names = known_names(self.viewer)
        return HINT if names_one(written, self._names) else ""
