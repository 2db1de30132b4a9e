"""The matrix of students, afspraken, contactpogingen and the pages without an object."""

from tests.access.table import NO, Row

# Students ---------------------------------------------------------------------------------------------------
KENT = {
    "marije": "mentor kawer praktijk peercoach zorg student beheer",
    "sanna": "mentor kawer praktijk_ander peercoach zorg_ander student_ander beheer",
    "has": "mentor kawer zorg beheer",
    "milan": "mentor_klas peer_ander beheer",
    "lotte": "mentor_school kawer_school praktijk_school",
}
NIET_SCHRIJVEN = "student student_ander beheer"
SCHRIJFT = {name: " ".join(p for p in who.split() if p not in NIET_SCHRIJVEN) for name, who in KENT.items()}
LEEST_ALLEEN = {name: " ".join(p for p in who.split() if p in NIET_SCHRIJVEN) for name, who in KENT.items()}


def student_rows() -> list[Row]:
    """The page of a student, and what begins there."""
    found = [Row("student", name, f"200 {who}", NO, {}) for name, who in KENT.items()]
    for address in ("gesprek_start", "gesprek_kort", "contactpoging", "afspraak_nieuw"):
        for name in KENT:
            no, yes = f"403 {LEEST_ALLEEN[name]}", SCHRIJFT[name]
            # Sent by gesprek_kort: layer begeleiding, which a praktijkbegeleider has not.
            refused = "422 " + " ".join(p for p in yes.split() if p.startswith("praktijk"))
            post = f"{no} · 302 {yes}" + (
                f" · {refused}" if address == "gesprek_kort" and " " in refused.strip() else ""
            )
            found.append(Row(address, name, f"{no} · 200 {yes}", post, {}))
    return found


# Afspraken: who reads it, and who of those may tick it off -------------------------------------------------
AFSPRAKEN = {
    "stage": ("mentor kawer zorg praktijk student", "mentor kawer zorg student"),  # the student's
    "praktijk": ("mentor kawer zorg praktijk student", "mentor kawer zorg student"),  # the student's
    "begeleiding": ("mentor kawer zorg student", "mentor kawer zorg"),  # the KAW-er's
    "peer": ("mentor kawer zorg peercoach student", "mentor kawer zorg student"),  # the student's
    "werk": ("mentor student", "mentor"),  # the mentor's
    "zorg": ("zorg", "zorg"),  # the zorgmedewerker's
    "van_praktijk": ("mentor praktijk student", "mentor praktijk"),  # in a werkaantekening of the mentor
    "van_mentor": ("zorg mentor", "zorg mentor"),  # in layer zorg
    "van_ex": ("mentor kawer zorg student", "mentor kawer zorg"),  # of somebody whose role ended
    "wacht": ("", ""),  # in a concept: it does not live yet
    "los_klas": ("mentor_klas", "mentor_klas"),
    "los_school": ("mentor_school kawer_school", "mentor_school kawer_school"),
}


def afspraak_rows() -> list[Row]:
    """Ticking off, undoing that, and saying why not."""
    found = []
    for name, (reads, ends) in AFSPRAKEN.items():
        post = f"403 {reads} · 302 {ends}" if reads else ""
        get = f"403 {reads} · 200 {ends}" if reads else ""
        found += [Row("afspraak_gedaan", name, NO, post, {}), Row("afspraak_terug", name, NO, post, {})]
        found.append(Row("afspraak_afronden", name, get, post, {}))
    return found


# Contactpogingen: who noted it takes it back ---------------------------------------------------------------
POGINGEN = {
    "mentor": "403 kawer zorg student · 302 mentor",
    "praktijk": "403 mentor kawer zorg student · 302 praktijk",
    "peer": "403 mentor kawer zorg student · 302 peercoach",
    "ex": "403 mentor kawer zorg student",
    "ander_klas": "302 mentor_klas",
    "ander_school": "403 mentor_school · 302 kawer_school",
}


def poging_rows() -> list[Row]:
    """Taking back a tap by mistake."""
    return [Row("contactpoging_ongedaan", name, NO, post, {}) for name, post in POGINGEN.items()]


# Pages without an object: (GET, POST) ----------------------------------------------------------------------
MINE = ("200 ingelogd", NO)
OPEN = ("200 iedereen", "405 iedereen")
PAGINAS: dict[str, tuple[str, str]] = {
    "vandaag": MINE,
    "studenten": MINE,
    "gesprekken": MINE,
    "instrumenten": MINE,
    "instrument begeleidingsgesprek-a": MINE,
    "instrument begeleidingsgesprek-b": MINE,
    "instrument bestaat-niet": ("", NO),
    "instrument_blank begeleidingsgesprek-a": MINE,
    "instrument_blank bestaat-niet": ("", NO),
    "componenten": OPEN,
    "privacy": OPEN,
    "toegankelijkheid": OPEN,
    "hulp": OPEN,
    "gezond": OPEN,
    # Nobody handed a phone over
    "telefoon": ("302 ingelogd", "302 ingelogd"),
    "telefoon_klaar": ("302 ingelogd", NO),
    "telefoon_terug": ("302 ingelogd", "302 ingelogd"),
    # Logging in
    "demo_login": ("302 iedereen", "404 iedereen"),  # sent: an id that is not in the demo's cast
    "carry_login": ("302 iedereen", "302 iedereen"),
    "account_login": ("302 ingelogd · 200 anoniem", "302 ingelogd · 200 anoniem"),
    "account_logout": ("200 ingelogd · 302 anoniem", "302 iedereen"),
    "account_inactive": ("200 iedereen", "405 iedereen"),
    "account_signup": ("302 ingelogd · 200 anoniem", "302 ingelogd · 200 anoniem"),
    "account_change_password": ("200 ingelogd", "200 ingelogd"),
    "account_set_password": ("302 ingelogd", "302 ingelogd"),
    "account_reset_password": ("200 iedereen", "200 iedereen"),
    "account_reset_password_done": ("200 iedereen", "405 iedereen"),
    "account_reset_password_from_key": ("200 iedereen", "200 iedereen"),
    "account_reset_password_from_key_done": ("200 iedereen", "405 iedereen"),
}


def page_rows() -> list[Row]:
    """The pages without an object of a person."""
    found = []
    for name, (get, post) in PAGINAS.items():
        address, _, code = name.partition(" ")
        found.append(Row(address, code, get, post, {}))
    return found
