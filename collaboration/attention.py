"""The attention that kenmerken got, as words and as a drawing: how often comes back as a word, never as a score."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from checklists.kenmerken import Kenmerk, KenmerkGroep, groepen
from collaboration.queries.attention import DAGEN, Moment

WEKEN = -(-DAGEN // 7)
VAAK, SOMS, WEINIG = "vaak", "soms", "nog weinig"
FROM = 3  # so many moments in two months is often
NAMED = 3  # so many names in a sentence


@dataclass(frozen=True)
class Stip:
    """One week in the drawing: its place ("5.6", in percents), and whether there was attention in it."""

    x: str
    vol: bool


@dataclass(frozen=True)
class Stand:
    """One kenmerk: in which moments it got attention."""

    kenmerk: Kenmerk
    momenten: tuple[Moment, ...]
    weken: frozenset[int]  # how many weeks ago, 0 is the week that ends today

    @property
    def woord(self) -> str:
        """How often, in a word."""
        return VAAK if len(self.momenten) >= FROM else SOMS if self.momenten else WEINIG

    @property
    def laatst(self) -> datetime | None:
        """When it got attention last."""
        return self.momenten[-1].op if self.momenten else None

    @property
    def waar(self) -> str:
        """Where: "gesprekken, eigen begeleiding"."""
        return ", ".join(dict.fromkeys(moment.waar for moment in self.momenten))

    @property
    def stippen(self) -> list[Stip]:
        """The weeks, oldest first."""
        step = 100 / WEKEN
        return [
            Stip(f"{step * (place + 0.5):.1f}", WEKEN - 1 - place in self.weken) for place in range(WEKEN)
        ]


@dataclass(frozen=True)
class Deel:
    """The kenmerken that are looked at together: the eight, the six, the twelve."""

    code: str
    titel: str
    groepen: tuple[tuple[str, tuple[Stand, ...]], ...]  # a heading (or nothing), and its kenmerken

    @property
    def standen(self) -> list[Stand]:
        """All of them."""
        return [stand for _, standen in self.groepen for stand in standen]

    @property
    def zin(self) -> str:
        """What got attention, in words: "Vaak: informeren. Nog weinig: deskundigheid."."""
        return in_words(self.standen)

    @property
    def leeg(self) -> bool:
        """Whether nothing got attention yet."""
        return not any(stand.momenten for stand in self.standen)


DELEN = {
    "algemeen": ("Acht kenmerken van begeleiding", ("algemeen",)),
    "samenwerking": ("Zes kenmerken van samenwerking", ("samenwerking",)),
    "doelen": ("Twaalf kenmerken bij een doel", ("persoonlijk", "loopbaan", "vakoverstijgend")),
}


def parts(moments: Iterable[Moment], now: datetime | None = None) -> list[Deel]:
    """The eight, the six and the twelve with the attention that each got in these moments, oldest first."""
    there, now = list(moments), now or timezone.now()
    known = {groep.code: groep for groep in groepen()}
    return [
        Deel(code, titel, tuple(_group(known[one], there, now, alone=len(codes) == 1) for one in codes))
        for code, (titel, codes) in DELEN.items()
    ]


def _group(
    groep: KenmerkGroep, moments: list[Moment], now: datetime, *, alone: bool
) -> tuple[str, tuple[Stand, ...]]:
    heading = "" if alone else groep.titel.removeprefix("Kenmerken van passende begeleiding bij ")
    return heading[:1].upper() + heading[1:], tuple(_stand(one, moments, now) for one in groep.kenmerken)


def _stand(kenmerk: Kenmerk, moments: list[Moment], now: datetime) -> Stand:
    mine = tuple(moment for moment in moments if kenmerk.code in moment.kenmerken)
    weeks = frozenset(max(0, (now - moment.op) // timedelta(days=7)) for moment in mine)
    return Stand(kenmerk, mine, weeks)


def in_words(standen: list[Stand]) -> str:
    """The sentence: what came back often (or at all), and what little yet."""
    said = {
        word: _join([_low(stand.kenmerk.naam) for stand in standen if stand.woord == word])
        for word in (VAAK, SOMS, WEINIG)
    }
    if not said[VAAK] and not said[SOMS]:
        return "Hier kreeg nog niets aandacht."
    found = [f"Vaak: {said[VAAK]}."] if said[VAAK] else [f"Soms: {said[SOMS]}."]
    found += [f"Nog weinig: {said[WEINIG]}."] if said[WEINIG] else ["Alles kwam een keer langs."]
    return " ".join(found)


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]


def _join(names: list[str]) -> str:
    if len(names) > NAMED + 1:
        names = [*names[:NAMED], f"nog {len(names) - NAMED} andere"]
    return " en ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
