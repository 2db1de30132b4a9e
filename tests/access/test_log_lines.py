"""Every answer with something of layer begeleiding, zorg or handleiding has one line a student, before it leaves."""

from collections import Counter
from uuid import UUID

import pytest
from django.db import DatabaseError

from kern import http, log
from kern.models import LogRegel
from tests.access.addresses import path_of
from tests.access.table import GET, statuses
from tests.access.test_matrix import LEZERS, MATRIX
from tests.access.visit import Visitors, undone
from tests.access.world import World, word

CARE = ("begeleiding", "zorg", "handleiding")
NARROW = (*CARE, "werkaantekening")  # where one answer shows both, its line names the narrower
READERS = ("mentor", "zorg")
pytestmark = pytest.mark.eenmaal


def newest() -> int:
    return LogRegel.objects.order_by("-id").values_list("id", flat=True).first() or 0


def texts(world: World) -> dict[str, UUID]:
    """A word of each gesprek in a layer of care, and whose file it stands in."""
    return {
        word(f"gesprek {name}"): row.student_id for name, row in world.gesprekken.items() if row.laag in CARE
    }


def addresses(world: World, person: str) -> list[str]:
    """The pages of the matrix that this person gets to see, each address with every object."""
    rows = [row for row in MATRIX if statuses(row.get, LEZERS.get(row.object, "")).get(person) == 200]
    return list(dict.fromkeys(path_of(world, row) for row in rows))


@pytest.mark.parametrize("person", READERS)
def test_every_read_of_care_is_exactly_one_line(
    person: str, world: World, visitors: Visitors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "render_pdf", lambda *args: b"%PDF-1.7")
    wrong, shown = [], 0
    for path in addresses(world, person):
        with undone():
            last = newest()
            answer = visitors.lasting(person, path, method=GET)
            found = list(LogRegel.objects.filter(id__gt=last, actie="gelezen"))
        body = answer.content.decode(errors="ignore") if hasattr(answer, "content") else ""
        read = {student for one, student in texts(world).items() if one in body}
        lines = Counter(line.student for line in found if line.student)
        noted = {line.student for line in found if line.laag in NARROW}
        shown += len(read)
        if answer.status_code != 200 or max(lines.values(), default=0) > 1 or read - noted:
            wrong.append(f"{path}: {answer.status_code}, {len(found)} regels, {len(read - noted)} te weinig")
    assert wrong == []
    assert shown > 5


def test_without_the_line_there_is_no_answer(
    world: World, visitors: Visitors, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object) -> None:
        raise DatabaseError("de schijf is vol")

    path = f"/studenten/{world.students['marije'].pk}/"
    assert visitors("mentor", path).status_code == 200
    monkeypatch.setattr(log, "_insert", full)
    with pytest.raises(DatabaseError, match="vol"):
        visitors("mentor", path)
