"""The cast of the demo world: who it is and who they are, for the login page of the demo only."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from begeleiders.models import User

DOMAIN = "@demo.kansrijk.example"

# Gets the cast, gives for each person a place in the order and a line such as "mentor van E1B".
Describe = Callable[[Iterable[User]], Mapping[uuid.UUID, tuple[int, str]]]
_describers: list[Describe] = []


@dataclass(frozen=True)
class CastMember:
    """Someone to log in as, with a line about who this is in the story."""

    user: User
    line: str


def describe_with(describe: Describe) -> None:
    """Let a room above, which knows klassen, say who the cast are; the first that knows someone is believed."""
    _describers.append(describe)


def cast() -> list[CastMember]:
    """Everyone of the demo world who may log in; mentors and KAW-ers first, where a room above says who they are."""
    users = [
        u for u in User.objects.filter(email__endswith=DOMAIN, is_active=True) if u.has_usable_password()
    ]
    known: dict[uuid.UUID, tuple[int, str]] = {u.pk: (99, u.organisatie) for u in users}
    for describe in reversed(_describers):
        known.update(describe(users))
    ordered = sorted(users, key=lambda u: (known[u.pk][0], u.achternaam, u.voornaam))
    return [CastMember(user=u, line=known[u.pk][1]) for u in ordered]


def member(pk: str) -> User | None:
    """The member of the cast with this id; None for anyone else."""
    try:
        found = User.objects.filter(email__endswith=DOMAIN, is_active=True, pk=pk).first()
    except (ValueError, ValidationError):
        return None
    return found if found and found.has_usable_password() else None
