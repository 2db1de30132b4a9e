"""The matrix of coming in: codes, links, the second step, and the mentor's invitations."""

from tests.access.table import NO, Row

# The mentor invites; who else knows the student is told who does.
MENTOR = {"marije": "mentor", "has": "mentor", "milan": "mentor_klas", "lotte": "mentor_school"}
KENT = {
    "marije": "kawer praktijk peercoach zorg student beheer",
    "has": "kawer zorg beheer",
    "milan": "peer_ander beheer",
    "lotte": "kawer_school praktijk_school",
}
KENT_KAART = KENT | {"sanna": "kawer praktijk_ander peercoach zorg_ander student_ander beheer"}
# A link: how the page answers, and what its buttons do. Nobody needs to be logged in for it.
LINKS = {
    "marije": ("200 iedereen", "302 iedereen", "200 iedereen"),
    "has": ("410 iedereen", "410 iedereen", "302 iedereen"),  # too old: a new one can be sent
    "milan": ("410 iedereen", "410 iedereen", "410 iedereen"),  # withdrawn
    "onbekend": ("404 iedereen", "404 iedereen", "404 iedereen"),
}
OPEN_405 = "405 iedereen"
PAGINAS = {
    "code_vragen": ("302 ingelogd · 200 anoniem", "302 ingelogd · 302 anoniem"),
    "code_invullen": ("302 iedereen", "302 iedereen"),  # nobody waits for a code
    "toestellen": ("200 ingelogd", "302 ingelogd"),
    "mfa_index": ("200 ingelogd", NO),
    "mfa_activate_totp": ("200 ingelogd", "200 ingelogd"),
    "mfa_qr": ("", NO),  # no secret waits
    "mfa_authenticate": ("302 iedereen", "302 iedereen"),
    "mfa_view_recovery_codes": ("", NO),
    "mfa_generate_recovery_codes": ("302 ingelogd", "302 ingelogd"),
}


def kaart_rows() -> list[Row]:
    """The card of a student: everyone may open its link, the mentor alone makes, prints and withdraws it."""
    found = [
        # Marije's account has an address: the button sends a code. A withdrawn card is a card that never was.
        Row("welkom_kaart", "marije", "200 iedereen", "302 iedereen", {}),
        Row("welkom_kaart", "sanna", "410 iedereen", "410 iedereen", {}),
        Row("welkom_kaart", "onbekend", "410 iedereen", "410 iedereen", {}),
    ]
    for name, yes in (MENTOR | {"sanna": "mentor"}).items():
        no = f"403 {KENT_KAART[name]}"
        found.append(Row("kaart", name, f"{no} · 200 {yes}", f"{no} · 302 {yes}", {}))
        found.append(Row("kaart_pdf", name, f"{no} · 200 {yes}" if name == "marije" else no, NO, {}))
        # Without an account there is nobody to show a code to; who reads mail, gets it there.
        code = f"{no} · 409 {yes}"
        found.append(Row("inlogcode", name, f"{no} · 200 {yes}", code, {}))
    return found


def in_rows() -> list[Row]:
    """Everything of coming in."""
    found = [Row(name, "", get, post, {}) for name, (get, post) in PAGINAS.items()]
    for name, (get, post, new) in LINKS.items():
        found += [Row("welkom", name, get, post, {}), Row("welkom_nieuw", name, OPEN_405, new, {})]
    found += kaart_rows()
    for name, yes in MENTOR.items():
        no = f"403 {KENT[name]}"
        found.append(Row("uitnodigingen", name, f"{no} · 200 {yes}", NO, {}))
        found.append(Row("uitnodigen", name, f"{no} · 200 {yes}", f"{no} · 302 {yes}", {}))
        found.append(Row("uitnodiging_opnieuw", name, NO, f"{no} · 302 {yes}", {}))
        found.append(Row("uitnodiging_bevestigen", name, NO, f"{no} · 302 {yes}", {}))
        stopped = f"{no} · 403 {yes}" if name == "milan" else ""  # a withdrawn one has no address to mend
        found.append(
            Row(
                "uitnodiging_adres",
                name,
                stopped or f"{no} · 200 {yes}",
                stopped or f"{no} · 302 {yes}",
                {},
            )
        )
        found.append(Row("uitnodiging_intrekken", name, f"{no} · 200 {yes}", f"{no} · 302 {yes}", {}))
    return found
