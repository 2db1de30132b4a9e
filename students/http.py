"""The request as views of logged-in people know it."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from students.access import Viewer


class ViewerRequest(HttpRequest):
    """A request that passed the middleware: who looks, and whether htmx asks. For types only."""

    viewer: Viewer
    htmx: HtmxDetails
