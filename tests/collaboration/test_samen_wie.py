"""Who sees what of a samenwerking, what the student sees, the trend, and that one press counts once."""

import re
import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from collaboration.actions import samen
from collaboration.actions.checks import Refused
from collaboration.models import Gesprek, Samenwerking
from collaboration.rules import samen as rules
from students.enums import Rol
from tests import acts_samen as acts
from tests.acts_samen import AANDACHT, GOED, OP_WEG, six
from tests.cast import Cast
from tests.factories import StudentFactory, TeamLidFactory, days, viewer


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return re.sub(r"\s+", " ", answer.content.decode())


def test_a_praktijkbegeleider_never_learns_that_there_is_a_zorgmedewerker(cast: Cast) -> None:
    TeamLidFactory(student=cast.marije, user=cast.zohra, rol=Rol.ZORGMEDEWERKER)
    seen = {
        name: {p.user for p in rules.partners(viewer(user), cast.marije)}
        for name, user in cast.people().items()
    }
    assert seen["melissa"] == {cast.harold, cast.soraya}
    assert seen["zohra"] == {cast.harold, cast.soraya}
    assert seen["harold"] == {cast.soraya, cast.melissa, cast.zohra}
    for nobody in ("noor", "marije_zelf", "bea", "coen", "petra", "ex_praktijk", "vreemde"):
        assert seen[nobody] == set(), nobody
    with pytest.raises(Refused, match="Deze collega kun je hier niet vragen"):
        acts.ask(cast.zohra, cast.melissa, cast.marije)
    with pytest.raises(PermissionDenied, match="Samen kijken doen twee begeleiders"):
        acts.ask(cast.noor, cast.harold, cast.marije)


def test_nobody_but_the_two_finds_it(client: Client, cast: Cast) -> None:
    row = acts.side_by_side(cast.harold, cast.melissa, cast.marije)
    for name, user in cast.people().items():
        client.force_login(user)
        for tail in ("", "deel/informeren/", "vergelijking.pdf"):
            if tail.endswith("pdf") and name in ("harold", "melissa"):
                continue
            status = client.get(f"/samenwerking/{row.pk}/{tail}").status_code
            assert (status != 404) == (name in ("harold", "melissa")), (name, tail)


def test_a_role_that_ended_ends_the_sight(client: Client, cast: Cast) -> None:
    row = acts.side_by_side(cast.harold, cast.melissa, cast.marije)
    cast.melissa.team_rollen.update(einde=days(-1), eindreden="stage klaar")
    client.force_login(cast.melissa)
    assert client.get(f"/samenwerking/{row.pk}/").status_code == 404
    client.force_login(cast.harold)
    assert "Melissa Brouwer, praktijkbegeleider" in page(client, f"/samenwerking/{row.pk}/")


def test_the_student_sees_that_it_was_done_and_the_afspraken(client: Client, cast: Cast) -> None:
    first = six(GOED, "", "", "", "", "") | {"inf-notitie": "Geheim van Harold"}
    row = acts.ask(cast.harold, cast.melissa, cast.marije)
    client.force_login(cast.marije_zelf)
    assert "keken hoe zij samenwerken" not in page(client, f"/studenten/{cast.marije.pk}/")
    samen.stop(by=viewer(cast.harold), samenwerking_id=row.pk, reden="Anders")
    row = acts.side_by_side(cast.harold, cast.melissa, cast.marije, first)
    acts.discuss(cast.harold, row)
    text = page(client, f"/studenten/{cast.marije.pk}/")
    assert "Harold Vermeer en Melissa Brouwer keken hoe zij samenwerken." in text
    assert "Melissa belt Harold elke donderdag om 16.00 uur" in text
    assert "Geheim van Harold" not in text
    gesprek = Gesprek.objects.get()
    assert "Geheim van Harold" not in page(client, f"/gesprekken/{gesprek.pk}/")


def test_the_panels_lead_to_what_waits(client: Client, cast: Cast) -> None:
    acts.ask(cast.harold, cast.melissa, cast.marije)
    client.force_login(cast.melissa)
    assert "Vul in met Harold Vermeer" in page(client, "/")
    text = page(client, f"/studenten/{cast.marije.pk}/")
    assert "Kijk samen hoe je samenwerkt" in text
    assert "Kijk naar je eigen begeleiding" in text
    client.force_login(cast.noor)
    text = page(client, f"/studenten/{cast.marije.pk}/")
    assert "Kijk samen" not in text
    assert "Kijk naar je eigen begeleiding" in text


def test_a_second_round_shows_what_changed(client: Client, cast: Cast) -> None:
    old = acts.side_by_side(
        cast.melissa, cast.harold, cast.marije, six(AANDACHT, *[GOED] * 5), six(*[GOED] * 6)
    )
    Samenwerking.objects.filter(pk=old.pk).update(naast_op=timezone.now() - timedelta(days=60))
    row = acts.side_by_side(cast.harold, cast.melissa, cast.marije, six(*[GOED] * 6), six(*[GOED] * 6))
    client.force_login(cast.harold)
    text = page(client, f"/samenwerking/{row.pk}/")
    assert "Eerder en nu" in text
    assert "Jullie zagen het eerst anders. Nu zien jullie hetzelfde." in text
    drawing = text.split('id="td-informeren">')[1].split("</desc>")[0]
    # The one who asks now stands first in both, though the other asked then.
    assert re.search(
        r"Harold gaat goed, Melissa vraagt aandacht\..*Harold gaat goed, Melissa gaat goed\.", drawing
    )
    assert text.count('<th scope="row">') == 12
    assert "Eerder en nu" not in page(client, f"/samenwerking/{old.pk}/")
    listed = page(client, "/samen/")
    assert listed.index("Ligt naast elkaar") < listed.index("Eerder")


def test_one_press_counts_once_and_two_people_ask_once(cast: Cast) -> None:
    key = uuid.uuid4()
    first = acts.ask(cast.harold, cast.melissa, cast.marije, sleutel=key)
    assert acts.ask(cast.harold, cast.melissa, cast.marije, sleutel=key) == first
    assert acts.ask(cast.melissa, cast.harold, cast.marije) == first
    assert acts.ask(cast.harold, cast.melissa, cast.marije) == first
    acts.fill(cast.harold, first, {"inf-antwoord": OP_WEG})
    for _ in range(2):
        samen.give(by=viewer(cast.harold), samenwerking_id=first.pk)
    assert [(o.van, o.naar) for o in first.overgangen.all()] == [("", "bezig"), ("kant 1", "vrijgegeven")]


def test_the_database_refuses_a_second_open_round_of_the_same_two(cast: Cast) -> None:
    row = acts.ask(cast.harold, cast.melissa, cast.marije)
    with pytest.raises(IntegrityError), transaction.atomic():
        Samenwerking.objects.create(
            student=cast.marije, paar=row.paar, gevraagd_op=timezone.now(), gevraagd_door=cast.melissa
        )


def test_every_line_holds_ids_only(cast: Cast) -> None:
    from kern.models import LogRegel

    acts.side_by_side(cast.harold, cast.melissa, cast.marije)
    lines = LogRegel.objects.filter(soort="samenwerking")
    assert set(lines.values_list("actie", flat=True)) == {
        "samenwerking gevraagd",
        "samenwerking ingevuld",
        "samenwerking vrijgegeven",
    }
    assert set(lines.values_list("student", flat=True)) == {cast.marije.pk}


@pytest.mark.parametrize("path", ["/samen/", "/", "student"])
def test_as_many_queries_with_ten_rounds_as_with_two(path: str, client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    counts = []
    url = f"/studenten/{cast.marije.pk}/" if path == "student" else path
    for number in (2, 8):
        for _ in range(number):
            student = StudentFactory(klas=cast.e1b, regie_houder=cast.harold)
            acts.ask(cast.soraya, cast.harold, student)
            row = acts.side_by_side(cast.harold, cast.soraya, cast.marije)
            acts.discuss(cast.harold, row)
        client.get(url)
        with CaptureQueriesContext(
            connection,
        ) as found:
            client.get(url)
        counts.append(len(found))
    assert counts[0] == counts[1]


def test_as_many_queries_for_a_comparison_with_ten_rounds_as_with_two(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    counts = []
    for number in (2, 8):
        for _ in range(number):
            row = acts.side_by_side(cast.harold, cast.melissa, cast.marije)
            acts.discuss(cast.harold, row)
        client.get(f"/samenwerking/{row.pk}/")
        with CaptureQueriesContext(connection) as found:
            client.get(f"/samenwerking/{row.pk}/")
        counts.append(len(found))
    assert counts[0] == counts[1]
