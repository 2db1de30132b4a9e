"""All addresses of this room, by topic."""

from students.urls import doelen, gekeken, handleiding, team

urlpatterns = [
    *doelen.urlpatterns,
    *handleiding.urlpatterns,
    *team.urlpatterns,
    *gekeken.urlpatterns,
]
