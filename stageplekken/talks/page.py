"""What the pages of the talks show: the form of one part, and the finished parts side by side. No queries here."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from checklists import values
from checklists.actions import SaveResult
from checklists.filled import Filled
from checklists.page import Builder
from checklists.parts import FieldView
from stageplekken.enums.talks import KANTEN, Kant, TalkSoort
from stageplekken.models import Stagegesprek, StagegesprekDeel
from stageplekken.talks import content
from stageplekken.talks.fields import fields_of, hidden, open_fields
from stageplekken.talks.growth import WHEN, step
from students.profielen import Profiel

type Answers = Mapping[str, Any]

KOPPEN = {
    Kant.STUDENT: "Hoe gaat het op je stage?",
    Kant.PRAKTIJK: "Wat zie jij op de werkvloer?",
    Kant.MENTOR: "Wat zie jij?",
    Kant.SAMEN: "Schrijf het samen op",
}


@dataclass(frozen=True)
class Vraagblok:
    """A question of a part. `was` is the answer of the talk before, `wanneer` says when that was."""

    veld: FieldView
    schaal: bool
    voorbeeld: FieldView | None = None
    stap: FieldView | None = None
    was: str = ""
    wanneer: str = ""

    @property
    def toegelicht(self) -> bool:
        """Whether an example or a next step stands there, or waits for a choice: then it is shown unfolded."""
        both = (self.voorbeeld, self.stap)
        return any(one and (one.value or one.conflicts or one.error) for one in both)


@dataclass(frozen=True)
class Sectie:
    """A part of the form: its heading and questions; `niet_mogelijk` are werkprocessen that are not asked here."""

    code: str
    titel: str
    blokken: list[Vraagblok]
    niet_mogelijk: list[str] = field(default_factory=list)

    @property
    def kan_leeg(self) -> bool:
        """Whether the rest of this list can be set to "niet aan bod" in one press."""
        return any(blok.schaal and not blok.veld.value for blok in self.blokken)


@dataclass(frozen=True)
class DeelPagina:
    """The form of one part."""

    kop: str
    kanttekening: str
    secties: list[Sectie]
    open: list[tuple[str, str]]  # code and label of what still needs an answer
    vragen: int


@dataclass
class Maker:
    """Builds the form of a part for the one who fills it in."""

    deel: StagegesprekDeel
    filled: Filled
    grenzen: Collection[str]
    eerder: Answers
    wanneer: str
    conflict_url: Callable[[UUID], str]
    posted: values.Posted | None = None
    result: SaveResult | None = None

    def page(self) -> DeelPagina:
        """The whole form."""
        build = Builder(self.filled, conflict_url=self.conflict_url, posted=self.posted, result=self.result)
        secties = [self._section(build, stap.code, stap.titel) for stap in self.filled.instrument.stappen]
        given = {code: row.waarde for code, row in self.filled.answers.items()}
        todo = open_fields(self.deel, self.grenzen, given)
        return DeelPagina(
            kop=KOPPEN[Kant(self.deel.kant)],
            kanttekening=self.filled.instrument.kanttekening,
            secties=secties,
            open=[(veld.code, veld.label) for veld in todo],
            vragen=sum(len(sectie.blokken) for sectie in secties),
        )

    def _section(self, build: Builder, code: str, titel: str) -> Sectie:
        asked = [veld for veld in fields_of(self.deel, self.grenzen) if veld.deel == code]
        there = {veld.code for veld in asked}
        blokken = []
        for veld in asked:
            if (
                veld.code.removesuffix(content.VOORBEELD) != veld.code
                or veld.code.removesuffix(content.STAP) != veld.code
            ):
                continue
            extra = [f"{veld.code}{end}" for end in (content.VOORBEELD, content.STAP)]
            voorbeeld, stap = (build.field(one) if one in there else None for one in extra)
            was = str(self.eerder.get(veld.code) or "")
            scale = content.is_scale(veld.code)
            blokken.append(
                Vraagblok(build.field(veld.code), scale, voorbeeld, stap, was if scale else "", self.wanneer)
            )
        gone = [
            veld.label
            for veld in self.filled.instrument.velden(code)
            if content.is_scale(veld.code) and hidden(veld.code, self.grenzen)
        ]
        return Sectie(code, titel, blokken, gone)


# Side by side ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Cel:
    """What one side says of one point; `groei` says in words that it went a step up since the talk before."""

    kant: Kant
    naam: str
    tekst: str
    voorbeeld: str = ""
    stap: str = ""
    groei: str = ""


@dataclass(frozen=True)
class Rij:
    """One point with the three sides beside each other, and in words how far they are apart."""

    titel: str
    cellen: list[Cel]
    oordeel: str = ""
    anders: bool = False


@dataclass(frozen=True)
class Vak:
    """A group of points under one heading."""

    titel: str
    rijen: list[Rij]
    niet_mogelijk: list[str] = field(default_factory=list)


@dataclass
class Vergelijking:
    """Lays the parts that this person reads beside each other.

    `antwoorden` and `eerder` by side; `namen` are the names of the sides; a side that is not there is not shown.
    `gewoon`: in the words of the student, who reads it.
    """

    talk: Stagegesprek
    profiel: Profiel
    antwoorden: Mapping[Kant, Answers]
    namen: Mapping[Kant, str]
    eerder: Mapping[Kant, tuple[TalkSoort, Answers]] = field(default_factory=dict)
    grenzen: Collection[str] = ()
    gewoon: bool = False

    @property
    def vakken(self) -> list[Vak]:
        """The groups in the order of the form; empty ones are left out."""
        words = content.content()
        found = [Vak(words[content.VERWACHTINGEN]["titel"], self._texts())]
        found.append(Vak(words[content.VAARDIGHEDEN]["titel_samen"], self._scaled(content.vaardigheden())))
        for number, (kerntaak, punten) in enumerate(content.werkprocessen(self.profiel)):
            gone = [self._name(punt) for punt in punten if self._gone(punt)]
            shown = [punt for punt in punten if not self._gone(punt)]
            titel = ("Meer van mijn werk" if number else "Mijn werk") if self.gewoon else kerntaak.titel
            found.append(Vak(titel, self._scaled(shown), gone))
        found.append(Vak(words[content.VERDER]["titel"], self._onward()))
        return [vak for vak in found if vak.rijen or vak.niet_mogelijk]

    @property
    def groeide(self) -> list[str]:
        """The points on which at least one side sees a step up."""
        return [rij.titel for vak in self.vakken for rij in vak.rijen if any(cel.groei for cel in rij.cellen)]

    @property
    def verschillen(self) -> list[str]:
        """The points to talk about first: seen two steps apart."""
        return [rij.titel for vak in self.vakken for rij in vak.rijen if rij.anders]

    def _there(self) -> list[Kant]:
        return [kant for kant in KANTEN if kant in self.antwoorden]

    def _name(self, punt: content.Punt) -> str:
        return punt.gewoon if self.gewoon else punt.titel

    def _gone(self, punt: content.Punt) -> bool:
        """Not possible here, and nobody of those on the page answered it before that was set."""
        said = any(answers.get(punt.code) for answers in self.antwoorden.values())
        return punt.werkproces in self.grenzen and not said

    def _said(self, kant: Kant, code: str) -> str:
        return str(self.antwoorden[kant].get(code) or "")

    def _texts(self) -> list[Rij]:
        if self.talk.soort != TalkSoort.START:
            return []
        return [
            Rij(
                punt.titel,
                [Cel(kant, self.namen[kant], self._said(kant, punt.code)) for kant in self._there()],
            )
            for punt in content.expectations()
        ]

    def _scaled(self, punten: list[content.Punt]) -> list[Rij]:
        return [self._row(punt) for punt in punten] if self._there() else []

    def _row(self, punt: content.Punt) -> Rij:
        cellen = [self._cel(kant, punt.code) for kant in self._there()]
        oordeel, anders = verdict([self._said(kant, punt.code) for kant in self._there()])
        return Rij(self._name(punt), cellen, oordeel, anders)

    def _cel(self, kant: Kant, code: str) -> Cel:
        now = self._said(kant, code)
        soort, before = self.eerder.get(kant, (TalkSoort.START, {}))
        grew = step(before.get(code), now) > 0
        return Cel(
            kant,
            self.namen[kant],
            content.stand_label(now),
            self._said(kant, f"{code}{content.VOORBEELD}"),
            self._said(kant, f"{code}{content.STAP}"),
            f"Verder dan {WHEN[soort]}" if grew else "",
        )

    def _onward(self) -> list[Rij]:
        labels = {
            row["code"]: row["label"] for row in content.content()[content.VERDER]["keuzes"][self.talk.soort]
        }
        cellen = [
            Cel(
                kant,
                self.namen[kant],
                labels.get(self._said(kant, content.HOE_VERDER), ""),
                self._said(kant, content.VERDER_TEKST),
            )
            for kant in self._there()
        ]
        return [Rij("Wat denken jullie?", cellen)] if cellen else []


def verdict(stands: list[str]) -> tuple[str, bool]:
    """How far the answers of the scale are apart, in words, and whether that is two steps.

    "Niet aan bod" says nothing: with fewer than two others there is nothing to compare.
    """
    order = {"oefenen": 0, "voldoende": 1, "goed": 2}
    found = [order[stand] for stand in stands if stand in order]
    if len(found) < 2:
        return "", False
    apart = max(found) - min(found)
    if apart == 0:
        return "Zelfde beeld", False
    return ("Klein verschil", False) if apart == 1 else ("Groot verschil: praat hierover", True)


def together(talk: Stagegesprek, answers: Answers) -> list[tuple[str, str]]:
    """What the three wrote down together, as heading and text; empty ones are left out."""
    words = content.content()
    labels = {row["code"]: row["label"] for row in words[content.VERDER]["keuzes"][talk.soort]}
    rows = [
        (words[content.SAMEN]["verder"], labels.get(str(answers.get(content.SAMEN_VERDER) or ""), "")),
        (words[content.SAMEN]["contact"], str(answers.get(content.SAMEN_CONTACT) or "")),
        *((row["label"], str(answers.get(row["code"]) or "")) for row in words[content.SAMEN]["vragen"]),
    ]
    return [(kop, tekst) for kop, tekst in rows if tekst.strip()]
