"""The request as views of logged-in people know it, and where it leads back to."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.middleware import HtmxDetails

from students.access import Viewer


class ViewerRequest(HttpRequest):
    """A request that passed the middleware: who looks, and whether htmx asks. For types only."""

    viewer: Viewer
    htmx: HtmxDetails


def back_to(request: HttpRequest, fallback: str) -> str:
    """The page of our own that the form (or the address of an undo) named in `terug`, or the fallback."""
    wish = request.POST.get("terug") or request.GET.get("terug", "")
    own = wish.startswith("/") and url_has_allowed_host_and_scheme(wish, allowed_hosts=None)
    return wish if own else fallback
