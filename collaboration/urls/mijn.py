"""Addresses of coming in by a card, and of the student's own page on paper."""

from django.urls import path

from collaboration.views import kaart, mijn

urlpatterns = [
    path("studenten/<uuid:pk>/kaart/", kaart.kaart, name="kaart"),
    path("studenten/<uuid:pk>/kaart.pdf", kaart.kaart_pdf, name="kaart_pdf"),
    path("studenten/<uuid:pk>/inlogcode/", kaart.inlogcode, name="inlogcode"),
    path("studenten/<uuid:pk>/mijn-pagina.pdf", mijn.mijn_pagina_pdf, name="mijn_pagina_pdf"),
]
