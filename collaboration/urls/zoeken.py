"""Address of the search."""

from django.urls import path

from collaboration.views import zoeken

urlpatterns = [path("zoeken/", zoeken.zoeken, name="zoeken")]
