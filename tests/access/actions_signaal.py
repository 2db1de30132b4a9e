"""The actions of signalen, of a stage and its end, with the lines they put into the log."""

ACTIONS: dict[str, tuple[str, ...]] = {
    "signaal.receivers_of": (),  # asks only
    "signaal.send": ("signaal gestuurd",),
    "signaal.from_hours": ("signaal gestuurd",),
    "signaal.take_back": ("signaal teruggenomen",),
    "signaal.see": ("signaal gezien",),
    "signaal.pick_up": ("signaal opgepakt",),
    "signaal.report_back": ("signaal teruggemeld",),
    "signaal.close": ("signaal afgesloten",),
}
ACTIONS |= {
    "stageplekken.stage.locked": (),
    "stageplekken.stage.arrange": ("stage gemaakt",),
    "stageplekken.stage.change": ("stage aangepast",),
    "stageplekken.stage.move": ("stage gezocht", "stage voorstel", "stage kennismaking", "stage afgesproken"),
    "stageplekken.stage.sign": ("POK getekend", "stage POK getekend"),
    "stageplekken.stage.start": ("stage gestart", "stage lopend"),
    "stageplekken.stage.absent_at_start": ("stage niet verschenen",),
    "stageplekken.stage.pause": ("pauze van de stage",),
    "stageplekken.stage.unpause": ("pauze weggehaald",),
    "stageplekken.stage.finish": ("stage afgerond", "stage gestopt"),
    "einde.end": ("einde van de stage vastgelegd",),
    "einde.share_words": ("woorden over het einde gedeeld",),
    "einde.report_back": ("terugmelding aan leerbedrijf gedaan",),
    "einde.at_stage": (),  # asks only
    "einde.tell_everyone": (),  # part of the end: meldingen hold no content
    "einde.last_day_of_access": (),  # works out a day
    "einde.limit_access": (),  # part of the end; its own lines "rol krijgt een laatste dag"
    "overdracht.hand_over": ("gesprek overgedragen",),
}
ACTIONS |= {
    "rol.end_team": ("rol krijgt een laatste dag",),
    "rol.end_klas": ("rol krijgt een laatste dag",),
}
