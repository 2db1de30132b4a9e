"""The actions of Samenwerking and Individuele begeleiding, with the lines they may write."""

ACTIONS: dict[str, tuple[str, ...]] = {
    "samen.pair_of": (),  # a word for two people
    "samen.ask": ("samenwerking gevraagd",),
    "samen.fill": ("samenwerking ingevuld",),
    "samen.go_to": (),  # where somebody is in a checklist: no content
    "samen.resolve": ("tekst gekozen",),
    "samen.give": ("samenwerking vrijgegeven",),
    "samen.take_back": ("samenwerking teruggenomen",),
    "samen.stop": ("samenwerking gestopt",),
    "samen.discuss": ("samenwerking besproken",),
    "individueel.begin": ("eigen begeleiding begonnen",),
    "individueel.fill": ("eigen begeleiding ingevuld",),
    "individueel.go_to": (),
    "individueel.resolve": ("tekst gekozen",),
    "individueel.done": ("eigen begeleiding klaar",),
}
