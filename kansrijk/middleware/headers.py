"""Headers that every answer gets: what the browser may do with it and who may keep a copy."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

# Nothing of the device is used: not even asked.
PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media",
        "fullscreen", "geolocation", "gyroscope", "hid", "magnetometer", "microphone", "midi", "payment",
        "publickey-credentials-get", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
    )
)  # fmt: skip


class HeadersMiddleware:
    """Adds the headers that Django itself does not know."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response["Permissions-Policy"] = PERMISSIONS
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        if not self._is_static(request, response):
            # Also for what needs no login: a page says who is logged in, and an error can hold what was typed.
            response["Cache-Control"] = "no-store, private"
            patch_vary_headers(response, ["Cookie", "HX-Request"])
        if self._logs_out(request) and response.status_code == 302:  # a refused request clears nothing
            response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
        return response

    @staticmethod
    def _is_static(request: HttpRequest, response: HttpResponse) -> bool:
        return request.path.startswith(settings.STATIC_URL) and response.status_code in {200, 206, 304}

    @staticmethod
    def _logs_out(request: HttpRequest) -> bool:
        match = request.resolver_match
        return request.method == "POST" and match is not None and match.url_name == "account_logout"
