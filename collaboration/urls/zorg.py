"""Addresses of requests to the zorgteam, regie and consent."""

from django.urls import path

from collaboration.views import aanvragen, regie, toestemming

urlpatterns = [
    path("aanvragen/", aanvragen.aanvragen, name="aanvragen"),
    path("aanvragen/<uuid:pk>/", aanvragen.aanvraag, name="aanvraag"),
    path("aanvragen/<uuid:pk>/oppakken/", aanvragen.aanvraag_oppakken, name="aanvraag_oppakken"),
    path("aanvragen/<uuid:pk>/besluit/", aanvragen.aanvraag_besluit, name="aanvraag_besluit"),
    path("aanvragen/<uuid:pk>/team/", aanvragen.aanvraag_team, name="aanvraag_team"),
    path("aanvragen/<uuid:pk>/stap/<slug:wat>/", aanvragen.aanvraag_stap, name="aanvraag_stap"),
    path("studenten/<uuid:pk>/aanvraag/", aanvragen.aanvraag_nieuw, name="aanvraag_nieuw"),
    path("zorgteam/<uuid:pk>/stopt/", aanvragen.zorgteam_eraf, name="zorgteam_eraf"),
    path("studenten/<uuid:pk>/regie/", regie.regie, name="regie"),
    path("studenten/<uuid:pk>/regie/nemen/", regie.regie_nemen, name="regie_nemen"),
    path("regie/<uuid:pk>/aannemen/", regie.regie_aanvaarden, name="regie_aanvaarden"),
    path("regie/<uuid:pk>/weigeren/", regie.regie_weigeren, name="regie_weigeren"),
    path("regie/<uuid:pk>/intrekken/", regie.regie_intrekken, name="regie_intrekken"),
    path("regie/<uuid:pk>/verteld/", regie.regie_geinformeerd, name="regie_geinformeerd"),
    path("studenten/<uuid:pk>/toestemming/", toestemming.toestemming, name="toestemming"),
    path("toestemmingen/<uuid:pk>/geven/", toestemming.toestemming_geven, name="toestemming_geven"),
    path("toestemmingen/<uuid:pk>/terug/", toestemming.toestemming_terug, name="toestemming_terug"),
    path("gronden/<uuid:pk>/meekijken/", toestemming.grond_meekijken, name="grond_meekijken"),
    path("gronden/<uuid:pk>/verteld/", toestemming.grond_verteld, name="grond_verteld"),
]
