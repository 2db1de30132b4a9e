"""All addresses of this room, by topic."""

from collaboration.urls import aandacht, gesprek, samen, signalen, uitnodigen, zorg

urlpatterns = [
    *gesprek.urlpatterns,
    *signalen.urlpatterns,
    *zorg.urlpatterns,
    *samen.urlpatterns,
    *aandacht.urlpatterns,
    *uitnodigen.urlpatterns,
]
