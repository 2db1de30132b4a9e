"""Each request knows who looks, and writes down what was read before the answer leaves."""

import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from collaboration.actions.checks import Refused
from kern.log import Kanaal, Ledger, Origin, Subject, origin, record
from kern.views import refused
from students.access import Viewer

GetResponse = Callable[[HttpRequest], HttpResponse]
REFUSED = (403, 404)


class ViewerMiddleware:
    """Gives `request.viewer`, and writes the reads of the request: no line in the log, no answer."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Run the view between the start of the ledger and its writing."""
        channel = Kanaal.FRAGMENT if getattr(request, "htmx", False) else Kanaal.PAGINA
        token = origin.set(Origin(request_id=uuid.uuid4(), channel=channel))
        try:
            if request.user.is_authenticated:
                ledger = Ledger(by=request.user.pk)
                request.viewer = Viewer(user=request.user, today=timezone.localdate(), ledger=ledger)  # type: ignore[attr-defined]
                response = self.get_response(request)
                if response.headers.get("Content-Type") == "application/pdf":
                    ledger.channel = Kanaal.PDF
                if response.status_code in REFUSED:
                    ledger.reads.clear()  # what was fetched is not on the page that says no
                ledger.write()
                _note_refusal(request, response)
                return response
            return self.get_response(request)
        finally:
            origin.reset(token)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """What an action refuses, and no form shows, becomes a page with the sentence that says what to do."""
        if not isinstance(exception, Refused):
            return None
        return refused(request, exception.messages[0])


def _note_refusal(request: HttpRequest, response: HttpResponse) -> None:
    """Somebody asked for a thing by its id and did not get it: that is a line too, with the id and no more."""
    match = request.resolver_match
    if response.status_code not in REFUSED or match is None or not match.kwargs.get("pk"):
        return
    about = Subject(kind=match.url_name or "", object_id=match.kwargs["pk"])
    record("geweigerd", by=request.user.pk, about=about, allowed=False)
