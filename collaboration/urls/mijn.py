"""Addresses of coming in by a card."""

from django.urls import path

from collaboration.views import kaart

urlpatterns = [
    path("studenten/<uuid:pk>/kaart/", kaart.kaart, name="kaart"),
    path("studenten/<uuid:pk>/kaart.pdf", kaart.kaart_pdf, name="kaart_pdf"),
    path("studenten/<uuid:pk>/inlogcode/", kaart.inlogcode, name="inlogcode"),
]
