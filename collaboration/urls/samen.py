"""Addresses of Samenwerking and Individuele begeleiding."""

from django.urls import path

from collaboration.views import individueel, samen

urlpatterns = [
    path("samen/", samen.samen, name="samen"),
    path("studenten/<uuid:pk>/samenwerking/", samen.samen_start, name="samen_start"),
    path("samenwerking/<uuid:pk>/", samen.samen_ronde, name="samen_ronde"),
    path("samenwerking/<uuid:pk>/deel/<slug:deel>/", samen.samen_deel, name="samen_deel"),
    path("samenwerking/<uuid:pk>/botsing/<uuid:botsing>/", samen.samen_botsing, name="samen_botsing"),
    path("samenwerking/<uuid:pk>/vrij/", samen.samen_vrij, name="samen_vrij"),
    path("samenwerking/<uuid:pk>/terug/", samen.samen_terug, name="samen_terug"),
    path("samenwerking/<uuid:pk>/stoppen/", samen.samen_stop, name="samen_stop"),
    path("samenwerking/<uuid:pk>/afspraak/", samen.samen_afspraak, name="samen_afspraak"),
    path("samenwerking/<uuid:pk>/vergelijking.pdf", samen.samen_pdf, name="samen_pdf"),
    path("studenten/<uuid:pk>/eigen-begeleiding/", individueel.individueel_start, name="individueel_start"),
    path("eigen-begeleiding/<uuid:pk>/", individueel.individueel, name="individueel"),
    path(
        "eigen-begeleiding/<uuid:pk>/deel/<slug:deel>/", individueel.individueel_deel, name="individueel_deel"
    ),
    path(
        "eigen-begeleiding/<uuid:pk>/botsing/<uuid:botsing>/",
        individueel.individueel_botsing,
        name="individueel_botsing",
    ),
    path("eigen-begeleiding/<uuid:pk>/klaar/", individueel.individueel_klaar, name="individueel_klaar"),
    path("eigen-begeleiding/<uuid:pk>/terugblik.pdf", individueel.individueel_pdf, name="individueel_pdf"),
]
