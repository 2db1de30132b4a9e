"""The actions of the team list, the network, the hand-over of a klas and the overview for parents."""

ACTIONS: dict[str, tuple[str, ...]] = {
    "klas.geef_over": ("klas overgedragen", "rol in een klas begint", "regie ging mee met de klas"),
    "regie.move_along": (),  # part of that; its line "regie ging mee met de klas"
    "rol.demand_end": (),  # asks only
    "rol.set_end": (),  # part of the end of a role
    "rol.lapse_offers": (),  # its line "regieaanbod ingetrokken"
    "ouders.geef_mee": ("overzicht voor ouders gemaakt",),
    "students.netwerk.zet_erbij": ("contactpersoon erbij",),
    "students.netwerk.pas_aan": ("contactpersoon aangepast",),
    "students.netwerk.antwoord": ("student zei ja", "student zei nee"),
    "students.netwerk.haal_weg": ("contactpersoon weggehaald",),
    "students.team.zeg_bereikbaar": ("bereikbaarheid bewaard",),
    "students.team.merk_kern": ("vaste kern aangepast",),
}
