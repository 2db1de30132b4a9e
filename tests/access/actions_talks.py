"""The actions of the three talks, with the lines they put into the log."""

ACTIONS: dict[str, tuple[str, ...]] = {
    "stageplekken.talks_plan.plan": ("stagegesprekken gepland",),
    "stageplekken.talks_plan.set_day": ("stagegesprek in de agenda",),
    "stageplekken.talks_plan.set_limits": ("hier niet mogelijk gezet",),
    "stageplekken.talks_plan.planned": (),  # part of plan, and of a stage that starts or changes
    "stageplekken.talks_plan.log": (),  # part of the others
    "stageplekken.talks_plan.moved": (),
    "stageplekken.talks_plan.locked_stage": (),
    "stageplekken.talks_plan.locked_talk": (),
    "stageplekken.talks_plan.plan_of": (),
    "stageplekken.talks.save": ("stagegesprek ingevuld",),
    "stageplekken.talks.fill_rest": ("stagegesprek ingevuld",),
    "stageplekken.talks.all_ready": (),  # part of finish and go_without
    "stageplekken.talks.finish": ("stagegesprek: deel klaar",),
    "stageplekken.talks.restart": ("stagegesprek: deel opnieuw begonnen",),
    "stageplekken.talks.resolve": ("tekst gekozen in stagegesprek",),
    "stageplekken.talks.writable": (),
    "stageplekken.talks.waiting": (),
    "stageplekken.talks.still_open": (),
    "stageplekken.talks_samen.discuss": ("stagegesprek besproken",),
    "stageplekken.talks_samen.agree": ("akkoord met stagegesprek", "stagegesprek vast"),
    "stageplekken.talks_samen.go_without": ("stagegesprek zonder akkoord praktijk",),
    "stageplekken.talks_samen.reopen": ("stagegesprek: deel weer open", "stagegesprek weer open"),
}
