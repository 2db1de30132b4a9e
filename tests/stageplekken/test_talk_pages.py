"""The pages of a talk, as each of the three meets them; and what nobody may see before klaar."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from stageplekken.enums.talks import Kant, TalkSoort, TalkStatus
from stageplekken.models import Stagegesprek
from stageplekken.queries import talks as queries
from tests import acts_talks as acts
from tests.cast import Cast
from tests.factories import days
from tests.htmx import parse, words

MENTOR, PRAKTIJK, STUDENT, SAMEN = Kant.MENTOR, Kant.PRAKTIJK, Kant.STUDENT, Kant.SAMEN


@pytest.fixture
def talks(cast: Cast) -> dict[TalkSoort, Stagegesprek]:
    """The three talks of Marije, planned."""
    return acts.plan(cast.harold, cast.stage_marije)


@pytest.fixture
def talk(talks: dict[TalkSoort, Stagegesprek]) -> Stagegesprek:
    """Her tussenevaluatie."""
    return talks[TalkSoort.TUSSEN]


def part(talk: Stagegesprek, kant: str) -> str:
    return reverse("stagegesprek_deel", args=[talk.pk, kant])


def fields(client: Client, url: str, **more: str) -> dict[str, str]:
    """What the form of a part brings along where nobody touches it, and what is typed."""
    form = parse(client.get(url).content.decode()).find(".//form[@id='loop']")
    assert form is not None
    found = {
        i.get("name", ""): i.get("value", "")
        for i in form.iter("input")
        if i.get("type") != "radio" or "checked" in i.attrib
    }
    found |= {area.get("name", ""): (area.text or "").lstrip("\n") for area in form.iter("textarea")}
    return found | {name.replace("_", "-"): value for name, value in more.items()}


def send(client: Client, url: str, naar: str = "hier", **more: str) -> Any:
    return client.post(url, fields(client, url, **more) | {"naar": naar}, follow=True)


def test_without_scripts_from_empty_to_klaar(client: Client, cast: Cast, talk: Stagegesprek) -> None:
    client.force_login(cast.melissa)
    page = words(client.get(part(talk, PRAKTIJK)))
    assert "Wat zie jij op de werkvloer?" in page
    assert "Het is geen examen" in page
    send(client, part(talk, PRAKTIJK), "rest:werk", op_tijd="goed", op_tijd_voorbeeld="Elke dag om acht uur")
    answer = send(client, part(talk, PRAKTIJK), "klaar")
    assert answer.status_code == 422
    assert "Nog 8 vragen open" in words(answer)
    assert "Elke dag om acht uur" in answer.content.decode()
    send(client, part(talk, PRAKTIJK), "rest:vaardigheden")
    done = send(client, part(talk, PRAKTIJK), "klaar", hoe_verder="zo-door")
    assert "Jouw deel is klaar" in words(done)
    assert "We wachten nog op Marije en Harold" in words(done)


def test_the_student_reads_simple_words(client: Client, cast: Cast, talk: Stagegesprek) -> None:
    client.force_login(cast.marije_zelf)
    page = words(client.get(part(talk, STUDENT)))
    assert "Ik kom op tijd" in page
    assert "Ik maak eten klaar voor de klant" in page
    assert "Alleen jij ziet dit, tot je klaar bent." in page
    title = parse(client.get(part(talk, STUDENT)).content.decode()).find(".//title")
    assert title is not None
    assert "Marije" not in (title.text or "")


def test_the_start_talk_asks_what_they_expect(client: Client, cast: Cast, talks: Any) -> None:
    for who, kant, question in (
        (cast.melissa, PRAKTIJK, "Wie belt wie, en wanneer?"),
        (cast.harold, MENTOR, "Wat verwacht jij van het leerbedrijf?"),
        (cast.marije_zelf, STUDENT, "Wie bel je als je ziek bent? En hoe laat?"),
    ):
        client.force_login(who)
        assert question in words(client.get(part(talks[TalkSoort.START], kant)))
        assert question not in words(client.get(part(talks[TalkSoort.TUSSEN], kant)))


def test_htmx_saves_at_every_touch(client: Client, cast: Cast, talk: Stagegesprek) -> None:
    client.force_login(cast.melissa)
    data = fields(client, part(talk, PRAKTIJK), groeten="oefenen")
    answer = client.post(part(talk, PRAKTIJK), data, headers={"HX-Request": "true"})
    assert 'data-staat="bewaard"' in answer.content.decode()
    assert 'id="t-groeten"' in answer.content.decode()
    deel = acts.deel_of(talk, PRAKTIJK)
    assert queries.answers_of([deel])[deel.invulling_id] == {"groeten": "oefenen"}


def test_two_devices_keep_both_texts(client: Client, cast: Cast, talk: Stagegesprek) -> None:
    client.force_login(cast.melissa)
    first = fields(client, part(talk, PRAKTIJK), groeten_voorbeeld="Van de laptop")
    second = fields(client, part(talk, PRAKTIJK), groeten_voorbeeld="Van de telefoon")
    client.post(part(talk, PRAKTIJK), first)
    answer = client.post(part(talk, PRAKTIJK), second | {"naar": "klaar"})
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "Van de laptop" in text
    assert "Van de telefoon" in text
    page = parse(text)
    url = next(b.get("formaction") for b in page.iter("button") if b.get("value") == "samen")
    seen = next(i for i in page.iter("input") if (i.get("name") or "").startswith("gezien:"))
    assert url
    client.post(url, {"keuze": "samen", str(seen.get("name")): seen.get("value")})
    deel = acts.deel_of(talk, PRAKTIJK)
    assert (
        queries.answers_of([deel])[deel.invulling_id]["groeten-voorbeeld"] == "Van de laptop\nVan de telefoon"
    )


def test_a_text_that_comes_too_late_is_shown_again(client: Client, cast: Cast, talk: Stagegesprek) -> None:
    client.force_login(cast.melissa)
    data = fields(client, part(talk, PRAKTIJK), groeten_voorbeeld="Ze groet iedereen")
    acts.fixed(cast, talk)
    answer = client.post(part(talk, PRAKTIJK), data)
    assert answer.status_code == 409
    assert "Er is al akkoord gezegd" in words(answer)
    assert "Ze groet iedereen" in words(answer)
    short = client.post(part(talk, PRAKTIJK), data, headers={"HX-Request": "true"})
    assert short.status_code == 409
    assert "Nog niet bewaard" in words(short)


def secrets(talk: Stagegesprek, kant: Kant) -> dict[str, str]:
    """A word in every text field of a part."""
    deel = acts.deel_of(talk, kant)
    return {
        veld.code: f"Geheim{number}van{kant}x"
        for number, veld in enumerate(deel.invulling.versie.instrument.velden())
        if veld.soort in ("tekst", "regel")
    }


@pytest.mark.parametrize("soort", list(TalkSoort))
def test_before_klaar_nobody_but_its_maker_sees_a_view(
    client: Client, cast: Cast, talks: Any, soort: TalkSoort
) -> None:
    talk = talks[soort]
    for kant, who in acts.sides(cast).items():
        acts.answer(who, talk, kant, acts.whole(talk, kant) | secrets(talk, kant))
    addresses = [
        reverse("stagegesprek", args=[talk.pk]),
        reverse("stagegesprekken", args=[cast.stage_marije.pk]),
        *(part(talk, kant) for kant in Kant),
        reverse("stagegesprek_verslag", args=[talk.pk, 1]),
        reverse("student", args=[cast.marije.pk]),
        reverse("vandaag"),
    ]
    for name, who in cast.people().items():
        client.force_login(who)
        seen = set()
        for address in addresses:
            seen |= set(re.findall(r"Geheim\d+van(\w+?)x", client.get(address).content.decode()))
        own = {str(kant) for kant, maker in acts.sides(cast).items() if maker == who}
        assert seen == own, name


def test_klaar_is_read_by_who_is_klaar_too(client: Client, cast: Cast, talk: Stagegesprek) -> None:
    hub = reverse("stagegesprek", args=[talk.pk])
    acts.ready(cast.melissa, talk, PRAKTIJK, op_tijd_voorbeeld="Ze belde zelf")
    for who, sees in (
        (cast.harold, False),
        (cast.marije_zelf, False),
        (cast.soraya, True),
        (cast.melissa, True),
    ):
        client.force_login(who)
        assert ("Ze belde zelf" in words(client.get(hub))) is sees, who.voornaam
    acts.ready(cast.harold, talk, MENTOR)
    client.force_login(cast.harold)
    assert "Ze belde zelf" in words(client.get(hub))
    client.force_login(cast.marije_zelf)
    assert "Ze belde zelf" not in words(client.get(hub))


def test_side_by_side_says_where_they_differ(client: Client, cast: Cast, talk: Stagegesprek) -> None:
    acts.ready(cast.melissa, talk, PRAKTIJK, "goed", op_tijd="goed", groeten="niet-aan-bod")
    acts.ready(cast.harold, talk, MENTOR, "voldoende", op_tijd="oefenen", groeten="niet-aan-bod")
    acts.ready(cast.marije_zelf, talk, STUDENT, "goed", op_tijd="goed")
    client.force_login(cast.harold)
    page = words(client.get(reverse("stagegesprek", args=[talk.pk])))
    assert "Groot verschil: praat hierover" in page
    assert "Begin bij wat jullie anders zien: Op tijd komen." in page
    assert "Klein verschil" in page


def test_from_klaar_to_a_pdf_by_the_buttons(client: Client, cast: Cast, talk: Stagegesprek) -> None:
    acts.all_ready(cast, talk)
    client.force_login(cast.harold)
    send(client, part(talk, SAMEN), "klaar", samen_afspraken="Elke maandag bellen", samen_verder="zo-door")
    client.post(reverse("stagegesprek_besproken", args=[talk.pk]), {"dag": str(days(0))})
    for kant, who in acts.sides(cast).items():
        client.force_login(who)
        form = next(
            f
            for f in parse(client.get(reverse("stagegesprek", args=[talk.pk])).content.decode()).iter("form")
            if (f.get("action") or "").endswith("/akkoord/")
        )
        client.post(str(form.get("action")), {i.get("name"): i.get("value") for i in form.iter("input")})
        assert kant in queries.akkoorden_of(acts.fresh(talk)) or acts.fresh(talk).status == TalkStatus.VAST
    page = words(client.get(reverse("stagegesprek", args=[talk.pk])))
    assert "Alle drie zijn akkoord." in page
    assert "Elke maandag bellen" in page
    answer = client.get(reverse("stagegesprek_verslag", args=[talk.pk, 1]))
    assert answer["Content-Type"] == "application/pdf"
    assert 'filename="tussen-stage.pdf"' in answer["Content-Disposition"]
    assert client.get(reverse("stagegesprek_verslag", args=[talk.pk, 2])).status_code == 404


def test_an_akkoord_on_an_old_page_asks_to_read_again(client: Client, cast: Cast, talk: Stagegesprek) -> None:
    acts.discussed(cast, talk)
    old = acts.seen(talk)
    acts.answer(cast.harold, talk, SAMEN, {"samen-woorden": "Het gaat goed"})
    client.force_login(cast.melissa)
    answer = client.post(reverse("stagegesprek_akkoord", args=[talk.pk]), {"kant": PRAKTIJK, "gezien": old})
    assert answer.status_code == 422
    assert "Er is net iets veranderd" in words(answer)


def test_all_three_see_that_it_was_reopened(client: Client, cast: Cast, talk: Stagegesprek) -> None:
    acts.fixed(cast, talk)
    client.force_login(cast.melissa)
    url = reverse("stagegesprek_open", args=[talk.pk, PRAKTIJK])
    assert "Schrijf waarom je het weer opent" in words(client.post(url, {"reden": ""}))
    client.post(url, {"reden": "Ze is echt gegroeid"})
    for who in acts.sides(cast).values():
        client.force_login(who)
        page = words(client.get(reverse("stagegesprek", args=[talk.pk])))
        assert "Melissa Brouwer opende dit gesprek weer" in page
        assert "Ze is echt gegroeid" in page
    told = {
        melding.user
        for melding in cast.marije.stages.model._meta.apps.get_model(
            "collaboration", "Melding"
        ).objects.filter(soort="talk_heropend")
    }
    assert told == {cast.harold, cast.marije_zelf}


def test_growth_since_the_talk_before(client: Client, cast: Cast, talks: Any) -> None:
    acts.fixed(cast, talks[TalkSoort.START], "oefenen")
    client.force_login(cast.melissa)
    assert "Zo was het bij de start" in words(client.get(part(talks[TalkSoort.TUSSEN], PRAKTIJK)))
    acts.fixed(cast, talks[TalkSoort.TUSSEN], "voldoende")
    page = words(client.get(reverse("stagegesprek", args=[talks[TalkSoort.TUSSEN].pk])))
    assert "Verder dan bij de start" in page
    assert acts.fresh(talks[TalkSoort.TUSSEN]).groei == 3 * 15
    assert acts.fresh(talks[TalkSoort.START]).groei is None


def test_not_possible_here_is_set_on_a_page(client: Client, cast: Cast, talk: Stagegesprek) -> None:
    client.force_login(cast.melissa)
    url = reverse("stage_grenzen", args=[cast.stage_marije.pk])
    answer = client.post(url, {"werkprocessen": ["P7-K1-W4"]}, follow=True)
    assert "Bewaard voor deze stageplek" in words(answer)
    page = words(client.get(part(talk, PRAKTIJK)))
    assert "Hier niet mogelijk" in page
    assert 'name="p7-k1-w4"' not in client.get(part(talk, PRAKTIJK)).content.decode()
    assert client.post(url, {"werkprocessen": ["Z9-K9-W9"]}).status_code == 422
    client.force_login(cast.soraya)
    refused = client.get(url)
    assert refused.status_code == 403
    assert "zeggen de mentor en de praktijkbegeleider" in words(refused)


def test_planning_and_choosing_a_day(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    stage = cast.stage_marije.pk
    assert "Plan de drie gesprekken" in words(client.get(reverse("stagegesprekken", args=[stage])))
    answer = client.post(reverse("stagegesprekken_plan", args=[stage]), follow=True)
    assert "De drie gesprekken staan gepland" in words(answer)
    talk = Stagegesprek.objects.get(stage=stage, soort=TalkSoort.START)
    url = reverse("stagegesprek_wanneer", args=[talk.pk])
    assert "Kies nog: welke dag?" in words(client.post(url, {"tijd": "10:00"}))
    client.post(url, {"dag": str(days(3)), "tijd": "10:00"})
    assert "10.00 uur" in words(client.get(reverse("stagegesprek", args=[talk.pk])))
