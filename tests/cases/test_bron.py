"""The library beside its source: who is in each story, what happens in which order, which kenmerken stand in the margin
where the handreiking has them, and every word of its woordenlijst."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from django.conf import settings

from cases import content, woorden
from cases.casus import Casus

HINT = re.compile(r'casus_hint "([\w-]+)"')


class Bron(NamedTuple):
    """What the handreiking has of one casus: facts only."""

    kop: str
    mensen: dict[str, str]  # who, and as what; ours may have a name where the source has a role
    marge: str  # each kenmerk of its margins, and the part of our story beside which it stands
    gang: str  # what happens, in order: a word of ours for each turn


BRON = {
    "has": Bron(
        "Een goed beeld krijgen door betrokkenheid",
        {
            "Has": "student",
            "Harold": "mentor",
            "Soraya": "kawer",
            "De andere collega’s": "collega",
            "Joey en Levi": "naaste",
            "De moeder van Has": "naaste",
            "De vriend van zijn moeder": "extern",
            "De instanties": "extern",
        },
        "beeld:geen-antwoord vasthouden:geen-antwoord interesse:langs-de-lijn toegankelijk:langs-de-lijn "
        "toegankelijk:tosti behoeften:ruimte",
        "leeg / semester / na de les|weekend / appje / belt / Levi / voetbalclub / langs de lijn / er "
        "niet bij / teamkamer / telefoon die hij niet kent / één keer overgaan / schrikken / stop met "
        "school / lijn dood / volgende ochtend / tosti / op straat / pooier / zwanger / bij vrienden "
        "/ schaamt / instanties / Doe maar / blij / Knap / voor wie dit hun werk is / Alle lessen "
        "haalt hij nog niet / rekening / meer ruimte",
    ),
    "sanna": Bron(
        "In kleine stapjes groeit het zelfvertrouwen van Sanna",
        {
            "Sanna": "student",
            "Ilse": "collega",
            "De klasgenoten": "student",
            "De ouders van Sanna": "naaste",
        },
        "positief:handen behoeften:handen",
        "loopbaan / op hun stage / lijst / oefening / al goed doet / Les drie / schudt / stokstijf / "
        "capuchon / Niks voorbereid / Volgende week / De week daarna / Wat is er aan de hand / geen "
        "antwoord / computer / Typ / staart / past nog niet / weleens / spreekbeurt / succes / Wat "
        "heb jij nodig / eerst / thuis / Afgesproken / trilt / half over haar gezicht / niemand aan / "
        "iets over die capuchon / slikt / Wat weet jij / Echt wel / groeien / komt over / Een "
        "semester later / Ze durft het",
    ),
    "inge": Bron(
        "Inge krijgt inzicht in de gevolgen van haar gedrag",
        {
            "Inge": "student",
            "Barry": "praktijkbegeleider",
            "De huisgenoten": "naaste",
            "De wijkbewoners": "extern",
        },
        "beeld:misschien-niet autonomie:slaap-en-geld",
        "mappen / inloopspreekuur / beloofd / wijkbewoners / kwart over negen / spraakbericht / "
        "schorre / zucht / te veel drank / met haar praten / Een week later / blauw / rood / Hoeveel "
        "uur / loopt langer stage / Ik was ziek / Misschien niet / beoordelen / school belt / "
        "schrikken / huilen / Hij kent jongeren / achter / naar bed / eind van de week / Maandag, "
        "dinsdag, woensdag / supermarkt / Thuis eten / onderweg / huisgenoten / wijn / overdag / zo "
        "snel mogelijk / tranen / geld nodig / geen nee / gezellig|Gezellig / bang / slaap / "
        "binnenkomt / eruit gaat / avond werk af / schema / verhuizen / zo ver reikt / beter leert "
        "plannen",
    ),
    "inaya": Bron(
        "Inaya zet door omdat haar mentor in haar gelooft",
        {
            "Inaya": "student",
            "Harold": "mentor",
            "De jeugdreclasseerder": "extern",
            "De andere begeleiders": "collega",
            "De begeleider in het hotel": "praktijkbegeleider",
        },
        "positief:doorgaan vasthouden:doorgaan successen:niveau-twee",
        "zestien / time-outs / Ze vinden niets / Dat ze het kan / wat er misgaat / Na twee weken / "
        "Elke week / jeugdreclasseerder / ergert / levert het op / nauwelijks / te laat / niet meer "
        "hoeft te komen / zelf een nieuwe plek / Nee / Waarom zou ze nog / belt / nieuwe kans / Ik "
        "bel / bijna anderhalf jaar / Ik heb een stage / alle dagen / Wat maakt / belletje / geloofde "
        "echt / geen enkele afspraak / niet los / eerste keer / Twee jaar / niveau 2",
    ),
    "marije": Bron(
        "Korte lijntjes tussen school en stage",
        {
            "Marije": "student",
            "Melissa": "praktijkbegeleider",
            "Harold": "mentor",
        },
        "gedeeld-beeld:vooraf informeren:bellen",
        "Maandagochtend / restaurant / vroeger dan anders / getwijfeld / weigeren / niet meer / "
        "weggestuurd / te laat / wist niemand waarom / schouders / grote mond / ruzie / klanten / "
        "háár verhaal / somber / geen zin meer dan nodig / uitdaging / passende plek / klikt / "
        "voorspellen / mentor en bedrijf / nee kreeg / blijft dicht / Metro gemist / sorry / gaat hem "
        "niet worden / half uur / ov-kaart / Laat maar / een ander / Jullie willen mij / stage / "
        "fijne dag / zucht / zien aankomen / pikt ze niet / belt Harold / appjes voor / niet gaan / "
        "nummer / maandag gewoon weer / Graag / Nog een kans / deze week / niet zomaar opgeven / "
        "verwacht / te pakken / naast elkaar",
    ),
    "carlo": Bron(
        "Stilte rondom Carlo",
        {
            "Carlo": "student",
            "Koos": "praktijkbegeleider",
            "De mentor": "mentor",
        },
        "aansluiten:op-school informeren:stilte gedeeld-beeld:stilte regie:achteraf",
        "op tijd / collega’s / tevreden / thuis mag lunchen / auto / niet de bedoeling / op tijd "
        "terug / er niet / dag daarna / niets voor hem / hoe zeg / mentor / twijfelt / iets anders / "
        "stopt / Waar blijft hij / stevig woordje / van school / een poos / niet leuk / andere "
        "opleiding / het kan gebeuren / van tevoren / laat je het / achteraan / op de hoogte / zin in "
        "te houden / andere wereld / luchtig / goed samenwerken / dwingen / afspraken / bij de "
        "opleiding / ergert / één lijn / dit is mij overkomen / niet snel / Met school niets / Wie "
        "beslist / spijt / nooit gezegd",
    ),
}
# With the names that it gives for the same: it has 22 entries, and some of them only lead to another.
WOORDEN = (
    "21ste-eeuwse vaardigheden, BBL, beroepspraktijkvorming, BPV, BOL, BPV-er, BPV-begeleider, Entree, "
    "erkend leerbedrijf, KAW-er, Klas als werkplaats, KAW, klassenbegeleider, loopbaanbegeleider, mbo, mbo-niveau, "
    "mentor, peercoach, praktijkbegeleider, praktijkopleider, stagebegeleider, ROC, SBB, "
    "Samenwerking Beroepsonderwijs Bedrijfsleven, stageplek, BPV-plek, studieloopbaanbegeleider, SLB-er, "
    "zorgmedewerker, zorgteam"
).split(", ")


def told(one: Casus) -> str:
    return " ".join(alinea.tekst for deel in one.delen for alinea in deel.alineas)


@pytest.mark.parametrize("code", BRON)
def test_the_people_of_the_source_are_there_in_their_role(code: str) -> None:
    one, bron = content.casus(code), BRON[code]
    assert one.ondertitel == bron.kop
    assert {who.naam: who.rol for who in one.personen} == bron.mensen


@pytest.mark.parametrize("code", BRON)
def test_what_happens_happens_in_the_order_of_the_source(code: str) -> None:
    text, at = told(content.casus(code)), 0
    for turn in BRON[code].gang.split(" / "):
        found = re.compile(turn).search(text, at)
        assert found, f"{turn!r} does not come after {text[max(0, at - 60) : at]!r}"
        at = found.end()


@pytest.mark.parametrize("code", BRON)
def test_each_kenmerk_of_its_margins_stands_beside_the_same_part(code: str) -> None:
    there = {
        f"{noot.kenmerk}:{deel.code}"
        for deel in content.casus(code).delen
        for alinea in deel.alineas
        for noot in alinea.kantlijn
    }
    assert set(BRON[code].marge.split()) <= there


def test_every_word_of_its_woordenlijst_is_explained_and_marked() -> None:
    names = {name.casefold(): one for one in woorden.alles().woorden for name in (one.woord, *one.ook)}
    assert [word for word in WOORDEN if word.casefold() not in names] == []
    marked = {names[word.casefold()].code for word in WOORDEN}
    assert marked == {one.code for one in woorden.alles().woorden if one.uit_bron}


def test_the_plain_sentence_of_a_word_needs_no_other_word() -> None:
    for one in woorden.alles().woorden:
        assert set(woorden.codes_in(one.simpel)) <= {one.code}, one.code


def test_a_screen_that_a_casus_names_leads_there() -> None:
    templates = Path(settings.BASE_DIR, "templates").rglob("*.html")
    led = {name for path in templates for name in HINT.findall(path.read_text())}
    assert {scherm for one in content.alles() for scherm in one.schermen} == led


def test_the_stories_are_set_alike() -> None:
    """One kind of apostrophe, and no dash where a sentence can end."""
    for path in (settings.CONTENT_DIR / "casussen").glob("*.yaml"):
        assert not re.findall(r"\w'|'\w| [–—] ", path.read_text().partition("titel:")[2]), path.name
