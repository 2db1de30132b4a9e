"""Login is required everywhere, but for the addresses listed here: a new public page is a decision, made here."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.harness import StrictClient

# URL name -> why someone who is not logged in may ask for it.
PUBLIC: dict[str, str] = {
    "account_login": "hier log je in",
    "account_logout": "wie al uitgelogd was, hoort geen fout te zien",
    "account_signup": "zegt dat je school je toegang geeft",
    "account_inactive": "legt uit waarom inloggen niet lukt",
    "account_reset_password": "wie het wachtwoord niet weet, kan niet inloggen",
    "account_reset_password_done": "vervolg daarvan",
    "account_reset_password_from_key": "vervolg daarvan, met de sleutel uit de mail",
    "account_reset_password_from_key_done": "vervolg daarvan",
    "code_vragen": "inloggen met een code, voor wie geen wachtwoord heeft",
    "code_invullen": "vervolg daarvan",
    "welkom": "de link van een uitnodiging; alleen de knop en de code laten iemand binnen",
    "welkom_nieuw": "een nieuwe link, alleen naar het bekende adres",
    "welkom_kaart": "de link van een kaart; alleen de knop en de code laten iemand binnen",
    "mfa_authenticate": "de tweede stap van het inloggen",
    "demo_login": "inloggen met een druk op de knop, alleen in de demowereld",
    "carry_login": "opnieuw inloggen met wat je typte toen je sessie verliep",
    "componenten": "bouwstenen met verzonnen inhoud",
    "privacy": "hoe we met gegevens omgaan, ook voor wie geen account heeft",
    "toegankelijkheid": "verklaring over toegankelijkheid",
    "hulp": "hulp, ook bij inloggen",
    "gezond": "voor de bewaking van de server; zegt alleen dat hij werkt",
}


def all_urls(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, Callable[..., Any]]]:
    """Name (or pattern) and view of every address."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield entry.name or f"{prefix}{entry.pattern}", entry.callback
        else:
            yield from all_urls(entry, f"{prefix}{entry.pattern}")


def public_names() -> set[str]:
    """The names of the addresses whose view asks for no login."""
    return {name for name, view in all_urls(get_resolver()) if not getattr(view, "login_required", True)}


def test_public_pages_are_exactly_these() -> None:
    assert public_names() == set(PUBLIC)


def test_anyone_is_sent_to_the_login_page(db: None, client: StrictClient) -> None:
    response = client.get("/studenten/")
    assert response.status_code == 302
    assert response["Location"].startswith("/account/login/")


@pytest.mark.parametrize("path", ["/studenten/bestaat-niet/", "/zomaar/"])
def test_what_does_not_exist_tells_a_stranger_nothing(db: None, client: StrictClient, path: str) -> None:
    assert client.get(path).status_code in (302, 404)
