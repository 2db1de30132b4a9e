"""The actions of Samenwerking and Individuele begeleiding, with the lines they may write."""

ACTIONS: dict[str, tuple[str, ...]] = {
    "samen.pair_of": (),  # a word for two people
    "samen.ask": ("samenwerking gevraagd",),
    "samen.give": ("samenwerking vrijgegeven",),
    "samen.take_back": ("samenwerking teruggenomen",),
    "samen.stop": ("samenwerking gestopt",),
    "samen.discuss": ("samenwerking besproken",),
    # What is filled in alone: these two and the Gespreksleidraad.
    "alleen.fill": ("samenwerking ingevuld", "eigen begeleiding ingevuld", "collegiale feedback ingevuld"),
    "alleen.go_to": (),  # where somebody is in a checklist: no content
    "alleen.resolve": ("tekst gekozen",),
    "individueel.begin": ("eigen begeleiding begonnen",),
    "individueel.done": ("eigen begeleiding klaar",),
}
