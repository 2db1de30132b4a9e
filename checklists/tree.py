"""From content to tree: `parse` reads an instrument strictly and names every mistake with its place.

Nothing passes in silence: unknown keys, double codes, unknown kenmerken or groups, too few phrases.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from checklists import kenmerken as kenmerken_module
from checklists.content import ContentError, Node
from checklists.fields import Veld
from checklists.instrument import Instrument
from checklists.nodes import (
    ALLE,
    GOED,
    GROEPEN,
    KENMERKEN,
    KEUZE,
    SCHAAL,
    TEKST,
    VRAAGSOORTEN,
    WERK,
    WIE,
    Keuze,
    Optie,
    Pad,
    Punt,
    Stap,
    StudentVraag,
    Terugkijken,
    Voor,
    Vraag,
    Zin,
    zinnen_voor,
)
from checklists.ways import Manier, every_group, read_manier

__all__ = [
    "ContentError",
    "Instrument",
    "Keuze",
    "Optie",
    "Pad",
    "Punt",
    "Stap",
    "StudentVraag",
    "Terugkijken",
    "Veld",
    "Voor",
    "Vraag",
    "Zin",
    "parse",
    "zinnen_voor",
]

LAST = 100
# Names of parts and of other inputs in the same form; a code may not stand in their way.
RESERVED = {"voor", "na", "terugkijken", "student", "keuze", "pagina", "beurt", "naar", "deel"}


def parse(data: dict[str, Any], *, where: str, kenmerken: Collection[str] | None = None) -> Instrument:
    """The tree of an instrument in a mapping.

    `where` opens each message (the file's name); `kenmerken` are the known codes, by default those of the
    content. Raises ContentError with a Dutch sentence that says where it is and what to do.
    """
    known = kenmerken_module.codes() if kenmerken is None else kenmerken
    return _Parser(frozenset(known)).instrument(Node(data, where))


class _Parser:
    """Walks the mapping once, collecting the codes to refuse doubles."""

    def __init__(self, kenmerken: frozenset[str]) -> None:
        self.kenmerken = kenmerken
        self.codes: set[str] = set()
        self.manier = Manier()
        self.here: dict[str, str] = {}  # the first kenmerken of the points of this step or path, by code

    def instrument(self, node: Node) -> Instrument:
        where = node.where
        self.manier = read_manier(node)
        result = Instrument(
            code=node.slug("code"),
            versie=node.number("versie"),
            titel=node.text("titel"),
            kort=node.text("kort"),
            soort=node.slug("soort"),
            waarvoor=node.text("waarvoor"),
            bron=node.text("bron"),
            kanttekening=node.text("kanttekening"),
            voor=self.before(Node(node.raw("voor"), f"{where}, voor")),
            stappen=_each(node, "stappen", "stap", self.step, required=True),
            terugkijken=self.after(Node(node.raw("terugkijken"), f"{where}, terugkijken")),
            volgorde=node.number("volgorde") if node.has("volgorde") else LAST,
            gesprek=node.slug("gesprek") if node.has("gesprek") else "",
            tonen=self.tones(Node(node.raw("tonen"), f"{where}, tonen")) if node.has("tonen") else (),
            manier=self.manier,
        )
        node.done()
        known = {veld.verslag for veld in result.velden()}
        for kop, _ in result.tonen:
            if kop not in known:
                raise node.fail(
                    f"bij “tonen” staat “{kop}”, maar geen veld heeft dat kopje. Verbeter het kopje."
                )
        return result

    @staticmethod
    def tones(node: Node) -> tuple[tuple[str, str], ...]:
        """Which headings of the verslag say what goes well, and which what is worked on."""
        return tuple((kop, node.one_of(kop, (GOED, WERK))) for kop in node.data)

    def new_code(self, node: Node) -> str:
        """The code of a node, not used before; from here on messages name it."""
        code = node.slug("code")
        if code in RESERVED or code.endswith(("-tekst", "-stand")):
            raise node.fail(f"de code “{code}” is bezet. Kies een andere code.")
        if code in self.codes:
            raise node.fail(f"de code “{code}” staat er twee keer. Geef een van de twee een andere code.")
        self.codes.add(code)
        node.where = f"{node.where} ({code})"
        return code

    def before(self, node: Node) -> Voor:
        result = Voor(inleiding=node.text("inleiding"), vragen=_each(node, "vragen", "vraag", self.question))
        node.done()
        return result

    def step(self, node: Node) -> Stap:
        code = self.new_code(node)
        keuze = self.fork(Node(node.raw("keuze"), f"{node.where}, keuze")) if node.has("keuze") else None
        self.here = {}
        result = Stap(
            code=code,
            nummer=node.text("nummer"),
            titel=node.text("titel"),
            doel=node.text("doel"),
            verslag=node.optional_text("verslag"),
            panelen=node.words("panelen"),
            punten=_each(node, "punten", "punt", self.point),
            vragen=_each(node, "vragen", "vraag", self.question),
            keuze=keuze,
            na_keuze=_each(node, "na_keuze", "punt na de keuze", self.point),
        )
        node.done()
        if result.na_keuze and keuze is None:
            raise node.fail("er is “na_keuze” zonder “keuze”. Zet deze punten onder “punten”.")
        if self.manier.zinnen_per_groep:
            every_group(result, node)
        return result

    def point(self, node: Node) -> Punt:
        code = self.new_code(node)
        result = Punt(
            code=code,
            tekst=node.text("tekst"),
            kenmerken=self.known_kenmerken(node),
            zinnen=_each(node, "zinnen", "zin", self.phrase),
        )
        node.done()
        least, count = self.manier.zinnen_minstens, len(result.zinnen)
        if count < least:
            raise node.fail(f"dit punt heeft {count} zinnen. Schrijf er ten minste {least}.")
        for kenmerk in result.kenmerken[:1]:
            self.here[kenmerk] = kenmerken_module.naam(kenmerk)
        return result

    def known_kenmerken(self, node: Node) -> tuple[str, ...]:
        codes = node.words("kenmerken")
        for code in codes:
            if code not in self.kenmerken:
                known = ", ".join(sorted(self.kenmerken))
                raise node.fail(f"het kenmerk “{code}” is onbekend. Kies uit: {known}.")
        return codes

    @staticmethod
    def phrase(node: Node) -> Zin:
        result = Zin(
            tekst=node.text("tekst"),
            wie=node.one_of("wie", WIE, default="beide"),
            groep=node.one_of("groep", [ALLE, *GROEPEN], default=ALLE),
        )
        node.done()
        return result

    def question(self, node: Node) -> Vraag:
        code = self.new_code(node)
        result = Vraag(
            code=code,
            soort=node.one_of("soort", VRAAGSOORTEN, default=TEKST),
            label=node.text("label"),
            hulp=node.optional_text("hulp"),
            verslag=node.optional_text("verslag"),
            eigen=node.flag("eigen"),
            bron=node.slug("bron") if node.has("bron") else "",
            keuzes=_each(node, "keuzes", "keuze", self.option),
            kenmerk=node.known("kenmerk", node.raw("kenmerk"), self.kenmerken) if node.has("kenmerk") else "",
        )
        node.done()
        if result.soort in (SCHAAL, KENMERKEN):
            return self.with_choices(node, result)
        if (result.soort == KEUZE) != (len(result.keuzes) > 1):
            raise node.fail(
                "bij een vraag van de soort “keuze” horen twee of meer keuzes, en bij een andere geen."
            )
        _no_doubles(node, result.keuzes)
        if result.eigen and result.verslag:
            raise node.fail("een eigen vraag komt niet in het verslag. Haal “eigen” of “verslag” weg.")
        return result

    def with_choices(self, node: Node, vraag: Vraag) -> Vraag:
        """A question whose choices come from elsewhere: the scale, or the kenmerken of the points beside it."""
        if vraag.keuzes:
            raise node.fail(
                f"een vraag van de soort “{vraag.soort}” krijgt zijn keuzes vanzelf. Haal ze weg."
            )
        if vraag.soort == SCHAAL:
            keuzes = tuple(Optie(trede.code, trede.label) for trede in self.manier.schaal)
        else:
            keuzes = tuple(Optie(code, naam) for code, naam in self.here.items())
        if len(keuzes) < 2:
            raise node.fail("deze vraag heeft een schaal of kenmerken nodig om uit te kiezen. Voeg die toe.")
        return replace(vraag, keuzes=keuzes)

    def fork(self, node: Node) -> Keuze:
        result = Keuze(
            code=self.new_code(node),
            vraag=node.text("vraag"),
            hulp=node.optional_text("hulp"),
            meer=node.flag("meer"),
            verslag=node.optional_text("verslag"),
            paden=_each(node, "paden", "pad", self.path, required=True),
        )
        node.done()
        if len(result.paden) < 2:
            raise node.fail("een keuze met één pad is geen keuze. Voeg een pad toe.")
        return result

    def path(self, node: Node) -> Pad:
        code = self.new_code(node)
        self.here = {}
        result = Pad(
            code=code,
            nummer=node.optional_text("nummer"),
            titel=node.text("titel"),
            doel=node.optional_text("doel"),
            verslag=node.optional_text("verslag"),
            punten=_each(node, "punten", "punt", self.point),
            vragen=_each(node, "vragen", "vraag", self.question),
        )
        node.done()
        return result

    def after(self, node: Node) -> Terugkijken:
        student = Node(node.raw("student"), f"{node.where}, student") if node.has("student") else None
        result = Terugkijken(
            inleiding=node.text("inleiding"),
            kenmerken=self.known_kenmerken(node),
            vragen=_each(node, "vragen", "vraag", self.question),
            student=self.student(student) if student else None,
        )
        node.done()
        return result

    def student(self, node: Node) -> StudentVraag:
        tekst = Node(node.raw("tekst"), f"{node.where}, tekst") if node.has("tekst") else None
        result = StudentVraag(
            code=self.new_code(node),
            label=node.text("label"),
            hulp=node.optional_text("hulp"),
            keuzes=_each(node, "keuzes", "keuze", self.option, required=True),
            tekst=self.question(tekst) if tekst else None,
            verslag=node.optional_text("verslag"),
        )
        node.done()
        _no_doubles(node, result.keuzes)
        return result

    @staticmethod
    def option(node: Node) -> Optie:
        result = Optie(code=node.slug("code"), label=node.text("label"), hulp=node.optional_text("hulp"))
        node.done()
        return result


def _no_doubles(node: Node, keuzes: Collection[Optie]) -> None:
    if len(keuzes) != len({keuze.code for keuze in keuzes}):
        raise node.fail("twee keuzes hebben dezelfde code. Geef elke keuze een eigen code.")


def _each[T](
    node: Node, key: str, name: str, read: Callable[[Node], T], *, required: bool = False
) -> tuple[T, ...]:
    """Read every mapping of a list with `read`; messages count from 1."""
    items = node.items(key, required=required)
    return tuple(read(Node(item, f"{node.where}, {name} {i}")) for i, item in enumerate(items, start=1))
