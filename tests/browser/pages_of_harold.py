"""A world with something on every page of Harold, and the addresses of the main ones."""

from dataclasses import dataclass
from uuid import uuid4

from collaboration.actions import vastleggen as actions
from tests import acts
from tests.acts_leidraad import bring_in
from tests.cast import Cast
from tests.factories import days, viewer


@dataclass(frozen=True)
class Pages:
    """Addresses of pages with something on them."""

    main: dict[str, str]
    all: tuple[str, ...]


def fill(cast: Cast) -> Pages:
    """Gesprekken of every kind and state, afspraken and attempts around Marije; returns where to look."""
    begun = acts.concept(cast.harold, cast.marije, acts.B, onderwerp="op_tijd")
    acts.answer(
        cast.harold, begun, {"s1n": "De werktijden.", "s3k": ["s3a", "s3b"], "s3ap1": True}, stap="s3"
    )
    acts.afspraak(cast.harold, cast.marije, "De bus van zeven uur nemen", gesprek=begun)
    hard = acts.concept(cast.harold, cast.marije, acts.A, onderwerp="op_tijd")
    plain = acts.concept(cast.harold, cast.sanna, tekst="Kort gesproken.")
    fixed = acts.vastgelegd(
        cast.harold,
        cast.marije,
        "stage",
        stage=cast.stage_marije,
        instrument_code=acts.B,
        answers={"s1n": "De eerste week.", "gewone-woorden": "Je doet goed mee."},
        beloften=(("Melissa bellen", cast.harold), ("Een foto sturen", None)),
        onderwerp="op_tijd",
    )
    old = acts.vastgelegd(cast.harold, cast.marije, tekst="Nog een keer besproken.")
    new = actions.correct(by=viewer(cast.harold), gesprek_id=old.pk)
    actions.vastleggen(by=viewer(cast.harold), gesprek_id=new.pk, laag="begeleiding", stage=None)
    wrong = acts.vastgelegd(cast.harold, cast.has, tekst="Voor een ander.")
    actions.withdraw(by=viewer(cast.harold), gesprek_id=wrong.pk, reden="stond bij de verkeerde student")
    promise = acts.afspraak(
        cast.harold, cast.marije, "Het rooster vragen", eigenaar=cast.harold, voor=days(3)
    )
    acts.poging(cast.harold, cast.marije, notitie="Morgen nog een keer.")
    bring_in(
        cast.harold,
        {"situatie-kort": "Sanna liep weg.", "welke-kenmerken": ["relatie"], "mijn-stap": "Bellen"},
    )
    student, walk = f"/studenten/{cast.marije.pk}/", f"/gesprekken/{begun.pk}/"
    main = {
        "vandaag": "/",
        "student": student,
        "kort": f"{student}kort/",
        "start": f"{student}gesprek/",
        "voor": f"{walk}voor/",
        "stap": f"{walk}stap/s3/",
        "na": f"{walk}na/",
        "vastleggen": f"{walk}vastleggen/",
        "gesprek": f"/gesprekken/{fixed.pk}/",
    }
    more = (
        "/account/login/", "/account/password/reset/", "/componenten/", f"/studenten/{uuid4()}/",
        f"/gesprekken/{plain.pk}/aanpassen/", f"/gesprekken/{old.pk}/", f"/gesprekken/{wrong.pk}/",
        f"/gesprekken/{fixed.pk}/laag/", f"/afspraken/{promise.pk}/afronden/",
        *(f"/gesprekken/{hard.pk}/stap/s{number}/" for number in (1, 3, 4)),
        *(f"{walk}stap/s{number}/" for number in (1, 2, 4, 5)),
    )  # fmt: skip
    return Pages(main=main, all=(*main.values(), *more))
