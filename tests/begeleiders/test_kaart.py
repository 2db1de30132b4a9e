"""The card of a student: a link that only starts, a code that lets in, and a mentor who shows one."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from begeleiders import cards, codes
from begeleiders.coming_in import Inlogcode, Kaart
from begeleiders.models import User
from collaboration.actions import kaart as actions
from collaboration.models import Melding
from kern.models import GeweigerdAdres, LogRegel
from students.models import Student
from tests.begeleiders.coming_in import TYPE, code_in, wrong
from tests.begeleiders.test_limits import together
from tests.cast import Cast
from tests.factories import TeamLidFactory, viewer
from tests.htmx import words


def page(student: Student, name: str = "kaart") -> str:
    return reverse(name, args=[student.pk])


def card_url(kaart: Kaart) -> str:
    return reverse("welkom_kaart", args=[cards.token_of(kaart)])


@pytest.fixture
def kaart(cast: Cast) -> Kaart:
    return actions.give_card(by=viewer(cast.harold), student=cast.marije)


@pytest.fixture
def refused(cast: Cast) -> None:
    """The address of Marije does not take our mail."""
    GeweigerdAdres.objects.create(adres=cast.marije_zelf.email, sinds=timezone.now(), fout="550")


def shown(cast: Cast) -> str:
    """A code for Marije on the screen of her mentor."""
    return actions.show_code(by=viewer(cast.harold), student=cast.marije)


def logged_in(client: Client) -> str:
    return client.session.get("_auth_user_id", "")


def test_a_card_then_a_button_then_a_code(client: Client, cast: Cast, kaart: Kaart) -> None:
    seen = client.get(card_url(kaart))
    assert "Stuur mij een code" in words(seen)
    assert "Marije" not in seen.content.decode()
    assert not mail.outbox
    assert not Inlogcode.objects.exists()
    assert client.post(card_url(kaart))["Location"] == TYPE
    assert mail.outbox[-1].to == [cast.marije_zelf.email]
    assert client.post(TYPE, {"code": code_in(mail.outbox[-1])})["Location"] == "/"
    assert logged_in(client) == str(cast.marije_zelf.pk)
    assert "Er is ingelogd met je kaart." in words(client.get("/meldingen/"))
    assert len(mail.outbox) == 1  # the code; no second mail about it


def test_who_reads_mail_gets_no_code_on_the_screen_of_the_mentor(
    client: Client, cast: Cast, kaart: Kaart
) -> None:
    client.force_login(cast.harold)
    assert "Laat een code zien" not in words(client.get(page(cast.marije)))
    assert "De code gaat per mail" in words(client.get(page(cast.marije, "inlogcode")))
    assert "dus de code gaat per mail" in words(client.post(page(cast.marije, "inlogcode")))
    phone = Client()
    assert "code zien" not in words(phone.get(card_url(kaart)))
    phone.post(card_url(kaart), {"mentor": "1"})  # by hand: still by mail
    assert mail.outbox[-1].to == [cast.marije_zelf.email]
    assert not Inlogcode.objects.filter(getoond_op__isnull=False).exists()


def test_a_card_gives_ten_codes_a_day_and_a_new_card_no_more(
    client: Client, cast: Cast, kaart: Kaart, refused: None
) -> None:
    for _ in range(codes.CARD_CODES):
        assert shown(cast)
    actions.give_card(by=viewer(cast.harold), student=cast.marije, oud=kaart.pk)
    client.force_login(cast.harold)
    refusal = words(client.post(page(cast.marije, "inlogcode")))
    assert "gaf vandaag al 10 codes" in refusal
    assert "Morgen kan het weer." in refusal
    assert Inlogcode.objects.count() == codes.CARD_CODES
    GeweigerdAdres.objects.all().delete()  # what is mailed by the card counts along
    said = words(Client().post(card_url(Kaart.objects.get(ingetrokken_op=None))))
    assert "zijn vandaag genoeg codes gemaakt. Log in met je e-mailadres" in said
    assert not mail.outbox


@pytest.mark.django_db(transaction=True)
def test_twenty_at_once_get_ten_codes(cast: Cast, kaart: Kaart, refused: None) -> None:
    def one() -> bool:
        try:
            return bool(shown(cast))
        except actions.Refused:
            return False

    assert sum(together(one, 20)) == codes.CARD_CODES


def test_a_new_card_stops_the_old_one_and_twice_is_once(client: Client, cast: Cast, kaart: Kaart) -> None:
    client.force_login(cast.harold)
    for _ in range(2):
        client.post(page(cast.marije), {"oud": str(kaart.pk)})
    new = Kaart.objects.get(ingetrokken_op=None)
    assert Kaart.objects.count() == 2
    other = Client()
    assert other.get(card_url(kaart)).status_code == 410
    assert "Deze kaart werkt niet meer" in words(other.post(card_url(kaart)))
    assert other.get(card_url(new)).status_code == 200
    client.post(page(cast.marije), {"stop": "1"})
    assert other.get(card_url(new)).status_code == 410


@pytest.mark.parametrize("token", ["x", "A" * 43, "é", "A" * 42 + "-"])
def test_a_link_that_nobody_made(client: Client, db: None, token: str) -> None:
    assert client.get(f"/welkom/kaart/{token}/").status_code == 410


def _shown(client: Client, student: Student) -> str:
    found = re.search(r"\b(\d{3} \d{3})\b", words(client.post(page(student, "inlogcode"))))
    assert found
    return found.group(1)


def test_who_has_no_mail_types_the_code_on_the_screen_of_the_mentor(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    Student.objects.filter(pk=cast.has.pk).update(email="")
    client.post(page(cast.has))
    user = User.objects.get(student=cast.has)
    assert not codes.has_mail(user)
    phone, mine = Client(), Kaart.objects.get()
    assert "Stuur mij een code" not in words(phone.get(card_url(mine)))
    assert "Er is nog geen code voor jou" in words(phone.post(card_url(mine)))
    assert not re.search(r"\b\d{3} \d{3}\b", words(client.get(page(cast.has, "inlogcode"))))
    old, code = _shown(client, cast.has), _shown(client, cast.has)
    assert phone.post(card_url(mine))["Location"] == TYPE
    assert "Code van je mentor" in words(phone.get(TYPE))
    assert "scherm van je mentor" in words(phone.post(TYPE, {"code": wrong(code.replace(" ", ""))}))
    if old != code:
        assert not phone.post(TYPE, {"code": old}).headers.get("Location")
    assert phone.post(TYPE, {"code": code, "eigen_toestel": "on"})["Location"] == "/"
    assert logged_in(phone) == str(user.pk)
    assert not mail.outbox
    assert code.replace(" ", "") not in str(list(Inlogcode.objects.values()))
    assert (
        LogRegel.objects.filter(actie="inlogcode getoond", wie=cast.harold.pk, student=cast.has.pk).count()
        == 2
    )
    assert "Maakte een code om in te loggen" in words(phone.get(page(cast.has, "wie_keek")))
    assert Melding.objects.filter(user=user, soort="binnen", gemaild_op=None).exists()
    for line in LogRegel.objects.filter(soort="kaart"):
        assert (line.school, line.rol) == (cast.has.klas.school_id, "mentor")


def test_a_shown_code_has_five_tries_and_ten_minutes(
    client: Client, cast: Cast, kaart: Kaart, refused: None
) -> None:
    code = shown(cast)
    client.post(card_url(kaart))
    for _ in range(5):
        client.post(TYPE, {"code": wrong(code)})
    assert "Deze code werkt niet meer" in words(client.post(TYPE, {"code": code}))
    assert client.post(TYPE, {"opnieuw": "1"})["Location"] == card_url(kaart)
    assert not logged_in(client)
    row = Inlogcode.objects.get()
    assert row.getoond_op is not None
    assert row.geldig_tot - row.getoond_op == codes.LIFE


def test_only_the_mentor(client: Client, cast: Cast) -> None:
    client.force_login(cast.soraya)
    for name in ("kaart", "kaart_pdf", "inlogcode"):
        answer = client.get(page(cast.marije, name))
        assert answer.status_code == 403
        assert "alleen de mentor" in words(answer)


def test_no_code_for_who_has_more_to_open_than_the_own_page(client: Client, cast: Cast, kaart: Kaart) -> None:
    TeamLidFactory(student=cast.milan, user=cast.marije_zelf, rol="peercoach")
    client.force_login(cast.harold)
    assert "Laat de student een code per mail vragen" in words(client.post(page(cast.marije, "inlogcode")))
    assert not Inlogcode.objects.exists()


def test_a_card_that_stopped_stops_who_is_typing(
    client: Client, cast: Cast, kaart: Kaart, refused: None
) -> None:
    code = shown(cast)
    client.post(card_url(kaart))
    actions.stop_card(by=viewer(cast.harold), student=cast.marije)
    assert client.post(TYPE, {"code": code})["Location"] == reverse("code_vragen")
    assert not client.session.get("_auth_user_id")
