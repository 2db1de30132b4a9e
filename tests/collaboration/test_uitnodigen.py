"""The mentor invites a praktijkbegeleider or a peercoach, gives a student an account, and mends what did not arrive."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from begeleiders.coming_in import Uitnodiging
from begeleiders.models import User
from collaboration.actions import team
from collaboration.actions.team import Persoon
from kern.models import GeweigerdAdres, LogRegel
from stageplekken.models import Stage
from students.enums import Rol
from students.models import TeamLid
from tests.begeleiders.coming_in import TYPE, code_in, token_in
from tests.cast import Cast
from tests.factories import UserFactory, viewer
from tests.harness import StrictClient

pytestmark = pytest.mark.django_db
JORIS = {
    "email": "Joris@DeKade.example",
    "voornaam": "Joris",
    "achternaam": "Mulder",
    "telefoon": "06 00000009",
}


@pytest.fixture
def harold(client: StrictClient, cast: Cast) -> StrictClient:
    client.force_login(cast.harold)
    return client


def home(cast: Cast) -> str:
    return f"/studenten/{cast.marije.pk}/uitnodigen/"


def come_in(token: str) -> StrictClient:
    """Somebody else's phone: the link, one button, the code."""
    phone = StrictClient()
    phone.post(f"/welkom/{token}/")
    phone.post(TYPE, {"code": code_in(mail.outbox[-1])})
    return phone


def test_from_the_form_to_the_student_on_another_phone(harold: StrictClient, cast: Cast) -> None:
    page = harold.get(f"/studenten/{cast.marije.pk}/").content.decode()
    assert home(cast) in page
    assert "Een praktijkbegeleider bij Restaurant De Kade" in harold.get(home(cast)).content.decode()
    answer = harold.post(f"{home(cast)}praktijkbegeleider/", JORIS)
    assert answer["Location"] == home(cast)
    page = harold.get(home(cast)).content.decode()
    assert "Joris Mulder" in page
    assert "nog niet binnen" in page
    assert "De uitnodiging is onderweg" in page
    member = TeamLid.objects.get(user__email="joris@dekade.example")
    assert (member.rol, member.stage_ref, member.uitgenodigd_door) == (
        Rol.PRAKTIJKBEGELEIDER, cast.stage_marije.pk, cast.harold,
    )  # fmt: skip
    assert not member.user.has_usable_password()
    assert member.user.organisatie == "Restaurant De Kade"
    phone = come_in(token_in(mail.outbox[-1]))
    assert phone.get(f"/studenten/{cast.marije.pk}/").status_code == 200
    assert phone.get(f"/studenten/{cast.sanna.pk}/").status_code == 404
    assert "Binnen sinds" in harold.get(home(cast)).content.decode()


def test_peercoach_sees_a_first_name(harold: StrictClient, cast: Cast) -> None:
    data = {"email": "lin@hbo.example", "voornaam": "Lin", "achternaam": "Peeters"}
    harold.post(f"{home(cast)}peercoach/", data)
    page = come_in(token_in(mail.outbox[-1])).get(f"/studenten/{cast.marije.pk}/").content.decode()
    assert "Marije" in page
    assert "Jonkers" not in page


def test_student_gets_an_account_and_comes_in(harold: StrictClient, cast: Cast) -> None:
    base = f"/studenten/{cast.sanna.pk}/uitnodigen/"
    assert "met een eigen account" in harold.get(base).content.decode()
    harold.post(f"{base}account/", {"email": "sanna@post.example"})
    cast.sanna.refresh_from_db()
    assert cast.sanna.account is not None
    assert cast.sanna.account.naam == "Sanna de Boer"
    phone = come_in(token_in(mail.outbox[-1]))
    assert phone.get(f"/studenten/{cast.sanna.pk}/").status_code == 200
    assert phone.get(f"/studenten/{cast.marije.pk}/").status_code == 404
    assert "met een eigen account" not in harold.get(base).content.decode()


@pytest.mark.parametrize(
    ("wie", "data", "said"),
    [
        ("praktijkbegeleider", JORIS | {"email": "harold@noord.example"}, "Dit is je eigen e-mailadres"),
        (
            "praktijkbegeleider",
            JORIS | {"email": "marije-zelf@noord.example"},
            "het adres van de student zelf",
        ),
        ("peercoach", JORIS | {"email": "geen adres"}, "Kijk het e-mailadres na"),
        ("peercoach", JORIS | {"voornaam": ""}, "Vul nog in: voornaam"),
        ("account", {"email": "soraya@noord.example"}, "Deze student heeft al een account"),
    ],
)
def test_what_is_refused_says_what_to_do(
    harold: StrictClient, cast: Cast, wie: str, data: dict[str, str], said: str
) -> None:
    answer = harold.post(f"{home(cast)}{wie}/", data)
    assert (answer.status_code, said in answer.content.decode()) == (422, True)
    assert not Uitnodiging.objects.exists()
    assert mail.outbox == []


def test_an_account_of_somebody_else_is_never_given_to_a_student(harold: StrictClient, cast: Cast) -> None:
    answer = harold.post(f"/studenten/{cast.sanna.pk}/uitnodigen/account/", {"email": "soraya@noord.example"})
    assert "Met dit adres logt al iemand in" in answer.content.decode()


def test_sent_twice_is_one_person_one_role_one_mail(harold: StrictClient, cast: Cast) -> None:
    for _ in range(2):
        harold.post(f"{home(cast)}praktijkbegeleider/", JORIS)
    assert TeamLid.objects.filter(user__email="joris@dekade.example").count() == 1
    assert len(mail.outbox) == 1


def test_somebody_with_an_account_keeps_it(harold: StrictClient, cast: Cast) -> None:
    harold.post(f"{home(cast)}praktijkbegeleider/", JORIS | {"email": cast.petra.email})
    assert User.objects.get(email=cast.petra.email).naam == "Petra Kuipers"
    assert TeamLid.objects.filter(user=cast.petra, stage_ref=cast.stage_marije.pk).exists()


def refused_joris(harold: StrictClient, cast: Cast) -> tuple[Uitnodiging, str]:
    harold.post(f"{home(cast)}praktijkbegeleider/", JORIS | {"email": "jorris@dekade.example"})
    GeweigerdAdres.objects.create(adres="jorris@dekade.example", sinds=timezone.now(), fout="550")
    return Uitnodiging.objects.get(), token_in(mail.outbox[-1])


def test_a_refused_address_is_shown_and_mended(harold: StrictClient, cast: Cast) -> None:
    row, old = refused_joris(harold, cast)
    assert "Mail komt niet aan" in harold.get(f"/studenten/{cast.marije.pk}/").content.decode()
    assert "Onze mail komt hier niet aan" in harold.get(home(cast)).content.decode()
    path = f"/uitnodigingen/{row.pk}/adres/"
    assert 'value="jorris@dekade.example"' in harold.get(path).content.decode()
    assert harold.post(path, {"email": "joris@dekade.example"})["Location"] == home(cast)
    assert "Onze mail komt hier niet aan" not in harold.get(home(cast)).content.decode()
    assert mail.outbox[-1].to == ["joris@dekade.example"]
    assert StrictClient().get(f"/welkom/{old}/").status_code == 404
    assert not User.objects.get(email="jorris@dekade.example").is_active
    phone = come_in(token_in(mail.outbox[-1]))
    assert phone.get(f"/studenten/{cast.marije.pk}/").status_code == 200
    assert TeamLid.objects.filter(stage_ref=cast.stage_marije.pk, user__voornaam="Joris").count() == 1


def test_who_came_in_keeps_the_address(harold: StrictClient, cast: Cast) -> None:
    harold.post(f"{home(cast)}praktijkbegeleider/", JORIS)
    come_in(token_in(mail.outbox[-1]))
    row = Uitnodiging.objects.get()
    answer = harold.post(f"/uitnodigingen/{row.pk}/adres/", {"email": "harold-prive@noord.example"})
    assert answer.status_code == 403
    assert "Deze persoon logde al eens in" in answer.content.decode()
    row.user.refresh_from_db()
    assert row.user.email == "joris@dekade.example"


def test_withdrawing_ends_the_role_at_once(harold: StrictClient, cast: Cast) -> None:
    harold.post(f"{home(cast)}praktijkbegeleider/", JORIS)
    token = token_in(mail.outbox[-1])
    phone = come_in(token)
    path = f"/uitnodigingen/{Uitnodiging.objects.get().pk}/intrekken/"
    assert "Schrijf kort op waarom" in harold.post(path, {"reden": ""}).content.decode()
    harold.post(path, {"reden": "Verkeerde persoon"})
    assert phone.get(f"/studenten/{cast.marije.pk}/").status_code == 404
    assert "De uitnodiging is gestopt" in StrictClient().get(f"/welkom/{token}/").content.decode()
    assert "Joris" not in harold.get(home(cast)).content.decode()
    assert harold.post(path, {"reden": "Nog een keer"}).status_code == 302


def test_a_new_link_and_thirty_days_more(harold: StrictClient, cast: Cast) -> None:
    harold.post(f"{home(cast)}praktijkbegeleider/", JORIS)
    first = token_in(mail.outbox[-1])
    row = Uitnodiging.objects.get()
    harold.post(f"/uitnodigingen/{row.pk}/opnieuw/")
    assert "Er is een nieuwere mail" in StrictClient().get(f"/welkom/{first}/").content.decode()
    come_in(token_in(mail.outbox[-1]))
    Uitnodiging.objects.update(geldig_tot=timezone.now() + timedelta(days=3))
    assert "Begeleidt hier nog" in harold.get(home(cast)).content.decode()
    harold.post(f"/uitnodigingen/{row.pk}/bevestigen/")
    assert "Begeleidt hier nog" not in harold.get(home(cast)).content.decode()


def test_only_the_mentor(client: StrictClient, cast: Cast) -> None:
    for person, status in ((cast.soraya, 403), (cast.melissa, 403), (cast.ilse, 404), (cast.vreemde, 404)):
        client.force_login(person)
        assert client.get(home(cast)).status_code == status
        assert client.post(f"{home(cast)}peercoach/", JORIS).status_code == status
    assert not Uitnodiging.objects.exists()


def test_every_step_is_in_the_log(cast: Cast) -> None:
    me = viewer(cast.harold)
    joris = Persoon("joris@dekade.example", "Joris", "Mulder")
    row = team.add_member(by=me, student=cast.marije, rol=Rol.PEERCOACH, persoon=joris)
    team.mend_address(by=me, student=cast.marije, uitnodiging_id=row.pk, email="j.mulder@dekade.example")
    team.withdraw_invitation(by=me, student=cast.marije, uitnodiging_id=row.pk, reden="Toch niet")
    said = [line.actie for line in LogRegel.objects.filter(wie=cast.harold.pk).order_by("id")]
    assert said == [
        "teamlid toegevoegd", "uitgenodigd", "adres van teamlid verbeterd", "adres verbeterd",
        "uitnodiging ingetrokken", "teamlid gestopt",
    ]  # fmt: skip


def test_as_many_queries_with_two_as_with_ten(harold: StrictClient, cast: Cast) -> None:
    me = viewer(cast.harold)

    def fill(count: int) -> int:
        for _ in range(count):
            who = UserFactory.create(password=None)
            persoon = Persoon(who.email, "Lin", "Peeters")
            team.add_member(by=me, student=cast.marije, rol=Rol.PEERCOACH, persoon=persoon)
        harold.get(home(cast))
        with CaptureQueriesContext(connection) as queries:
            harold.get(home(cast))
        return len(queries)

    assert fill(2) == fill(8)


@pytest.mark.parametrize(
    ("status", "offered"),
    [("kennismaking", False), ("afgesproken", True), ("gestart", True), ("lopend", True), ("gestopt", False)],
)
def test_from_agreed_until_the_end(harold: StrictClient, cast: Cast, status: str, offered: bool) -> None:
    Stage.objects.filter(pk=cast.stage_marije.pk).update(status=status)
    page = harold.get(home(cast)).content.decode()
    assert ("Een praktijkbegeleider bij Restaurant De Kade" in page) is offered
    answer = harold.post(f"{home(cast)}praktijkbegeleider/", JORIS)
    assert answer["Location"] == home(cast)
    assert Uitnodiging.objects.exists() is offered
