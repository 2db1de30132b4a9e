"""All addresses of Kansrijk; each room brings its own."""

from django.urls import include, path

urlpatterns = [
    path("account/", include("begeleiders.account_urls")),
    path("", include("begeleiders.urls")),
    path("", include("students.urls")),
    path("", include("checklists.urls")),
    path("", include("cases.urls")),
    path("", include("stageplekken.urls")),
    path("", include("collaboration.urls")),
    path("", include("kern.urls")),
]

handler400 = "kern.views.bad_request"
handler403 = "kern.views.permission_denied"
handler404 = "kern.views.page_not_found"
handler500 = "kern.views.server_error"
