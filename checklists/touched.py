"""Which kenmerken the answers to an instrument touched: of answers as they are stored, without a query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checklists import kenmerken
from checklists.fields import Veld
from checklists.instrument import Instrument
from checklists.nodes import KEUZE, VINK


def on_path(veld: Veld, given: Mapping[str, Any]) -> bool:
    """Whether a field stands on a path that was taken, or on none. `given` are the stored values by field."""
    fork, _, path = veld.pad.partition(":")
    taken = given.get(fork) or []
    return not fork or path in ([taken] if isinstance(taken, str) else taken)


def touched(instrument: Instrument, given: Mapping[str, Any]) -> set[str]:
    """The codes of the kenmerken that got attention: of ticked points, chosen in a question, or judged with a word.

    A word without a value (niet van toepassing) is no attention.
    """
    found: set[str] = set()
    for veld in instrument.velden():
        value = given.get(veld.code)
        if value and on_path(veld, given):
            found.update(_of(instrument, veld, value))
    return found & kenmerken.codes()


def _of(instrument: Instrument, veld: Veld, value: Any) -> tuple[str, ...]:
    if veld.soort == VINK:
        return veld.kenmerken
    if veld.schaal:
        trede = instrument.manier.trede(str(value))
        return veld.kenmerken if trede and trede.waarde is not None else ()
    if veld.soort == KEUZE and veld.meer and isinstance(value, list):
        return tuple(value)
    return ()
