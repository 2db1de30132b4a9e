"""The matrix of the three talks: who opens which, who fills in for the mentor's side, and who lends a phone."""

from tests.access.table import NO, Row

STAGES = {
    "marije": "mentor kawer praktijk zorg student",
    "sanna": "mentor kawer praktijk_ander zorg_ander student_ander",
    "lotte": "mentor_school kawer_school praktijk_school",
}
# Who of those plans: mentor and praktijkbegeleider of this stage.
PLANT = {
    "marije": "mentor praktijk",
    "sanna": "mentor praktijk_ander",
    "lotte": "mentor_school praktijk_school",
}
TALKS = {
    "open": "marije",  # being filled in by all three, nobody klaar
    "besproken": "marije",
    "vast": "marije",
    "sanna": "sanna",  # begun by the mentor
    "lotte": "lotte",
}
MENTOR = {"marije": "mentor", "sanna": "mentor", "lotte": "mentor_school"}
ZIJDEN = {"marije": "mentor praktijk student"}
LEENT = {
    "marije": "mentor kawer praktijk",
    "sanna": "mentor kawer praktijk_ander",
    "lotte": "mentor_school kawer_school praktijk_school",
}


def talk_rows() -> list[Row]:
    """Every address of the talks."""
    found = [Row("telefoon_stagegesprek", "", "302 ingelogd", "302 ingelogd", {})]
    for name, reads in STAGES.items():
        may = PLANT[name]
        found.append(Row("stagegesprekken", name, f"200 {reads}", NO, {}))
        found.append(Row("stagegesprekken_plan", name, NO, f"403 {reads} · 302 {may}", {}))
        found.append(Row("stage_grenzen", name, f"403 {reads} · 200 {may}", f"403 {reads} · 302 {may}", {}))
    for name, stage in TALKS.items():
        found += _talk(name, STAGES[stage], stage)
    return found


def _talk(name: str, reads: str, stage: str) -> list[Row]:
    """The address of one talk; what is sent speaks for the side of the mentor."""
    filling, mentor = name not in ("besproken", "vast"), MENTOR[stage]
    sides, plans = ZIJDEN.get(stage, ""), PLANT[stage]
    part = "200" if filling else "302"
    return [
        Row("stagegesprek", name, f"200 {reads}", NO, {}),
        Row("stagegesprek_verslag", name, f"200 {reads}" if name == "vast" else "", NO, {}),
        Row("stagegesprek_wanneer", name, NO, f"403 {reads} · {302 if filling else 422} {plans}", {}),
        Row(
            "stagegesprek_besproken",
            name,
            NO,
            f"403 {reads} · 302 {sides if name == 'besproken' else ''}",
            {},
        ),
        Row("stagegesprek_akkoord", name, NO, f"403 {reads}{_agrees(name, mentor)}", {}),
        Row(
            "stagegesprek_telefoon",
            name,
            NO,
            f"403 {reads}{'' if name == 'vast' else f' · 302 {LEENT[stage]}'}",
            {},
        ),
        Row(
            "stagegesprek_deel",
            name,
            f"403 {reads} · {part} {mentor}",
            f"403 {reads} · {302 if filling else 409} {mentor}",
            {302: 200},
        ),
        # These stages run: nobody goes on without the praktijk.
        Row("stagegesprek_zonder", name, NO, f"403 {reads}", {}),
        Row("stagegesprek_open", name, NO, f"403 {reads} · 302 {mentor}", {}),
        Row("stagegesprek_opnieuw", name, NO, f"403 {reads} · 302 {mentor}", {}),
        # No two texts wait: where one could choose, there is nothing to choose between.
        Row("stagegesprek_botsing", name, NO, f"403 {reads} · {404 if filling else 409} {mentor}", {}),
    ]


def _agrees(name: str, mentor: str) -> str:
    """An akkoord with a page that nobody was shown is refused; once given it is given."""
    return {"besproken": f" · 422 {mentor}", "vast": f" · 302 {mentor}"}.get(name, "")
