"""The actions of requests to the zorgteam, regie and consent, with the lines they put into the log."""

ACTIONS: dict[str, tuple[str, ...]] = {
    "escalatie.aanmelden": ("aanvraag gedaan", "toestemming genoteerd", "grond genoemd"),
    "escalatie.pak_op": ("aanvraag opgepakt",),
    "escalatie.leg_terug": ("aanvraag teruggelegd",),
    "escalatie.neem_over": ("aanvraag overgenomen",),
    "escalatie.trek_in": ("aanvraag ingetrokken",),
    "escalatie.moved": (),  # part of the others
    "escalatie.log": (),
    "escalatie.move": (),
    "escalatie.locked": (),
    "escalatie.stop": (),  # part of taking back; its line "aanvraag ingetrokken"
    "escalatie.tell": (),  # meldingen hold no content
    "escalatie.team": (),  # asks only
    "escalatie.zorgcoordinatoren": (),
    "behandelen.stel_vraag": ("vraag bij aanvraag",),
    "behandelen.antwoord": ("antwoord bij aanvraag",),
    "behandelen.besluit": ("besluit: hulp van het zorgteam", "besluit: hulp van buiten school"),
    "behandelen.koppel_terug": ("terugkoppeling bij aanvraag",),
    "behandelen.sluit": ("aanvraag afgerond",),
    "behandelen.heropen": ("aanvraag heropend",),
    "inzage.begin_inzage": (),  # part of a request, and of its line
    "inzage.end_inzage": (),
    "inzage.cut_inzage": (),
    "terugnemen.end_what_rested": (),  # part of taking consent back, with the lines of what ends
    "inzage.last_day": (),  # works out a day
    "consent.vraag": ("toestemming gevraagd",),
    "consent.noteer": ("toestemming genoteerd",),
    "consent.geef": ("toestemming gegeven",),
    "consent.neem_terug": ("toestemming teruggenomen",),
    "consent.kijk_mee": ("grond meegekeken",),
    "consent.vertel": ("student hoorde van de grond",),
    "consent.keep_spoken": (),  # part of the others; its line "toestemming genoteerd"
    "consent.keep_ground": (),  # its line "grond genoemd"
    "consent.holds": (),
    "consent.laat_verlopen": (),  # by the clock; its line "toestemming verlopen"
    "regie.bied_aan": ("regie aangeboden",),
    "regie.aanvaard": ("regie aanvaard",),
    "regie.weiger": ("regie niet aangenomen",),
    "regie.trek_in": ("regieaanbod ingetrokken",),
    "regie.neem": ("regie overgenomen", "regieaanbod ingetrokken"),
    "regie.geinformeerd": ("student weet wie de regie heeft",),
    "regie.locked_student": (),
    "regie.open_offer": (),
    "regie.lapse": (),  # part of the others; its line "regieaanbod ingetrokken"
    "regie.fall_back": (),  # part of what ended the role; its line "regie terug bij mentor"
    "regie.can_hold": (),  # asks only
    "regie.holds_by_own_role": (),
    "zorgteam.leave": (),  # part of the others; its line "zorgmedewerker van het team"
    "zorgteam.erbij": ("zorgmedewerker bij het team",),
    "zorgteam.eraf": ("zorgmedewerker van het team", "regieaanbod ingetrokken"),
}
