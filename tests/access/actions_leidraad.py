"""The actions of the Gespreksleidraad, with the lines they may write; none names a student."""

ACTIONS: dict[str, tuple[str, ...]] = {
    "leidraad.begin": ("collegiale feedback begonnen",),
    "leidraad.done": ("collegiale feedback afgerond",),
    "leidraad.discard": ("collegiale feedback weggegooid",),
}
