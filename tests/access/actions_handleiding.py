"""The actions of the student's own words, with the lines they may write."""

ACTIONS: dict[str, tuple[str, ...]] = {
    "students.vrijgave.geef_vrij": ("vrijgegeven",),
    "students.vrijgave.give": ("vrijgegeven",),
    "students.vrijgave.trek_in": ("vrijgave teruggenomen",),
    "students.vrijgave.take_back": (),  # part of taking back, and of its line
    "students.vrijgave.may_share": (),  # asks only
    "students.handleiding.schrijf": ("handleiding geschreven",),
    "students.handleiding.geef_op_telefoon": ("vrijgegeven", "vrijgegeven op telefoon"),
    "students.handleiding.vraag": ("om een deel gevraagd",),
    "students.handleiding.antwoord": ("vraag beantwoord", "vrijgegeven"),
    "students.handleiding.end_sharing": (),  # part of a save, with lines of its own
    "students.handleiding.lock": (),
    "students.handleiding.log": (),
    "students.beeld.schrijf_beeld": ("beeld geschreven",),
    "students.beeld.zet_leefgebied": ("leefgebied besproken",),
}
