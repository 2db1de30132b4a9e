"""The outbox: one mail for a key, in the transaction of who asks, without a name and without words of one's own."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from kern.models import Bericht, GeweigerdAdres
from kern.post import link, mended, post, refused

pytestmark = pytest.mark.django_db
ASK = {"to": "Melissa@leerbedrijf.example", "onderwerp": "Er is iets nieuws", "sjabloon": "melding"}


def test_a_mail_leaves_with_a_fixed_text_and_one_link() -> None:
    row = post(**ASK, context={"url": link("/")}, ontvanger=uuid4())
    [sent] = mail.outbox
    assert sent.to == ["Melissa@leerbedrijf.example"]
    assert sent.subject == "Er is iets nieuws"
    assert str(sent.body).startswith("Hallo,\n\nEr is iets nieuws voor je in Kansrijk.")
    assert "\n\nhttp://localhost:8000/\n\n" in str(sent.body)
    assert sent.extra_headers["Message-ID"] == row.message_id
    row.refresh_from_db()
    assert (row.staat, row.tekst, row.pogingen) == ("verzonden", "", 1)


def test_the_same_key_gives_one_mail() -> None:
    first, second = (post(**ASK, context={"url": link("/")}, sleutel="melding:1") for _ in range(2))
    assert first.pk == second.pk
    assert len(mail.outbox) == 1
    assert post(**ASK, context={"url": link("/")}, sleutel="melding:2").pk != first.pk


def test_what_was_undone_sends_nothing() -> None:
    with transaction.atomic():
        post(**ASK, context={"url": link("/")})
        transaction.set_rollback(True)
    assert not Bericht.objects.exists()


@pytest.mark.parametrize(
    "words", ["Marije", "https://elders.example/", "12345678901", "http://localhost:8000.evil"]
)
def test_words_are_refused(words: str) -> None:
    with pytest.raises(ValueError, match="url is iets anders"):
        post(**ASK, context={"url": words})
    assert not Bericht.objects.exists()


def test_no_address_is_refused() -> None:
    with pytest.raises(ValidationError):
        post(**ASK | {"to": "geen adres"}, context={"url": link("/")})


def test_what_is_too_late_is_not_sent() -> None:
    row = post(**ASK, context={"url": link("/")}, geldig_tot=timezone.now() - timedelta(seconds=1))
    row.refresh_from_db()
    assert (row.staat, row.tekst, mail.outbox) == ("verlopen", "", [])


def test_a_refused_address_is_known_until_it_is_mended() -> None:
    row = GeweigerdAdres.objects.create(
        adres="weg@leerbedrijf.example", sinds=timezone.now(), fout="550 5.1.1"
    )
    asked = ["Weg@leerbedrijf.example", "weg@leerbedrijf.example", "goed@leerbedrijf.example"]
    assert refused(asked) == dict.fromkeys(asked[:2], row.sinds)
    mended("WEG@leerbedrijf.example")
    assert refused(["Weg@leerbedrijf.example"]) == {}
    assert refused([]) == {}


def test_the_demo_writes_mail_as_files(settings: Any, tmp_path: Path) -> None:
    settings.MAILERS = {
        "default": {"BACKEND": "kern.post.files.EmailBackend", "OPTIONS": {"file_path": tmp_path}}
    }
    post(**ASK, context={"url": link("/")})
    [file] = tmp_path.iterdir()
    text = file.read_text(encoding="utf-8")
    assert text.startswith("Aan: Melissa@leerbedrijf.example\nOnderwerp: Er is iets nieuws\n\nHallo,\n")
    assert "\nhttp://localhost:8000/\n" in text
