"""The request as views of logged-in people know it, where it leads back to, and what it says when something is done."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.middleware import HtmxDetails

from kern.http import toast
from students.access import Viewer
from students.checks import Refused


class ViewerRequest(HttpRequest):
    """A request that passed the middleware: who looks, and whether htmx asks. For types only."""

    viewer: Viewer
    htmx: HtmxDetails


def back_to(request: HttpRequest, fallback: str) -> str:
    """The page of our own that the form (or the address of an undo) named in `terug`, or the fallback."""
    wish = request.POST.get("terug") or request.GET.get("terug", "")
    own = wish.startswith("/") and url_has_allowed_host_and_scheme(wish, allowed_hosts=None)
    return wish if own else fallback


@contextmanager
def saying(request: HttpRequest, done: str, *, undo: str = "") -> Iterator[None]:
    """Do what stands below and say so on the next page; where it is refused, say why instead."""
    try:
        yield
    except Refused as refused:
        toast(request, refused.messages[0])
    else:
        toast(request, done, undo=undo)
