"""All addresses of this room, by topic."""

from collaboration.urls import aandacht, gesprek, mijn, samen, signalen, uitnodigen, zoeken, zorg

urlpatterns = [
    *gesprek.urlpatterns,
    *signalen.urlpatterns,
    *zorg.urlpatterns,
    *samen.urlpatterns,
    *aandacht.urlpatterns,
    *uitnodigen.urlpatterns,
    *mijn.urlpatterns,
    *zoeken.urlpatterns,
]
