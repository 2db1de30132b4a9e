"""The matrix of Samenwerking and Individuele begeleiding: two people, and one."""

from tests.access.table import NO, Row

# Who may begin one around a student, and who knows the student but may not.
VRAAGT = {
    "marije": ("mentor kawer praktijk zorg", "peercoach student beheer"),
    "lotte": ("mentor_school kawer_school praktijk_school", ""),
}
KIJKT = {
    "marije": ("mentor kawer praktijk zorg peercoach", "student beheer"),
    "milan": ("mentor_klas peer_ander", "beheer"),
}
# Each round: its two people, what sending the form of each page gives them.
PAREN = {
    "bezig": "mentor praktijk",  # nobody gave it free
    "vrij": "kawer mentor",  # the KAW-er did
    "naast": "praktijk kawer",
    "gestopt": "mentor zorg",
    "school": "mentor_school kawer_school",  # of the other school, nobody gave it free
}
# The status of a form by what stands there, for the two.
POSTS: dict[str, dict[str, str]] = {
    "samen_deel": {
        "bezig": "302 mentor praktijk",
        "vrij": "302 mentor · 409 kawer",
        "naast": "409 praktijk kawer",
        "gestopt": "409 mentor zorg",
        "school": "302 mentor_school kawer_school",
    },
    "samen_vrij": {
        "bezig": "302 mentor praktijk",
        "vrij": "302 mentor kawer",
        "naast": "302 praktijk kawer",  # twice is once
        "gestopt": "403 mentor zorg",
        "school": "302 mentor_school kawer_school",
    },
    "samen_terug": {
        "bezig": "403 mentor praktijk",
        "vrij": "302 kawer · 403 mentor",
        "naast": "403 praktijk kawer",
        "gestopt": "403 mentor zorg",
        "school": "403 mentor_school kawer_school",
    },
    "samen_stop": {
        "bezig": "302 mentor praktijk",
        "vrij": "302 mentor kawer",
        "naast": "403 praktijk kawer",
        "gestopt": "403 mentor zorg",
        "school": "302 mentor_school kawer_school",
    },
    "samen_afspraak": {
        "bezig": "403 mentor praktijk",
        "vrij": "403 mentor kawer",
        "naast": "302 praktijk kawer",
        "gestopt": "403 mentor zorg",
        "school": "403 mentor_school kawer_school",
    },
}
GETS: dict[str, dict[str, str]] = {
    "samen_deel": {
        "bezig": "200 mentor praktijk",
        "vrij": "200 mentor · 302 kawer",
        "naast": "302 praktijk kawer",
        "gestopt": "302 mentor zorg",
        "school": "200 mentor_school kawer_school",
    },
    "samen_stop": {
        "bezig": "200 mentor praktijk",
        "vrij": "200 mentor kawer",
        "naast": "403 praktijk kawer",
        "gestopt": "403 mentor zorg",
        "school": "200 mentor_school kawer_school",
    },
}
# The private looks: open ones of the mentor and of the peercoach, one that is done.
KIJKJES = {"open": "mentor", "peer": "peercoach", "klaar": "praktijk", "school": "kawer_school"}
HTMX_SAVE = {302: 200}


def samen_rows() -> list[Row]:
    """Every address of urls_samen.py."""
    found = [Row("samen", "", "200 ingelogd", NO, {})]
    for name, (yes, no) in VRAAGT.items():
        refused = f"403 {no} · " if no else ""
        found.append(Row("samen_start", name, f"{refused}200 {yes}", f"{refused}422 {yes}", {}))
    for name, (yes, no) in KIJKT.items():
        found.append(Row("individueel_start", name, f"403 {no} · 200 {yes}", f"403 {no} · 302 {yes}", {}))
    for name, two in PAREN.items():
        found.append(Row("samen_ronde", name, f"200 {two}", NO, {}))
        found.append(Row("samen_pdf", name, f"{'200' if name == 'naast' else '302'} {two}", NO, {}))
        # A conflict that is not there: 404; where it is too late, that comes first.
        late = {"naast": two, "gestopt": two, "vrij": "kawer"}.get(name, "")
        found.append(Row("samen_botsing", name, NO, f"409 {late}" if late else "", {}))
        for address, cells in POSTS.items():
            htmx = HTMX_SAVE if address == "samen_deel" else {}
            found.append(Row(address, name, GETS.get(address, {}).get(name, NO), cells[name], htmx))
    for name, one in KIJKJES.items():
        done = name == "klaar"
        found.append(Row("individueel", name, f"200 {one}", NO, {}))
        found.append(Row("individueel_pdf", name, f"200 {one}", NO, {}))
        found.append(Row("individueel_klaar", name, NO, f"302 {one}", {}))
        found.append(Row("individueel_botsing", name, NO, f"409 {one}" if done else "", {}))
        get, post = ("302", "409") if done else ("200", "302")
        found.append(Row("individueel_deel", name, f"{get} {one}", f"{post} {one}", HTMX_SAVE))
    return found
