"""Invitations in the world of the access tests, of people who never came in; and links whose token is known."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.utils import timezone

from begeleiders import cards
from begeleiders.actions import kaarten
from begeleiders.coming_in import Doel, Uitnodiging
from begeleiders.invitations import hash_of
from tests.factories import UserFactory, viewer

if TYPE_CHECKING:
    from tests.access.world import World

# The student for whom somebody was invited, and by whom.
VAN = {"marije": "mentor", "has": "mentor", "milan": "mentor_klas", "lotte": "mentor_school"}


def token(name: str) -> str:
    """The token of a link by the name that the tables use."""
    return f"sleutel-{name}"


def build(world: "World") -> dict[str, Any]:
    """One invitation for each student; that of Marije is open, that of Has too old, that of Milan withdrawn."""
    now, found = timezone.now(), {}
    for name, by in VAN.items():
        mentor = world.people[by]
        stopped = {"ingetrokken_op": now, "ingetrokken_door": mentor} if name == "milan" else {}
        found[name] = Uitnodiging.objects.create(
            user=UserFactory.create(voornaam="Joris", achternaam="Mulder", password=None),
            doel=Doel.STAGE,
            student_ref=world.students[name].pk,
            hash=hash_of(token(name)),
            gemaakt_op=now,
            gemaakt_door=mentor,
            verstuurd=now,
            geldig_tot=now + timedelta(days=-1 if name == "has" else 30),
            **stopped,
        ).pk
    return found | _cards(world)


def _cards(world: "World") -> dict[str, Any]:
    """Marije has a card; that of Sanna was withdrawn."""
    found = {}
    for name, by in (("marije", "mentor"), ("sanna", "mentor")):
        student, mentor = world.students[name], world.people[by]
        about = viewer(mentor).subject(student, "kaart")
        row = kaarten.geef_kaart(by=mentor, user=student.account, about=about)
        found[f"kaart {name}"] = cards.token_of(row)
    kaarten.withdraw(by=mentor, about=about)
    return found


def card(world: "World", name: str) -> str:
    """The token of the card of a student, or one that nobody made."""
    return world.uitnodigingen.get(f"kaart {name}") or "geen-kaart"


def key(world: "World", name: str) -> UUID:
    """The id of an invitation, or one that nothing has."""
    found: UUID = world.uitnodigingen.get(name) or uuid4()
    return found
