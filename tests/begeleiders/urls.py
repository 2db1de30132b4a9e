"""Addresses for these tests: the real ones of this floor, and pages that stand for those of rooms above."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path

handler403 = "kern.views.permission_denied"
handler404 = "kern.views.page_not_found"


def bewaar(request: HttpRequest) -> HttpResponse:
    """Any form of the app: what is sent is kept in the session of whoever sends it."""
    if request.method == "POST":
        request.session["bewaard"] = {name: request.POST.getlist(name) for name in request.POST}
        return redirect("/test/bewaar/")
    return HttpResponse("Een pagina van de app")


def telefoon(request: HttpRequest) -> HttpResponse:
    """The page that the student sees."""
    return HttpResponse("Hoe was dit gesprek voor jou?")


# The first address that fits counts, so these come before the real pages of the rooms above.
urlpatterns = [
    path("account/", include("begeleiders.account_urls")),
    path("test/bewaar/", bewaar),
    path("telefoon/", telefoon, name="telefoon"),
    path("telefoon/uren/", telefoon, name="telefoon_uren"),
    path("telefoon/klaar/", telefoon, name="telefoon_klaar"),
    path("", include("kansrijk.urls")),
]
