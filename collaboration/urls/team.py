"""Addresses of handing over a klas, and of the overview for parents."""

from django.urls import path

from collaboration.views import klas, ouders

urlpatterns = [
    path("klassen/<uuid:pk>/overdracht/", klas.klas_overdracht, name="klas_overdracht"),
    path("studenten/<uuid:pk>/ouders/", ouders.ouders, name="ouders"),
    path("studenten/<uuid:pk>/ouders.pdf", ouders.ouders_pdf, name="ouders_pdf"),
]
