"""What someone typed goes along when the session or the token of a form lapsed (also without JavaScript).

Every form of the app carries `_van`: the signed id of the person it was made for. Text is only shown to
that same person, and only sent on to a page of this site.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme

VAN = "_van"
FIELD = "_meegenomen"
_SIGNER = Signer(salt="van")
_SECRETS = re.compile(r"password|wachtwoord|^csrfmiddlewaretoken$", re.IGNORECASE)
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
# Inputs that a page gives itself: which part it is, which button was pressed, what it showed.
_OWN = ("t:", "gezien:", "_")
_INNER = {
    "deel",
    "naar",
    "pagina",
    "beurt",
    "was",
    "sleutel",
    "a-sleutel",
    "keuze",
    "afspraak",
    "terug",
    "instrument",
}
MOST_FIELDS = 400  # as many as a form may have (DATA_UPLOAD_MAX_NUMBER_FIELDS)
_STORABLE = re.compile("[^\\ud800-\\udfff]*").fullmatch  # a lone surrogate cannot be sent on
_TICKS = {"on", "true", "ja", "1"}
# Pages of logging in take no text along, and must not be started with fields from another page.
_NO_TARGET = ("/account/", "/demo/", "/opnieuw/", "/telefoon/terug/", "/inloggen/", "/welkom/")

Person = AbstractBaseUser | AnonymousUser


def signature(user: Person) -> str:
    """The value of `_van` in a form made for this person; empty for someone who is not logged in."""
    return _SIGNER.sign(str(user.pk)) if user.is_authenticated else ""


def is_from(user: Person, signed: str) -> bool:
    """Whether a form with this `_van` was made for this person."""
    try:
        return user.is_authenticated and _SIGNER.unsign(signed) == str(user.pk)
    except BadSignature:
        return False


def local_path(path: str) -> str:
    """The path, if a form may be sent on to it: a page of this site and not one of logging in; else ""."""
    if not path.startswith("/") or not url_has_allowed_host_and_scheme(path, allowed_hosts=None):
        return ""
    bare = urlsplit(path).path
    if bare.startswith(_NO_TARGET):
        return ""
    try:
        resolve(bare)
    except Resolver404:
        return ""
    return path


def same_origin(request: HttpRequest) -> bool:
    """Whether the browser says that this form was sent from a page of this site."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "same-origin"
    own = f"{request.scheme}://{request.get_host()}"
    if origin := request.headers.get("Origin"):
        return origin == own
    referer = urlsplit(request.headers.get("Referer", ""))
    return f"{referer.scheme}://{referer.netloc}" == own


def _page_before(request: HttpRequest) -> str:
    """The page of this site on which the form stood, or ""."""
    referer = urlsplit(request.headers.get("Referer", ""))
    if referer.netloc != request.get_host():
        return ""
    return local_path(f"{referer.path}?{referer.query}" if referer.query else referer.path)


@dataclass(frozen=True)
class Carried:
    """A sent form on its way: where it goes, from which page, made for whom, and its fields in order."""

    path: str
    page: str
    van: str
    fields: tuple[tuple[str, str], ...]

    @classmethod
    def from_request(cls, request: HttpRequest) -> Self:
        """The form in this request, without tokens and passwords."""
        fields = tuple(
            (name, value)
            for name, values in request.POST.lists()
            if name != VAN and not _SECRETS.search(name)
            for value in values
        )
        return cls(
            path=local_path(request.get_full_path()),
            page=_page_before(request),
            van=request.POST.get(VAN, ""),
            fields=fields,
        )

    @classmethod
    def from_json(cls, text: str) -> Self | None:
        """What `json` gave, back from a hidden field; None when somebody changed it into something else."""
        try:
            path, page, van, fields = json.loads(text)
            pairs = tuple((name, value) for name, value in fields[:MOST_FIELDS])
        except (ValueError, TypeError, KeyError, RecursionError):
            return None
        parts = (path, page, van, *(part for pair in pairs for part in pair))
        if len(fields) > MOST_FIELDS or not all(isinstance(part, str) and _STORABLE(part) for part in parts):
            return None
        return cls(path=local_path(path), page=local_path(page), van=van, fields=pairs)

    @property
    def json(self) -> str:
        """Everything as the value of one hidden field."""
        return json.dumps([self.path, self.page, self.van, self.fields], ensure_ascii=False)

    @property
    def texts(self) -> list[str]:
        """What a person typed, to read again; no tokens, ticks or ids."""
        return [
            value.strip()
            for name, value in self.fields
            if value.strip() and not name.startswith(_OWN) and name not in _INNER and not self._is_code(value)
        ]

    @property
    def ticks(self) -> int:
        """How many ticks were set."""
        return sum(
            value in _TICKS for name, value in self.fields if not name.startswith(_OWN) and name not in _INNER
        )

    @staticmethod
    def _is_code(value: str) -> bool:
        return value in _TICKS or bool(_UUID.fullmatch(value))

    def is_empty(self) -> bool:
        """Whether there is nothing to send on."""
        return not (self.path and (self.texts or self.ticks))
