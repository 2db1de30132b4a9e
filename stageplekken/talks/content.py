"""From content and profiel to an instrument for each talk and side: the trees that the engine fills in.

The engine knows no talk: what is made here is a mapping as in fixtures/instrumenten/, parsed and stored by
`checklists.loading.made`. The codes of the fields are the same for the three sides, so that they lie side by side.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings

from checklists.content import read_yaml
from stageplekken.enums.talks import Kant, Stand, TalkSoort
from students.profielen import Kerntaak, Profiel

SOORT = "stagegesprek"  # of the instrument
VERWACHTINGEN, VAARDIGHEDEN, WERK, VERDER, SAMEN = "verwachtingen", "vaardigheden", "werk", "verder", "samen"
HOE_VERDER, VERDER_TEKST = "hoe-verder", "hoe-verder-uitleg"
SAMEN_VERDER, SAMEN_CONTACT, SAMEN_AFSPRAKEN, SAMEN_WOORDEN = (
    "samen-verder",
    "samen-contact",
    "samen-afspraken",
    "samen-woorden",
)
VOORBEELD, STAP = "-voorbeeld", "-stap"


@dataclass(frozen=True)
class Punt:
    """A skill or a werkproces as it is laid side by side: the code of its field, its name, and its werkproces."""

    code: str
    titel: str
    werkproces: str = ""

    @property
    def gewoon(self) -> str:
        """The same in the words of the student; of what has none its name."""
        words = content()
        own = {row["code"]: row["student"] for row in words[VAARDIGHEDEN]["punten"]}
        return str(own.get(self.code) or words["werkprocessen"].get(self.werkproces) or self.titel)


@cache
def content() -> dict[str, Any]:
    """The words of the talks. Raises ContentError where the file is no mapping."""
    return read_yaml(settings.CONTENT_DIR / "stagegesprekken.yaml")


def vaardigheden() -> list[Punt]:
    """The eight vakoverstijgende vaardigheden."""
    return [Punt(row["code"], row["titel"]) for row in content()[VAARDIGHEDEN]["punten"]]


def werkprocessen(profiel: Profiel) -> list[tuple[Kerntaak, list[Punt]]]:
    """The werkprocessen of a profiel by kerntaak, the basis first."""
    return [
        (kerntaak, [Punt(one.code.lower(), one.titel, one.code) for one in kerntaak.werkprocessen])
        for kerntaak in profiel.kerntaken
    ]


def code_of(soort: str, kant: str, profiel: Profiel) -> str:
    """The code of an instrument: for what is written together the profiel makes no difference."""
    return f"stage-{soort}-samen" if kant == Kant.SAMEN else f"stage-{soort}-{profiel.crebo}-{kant}"


def tree(soort: TalkSoort, kant: Kant, profiel: Profiel) -> dict[str, Any]:
    """The tree of one talk for one side, without its version."""
    words, talk = content(), content()["gesprekken"][soort]
    return {
        "code": code_of(soort, kant, profiel),
        "titel": talk["titel"],
        "kort": talk["kort"],
        "soort": SOORT,
        "waarvoor": talk["doel"],
        "bron": words["bron"],
        "kanttekening": words["kanttekening"],
        "voor": {"inleiding": talk["doel"], "vragen": []},
        "stappen": [
            {"nummer": str(number), "doel": talk["doel"]} | step
            for number, step in enumerate(_steps(soort, kant, profiel), start=1)
        ],
        "terugkijken": {"inleiding": talk["doel"], "kenmerken": [], "vragen": []},
    }


def _steps(soort: TalkSoort, kant: Kant, profiel: Profiel) -> list[dict[str, Any]]:
    words = content()
    if kant == Kant.SAMEN:
        return [_together(soort)]
    steps = [_expectations(kant)] if soort == TalkSoort.START else []
    skills = [
        _scaled(row["code"], row["titel"], row["uitleg"], row["student"], kant)
        for row in words[VAARDIGHEDEN]["punten"]
    ]
    work = [
        _scaled(punt.code, punt.titel, "", words["werkprocessen"][punt.werkproces], kant)
        for _, punten in werkprocessen(profiel)
        for punt in punten
    ]
    for code, scaled in ((VAARDIGHEDEN, skills), (WERK, work)):
        step = {"code": code, "titel": _title(words[code], kant), "doel": words[code]["doel"]}
        steps.append(step | {"vragen": [vraag for vragen in scaled for vraag in vragen]})
    return [*steps, _onward(soort, kant)]


def _title(part: dict[str, Any], kant: Kant) -> str:
    title: str = part["titel_student"] if kant == Kant.STUDENT else part["titel"]
    return title


def _who(kant: Kant) -> str:
    return "student" if kant == Kant.STUDENT else "begeleider"


def _scaled(code: str, titel: str, uitleg: str, eigen: str, kant: Kant) -> list[dict[str, Any]]:
    """One skill or werkproces: how it goes (required to become klaar), an example, a next small step."""
    student, more = kant == Kant.STUDENT, content()["toelichting"]
    return [
        {
            "code": code,
            "soort": "keuze",
            "label": eigen if student else titel,
            # The student reads the official title of a werkproces below the plain one.
            "hulp": (titel if student and not uitleg else "" if student else uitleg),
            "keuzes": content()["schaal"],
        },
        {"code": f"{code}{VOORBEELD}", "soort": "tekst", "label": more["voorbeeld"][_who(kant)]},
        {"code": f"{code}{STAP}", "soort": "regel", "label": more["stap"][_who(kant)]},
    ]


def _expectations(kant: Kant) -> dict[str, Any]:
    part = content()[VERWACHTINGEN]
    vragen = [
        {
            "code": row["code"],
            "soort": row["soort"],
            "label": row["labels"][kant],
            "hulp": row.get("hulp", {}).get(kant, ""),
        }
        for row in part["vragen"]
    ]
    return {"code": VERWACHTINGEN, "titel": _title(part, kant), "vragen": vragen}


def expectations() -> list[Punt]:
    """What the three expect of each other, as it is laid side by side."""
    return [Punt(row["code"], row["kop"]) for row in content()[VERWACHTINGEN]["vragen"]]


def _choices(soort: TalkSoort, kant: Kant) -> list[dict[str, str]]:
    said = "student" if kant == Kant.STUDENT else "hulp"
    rows = content()[VERDER]["keuzes"][soort]
    return [{"code": row["code"], "label": row["label"], "hulp": row[said]} for row in rows]


def _onward(soort: TalkSoort, kant: Kant) -> dict[str, Any]:
    part = content()[VERDER]
    hulp = part["hulp_student"] if kant == Kant.STUDENT else part["doel"]
    return {
        "code": VERDER,
        "titel": _title(part, kant),
        "doel": part["doel"],
        "vragen": [
            {
                "code": HOE_VERDER,
                "soort": "keuze",
                "label": part["vraag"],
                "hulp": hulp,
                "keuzes": _choices(soort, kant),
            },
            {"code": VERDER_TEKST, "soort": "tekst", "label": part["toelichting"][_who(kant)]},
        ],
    }


def _together(soort: TalkSoort) -> dict[str, Any]:
    part = content()[SAMEN]
    first: dict[str, Any] = {
        "code": SAMEN_VERDER,
        "soort": "keuze",
        "label": part["verder"],
        "keuzes": _choices(soort, Kant.SAMEN),
    }
    contact = [{"code": SAMEN_CONTACT, "soort": "tekst", "label": part["contact"]}]
    vragen = [first, *(contact if soort == TalkSoort.START else []), *part["vragen"]]
    return {"code": SAMEN, "titel": part["titel"], "doel": part["doel"], "vragen": vragen}


def is_scale(code: str) -> bool:
    """Whether a field is answered with one of the four words of the scale."""
    known = {row["code"] for row in content()[VAARDIGHEDEN]["punten"]}
    return code in known or code.upper() in content()["werkprocessen"]


def stand_label(value: object) -> str:
    """A stored answer of the scale in words; empty where there is none."""
    return str(Stand(value).label) if value in Stand.values else ""
