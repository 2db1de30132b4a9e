"""The actions of doelen, steps and successes, with the lines they put into the log."""

ACTIONS: dict[str, tuple[str, ...]] = {
    "students.doel.log": (),  # part of the others
    "students.doel.locked": (),
    "students.doel.new_step": (),
    "students.doel.maak_doel": ("doel gemaakt",),
    "students.doel.pas_doel_aan": ("doel aangepast",),
    "students.doel.doel_gehaald": ("doel gelukt",),
    "students.doel.stop_doel": ("doel nog niet",),
    "students.doel.ga_verder": ("doel bezig",),
    "students.stap.voeg_stap_toe": ("stap toegevoegd",),
    "students.stap.pas_stap_aan": ("stap aangepast",),
    "students.stap.splits_stap": ("stap in stukjes",),
    "students.stap.verplaats": ("stap verplaatst",),
    "students.stap.stap_gehaald": ("stap gelukt", "succes gevonden"),
    "students.stap.stap_nog_niet": ("stap nog niet", "succes teruggenomen"),
    "students.stap.hulp_naar": ("hulp bij stap",),
    "students.succes.noteer_succes": ("succes genoteerd",),
    "students.succes.haal_weg": ("succes weggehaald",),
    "students.succes.vind": ("succes gevonden",),
    "students.succes.verlies": ("succes teruggenomen",),
}
