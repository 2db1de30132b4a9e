"""Addresses of aandacht, meldingen and klas gezien."""

from django.urls import path

from collaboration.views import aandacht, meldingen

urlpatterns = [
    path("aandacht/<uuid:pk>/<slug:regel>/<uuid:over>/", aandacht.opzij, name="aandacht_opzij"),
    path("aandacht/opzij/<uuid:pk>/terug/", aandacht.terug, name="aandacht_terug"),
    path("klassen/<uuid:pk>/gezien/", aandacht.klas_gezien, name="klas_gezien"),
    path("klassen/<uuid:pk>/gezien/terug/", aandacht.klas_gezien_terug, name="klas_gezien_terug"),
    path("meldingen/", meldingen.meldingen, name="meldingen"),
    path("meldingen/gezien/", meldingen.alles_gezien, name="meldingen_gezien"),
    path("meldingen/<uuid:pk>/", meldingen.melding, name="melding"),
]
