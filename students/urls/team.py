"""Addresses of the team list, the network, how to reach people, and who sees what."""

from django.urls import path

from students.views import team, wie_ziet_wat

urlpatterns = [
    path("studenten/<uuid:pk>/team/", team.team, name="wie_is_wie"),
    path("studenten/<uuid:pk>/netwerk/", team.netwerk_nieuw, name="netwerk_nieuw"),
    path("netwerk/<uuid:pk>/", team.netwerk_aanpassen, name="netwerk_aanpassen"),
    path("netwerk/<uuid:pk>/antwoord/", team.netwerk_antwoord, name="netwerk_antwoord"),
    path("netwerk/<uuid:pk>/weg/", team.netwerk_weg, name="netwerk_weg"),
    path("teamleden/<uuid:pk>/kern/", team.teamlid_kern, name="teamlid_kern"),
    path("ik/bereikbaar/", team.bereikbaar, name="bereikbaar"),
    path("wie-ziet-wat/", wie_ziet_wat.wie_ziet_wat, name="wie_ziet_wat"),
]
