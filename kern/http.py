"""Answers: a full page or the part that htmx asked for, and the small message after a done thing."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from kern.pdf import PdfError, PdfTooLong, pdf_response, render_pdf

UNDO_TAG = "ongedaan:"
NOTHING = UUID(int=0)


class Refused(PermissionDenied):
    """A 403 that says why in one or two sentences, and where to go next.

    The first sentence becomes the heading: "Deze evaluatie kan alleen Harold vastleggen. Vraag het hem."
    """

    def __init__(self, reason: str, *, next_label: str = "", next_url: str = "") -> None:
        super().__init__(reason)
        self.next_label = next_label
        self.next_url = next_url


def as_uuid(text: str | None) -> UUID | None:
    """The id that came along in a form or an address; None where it is none."""
    try:
        return UUID(text or "")
    except ValueError:
        return None


def address(name: str, *parts: UUID | str) -> str:
    """The address of a page, or of one about these things, as `reverse` gives it, in a tenth of the time."""
    words = tuple([None if isinstance(part, UUID) else part for part in parts])
    found = _pattern(name, words, settings.ROOT_URLCONF)
    return found.format(*[part for part in parts if isinstance(part, UUID)])


@lru_cache(maxsize=2000)  # an address with words in it (a day, a part) is another one for each
def _pattern(name: str, words: tuple[str | None, ...], _urlconf: str) -> str:
    """The address with {} for each id; None is the place of an id. What else is in braces, `reverse` wrote as %7B."""
    found = reverse(name, args=[NOTHING if word is None else word for word in words])
    return found.replace(str(NOTHING), "{}")


def wants_fragment(request: HttpRequest) -> bool:
    """Whether htmx asked and can use a part; going back in history or a boosted link needs the whole page."""
    htmx = getattr(request, "htmx", None)
    return htmx is not None and bool(htmx) and not htmx.history_restore_request and not htmx.boosted


def page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    fragment: str | None = None,
    status: int = 200,
) -> HttpResponse:
    """The whole page, or the partial `template#fragment` where htmx asks for it; both with the same context."""
    if fragment and wants_fragment(request):
        template = f"{template}#{fragment}"
    response = render(request, template, dict(context or {}), status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def toast(request: HttpRequest, text: str, *, undo: str = "") -> None:
    """Say on the next page that a small thing is done; `undo` is the address that a POST takes it back with."""
    messages.success(request, text, extra_tags=f"{UNDO_TAG}{undo}" if undo else "")


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to: the fields of a POST (also when there are none), else nothing."""
    return request.POST if request.method == "POST" else None


def pdf(request: HttpRequest, template: str, context: Mapping[str, Any], filename: str) -> HttpResponse:
    """A template as PDF to download; where it cannot be made, a page that says why and what to do."""
    try:
        who_looks = {"viewer": getattr(request, "viewer", None)}
        return pdf_response(render_pdf(template, who_looks | dict(context)), filename)
    except PdfError as error:
        heading, _, rest = str(error).partition(". ")
        status = 422 if isinstance(error, PdfTooLong) else 503
        return page(request, "kern/pdf_niet.html", {"heading": heading, "text": rest}, status=status)
