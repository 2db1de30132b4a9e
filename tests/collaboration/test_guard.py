"""A form that knows what its page showed: two colleagues change the plan of one gesprek."""

from django.test import Client

from collaboration.models import Gesprek
from kern.dates import say_saved
from tests.acts import B, concept
from tests.cast import Cast
from tests.htmx import parse


def plan(client: Client, gesprek: Gesprek) -> dict[str, str]:
    """The plan as a page of the preparation shows it, ready to send."""
    seen = parse(client.get(f"/gesprekken/{gesprek.pk}/voor/").content.decode())
    found = {node.get("name"): node.get("value", "") for node in seen.iter("input") if node.get("name")}
    found = {
        name: value
        for name, value in found.items()
        if name in ("was", "dag", "tijd", "onderwerp_regel", "plek")
    }
    return found | {"onderwerp": "op_tijd", "wijze": "school", "begeleidingsdoel": "", "student_erbij": "on"}


def test_what_was_not_touched_does_not_overwrite_a_colleague(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    gesprek = concept(cast.harold, cast.marije, B, onderwerp="op_tijd")
    page = plan(client, gesprek)
    Gesprek.objects.filter(pk=gesprek.pk).update(plek="Lokaal 1.12")
    answer = client.post(
        f"/gesprekken/{gesprek.pk}/voor/", page | {"onderwerp_regel": "De bus van zeven uur"}
    )
    gesprek.refresh_from_db()
    assert answer.status_code == 302
    assert (gesprek.plek, gesprek.onderwerp_regel) == ("Lokaal 1.12", "De bus van zeven uur")


def test_a_field_that_both_changed_asks_and_the_second_time_is_the_choice(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    gesprek = concept(cast.harold, cast.marije, B, onderwerp="op_tijd")
    page = plan(client, gesprek)
    Gesprek.objects.filter(pk=gesprek.pk).update(plek="Lokaal 1.12")
    asked = client.post(f"/gesprekken/{gesprek.pk}/voor/", page | {"plek": "De kantine"})
    assert asked.status_code == 422
    assert "Een collega zette hier net: “Lokaal 1.12”. Kies opnieuw wat het wordt." in asked.content.decode()
    seen = parse(asked.content.decode())
    was = next(node.get("value") for node in seen.iter("input") if node.get("name") == "was")
    chosen = client.post(f"/gesprekken/{gesprek.pk}/voor/", page | {"plek": "De kantine", "was": was})
    gesprek.refresh_from_db()
    assert chosen.status_code == 302
    assert gesprek.plek == "De kantine"


def test_the_second_sees_who_wrote_and_when(client: Client, cast: Cast) -> None:
    gesprek = concept(cast.harold, cast.marije, B, onderwerp="op_tijd", voerders=(cast.soraya.pk,))
    client.force_login(cast.harold)
    page = plan(client, gesprek)
    client.force_login(cast.soraya)
    assert (
        client.post(
            f"/gesprekken/{gesprek.pk}/voor/", plan(client, gesprek) | {"plek": "Lokaal 1.12"}
        ).status_code
        == 302
    )
    client.force_login(cast.harold)
    asked = client.post(f"/gesprekken/{gesprek.pk}/voor/", page | {"plek": "De kantine"}).content.decode()
    gesprek.refresh_from_db()
    assert gesprek.gepland_op is not None
    when = say_saved(gesprek.gepland_op)
    assert f"Soraya Haddou zette hier {when}: “Lokaal 1.12”. Kies opnieuw wat het wordt." in asked
    assert 'value="De kantine"' in asked
