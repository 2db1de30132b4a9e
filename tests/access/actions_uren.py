"""The actions of the hours, with the lines they put into the log."""

ACTIONS: dict[str, tuple[str, ...]] = {
    "stageplekken.uren.enter_day": ("uren ingevuld",),
    "stageplekken.uren.niet_gekomen": ("uren ingevuld",),
    "stageplekken.uren.correct": ("uren verbeterd",),
    "stageplekken.uren.undo_day": ("uren weggehaald", "uren ingevuld"),
    "stageplekken.uren_weken.locked": (),
    "stageplekken.uren_weken.week_range": (),
    "stageplekken.uren_weken.fresh_week": (),  # a week without hours says nothing
    "stageplekken.uren_weken.to_state": (),  # part of the others
    "stageplekken.uren_weken.say_akkoord": ("week akkoord",),
    "stageplekken.uren_weken.take_back_akkoord": ("akkoord teruggenomen",),
    "stageplekken.uren_weken.return_week": ("week teruggegeven",),
}
