"""The menu of each role: at most five links; of several roles that which comes first leads (design, navigation)."""

from typing import NamedTuple
from uuid import UUID

from kern.http import address
from students.access import Viewer
from students.enums import Rol

MOST = 5
SCHOOL = frozenset({Rol.MENTOR, Rol.KAWER, Rol.ZORGMEDEWERKER, Rol.ZORGCOORDINATOR, Rol.BEHEERDER})


class Link(NamedTuple):
    """A link of the menu; `url` is made from the name, or from the page of the only student."""

    label: str
    naam: str
    icon: str


VANDAAG = Link("Vandaag", "vandaag", "house")
STUDENTEN = Link("Studenten", "studenten", "users-three")
GESPREKKEN = Link("Gesprekken", "gesprekken", "chat-circle-dots")
CASUSSEN = Link("Casussen", "casussen", "book-open-text")
SAMEN = Link("Samen", "samen", "handshake")
UREN = Link("Uren", "mijn_uren", "clock")
# About the one student of a praktijkbegeleider, or about oneself: see `_url`.
STAGE = Link("Stage", "student", "storefront")
STAPPEN = Link("Mijn stappen", "doelen", "stairs")
TEAM = Link("Mijn team", "wie_is_wie", "users-three")
ABOUT_ONE = frozenset({STAGE, STAPPEN, TEAM})
# The rooms of the library, to which the casussen lead.
LIBRARY = ("/casussen/", "/woorden/", "/kenmerken/", "/leidraad/")

MENU: dict[Rol, tuple[Link, ...]] = {
    Rol.MENTOR: (VANDAAG, STUDENTEN, GESPREKKEN, SAMEN, CASUSSEN),
    Rol.KAWER: (VANDAAG, STUDENTEN, GESPREKKEN, SAMEN, CASUSSEN),
    Rol.ZORGCOORDINATOR: (VANDAAG, Link("Aanvragen", "aanvragen", "tray"), STUDENTEN, GESPREKKEN, CASUSSEN),
    Rol.ZORGMEDEWERKER: (VANDAAG, Link("Aanvragen", "aanvragen", "tray"), STUDENTEN, GESPREKKEN, CASUSSEN),
    Rol.PRAKTIJKBEGELEIDER: (VANDAAG, UREN, GESPREKKEN, STAGE, SAMEN),
    Rol.PEERCOACH: (VANDAAG, STUDENTEN, GESPREKKEN, CASUSSEN),
    Rol.STUDENT: (
        Link("Start", "vandaag", "house"),
        STAPPEN,
        Link("Mijn uren", "mijn_uren", "clock"),
        Link("Mijn handleiding", "handleiding", "book-open-text"),
        TEAM,
    ),
    Rol.BEHEERDER: (STUDENTEN, Link("Gekeken", "gekeken_geteld", "eye")),
}


def menu(path: str, viewer: Viewer) -> list[tuple[str, str, str, bool]]:
    """(label, address, icon, whether it is this page) of each link; of several roles the first five."""
    found: dict[str, tuple[str, str, str, bool]] = {}
    for rol, links in MENU.items():
        if rol not in viewer.rollen:
            continue
        for link in links:
            url = _url(link, rol, viewer)
            found.setdefault(url, (link.label, url, link.icon, _here(path, url)))
    return list(found.values())[:MOST]


def searches(viewer: Viewer) -> bool:
    """Whether the top bar leads to the search: for who works at school, and for whoever knows more than one student."""
    return bool(viewer.rollen & SCHOOL) or len(viewer.team) > 1


def _url(link: Link, rol: Rol, viewer: Viewer) -> str:
    if link not in ABOUT_ONE:
        return address(link.naam)
    mine = _students(viewer, rol)
    return address(link.naam, mine[0]) if len(mine) == 1 else address("studenten")


def _students(viewer: Viewer, rol: Rol) -> list[UUID]:
    """The students for whom this person has this role, without asking anew."""
    return [student for student, links in viewer.team.items() if any(link.rol is rol for link in links)]


def _here(path: str, url: str) -> bool:
    if url == LIBRARY[0]:
        return path.startswith(LIBRARY)
    return path == url or (url != "/" and path.startswith(url))
