"""Addresses of the first screens, the student page, gesprekken, afspraken and contactpogingen."""

from django.urls import path

from collaboration.views import (
    afspraken,
    gesprek,
    poging,
    start,
    student,
    telefoon,
    vandaag,
    vastleggen,
    walk,
)

urlpatterns = [
    path("", vandaag.vandaag, name="vandaag"),
    path("studenten/", vandaag.studenten, name="studenten"),
    path("gesprekken/", vandaag.gesprekken, name="gesprekken"),
    path("studenten/<uuid:pk>/", student.student, name="student"),
    path("studenten/<uuid:pk>/gesprek/", start.gesprek_start, name="gesprek_start"),
    path("studenten/<uuid:pk>/kort/", start.kort, name="gesprek_kort"),
    path("studenten/<uuid:pk>/contactpoging/", poging.contactpoging, name="contactpoging"),
    path("studenten/<uuid:pk>/afspraak/", afspraken.afspraak_nieuw, name="afspraak_nieuw"),
    path("contactpogingen/<uuid:pk>/ongedaan/", poging.ongedaan, name="contactpoging_ongedaan"),
    path("afspraken/<uuid:pk>/gedaan/", afspraken.gedaan, name="afspraak_gedaan"),
    path("afspraken/<uuid:pk>/terug/", afspraken.terug, name="afspraak_terug"),
    path("afspraken/<uuid:pk>/afronden/", afspraken.afronden, name="afspraak_afronden"),
    path("gesprekken/<uuid:pk>/", gesprek.gesprek, name="gesprek"),
    path("gesprekken/<uuid:pk>/verslag.pdf", gesprek.verslag, name="verslag"),
    path("gesprekken/<uuid:pk>/corrigeren/", gesprek.corrigeren, name="gesprek_corrigeren"),
    path("gesprekken/<uuid:pk>/aanpassen/", gesprek.aanpassen, name="gesprek_aanpassen"),
    path("gesprekken/<uuid:pk>/intrekken/", gesprek.intrekken, name="gesprek_intrekken"),
    path("gesprekken/<uuid:pk>/laag/", gesprek.laag, name="gesprek_laag"),
    path("gesprekken/<uuid:pk>/verder/", walk.verder, name="gesprek_verder"),
    path("gesprekken/<uuid:pk>/voor/", walk.voor, name="gesprek_voor"),
    path("gesprekken/<uuid:pk>/stap/<slug:code>/", walk.stap, name="gesprek_stap"),
    path("gesprekken/<uuid:pk>/na/", walk.na, name="gesprek_na"),
    path("gesprekken/<uuid:pk>/vastleggen/", vastleggen.vastleggen, name="gesprek_vastleggen"),
    path("gesprekken/<uuid:pk>/botsing/<uuid:botsing>/", walk.botsing, name="gesprek_botsing"),
    path(
        "gesprekken/<uuid:pk>/afspraak/<uuid:afspraak>/weg/", walk.afspraak_weg, name="gesprek_afspraak_weg"
    ),
    path("gesprekken/<uuid:pk>/telefoon/", telefoon.geef, name="gesprek_telefoon"),
    path("telefoon/", telefoon.telefoon, name="telefoon"),
    path("telefoon/klaar/", telefoon.klaar, name="telefoon_klaar"),
]
