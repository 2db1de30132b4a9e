"""Django's test client, which judges every answer before the test sees it."""

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.test import Client

from tests.harness.pages import faults_of


class StrictClient(Client):
    """A client for view tests: a page with a fault fails the test that asked for it."""

    def request(self, **request: Any) -> Any:
        """The answer to one request; raises AssertionError naming the address and every fault in it."""
        response = super().request(**request)
        faults = self._faults(response)
        if faults:
            where = f"{request.get('REQUEST_METHOD', 'GET')} {request.get('PATH_INFO', '')}"
            raise AssertionError(f"{where} ({response.status_code}):\n  " + "\n  ".join(faults))
        return response

    def _faults(self, response: Any) -> list[str]:
        faults = []
        if _is_personal(response) and "no-store" not in response.get("Cache-Control", ""):
            faults.append("een persoonlijke pagina hoort Cache-Control: no-store te hebben")
        if not response.get("Content-Type", "").startswith("text/html"):
            return faults
        policy = response.get("Content-Security-Policy", "")
        if "default-src 'none'" not in policy or "unsafe" in policy:
            faults.append(f"het beveiligingsbeleid (CSP) is {policy!r}")
        if not response.streaming and response.content:
            faults += faults_of(response.content.decode())
        return faults


def _is_personal(response: Any) -> bool:
    """Whether someone was logged in; read from what the request has loaded already, so it costs no query."""
    session = getattr(response.wsgi_request, "session", None)
    return SESSION_KEY in getattr(session, "_session_cache", {})
