"""Around the handleiding: asking for a part, filling in on a begeleider's phone, views side by side, leefgebieden."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from collaboration.models import Melding
from kern.models import LogRegel
from students.actions import beeld, handleiding
from students.checks import Refused
from students.enums import Soort
from students.models import HandleidingVersie, HandleidingVraag, Vrijgave
from tests.acts_handleiding import beeld_van, deel, kijker, leefgebied, neem_terug, schrijf
from tests.cast import Cast
from tests.htmx import words
from tests.students.a2 import long_sentences

TELEFOON = "/telefoon/handleiding/"


def url(name: str, cast: Cast, *more: str) -> str:
    return reverse(name, args=[cast.marije.pk, *more])


def logged_in(user: object) -> Client:
    client = Client()
    client.force_login(user)  # type: ignore[arg-type]
    return client


# Asking ----------------------------------------------------------------------------------------------------


def test_ask_for_a_part_and_the_student_says_yes(cast: Cast) -> None:
    schrijf(cast.marije, "goed", "Ik werk netjes.")
    melissa, marije = logged_in(cast.melissa), logged_in(cast.marije_zelf)
    sent = {"onderdeel": "goed", "waarom": "Dan geef ik je passend werk."}
    for _ in range(2):
        assert "Nog geen antwoord" in words(melissa.post(url("handleiding_vraag", cast), sent, follow=True))
    row = HandleidingVraag.objects.get()
    assert "Melissa wil graag iets lezen" in words(marije.get("/"))
    told = Melding.objects.get(soort="handleiding")
    assert told.user == cast.marije_zelf
    shown = marije.get("/meldingen/").content.decode()
    assert "Iemand vraagt om jouw handleiding" in shown
    opened = marije.post(reverse("melding", args=[told.pk]))
    assert opened.headers["Location"] == "/mijn-handleiding/"
    page = marije.get("/mijn-handleiding/")
    assert "Melissa wil dit graag lezen: Hier ben ik goed in." in words(page)
    assert "Dan geef ik je passend werk." in words(page)
    assert long_sentences(page.content.decode()) == []
    marije.post(reverse("handleiding_antwoord", args=[row.pk]), {"antwoord": "ja"})
    assert "Ik werk netjes." in words(melissa.get(url("handleiding_van", cast)))
    assert "Iemand vraagt jou iets" not in words(marije.get("/mijn-handleiding/"))


def test_not_now_is_an_answer_and_one_may_ask_again(cast: Cast) -> None:
    melissa = logged_in(cast.melissa)
    sent = {"onderdeel": "goed", "waarom": "Voor je rooster."}
    melissa.post(url("handleiding_vraag", cast), sent)
    row = HandleidingVraag.objects.get()
    handleiding.antwoord(by=kijker(cast.marije_zelf), student=cast.marije, vraag_id=row.pk, ja=False)
    handleiding.antwoord(by=kijker(cast.marije_zelf), student=cast.marije, vraag_id=row.pk, ja=True)
    page = words(melissa.get(url("handleiding_van", cast)))
    assert "nu niet." in page
    assert not Vrijgave.objects.exists()
    melissa.post(url("handleiding_vraag", cast), sent)
    assert HandleidingVraag.objects.count() == 2


def test_a_question_says_why_and_only_the_student_answers(cast: Cast) -> None:
    melissa = logged_in(cast.melissa)
    answer = melissa.post(url("handleiding_vraag", cast), {"onderdeel": "", "waarom": ""})
    assert answer.status_code == 422
    assert "Kies een deel" in words(answer)
    assert "Schrijf op waarom je dit vraagt" in words(answer)
    row = handleiding.vraag(by=kijker(cast.noor), student=cast.marije, onderdeel="goed", waarom="Zo maar.")
    with pytest.raises(PermissionDenied):
        handleiding.antwoord(by=kijker(cast.harold), student=cast.marije, vraag_id=row.pk, ja=True)


def test_nobody_learns_what_is_written_but_not_shared(cast: Cast) -> None:
    melissa = logged_in(cast.melissa)
    empty = words(melissa.get(url("handleiding_van", cast)))
    schrijf(cast.marije, "goed", "Ik werk netjes.")
    assert words(melissa.get(url("handleiding_van", cast))) == empty


# On the phone of a begeleider ------------------------------------------------------------------------------


def test_fill_in_together_on_a_phone_shows_nothing_of_before(cast: Cast) -> None:
    schrijf(cast.marije, "goed", "Mijn geheim.")
    deel(cast.marije, cast.melissa, "goed")
    harold = logged_in(cast.harold)
    page = harold.post(url("handleiding_samen", cast), follow=True)
    assert "Jouw handleiding" in words(page)
    assert "Wat je nu opschrijft, leest nog niemand." in words(page)
    assert "Mijn geheim." not in page.content.decode()
    assert long_sentences(page.content.decode()) == []
    done = harold.post(TELEFOON, {"onderdeel": "goed", "tekst": "Ik kan goed koken."}, follow=True)
    assert "Ik kan goed koken." in words(done)
    assert "Wie mag dit lezen?" not in words(done)  # Marije has an account: she chooses there
    assert harold.get(url("handleiding_van", cast)).status_code == 302
    assert harold.post(TELEFOON, {"onderdeel": "goed", "aan": str(cast.harold.pk)}).status_code == 422
    row = HandleidingVersie.objects.get(versie=2)
    assert (row.telefoon_van, row.geschreven_door) == (cast.harold, cast.harold)
    melissa = words(logged_in(cast.melissa).get(url("handleiding_van", cast)))
    assert "Ik kan goed koken." not in melissa  # read the words before; these Marije did not share yet
    assert "Mijn geheim." not in melissa
    own = words(logged_in(cast.marije_zelf).get("/mijn-handleiding/"))
    assert "Ingevuld op de telefoon van Harold." in own
    assert "Niemand ziet dit." in own
    assert "Ik kan goed koken." not in words(logged_in(cast.harold).get(url("handleiding_van", cast)))


def test_a_student_without_an_account_chooses_on_the_phone(cast: Cast) -> None:
    harold, petra = logged_in(cast.harold), logged_in(cast.petra)
    page = reverse("handleiding_van", args=[cast.sanna.pk])
    harold.post(reverse("handleiding_samen", args=[cast.sanna.pk]))
    assert harold.post(TELEFOON, {"onderdeel": "leren", "aan": str(cast.petra.pk)}).status_code == 404
    shown = harold.post(TELEFOON, {"onderdeel": "leren", "tekst": "Doe het voor."}, follow=True)
    assert "Petra" in words(shown)
    assert "Doe het voor." not in words(petra.get(page))
    harold.post(TELEFOON, {"onderdeel": "leren", "aan": str(cast.petra.pk)})
    assert "Doe het voor." in words(petra.get(page))
    harold.post(TELEFOON, {"onderdeel": "leren", "tekst": "Geef mij tijd."})
    assert "Geef mij tijd." not in words(petra.get(page))
    assert harold.post(TELEFOON, {"onderdeel": "leren", "tekst": ""}).status_code == 422


def test_without_a_handed_over_phone_there_is_no_such_page(cast: Cast) -> None:
    assert logged_in(cast.harold).get(TELEFOON).status_code == 302


# Gedeeld beeld ---------------------------------------------------------------------------------------------


def test_views_side_by_side_for_who_may_read_them(cast: Cast) -> None:
    for person, said in (
        ("marije_zelf", "Ik: koken."),
        ("harold", "Harold: rust."),
        ("melissa", "Melissa: tempo."),
    ):
        beeld_van(getattr(cast, person), cast.marije, "wil", said)
    reads = {
        "marije_zelf": "Ik: Harold: Melissa:", "harold": "Harold: Melissa:", "soraya": "Harold: Melissa:",
        "melissa": "Melissa:", "noor": "",
    }  # fmt: skip

    def seen(name: str) -> str:
        page = words(logged_in(getattr(cast, name)).get(url("gedeeld_beeld", cast)))
        return " ".join(word for word in ("Ik:", "Harold:", "Melissa:") if word in page)

    assert {name: seen(name) for name in reads} == reads
    deel(cast.marije, cast.melissa, "wil", Soort.GEDEELD_BEELD)
    assert seen("melissa") == "Ik: Melissa:"
    line = LogRegel.objects.filter(wie=cast.melissa.pk).order_by("-id")[0]
    assert (line.soort, line.laag) == ("gedeeld_beeld", "handleiding")
    neem_terug(cast.marije, cast.melissa, "wil", Soort.GEDEELD_BEELD)
    assert seen("melissa") == "Melissa:"
    assert "Melissa las dit," in words(logged_in(cast.marije_zelf).get(url("gedeeld_beeld", cast)))


def test_each_writes_the_own_view_in_versions(cast: Cast) -> None:
    harold, path = logged_in(cast.harold), url("gedeeld_beeld_deel", cast, "kan")
    assert "Marije leest dit altijd." in words(harold.get(path))
    harold.post(path, {"tekst": "Ze dekt tafels.", "was": "tekst:0"})
    late = harold.post(path, {"tekst": "Ze kookt.", "was": "tekst:0"})
    assert late.status_code == 422
    assert "Ze dekt tafels." in words(late)
    with pytest.raises(PermissionDenied, match="en de begeleiders"):
        beeld_van(cast.bea, cast.marije, "kan", "x")


# Leefgebieden ----------------------------------------------------------------------------------------------


def test_leefgebieden_are_never_for_the_stage_or_the_peercoach(cast: Cast) -> None:
    leefgebied(cast.marije, "financien")
    for person in (cast.melissa, cast.noor):
        assert logged_in(person).get(url("leefgebieden", cast)).status_code == 404
        with pytest.raises(Refused):
            deel(cast.marije, person, "financien", Soort.LEEFGEBIEDEN)
    own = words(logged_in(cast.marije_zelf).get(url("leefgebieden", cast)))
    assert "Melissa" not in own
    by = kijker(cast.melissa)
    with pytest.raises(Refused, match="niet voor de stage"):
        beeld.zet_leefgebied(by=by, student=cast.marije, gebied="financien", stand="speelt", telefoon=True)


def test_what_is_said_on_a_phone_is_shared_anew(cast: Cast) -> None:
    leefgebied(cast.marije, "financien", "speelt_niet")
    deel(cast.marije, cast.soraya, "financien", Soort.LEEFGEBIEDEN)
    by = kijker(cast.harold)
    beeld.zet_leefgebied(by=by, student=cast.marije, gebied="financien", stand="speelt", telefoon=True)
    assert "Financiën" not in words(logged_in(cast.soraya).get(url("leefgebieden", cast)))


def test_three_that_play_and_were_shared_suggest_the_zorgteam(cast: Cast) -> None:
    for code in ("financien", "huisvesting", "psychisch"):
        leefgebied(cast.marije, code)
    harold = logged_in(cast.harold)
    for code in ("financien", "huisvesting"):
        deel(cast.marije, cast.harold, code, Soort.LEEFGEBIEDEN)
    page = words(harold.get(url("leefgebieden", cast)))
    assert "Financiën: dit speelt" in page
    assert "Psychisch" not in page
    assert "zorgteam" not in page
    deel(cast.marije, cast.harold, "psychisch", Soort.LEEFGEBIEDEN)
    page = harold.get(url("leefgebieden", cast))
    assert "Praat met het zorgteam?" in words(page)
    assert reverse("aanvraag_nieuw", args=[cast.marije.pk]) in page.content.decode()
    marije = logged_in(cast.marije_zelf)
    sent = {"gebied": "psychisch", "stand": "niet_besproken"}
    part = marije.post(url("leefgebieden", cast), sent, headers={"HX-Request": "true"})
    assert "Wie mag dit zien?" not in words(part)  # nothing to share any more
    assert "Psychisch" not in words(harold.get(url("leefgebieden", cast)))
