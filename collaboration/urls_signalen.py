"""Addresses of signalen, and of the end of a stage."""

from django.urls import path

from collaboration.views import signalen

urlpatterns = [
    path("signalen/", signalen.signalen, name="signalen"),
    path("studenten/<uuid:pk>/signaal/", signalen.signaal_nieuw, name="signaal_nieuw"),
    path("signalen/<uuid:pk>/", signalen.signaal, name="signaal"),
    path("signalen/<uuid:pk>/gezien/", signalen.gezien, name="signaal_gezien"),
    path("signalen/<uuid:pk>/oppakken/", signalen.oppakken, name="signaal_oppakken"),
    path("signalen/<uuid:pk>/terugmelden/", signalen.terugmelden, name="signaal_terugmelden"),
    path("signalen/<uuid:pk>/afsluiten/", signalen.afsluiten, name="signaal_afsluiten"),
]
