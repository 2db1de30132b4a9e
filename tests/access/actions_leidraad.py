"""The actions of the Gespreksleidraad, with the lines they may write; none names a student."""

ACTIONS: dict[str, tuple[str, ...]] = {
    "leidraad.begin": ("collegiale feedback begonnen",),
    "leidraad.fill": ("collegiale feedback ingevuld",),
    "leidraad.go_to": (),  # where somebody is in a checklist: no content
    "leidraad.resolve": ("tekst gekozen",),
    "leidraad.done": ("collegiale feedback afgerond",),
    "leidraad.discard": ("collegiale feedback weggegooid",),
}
