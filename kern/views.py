"""Pages about Kansrijk itself, and the pages for when something is not there, not allowed or broken."""

import logging

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kern.gallery import gallery_context
from kern.http import Refused, page, wants_fragment

logger = logging.getLogger(__name__)


@login_not_required
@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """The gallery: every component with made-up people, for who builds and who checks."""
    return page(request, "kern/componenten.html", gallery_context())


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Who sees what, what is never kept, and what a student can ask."""
    return page(request, "kern/privacy.html")


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """What was done and checked so that everyone can use Kansrijk, and what was not."""
    return page(request, "kern/toegankelijkheid.html")


@login_not_required
@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """How the daily things work, and whom to ask."""
    return page(request, "kern/hulp.html")


@login_not_required
@never_cache
@require_safe
def healthy(request: HttpRequest) -> HttpResponse:
    """For the machine that watches: "ok" when the database answers, else 503. Says nothing else."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        logger.exception("The database does not answer")
        return HttpResponse("database", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")


def _error(request: HttpRequest, status: int, context: dict[str, object]) -> HttpResponse:
    """An error page with one next step; for htmx only the notice, so that the page around it stays."""
    template = "kern/error_fragment.html" if wants_fragment(request) else f"{status}.html"
    return page(request, template, context, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: what came in cannot be read. The reason is in the log, never on the page."""
    return _error(
        request,
        400,
        {"heading": "Dit konden we niet lezen", "text": "Ga een stap terug en probeer het nog een keer."},
    )


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: you may see this, but not do that. The page says why, in the words of who refused."""
    reason = str(exception) if isinstance(exception, PermissionDenied) else ""
    heading, _, rest = reason.partition(". ")
    context: dict[str, object] = {
        "heading": heading.rstrip(".") or "Dit kan alleen iemand anders doen",
        "text": rest or "Denk je dat jij dit wel moet kunnen? Vraag het de mentor van de klas.",
    }
    if isinstance(exception, Refused) and exception.next_url:
        context |= {"next_url": exception.next_url, "next_label": exception.next_label}
    return _error(request, 403, context)


def refused(request: HttpRequest, sentence: str) -> HttpResponse:
    """409: it cannot be done as things stand now; the sentence says what to do."""
    heading, _, rest = sentence.partition(". ")
    return _error(
        request, 409, {"heading": heading.rstrip("."), "text": rest or "Kijk hoe het er nu voor staat."}
    )


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: it is not there, or not for you; the page does not tell which."""
    return _error(
        request,
        404,
        {
            "heading": "Deze pagina vinden we niet",
            "text": "Misschien is het adres veranderd. Of is het van een ander.",
        },
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """500: rendered without database, session or context processors, as those may be what broke."""
    retry = request.get_full_path() if request.method == "GET" else ""
    context = {
        "heading": "Er ging iets mis bij ons",
        "text": "Jij deed niets fout. Wat bewaard was, staat er nog.",
        "retry": retry,
    }
    fragment = bool(request.headers.get("HX-Request"))
    try:
        html: str = render_to_string("kern/error_fragment.html" if fragment else "500.html", context)
    except Exception:
        logger.exception("The page for errors does not render")
        head = '<!doctype html><html lang="nl"><title>Kansrijk</title>'
        html = f"{head}<h1>{context['heading']}</h1><p>{context['text']}</p>"
    return HttpResponse(html, status=500)
