"""A casus of a school in the form of the six, so that the same pages show it."""

from cases.casus import Alinea, Casus, Deel, Denk, Vragen
from cases.forms import alineas, regels
from cases.models import EigenCasus


def as_casus(row: EigenCasus) -> Casus:
    """The story as data: what went before, the turn, and the questions."""
    return Casus(
        code=str(row.pk),
        versie=1,
        volgorde=0,
        titel=row.titel,
        ondertitel="",
        deel="",
        samenvatting=row.samenvatting,
        bron="",
        verzonnen="Dit verhaal is verzonnen, of zo veranderd dat niemand erin te herkennen is.",
        personen=(),
        delen=(
            _deel("begin", "Het verhaal", row.verhaal),
            _deel("verder", "Hoe het verderging", row.keerpunt),
        ),
        denk=Denk(row.wat_zou_jij_doen),
        vragen=Vragen(tuple(regels(row.vragen))),
    )


def _deel(code: str, kop: str, text: str) -> Deel:
    return Deel(code, kop, code == "verder", tuple(Alinea(part) for part in alineas(text)))
