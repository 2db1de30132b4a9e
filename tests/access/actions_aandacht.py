"""The actions of aandacht and of klas gezien, with the lines they put into the log."""

ACTIONS: dict[str, tuple[str, ...]] = {
    "aandacht.set_aside": ("aandacht opzij gezet",),
    "aandacht.put_back": ("aandacht teruggezet",),
    "aandacht.see_klas": ("klas gezien",),
    "herinnering.remind": (),  # by the clock: a melding, no content
    "aandacht.unsee_klas": ("klas gezien weggehaald",),
}
