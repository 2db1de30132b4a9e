"""All addresses of this room, by topic."""

urlpatterns: list = []
