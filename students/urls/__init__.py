"""All addresses of this room, by topic."""

from students.urls import doelen, team

urlpatterns = [
    *doelen.urlpatterns,
    *team.urlpatterns,
]
