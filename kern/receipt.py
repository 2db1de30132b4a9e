"""A receipt for a form: the browser's copy of what was typed may go once the server has it.

The script gives a request a number (`_bewijs`). The page that sent it is often gone before the answer comes, so
the number returns in a cookie, which the next page reads. It tells nothing about the person or the form.
"""

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

FIELD = "_bewijs"
KEEP = 6  # several tabs may send at once
MAX_AGE = 24 * 60 * 60  # as long as the browser's copy lives
_NUMBER = re.compile(r"[0-9a-f-]{36}")


def went_well(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether the form was accepted: a redirect, or 200 to a save by the script."""
    return response.status_code in {302, 303} or (
        response.status_code == 200 and "HX-Request" in request.headers
    )


class ReceiptMiddleware:
    """Adds the number of a form that went well to the cookie."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method == "POST" and went_well(request, response):
            number = request.POST.get(FIELD, "")
            if _NUMBER.fullmatch(number):
                self._give(request, response, number)
        return response

    @staticmethod
    def _give(request: HttpRequest, response: HttpResponse, number: str) -> None:
        name = "__Host-bewijs" if settings.HTTPS else "bewijs"
        earlier = [part for part in request.COOKIES.get(name, "").split(".") if _NUMBER.fullmatch(part)]
        response.set_cookie(
            name, ".".join([*earlier, number][-KEEP:]), max_age=MAX_AGE, secure=settings.HTTPS, samesite="Lax"
        )
