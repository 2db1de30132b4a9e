"""Addresses of the three talks of a stage."""

from django.urls import path

from stageplekken.views import talk_deel, talks

TALK = "stagegesprekken/<uuid:pk>/"
DEEL = f"{TALK}deel/<slug:kant>/"

urlpatterns = [
    path("stages/<uuid:pk>/gesprekken/", talks.gesprekken, name="stagegesprekken"),
    path("stages/<uuid:pk>/gesprekken/plan/", talks.plan, name="stagegesprekken_plan"),
    path("stages/<uuid:pk>/hier-niet-mogelijk/", talks.grenzen, name="stage_grenzen"),
    path(TALK, talks.gesprek, name="stagegesprek"),
    path(f"{TALK}wanneer/", talks.wanneer, name="stagegesprek_wanneer"),
    path(f"{TALK}besproken/", talks.besproken, name="stagegesprek_besproken"),
    path(f"{TALK}akkoord/", talks.akkoord, name="stagegesprek_akkoord"),
    path(f"{TALK}zonder/", talks.zonder, name="stagegesprek_zonder"),
    path(f"{TALK}telefoon/", talk_deel.geef, name="stagegesprek_telefoon"),
    path(f"{TALK}versie/<int:nummer>/verslag.pdf", talks.verslag, name="stagegesprek_verslag"),
    path(DEEL, talk_deel.deel, name="stagegesprek_deel"),
    path(f"{DEEL}open/", talks.open_weer, name="stagegesprek_open"),
    path(f"{DEEL}opnieuw/", talk_deel.opnieuw, name="stagegesprek_opnieuw"),
    path(f"{DEEL}botsing/<uuid:botsing>/", talk_deel.botsing, name="stagegesprek_botsing"),
    path("telefoon/stagegesprek/", talk_deel.telefoon, name="telefoon_stagegesprek"),
]
