"""A stage from the search for a place to its first day: each state, each forbidden move, and the mentor's screens."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from kern.models import LogRegel
from stageplekken.actions import stage as actions
from stageplekken.enums import STAGE_MOVES, StageStatus
from stageplekken.models import Leerbedrijf, Stage, StageOvergang, StageRooster
from stageplekken.rules.stage import PRESSES
from students.checks import Refused
from tests.acts_stage import opzet, signed, stage
from tests.cast import Cast
from tests.factories import days, viewer
from tests.htmx import queries_of, title, words

NEW = {
    "plek": "nieuw", "bedrijf": "Fietswerk Van Dam", "plaats": "Rivierstad", "leerbedrijf_id": "100000777",
    "titel": "Assistent in de werkplaats", "status": "afgesproken", "uren": "320", "uren_0": "8", "uren_3": "7,5",
}  # fmt: skip


def form(**more: str) -> dict[str, str]:
    return (
        NEW | {"begin": days(7).isoformat(), "einde": days(140).isoformat(), "sleutel": str(uuid4())} | more
    )


def plek(cast: Cast) -> object:
    return cast.stage_sanna.stageplek_id


def test_a_mentor_makes_a_stage_at_a_new_place(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    url = reverse("stage_nieuw", args=[cast.has.pk])
    assert title(client.get(url)) == "Nieuwe stage - Kansrijk"
    data = form()
    for _ in range(2):  # pressed twice
        answer = client.post(url, data, follow=True)
    seen = words(answer)
    for text in (
        "Fietswerk Van Dam",
        "Assistent in de werkplaats, Rivierstad",
        "Afgesproken",
        "320 uur in totaal",
    ):
        assert text in seen
    assert "maandag 8 uur, donderdag 7,5 uur" in seen
    row = Stage.objects.get(student=cast.has)
    assert row.roosters.get().uren == {"0": 8.0, "3": 7.5}
    assert list(row.overgangen.values_list("van", "naar", "door")) == [("", "afgesproken", cast.harold.pk)]


def test_a_company_with_this_number_is_never_made_twice(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    data = form(leerbedrijf_id="100000001", bedrijf="Een andere naam")
    client.post(reverse("stage_nieuw", args=[cast.has.pk]), data)
    assert Leerbedrijf.objects.get(leerbedrijf_id="100000001") == cast.de_kade
    assert Stage.objects.get(student=cast.has).stageplek.leerbedrijf.naam == "Restaurant De Kade"


def test_what_is_missing_is_said(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    data = form(leerbedrijf_id="12", bedrijf="", uren_0="", uren_3="", einde=days(1).isoformat())
    answer = client.post(reverse("stage_nieuw", args=[cast.has.pk]), data)
    assert answer.status_code == 422
    seen = words(answer)
    for text in (
        "Vul de naam van het leerbedrijf in", "Vul de negen cijfers van het LeerbedrijfID in",
        "Vul minstens bij één dag uren in", "De laatste dag ligt voor de eerste. Kies een latere dag.",
    ):  # fmt: skip
        assert text in seen
    answer = client.post(reverse("stage_nieuw", args=[cast.has.pk]), form(uren_0="veel", uren_3="25"))
    assert "Schrijf de uren van maandag als 7,5" in words(answer)
    assert "Op donderdag kan hooguit 12 uur" in words(answer)
    assert not Stage.objects.filter(student=cast.has).exists()


def test_others_do_not_arrange_a_stage(client: Client, cast: Cast) -> None:
    for person in (cast.soraya, cast.marije_zelf, cast.melissa):
        client.force_login(person)
        answer = client.post(reverse("stage_nieuw", args=[cast.marije.pk]), form())
        assert answer.status_code == 403
        assert "Een stage regelen kan alleen de mentor" in words(answer)
    client.force_login(cast.noor)
    assert client.get(reverse("stage", args=[cast.stage_marije.pk])).status_code == 404


@pytest.mark.parametrize("van", StageStatus.values)
@pytest.mark.parametrize("naar", StageStatus.values)
def test_each_move_and_no_other(cast: Cast, van: str, naar: str) -> None:
    row = stage(cast.harold, cast.has, plek(cast))
    Stage.objects.filter(pk=row.pk).update(status=van)
    by = viewer(cast.harold)
    acts = {
        "gestart": lambda: actions.start(by=by, stage_id=row.pk, dag=days(0)),
        "niet_verschenen": lambda: actions.absent_at_start(by=by, stage_id=row.pk),
        **{
            state.value: lambda state=state: actions.move(by=by, stage_id=row.pk, naar=state)
            for state in PRESSES
        },
    }
    if naar not in acts:
        return  # the POK, lopend and the end: tests of their own
    before = row.overgangen.count()
    if naar in STAGE_MOVES[van]:
        now = acts[naar]()
        assert now.status == ("lopend" if naar == "gestart" else naar)
        assert row.overgangen.count() > before
    elif van == naar or (naar == "gestart" and van == "lopend"):
        acts[naar]()  # done already: nothing happens
        row.refresh_from_db()
        assert row.status == ("lopend" if naar == "gestart" else van)
    else:
        with pytest.raises((Refused, PermissionDenied), match=r"Deze stage is (nu|afgerond|gestopt)"):
            acts[naar]()
        row.refresh_from_db()
        assert (row.status, row.overgangen.count()) == (van, before)


def test_the_pok_is_signed_when_three_did(client: Client, cast: Cast) -> None:
    row = stage(cast.harold, cast.has, plek(cast))
    assert signed(cast.harold, row, "student", "ouder", "school").status == "afgesproken"
    client.force_login(cast.harold)
    data = {"partij": "leerbedrijf", "naam": "Koos van Dam", "dag": days(-1).isoformat()}
    answer = client.post(reverse("stage_pok", args=[row.pk]), data, follow=True)
    seen = words(answer)
    assert "De POK is getekend" in seen
    assert "Het leerbedrijf Koos van Dam" in seen
    assert "Een ouder of voogd Iemand" in seen
    assert "Kwam Has op de eerste dag?" in seen


def test_a_signature_is_not_of_tomorrow(client: Client, cast: Cast) -> None:
    row = stage(cast.harold, cast.has, plek(cast))
    client.force_login(cast.harold)
    data = {"partij": "school", "naam": "", "dag": days(1).isoformat()}
    answer = client.post(reverse("stage_pok", args=[row.pk]), data)
    assert answer.status_code == 422
    assert "Vul de naam in" in words(answer)
    assert "Deze dag moet nog komen. Noteer een handtekening als die er is." in words(answer)


def test_not_there_on_the_first_day_and_there_the_next(client: Client, cast: Cast) -> None:
    row = signed(cast.harold, stage(cast.harold, cast.has, plek(cast)))
    client.force_login(cast.harold)
    url = reverse("stage_stap", args=[row.pk])
    assert "Niet verschenen" in words(client.post(url, {"naar": "niet_verschenen"}, follow=True))
    answer = client.post(url, {"naar": "gestart", "dag": days(1).isoformat()})
    assert answer.status_code == 422
    assert "Deze dag moet nog komen. Noteer de start als het zover is." in words(answer)
    answer = client.post(url, {"naar": "gestart", "dag": days(0).isoformat()}, follow=True)
    assert "Lopend" in words(answer)
    states = list(row.overgangen.values_list("naar", flat=True))
    assert states == ["afgesproken", "pok_getekend", "niet_verschenen", "gestart", "lopend"]


def test_a_step_that_cannot_be_taken_is_said(client: Client, cast: Cast) -> None:
    row = stage(cast.harold, cast.has, plek(cast))
    client.force_login(cast.harold)
    for naar in ("voorstel", "gestopt", "onzin"):
        assert client.post(reverse("stage_stap", args=[row.pk]), {"naar": naar}).status_code == 422
    row.refresh_from_db()
    assert row.status == "afgesproken"


def test_other_days_from_a_day_on_keep_what_was_before(client: Client, cast: Cast) -> None:
    row = stage(cast.harold, cast.has, plek(cast))
    client.force_login(cast.harold)
    url = reverse("stage_aanpassen", args=[row.pk])
    page = client.get(url).content.decode()
    assert 'value="7,5"' in page
    data = {
        "begin": days(-7).isoformat(), "einde": days(90).isoformat(), "uren": "200", "uren_2": "6",
        "vanaf": days(3).isoformat(),
    }  # fmt: skip
    assert client.post(url, data).status_code == 302
    rows = StageRooster.objects.filter(stage=row).values_list("vanaf", "uren")
    assert list(rows) == [(days(-7), {"0": 8.0, "1": 7.5}), (days(3), {"2": 6.0})]
    row.refresh_from_db()
    assert (row.uren, row.einde) == (200, days(90))


def test_a_pause_and_no_two_on_one_day(client: Client, cast: Cast) -> None:
    row = cast.stage_marije
    client.force_login(cast.harold)
    url = reverse("stage_pauze", args=[row.pk])
    data = {"begin": days(1).isoformat(), "einde": days(5).isoformat(), "reden": "Verhuizing"}
    for _ in range(2):
        answer = client.post(url, data, follow=True)
    assert "Verhuizing" in words(answer)
    assert row.pauzes.count() == 1
    answer = client.post(url, data | {"begin": days(5).isoformat(), "einde": days(9).isoformat()})
    assert "Op een deel van deze dagen is al pauze. Kies andere dagen." in words(answer)
    answer = client.post(url, data | {"begin": days(9).isoformat(), "einde": days(8).isoformat()})
    assert "De laatste dag van de pauze ligt voor de eerste." in words(answer)
    weg = reverse("stage_pauze_weg", args=[row.pk, row.pauzes.get().pk])
    assert "Er is geen pauze." in words(client.post(weg, follow=True))


def test_the_leerbedrijf_reads_its_stage_and_not_how_it_came_about(client: Client, cast: Cast) -> None:
    client.force_login(cast.melissa)
    seen = words(client.get(reverse("stage", args=[cast.stage_marije.pk])))
    assert "Restaurant De Kade" in seen
    for text in ("Verloop", "Pas aan", "Nieuwe pauze", "De stage is klaar of stopt", "regie"):
        assert text not in seen
    assert client.get(reverse("stage", args=[cast.stage_lotte.pk])).status_code == 404


def test_a_role_that_ended_changes_nothing(cast: Cast) -> None:
    row = stage(cast.harold, cast.has, plek(cast))
    cast.harold.klas_rollen.update(einde=days(-1), eindreden="weg")
    by = viewer(cast.harold)
    for act in (
        lambda: actions.change(by=by, stage_id=row.pk, opzet=opzet()),
        lambda: actions.move(by=by, stage_id=row.pk, naar="gezocht"),
        lambda: actions.pause(by=by, stage_id=row.pk, begin=days(1), einde=days(2)),
        lambda: actions.sign(by=by, stage_id=row.pk, partij="school", naam="Harold", dag=days(0)),
    ):
        with pytest.raises(PermissionDenied, match="kan alleen de mentor"):
            act()


def test_each_change_is_a_line_in_the_log(cast: Cast) -> None:
    row = signed(cast.harold, stage(cast.harold, cast.has, plek(cast)))
    actions.start(by=viewer(cast.harold), stage_id=row.pk, dag=days(0))
    lines = LogRegel.objects.filter(object_id=row.pk).order_by("id").values_list("actie", flat=True)
    assert list(lines) == [
        "stage gemaakt", *["POK getekend"] * 3, "stage POK getekend", "stage gestart", "stage lopend",
    ]  # fmt: skip


def test_more_rows_take_as_many_queries(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    url = reverse("stage", args=[cast.stage_marije.pk])

    def fill(number: int, first: int) -> int:
        for n in range(first, first + number):
            actions.pause(
                by=viewer(cast.harold), stage_id=cast.stage_marije.pk, begin=days(3 * n), einde=days(3 * n)
            )
            StageOvergang.objects.create(
                stage=cast.stage_marije, van="a", naar="lopend", op="2026-01-01T10:00Z", door=cast.harold
            )
        return queries_of(client, url)

    assert fill(2, 1) == fill(8, 3)
