"""Addresses of the hours of a stage."""

from django.urls import path

from stageplekken.views import uren, uren_telefoon, uren_weken

urlpatterns = [
    path("uren/", uren.mijn_uren, name="mijn_uren"),
    path("stages/<uuid:pk>/uren/", uren.uren, name="uren"),
    path("stages/<uuid:pk>/uren/dag/", uren.uren_dag, name="uren_dag"),
    path("stages/<uuid:pk>/uren/niet-gekomen/", uren.niet_gekomen, name="uren_niet_gekomen"),
    path("stages/<uuid:pk>/uren/ongedaan/", uren.ongedaan, name="uren_ongedaan"),
    path("stages/<uuid:pk>/uren/verbeter/", uren.verbeter, name="uren_verbeter"),
    path("stages/<uuid:pk>/uren/urenlijst.pdf", uren.uren_pdf, name="uren_pdf"),
    path("stages/<uuid:pk>/uren/akkoord/", uren_weken.akkoord, name="uren_akkoord"),
    path("stages/<uuid:pk>/uren/akkoord-terug/", uren_weken.akkoord_terug, name="uren_akkoord_terug"),
    path("stages/<uuid:pk>/uren/terug/", uren_weken.week_terug, name="uren_terug"),
    path("stages/<uuid:pk>/uren/telefoon/", uren_telefoon.geef, name="uren_telefoon"),
    path("telefoon/uren/", uren_telefoon.telefoon_uren, name="telefoon_uren"),
    path("klassen/<uuid:pk>/uren/", uren_weken.klas_uren, name="klas_uren"),
]
