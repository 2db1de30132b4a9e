"""Pages about Kansrijk itself."""

from django.urls import path

from kern import views

urlpatterns = [
    path("componenten/", views.components, name="componenten"),
    path("privacy/", views.privacy, name="privacy"),
    path("toegankelijkheid/", views.accessibility, name="toegankelijkheid"),
    path("hulp/", views.help_page, name="hulp"),
    path("gezond/", views.healthy, name="gezond"),
]
