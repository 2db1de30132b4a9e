"""The end of a stage is never silent: who hears it, what the leerbedrijf reads, the task, the last day of access."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from collaboration.actions import consent
from collaboration.actions import einde as actions
from collaboration.actions.checks import Refused
from collaboration.models import Melding, StageEinde
from kern.models import LogRegel
from stageplekken.actions import stage as stages
from stageplekken.models import Stage
from students.access import Viewer
from students.models import TeamLid, Toestemming
from tests.acts_stage import SHARED, ended, stage
from tests.cast import Cast
from tests.factories import days, viewer
from tests.htmx import queries_of, title, words

SECRET = "Hij vindt het werk te zwaar."
FORM = {"hoe": "gestopt", "reden": SECRET}


def url(name: str, row: Stage) -> str:
    return reverse(name, args=[row.pk])


def told() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for soort, email in Melding.objects.values_list("soort", "user__email"):
        found.setdefault(soort, set()).add(email.split("@")[0])
    return found


def test_a_mentor_ends_a_stage_with_the_words_of_the_student(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    page = client.get(url("stage_einde", cast.stage_marije))
    assert title(page) == "Einde van de stage - Kansrijk"
    data = FORM | {
        "laatste_dag": days(-1).isoformat(), "delen": "woorden", "woorden": "Ik zoek iets anders.",
        "mondeling": days(-1).isoformat(),
    }  # fmt: skip
    answer = client.post(url("stage_einde", cast.stage_marije), data, follow=True)
    seen = words(answer)
    for text in ("De stage is gestopt", "“Ik zoek iets anders.”", SECRET, "Staat nog open", "Meld terug"):
        assert text in seen
    cast.stage_marije.refresh_from_db()
    assert (cast.stage_marije.status, cast.stage_marije.einde) == ("gestopt", days(-1))
    assert told()["stage_einde"] == {"soraya", "melissa", "marije-zelf"}
    given = Toestemming.objects.get()
    assert (given.mondeling_dag, given.gegeven_door, given.status) == (days(-1), cast.harold, "gegeven")


def test_the_leerbedrijf_reads_the_shared_words_and_nothing_else(client: Client, cast: Cast) -> None:
    ended(cast.harold, cast.stage_marije, **SHARED)
    client.force_login(cast.melissa)
    seen = words(client.get(url("stage_einde", cast.stage_marije)))
    student = words(client.get(reverse("student", args=[cast.marije.pk])))
    for page in (seen, student):
        assert "“Ik zoek iets dat beter past.”" in page
        assert SECRET not in page
    assert "Je kunt nog tot en met" in seen
    client.force_login(cast.marije_zelf)
    assert SECRET in words(client.get(url("stage_einde", cast.stage_marije)))
    for person in (cast.noor, cast.petra, cast.kees):
        client.force_login(person)
        assert client.get(url("stage_einde", cast.stage_marije)).status_code == 404


@pytest.mark.parametrize("delen", ["niets", "niet_gesproken"])
def test_without_consent_the_leerbedrijf_hears_only_that_it_ended(
    client: Client, cast: Cast, delen: str
) -> None:
    ended(cast.harold, cast.stage_marije, delen=delen)
    client.force_login(cast.melissa)
    seen = words(client.get(url("stage_einde", cast.stage_marije)))
    assert "Marije deelt niet waarom de stage eindigt." in seen
    assert SECRET not in seen
    assert not Toestemming.objects.exists()


def test_words_ask_for_the_day_of_consent(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    data = FORM | {"laatste_dag": days(1).isoformat(), "delen": "woorden"}
    answer = client.post(url("stage_einde", cast.stage_marije), data)
    assert answer.status_code == 422
    seen = words(answer)
    assert "Nog drie dingen voordat je verder kunt" in seen
    assert "De laatste dag moet nog komen. Leg het einde vast als het zover is." in seen
    assert "Schrijf de woorden op die de student wil delen" in seen
    assert "Kies de dag waarop de student dit goed vond" in seen
    answer = client.post(url("stage_einde", cast.stage_marije), {})
    assert "Kies hoe de stage eindigt" in words(answer)
    assert "Schrijf op waarom de stage eindigt" in words(answer)
    assert not StageEinde.objects.exists()


def test_words_that_are_taken_back_are_gone_for_the_leerbedrijf(client: Client, cast: Cast) -> None:
    einde = ended(cast.harold, cast.stage_marije, **SHARED)
    assert einde.toestemming is not None
    consent.neem_terug(by=viewer(cast.marije_zelf), toestemming_id=einde.toestemming.pk)
    client.force_login(cast.melissa)
    assert "iets dat beter past" not in words(client.get(url("stage_einde", cast.stage_marije)))


def test_other_words_end_the_consent_for_the_first_ones(client: Client, cast: Cast) -> None:
    einde = ended(cast.harold, cast.stage_marije, **SHARED)
    by = {"by": viewer(cast.harold), "stage_id": cast.stage_marije.pk}
    actions.share_words(**by, delen="woorden", woorden="Andere woorden.", mondeling=days(0))
    states = dict(Toestemming.objects.values_list("pk", "status"))
    assert states.pop(einde.toestemming_id) == "ingetrokken"
    assert list(states.values()) == ["gegeven"]
    actions.share_words(**by, delen="niets")
    assert set(Toestemming.objects.values_list("status", flat=True)) == {"ingetrokken"}
    client.force_login(cast.melissa)
    assert "woorden.”" not in words(client.get(url("stage_einde", cast.stage_marije)))


def test_the_same_words_once_more_after_they_were_taken_back_ask_a_new_consent(cast: Cast) -> None:
    einde = ended(cast.harold, cast.stage_marije, **SHARED)
    assert einde.toestemming is not None
    consent.neem_terug(by=viewer(cast.marije_zelf), toestemming_id=einde.toestemming.pk)
    actions.share_words(by=viewer(cast.harold), stage_id=cast.stage_marije.pk, **SHARED)
    assert Toestemming.objects.filter(status="gegeven").count() == 1


def test_asked_later_the_leerbedrijf_hears_it_then(client: Client, cast: Cast) -> None:
    ended(cast.harold, cast.stage_marije)
    Melding.objects.all().delete()
    client.force_login(cast.harold)
    assert "Ik heb het nu gevraagd" in words(client.get(url("stage_einde", cast.stage_marije)))
    data = {
        "delen": "woorden",
        "woorden": "Het werk was te zwaar voor mij.",
        "mondeling": days(0).isoformat(),
    }
    answer = client.post(url("stage_woorden", cast.stage_marije), data, follow=True)
    assert "“Het werk was te zwaar voor mij.”" in words(answer)
    assert told()["stage_einde"] == {"melissa"}


def test_twice_is_once_and_a_colleague_hears_who_was_first(client: Client, cast: Cast) -> None:
    first = ended(cast.harold, cast.stage_marije, laatste_dag=days(-2))
    assert ended(cast.harold, cast.stage_marije, laatste_dag=days(-1)) == first
    cast.soraya.klas_rollen.update(rol="mentor")
    with pytest.raises(Refused, match="Harold Vermeer legde dit einde al vast: vandaag"):
        ended(cast.soraya, cast.stage_marije)
    assert cast.stage_marije.overgangen.count() == 1


def test_who_may_not_end_a_stage(client: Client, cast: Cast) -> None:
    for person in (cast.melissa, cast.soraya, cast.marije_zelf):
        client.force_login(person)
        answer = client.get(url("stage_einde", cast.stage_marije))
        assert answer.status_code == 403
        assert "Het einde van een stage legt de mentor vast" in words(answer)


def test_nobody_ends_a_stage_in_silence(cast: Cast) -> None:
    with pytest.raises(StageEinde.DoesNotExist):
        stages.finish(
            by=viewer(cast.harold), stage_id=cast.stage_marije.pk, hoe="gestopt", laatste_dag=days(0)
        )
    cast.stage_marije.refresh_from_db()
    assert cast.stage_marije.status == "lopend"
    assert not Melding.objects.exists()


@pytest.mark.parametrize(
    "van",
    ["gezocht", "voorstel", "kennismaking", "afgesproken", "pok_getekend", "niet_verschenen", "gestart"],
)
def test_a_place_that_falls_through_is_told_too_but_never_afgerond(cast: Cast, van: str) -> None:
    row = stage(cast.harold, cast.has, cast.stage_sanna.stageplek_id)
    Stage.objects.filter(pk=row.pk).update(status=van)
    with pytest.raises(Refused, match="gaat niet in één stap"):
        ended(cast.harold, row, "afgerond")
    assert not StageEinde.objects.exists()
    assert ended(cast.harold, row, "gestopt").teruggemeld_op is None


@pytest.mark.parametrize("hoe", ["afgerond", "gestopt"])
def test_what_ended_does_not_end_again_or_change(cast: Cast, hoe: str) -> None:
    ended(cast.harold, cast.stage_marije, hoe)
    with pytest.raises(PermissionDenied, match=f"Deze stage is {hoe}"):
        stages.move(by=viewer(cast.harold), stage_id=cast.stage_marije.pk, naar="gezocht")


def test_a_stage_that_ended_before_anybody_noted_why(client: Client, cast: Cast) -> None:
    Stage.objects.filter(pk=cast.stage_marije.pk).update(status="gestopt")
    client.force_login(cast.harold)
    seen = words(client.get(url("stage_einde", cast.stage_marije)))
    assert "De stage is voorbij" in seen
    assert "Hier staat niets over het einde" in seen


# Fourteen days ---------------------------------------------------------------------------------------------


def reads(cast: Cast, day: int) -> bool:
    """Whether the praktijkbegeleider reaches the stage so many days from today."""
    later = Viewer(user=cast.melissa, today=days(day))
    return bool(later.links(cast.marije))


@pytest.mark.parametrize(("day", "may"), [(13, True), (14, True), (15, False)])
def test_a_praktijkbegeleider_keeps_the_own_stage_for_fourteen_days(
    client: Client, cast: Cast, day: int, may: bool
) -> None:
    ended(cast.harold, cast.stage_marije)
    assert reads(cast, day) is may
    lid = TeamLid.objects.get(user=cast.melissa)
    assert (lid.einde, lid.eindreden) == (days(14), "De stage is gestopt.")


def test_an_end_that_is_noted_later_counts_from_that_day(cast: Cast) -> None:
    ended(cast.harold, cast.stage_marije, laatste_dag=days(-20))
    assert (reads(cast, 14), reads(cast, 15)) == (True, False)


def test_a_school_can_set_another_number(cast: Cast) -> None:
    cast.noord.regels = {"stage_toegang_kalenderdagen": 3}
    cast.noord.save()
    ended(cast.harold, cast.stage_marije)
    assert (reads(cast, 3), reads(cast, 4)) == (True, False)


def test_a_role_that_ends_sooner_keeps_its_day_and_other_stages_keep_theirs(cast: Cast) -> None:
    TeamLid.objects.filter(user=cast.melissa).update(einde=days(5), eindreden="andere baan")
    ended(cast.harold, cast.stage_marije)
    assert TeamLid.objects.get(user=cast.melissa).einde == days(5)
    assert TeamLid.objects.get(user=cast.ex_praktijk).einde == days(-1)
    assert TeamLid.objects.get(user=cast.kees).einde is None
    assert TeamLid.objects.get(user=cast.noor, student=cast.marije).einde is None


# The terugmelding ------------------------------------------------------------------------------------------


def test_the_terugmelding_stands_open_until_it_is_done(client: Client, cast: Cast) -> None:
    ended(cast.harold, cast.stage_marije, **SHARED)
    client.force_login(cast.harold)
    student = reverse("student", args=[cast.marije.pk])
    assert "De terugmelding aan het leerbedrijf staat nog open. Meld terug" in words(client.get(student))
    form = client.get(url("stage_terugmelding", cast.stage_marije))
    assert form.content.decode().count("Ik zoek iets dat beter past.") == 2  # said, and ready to send
    answer = client.post(url("stage_terugmelding", cast.stage_marije), {"tekst": ""})
    assert answer.status_code == 422
    assert "Kies hoe je het liet weten Schrijf op wat je vertelde" in words(answer)
    data = {"wijze": "gebeld", "met": "Koos", "tekst": "Ik heb Koos bedankt."}
    answer = client.post(url("stage_terugmelding", cast.stage_marije), data, follow=True)
    assert "Gebeld door Harold Vermeer, met Koos, vandaag" in words(answer)
    assert "terugmelding aan het leerbedrijf" not in words(client.get(student))
    einde = StageEinde.objects.get()
    by = {
        "by": viewer(cast.harold),
        "stage_id": cast.stage_marije.pk,
        "wijze": "mail",
        "met": "",
        "tekst": "x",
    }
    assert actions.report_back(**by).terugmelding == "Ik heb Koos bedankt."
    assert einde.teruggemeld_door == cast.harold


def test_who_reports_back_second_hears_who_was_first(cast: Cast) -> None:
    ended(cast.harold, cast.stage_marije)
    more = {"stage_id": cast.stage_marije.pk, "wijze": "mail", "met": "", "tekst": "Gemaild."}
    with pytest.raises(PermissionDenied, match="doet de mentor"):
        actions.report_back(by=viewer(cast.soraya), **more)
    actions.report_back(by=viewer(cast.harold), **more)
    cast.soraya.klas_rollen.update(rol="mentor")
    with pytest.raises(Refused, match="Harold Vermeer meldde dit al terug"):
        actions.report_back(by=viewer(cast.soraya), **more)


def test_each_act_is_a_line_in_the_log(cast: Cast) -> None:
    einde = ended(cast.harold, cast.stage_marije, **SHARED)
    actions.report_back(
        by=viewer(cast.harold), stage_id=cast.stage_marije.pk, wijze="mail", met="", tekst="Gemaild."
    )
    lines = LogRegel.objects.filter(wie=cast.harold.pk).order_by("id").values_list("actie", flat=True)
    assert list(lines) == [
        "toestemming genoteerd", "einde van de stage vastgelegd", "stage gestopt",
        "rol krijgt een laatste dag", "terugmelding aan leerbedrijf gedaan",
    ]  # fmt: skip
    assert LogRegel.objects.filter(object_id=einde.pk).count() == 2


def test_more_ended_stages_take_as_many_queries(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)

    def fill(number: int) -> int:
        for _ in range(number):
            ended(cast.harold, stage(cast.harold, cast.marije, cast.stage_sanna.stageplek_id))
        return queries_of(client, reverse("student", args=[cast.marije.pk]))

    assert fill(1) == fill(3)
