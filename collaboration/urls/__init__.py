"""All addresses of this room, by topic."""

from collaboration.urls import (
    aandacht,
    gesprek,
    leidraad,
    mijn,
    samen,
    signalen,
    team,
    uitnodigen,
    zoeken,
    zorg,
)

urlpatterns = [
    *gesprek.urlpatterns,
    *signalen.urlpatterns,
    *zorg.urlpatterns,
    *samen.urlpatterns,
    *leidraad.urlpatterns,
    *aandacht.urlpatterns,
    *uitnodigen.urlpatterns,
    *team.urlpatterns,
    *mijn.urlpatterns,
    *zoeken.urlpatterns,
]
