"""What a page knew when it was made: the version and value of each field, and which page it is itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from checklists import values
from checklists.fields import Veld
from checklists.models import Antwoord, Botsing

_TOKEN = re.compile(r"(\d{1,9})\.([0-9a-f]{8})")
_PAGE = re.compile(r"[A-Za-z0-9-]{8,40}")


@dataclass(frozen=True)
class Token:
    """The version and the digest of the value that a page was made from; version 0: no answer yet."""

    versie: int
    digest: str

    def __str__(self) -> str:
        return f"{self.versie}.{self.digest}"

    @classmethod
    def read(cls, veld: Veld, posted: values.Posted) -> Token:
        """The token in the hidden field `t:<veld>`; without a readable one the page knew no answer."""
        match = _TOKEN.fullmatch(str(posted.get(f"t:{veld.code}") or ""))
        if match is None:
            return cls(0, values.digest(values.empty(veld)))
        return cls(int(match[1]), match[2])


def token_of(row: Antwoord) -> str:
    """The token of a stored answer."""
    return str(Token(row.versie, values.digest(row.waarde)))


def shown(botsing: Botsing) -> str:
    """What a page shows of a conflict: both texts, in one token. Goes in the hidden field `gezien:<id>`."""
    return f"{token_of(botsing.antwoord)}.{values.digest(botsing.waarde)}"


@dataclass(frozen=True)
class Page:
    """One opened page: the script gives it a name (`pagina`) and counts its saves (`beurt`).

    An answer that got lost on its way back then is no conflict: the page knows what it wrote itself.
    Without the script both are empty, and a page posts only once.
    """

    pagina: str = ""
    beurt: int = 0

    @classmethod
    def read(cls, posted: values.Posted) -> Page:
        """The page's name and turn in a posted form; anything unreadable counts as no name."""
        pagina, beurt = str(posted.get("pagina") or ""), str(posted.get("beurt") or "")
        if not _PAGE.fullmatch(pagina) or not re.fullmatch(r"\d{1,9}", beurt):
            return cls()
        return cls(pagina, int(beurt))

    def turn(self, row: Antwoord | Botsing | None) -> Literal["own", "superseded", "other"]:
        """How this save stands to what is stored: later than its own, earlier than its own, or another's."""
        if row is None or not self.pagina or row.pagina != self.pagina or row.beurt == self.beurt:
            return "other"
        return "own" if self.beurt > row.beurt else "superseded"
