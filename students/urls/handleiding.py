"""Addresses of the student's own words: handleiding, gedeeld beeld, leefgebieden, and who reads which part."""

from django.urls import path

from students.views import beeld, handleiding, handleiding_telefoon, handleiding_van

STUDENT = "studenten/<uuid:pk>/"

urlpatterns = [
    path("mijn-handleiding/", handleiding.handleiding, name="handleiding"),
    path("mijn-handleiding/deel/<slug:onderdeel>/", handleiding.handleiding_deel, name="handleiding_deel"),
    path("mijn-handleiding/vraag/<uuid:pk>/", handleiding.handleiding_antwoord, name="handleiding_antwoord"),
    path("mijn-keuzes/", handleiding.vrijgave, name="vrijgave"),
    path(f"{STUDENT}handleiding/", handleiding_van.handleiding_van, name="handleiding_van"),
    path(f"{STUDENT}handleiding/vraag/", handleiding_van.handleiding_vraag, name="handleiding_vraag"),
    path(f"{STUDENT}handleiding/samen/", handleiding_van.handleiding_samen, name="handleiding_samen"),
    path(f"{STUDENT}handleiding.pdf", handleiding_van.handleiding_pdf, name="handleiding_pdf"),
    path("telefoon/handleiding/", handleiding_telefoon.telefoon_handleiding, name="telefoon_handleiding"),
    path(f"{STUDENT}beeld/", beeld.gedeeld_beeld, name="gedeeld_beeld"),
    path(f"{STUDENT}beeld/<slug:vraag>/", beeld.gedeeld_beeld_deel, name="gedeeld_beeld_deel"),
    path(f"{STUDENT}leefgebieden/", beeld.leefgebieden, name="leefgebieden"),
]
