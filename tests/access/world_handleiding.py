"""The student's own words in the access tests; every text holds a word of its own."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from students.actions import handleiding
from students.enums import Soort
from tests import acts_handleiding as acts

if TYPE_CHECKING:
    from tests.access.world import World

# Who may ask Marije for a part, who reads the one that she shares, and who never hears of the leefgebieden.
TEAM = "mentor kawer praktijk peercoach zorg"
DEELT_MET = "mentor praktijk peercoach zorg"
SCHOOL = "mentor kawer zorg student"


def build(world: "World", word: Any) -> dict[str, UUID]:
    """Parts that are shared, taken back and kept; a question; views of three people; leefgebieden."""
    cast, who = world.cast, world.people
    marije = cast.marije
    for code in ("tegenzit", "goed", "leren", "voor-mij"):
        acts.schrijf(marije, code, word(f"handleiding {code.replace('-', ' ')}"))
    for name in DEELT_MET.split():
        acts.deel(marije, who[name], "tegenzit")
    acts.deel(marije, who["kawer"], "leren")
    acts.neem_terug(marije, who["kawer"], "leren")
    asked = handleiding.vraag(
        by=world.viewer("kawer"), student=marije, onderdeel="goed", waarom=word("handleiding waarom")
    )
    for name in ("student", "mentor", "praktijk"):
        acts.beeld_van(who[name], marije, "wil", word(f"beeld {name}"))
    acts.deel(marije, who["kawer"], "wil", Soort.GEDEELD_BEELD)
    for code in ("financien", "huisvesting"):
        acts.leefgebied(marije, code)
    acts.deel(marije, who["mentor"], "financien", Soort.LEEFGEBIEDEN)
    acts.schrijf(cast.sanna, "goed", word("handleiding sanna"))
    return {"vraag": asked.pk}


def key(world: "World", name: str) -> UUID:
    """The id of the question."""
    return world.handleiding[name]


def readers() -> dict[str, str]:
    """Each word with the people who read it."""
    return {
        "handleiding tegenzit": f"{DEELT_MET} student",
        "handleiding goed": "student",
        "handleiding leren": "student",
        "handleiding voor mij": "student",
        "handleiding waarom": "student",
        "handleiding sanna": "student_ander",
        "beeld student": "student kawer",
        "beeld mentor": SCHOOL,
        "beeld praktijk": f"{SCHOOL} praktijk",
    }


def on_student_page() -> dict[str, str]:
    """What stands on the page of Marije itself; who is of the zorgteam finds the headings there."""
    return {"handleiding tegenzit": "mentor praktijk peercoach"}


def pages(world: "World") -> list[str]:
    """Every page that shows one of these words."""
    page = f"/studenten/{world.cast.marije.pk}/"
    tails = ("handleiding/", "handleiding.pdf", "beeld/", "beeld/wil/", "leefgebieden/")
    mine = [f"/mijn-handleiding/deel/{code}/" for code in ("tegenzit", "goed", "leren", "voor-mij")]
    als = [f"/mijn-handleiding/?als={world.people[name].pk}" for name in ("mentor", "kawer")]
    return ["/mijn-handleiding/", *mine, *als, *(f"{page}{tail}" for tail in tails)]
