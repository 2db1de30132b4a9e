"""Addresses of doelen, their steps, and successes."""

from django.urls import path

from students.views import doelen, stappen, successen

urlpatterns = [
    path("studenten/<uuid:pk>/doelen/", doelen.doelen, name="doelen"),
    path("studenten/<uuid:pk>/doelen/nieuw/", doelen.nieuw, name="doel_nieuw"),
    path("studenten/<uuid:pk>/succes/", successen.nieuw, name="succes_nieuw"),
    path("successen/<uuid:pk>/weg/", successen.weg, name="succes_weg"),
    path("doelen/<uuid:pk>/", doelen.doel, name="doel"),
    path("doelen/<uuid:pk>/aanpassen/", doelen.aanpassen, name="doel_aanpassen"),
    path("doelen/<uuid:pk>/gelukt/", doelen.gelukt, name="doel_gelukt"),
    path("doelen/<uuid:pk>/stop/", doelen.stop, name="doel_stop"),
    path("doelen/<uuid:pk>/verder/", doelen.verder, name="doel_verder"),
    path("doelen/<uuid:pk>/delen/", doelen.delen, name="doel_delen"),
    path("doelen/<uuid:pk>/stap/", stappen.nieuw, name="stap_nieuw"),
    path("stappen/<uuid:pk>/", stappen.stap, name="stap"),
    path("stappen/<uuid:pk>/stukjes/", stappen.stukjes, name="stap_stukjes"),
    path("stappen/<uuid:pk>/gelukt/", stappen.gelukt, name="stap_gelukt"),
    path("stappen/<uuid:pk>/nog-niet/", stappen.nog_niet, name="stap_nog_niet"),
    path("stappen/<uuid:pk>/hulp/", stappen.hulp, name="stap_hulp"),
    path("stappen/<uuid:pk>/verplaats/", stappen.verplaats, name="stap_verplaats"),
]
