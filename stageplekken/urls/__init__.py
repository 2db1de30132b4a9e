"""All addresses of this room, by topic."""

from stageplekken.urls import stage, talks, uren

urlpatterns = [
    *stage.urlpatterns,
    *uren.urlpatterns,
    *talks.urlpatterns,
]
