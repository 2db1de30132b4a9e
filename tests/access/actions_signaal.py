"""The actions of signalen, of a stage and its end, with the lines they put into the log."""

ACTIONS: dict[str, tuple[str, ...]] = {
    "signaal.receivers_of": (),  # asks only
    "signaal.send": ("signaal gestuurd",),
    "signaal.from_hours": ("signaal gestuurd",),
    "signaal.see": ("signaal gezien",),
    "signaal.pick_up": ("signaal opgepakt",),
    "signaal.report_back": ("signaal teruggemeld",),
    "signaal.close": ("signaal afgesloten",),
}
