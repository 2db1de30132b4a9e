"""Addresses of the Gespreksleidraad, and of the attention that kenmerken got."""

from django.urls import path

from collaboration.views import leidraad, mijn_kenmerken

urlpatterns = [
    path("leidraad/", leidraad.leidraad, name="leidraad"),
    path("leidraad/inzichten/", leidraad.mijn_inzichten, name="mijn_inzichten"),
    path("leidraad/<uuid:pk>/", leidraad.leidraad_terug, name="leidraad_terug"),
    path("leidraad/<uuid:pk>/deel/<slug:deel>/", leidraad.leidraad_deel, name="leidraad_deel"),
    path("leidraad/<uuid:pk>/botsing/<uuid:botsing>/", leidraad.leidraad_botsing, name="leidraad_botsing"),
    path("leidraad/<uuid:pk>/klaar/", leidraad.leidraad_klaar, name="leidraad_klaar"),
    path("leidraad/<uuid:pk>/weg/", leidraad.leidraad_weg, name="leidraad_weg"),
    path("mijn-kenmerken/", mijn_kenmerken.mijn_kenmerken, name="mijn_kenmerken"),
    path("studenten/<uuid:pk>/kenmerken/", mijn_kenmerken.student_kenmerken, name="student_kenmerken"),
]
