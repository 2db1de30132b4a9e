"""Addresses of signalen, and of the end of a stage."""

from django.urls import path

from collaboration.views import einde, signalen

urlpatterns = [
    path("signalen/", signalen.signalen, name="signalen"),
    path("studenten/<uuid:pk>/signaal/", signalen.signaal_nieuw, name="signaal_nieuw"),
    path("signalen/<uuid:pk>/", signalen.signaal, name="signaal"),
    path("signalen/<uuid:pk>/gezien/", signalen.gezien, name="signaal_gezien"),
    path("signalen/<uuid:pk>/oppakken/", signalen.oppakken, name="signaal_oppakken"),
    path("signalen/<uuid:pk>/terugmelden/", signalen.terugmelden, name="signaal_terugmelden"),
    path("signalen/<uuid:pk>/afsluiten/", signalen.afsluiten, name="signaal_afsluiten"),
    path("stages/<uuid:pk>/einde/", einde.stage_einde, name="stage_einde"),
    path("stages/<uuid:pk>/einde/woorden/", einde.woorden, name="stage_woorden"),
    path("stages/<uuid:pk>/einde/terugmelding/", einde.terugmelding, name="stage_terugmelding"),
    path("overdracht/", einde.overdracht, name="overdracht"),
    path("gesprekken/<uuid:pk>/overdragen/", einde.overdragen, name="gesprek_overdragen"),
]
