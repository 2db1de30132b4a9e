"""All addresses of this room, by topic."""

from students.urls import doelen

urlpatterns = [*doelen.urlpatterns]
