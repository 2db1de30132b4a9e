"""How a row of the matrix becomes a request: its address, and a form that is filled in well."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.urls import reverse

from tests.access import (
    matrix_cases,
    matrix_handleiding,
    matrix_uren,
    world_doelen,
    world_leidraad,
    world_signaal,
    world_team,
)
from tests.access.table import Row
from tests.access.world import World
from tests.access.world_aandacht import key as aandacht
from tests.access.world_in import card, token
from tests.access.world_in import key as uitnodiging
from tests.access.world_samen import key as samen
from tests.access.world_talks import key as talk
from tests.access.world_zorg import key as zorg
from tests.cast import address as mail_of
from tests.factories import days

PLAN = {"wijze": "school", "tijd": "10:00", "tekst": "Een paar woorden."}
PAGES = {"account_reset_password_from_key": ("abc", "een-sleutel")}


def path_of(world: World, row: Row) -> str:
    """The address of a row for its object."""
    if row.url in PAGES:
        return reverse(row.url, args=PAGES[row.url])
    for address, args in ARGS.items():
        if row.url in address.split():
            return reverse(row.url, args=args(world, row.object))
    return reverse(row.url, args=[row.object] if row.object else [])


ARGS: dict[str, Callable[[World, str], list[Any]]] = {
    "student gesprek_start gesprek_kort contactpoging afspraak_nieuw": lambda w, name: [w.students[name].pk],
    "afspraak_gedaan afspraak_terug afspraak_afronden": lambda w, name: [w.afspraken[name].pk],
    "contactpoging_ongedaan": lambda w, name: [w.pogingen[name].pk],
    "gesprek verslag gesprek_verder gesprek_voor gesprek_na gesprek_aanpassen gesprek_vastleggen gesprek_telefoon "
    "gesprek_corrigeren gesprek_intrekken gesprek_laag": lambda w, name: [w.gesprekken[name].pk],
    "aandacht_opzij": lambda w, name: [w.students[name].pk, "afspraak", aandacht(w, "over", name)],
    "aandacht_terug": lambda w, name: [aandacht(w, "opzij", name)],
    "klas_gezien klas_gezien_terug": lambda w, name: [aandacht(w, "klas", name)],
    "melding": lambda w, name: [aandacht(w, "melding", name)],
    "aanvraag aanvraag_oppakken aanvraag_besluit aanvraag_team": lambda w, name: [zorg(w, "aanvraag", name)],
    "aanvraag_stap": lambda w, name: [zorg(w, "aanvraag", name.split()[0]), name.split()[1]],
    "aanvraag_nieuw regie regie_nemen toestemming": lambda w, name: [zorg(w, "student", name)],
    "zorgteam_eraf": lambda w, name: [zorg(w, "lid", name)],
    "regie_aanvaarden regie_weigeren regie_intrekken regie_geinformeerd": lambda w, name: [
        zorg(w, "aanbod", name)
    ],
    "toestemming_geven toestemming_terug": lambda w, name: [zorg(w, "toestemming", name)],
    "grond_meekijken grond_verteld": lambda w, name: [zorg(w, "grond", name)],
    "uitnodigingen": lambda w, name: [w.students[name].pk],
    "uitnodigen": lambda w, name: [w.students[name].pk, "peercoach"],
    "uitnodiging_opnieuw uitnodiging_bevestigen uitnodiging_adres uitnodiging_intrekken": lambda w, name: [
        uitnodiging(w, name)
    ],
    "welkom welkom_nieuw": lambda w, name: [token(name)],
    "welkom_kaart": lambda w, name: [card(w, name)],
    "kaart kaart_pdf inlogcode wie_keek mijn_pagina_pdf": lambda w, name: [w.students[name].pk],
    "stagegesprekken stagegesprekken_plan stage_grenzen": lambda w, name: [talk(w, "stage", name)],
    "stagegesprek stagegesprek_wanneer stagegesprek_besproken stagegesprek_akkoord "
    "stagegesprek_telefoon stagegesprek_zonder": lambda w, name: [talk(w, "talk", name)],
    "stagegesprek_verslag": lambda w, name: [talk(w, "talk", name), 1],
    "stagegesprek_deel stagegesprek_open stagegesprek_opnieuw": lambda w, name: [
        talk(w, "talk", name),
        "mentor",
    ],
    "stagegesprek_botsing": lambda w, name: [talk(w, "talk", name), "mentor", uuid4()],
    **matrix_uren.ARGS,
    "samen_start individueel_start": lambda w, name: [w.students[name].pk],
    "samen_ronde samen_pdf samen_vrij samen_terug samen_stop samen_afspraak": lambda w, name: [
        samen(w, "paar", name)
    ],
    "samen_deel": lambda w, name: [samen(w, "paar", name), "informeren"],
    "samen_botsing": lambda w, name: [samen(w, "paar", name), uuid4()],
    "individueel individueel_pdf individueel_klaar": lambda w, name: [samen(w, "kijk", name)],
    "individueel_deel": lambda w, name: [samen(w, "kijk", name), "algemeen-1"],
    "individueel_botsing": lambda w, name: [samen(w, "kijk", name), uuid4()],
    "gesprek_stap": lambda w, name: [w.gesprekken[name].pk, "s1"],
    "gesprek_botsing": lambda w, name: [w.gesprekken[name].pk, w.botsing_of(name)],
    "gesprek_afspraak_weg": lambda w, name: [w.gesprekken[name].pk, w.afspraak_of(name)],
}


def body_of(world: World, row: Row) -> dict[str, Any]:
    """What is sent: the form of that page, filled in so that it is accepted where the person may."""
    body = BODIES[row.url]() if row.url in BODIES else {}
    if row.url in ("gesprek_voor", "gesprek_aanpassen"):
        body["voerders"] = [str(one.user_id) for one in world.gesprekken[row.object].voerders.all()]
    if row.url == "regie":
        kawer = "kawer_school" if row.object == "lotte" else "kawer"
        body["aan"] = str(world.people[kawer].pk)
    if row.url == "vrijgave":
        body["aan"] = str(world.people["mentor"].pk)
    if row.url == "klas_gezien":
        body["getoond"] = body["er"] = world.aandacht[f"studenten {row.object}"]
    return body | world_team.body_of(world, row.url, row.object)


BODIES: dict[str, Callable[[], dict[str, Any]]] = {
    **matrix_uren.BODIES,
    "gesprek_start": lambda: {"instrument": "begeleidingsgesprek-b"},
    "gesprek_kort": lambda: PLAN | {"dag": days(-1), "laag": "begeleiding", "soort": "tussendoor"},
    "contactpoging": lambda: {"een_tik": "1"},
    "afspraak_nieuw": lambda: {"wat": "Even bellen", "wie": "student", "voor": days(3)},
    "afspraak_afronden": lambda: {"naar": "vervallen", "reden": "Hoeft niet meer"},
    "gesprek_voor": lambda: PLAN | {"dag": days(1)},
    "gesprek_aanpassen": lambda: PLAN | {"dag": days(0)},
    "gesprek_vastleggen": lambda: {"laag": "begeleiding"},
    "gesprek_botsing": lambda: {"keuze": "mijn"},
    "aanvraag_nieuw": lambda: {
        "urgentie": "vandaag",
        "titel": "Hulp",
        "vraag": "Wie?",
        "geprobeerd": "Veel",
        "mag": "gezegd",
        "wat": "brieven",
        "gezegd_op": days(0),
        "sleutel": str(uuid4()),
    },
    "aanvraag_besluit": lambda: {"besluit": "intern", "reden": "Past goed"},
    "aanvraag_team": lambda: {"email": mail_of("kees")},
    "aanvraag_stap": lambda: {"tekst": "Een paar woorden."},
    "zorgteam_eraf": lambda: {"tekst": "Andere baan"},
    "regie": lambda: {"reden": "Geld gaat voor"},
    "regie_nemen": lambda: {"reden": "Geld gaat voor"},
    "regie_weigeren": lambda: {"tekst": "Mijn week is vol"},
    "toestemming": lambda: {"wie": "het zorgteam", "wat": "brieven", "doel": "hulp"},
    "gesprek_intrekken": lambda: {"reden": "Verkeerde student"},
    "gesprek_laag": lambda: {"laag": "begeleiding"},
    "aandacht_opzij": lambda: {"reden": "Hij is op reis", "tot": days(3)},
    "uitnodigen": lambda: {"email": "lin@hbo.example", "voornaam": "Lin", "achternaam": "Peeters"},
    "uitnodiging_adres": lambda: {"email": "joris@dekade.example"},
    "uitnodiging_intrekken": lambda: {"reden": "Toch niet"},
    "code_vragen": lambda: {"login": "joris@dekade.example"},
    "stagegesprek_wanneer": lambda: {"dag": days(3), "tijd": "10:00"},
    "stagegesprek_besproken": lambda: {"dag": days(0)},
    "stagegesprek_akkoord": lambda: {"kant": "mentor", "gezien": "1.000.0"},
    "stagegesprek_zonder": lambda: {"reden": "Niemand is er nog"},
    "stagegesprek_open": lambda: {"reden": "Er klopt iets niet"},
    "samen_deel": lambda: {"inf-notitie": "Elke week"},
    "samen_stop": lambda: {"reden": "We bellen al"},
    "samen_afspraak": lambda: (
        {"kenmerk": "anders", "wat1": "Bellen", "wie1": "student", "voor1": days(3)} | {"wijze": "telefoon"}
    ),
    "individueel_deel": lambda: {"rel1": "ja"},
    "zoeken": lambda: {"q": "marije"},
    "demo_login": lambda: {"wie": str(uuid4())},
}

for _topic in (world_leidraad, world_signaal, matrix_cases, matrix_handleiding, world_doelen, world_team):
    ARGS |= _topic.ARGS
    BODIES |= _topic.BODIES
