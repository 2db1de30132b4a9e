"""Addresses of a stage: what was agreed, and its states. Its end stands with collaboration, which tells everyone."""

from django.urls import path

from stageplekken.views import stage

urlpatterns = [
    path("studenten/<uuid:pk>/stage/", stage.stage_nieuw, name="stage_nieuw"),
    path("stages/<uuid:pk>/", stage.stage, name="stage"),
    path("stages/<uuid:pk>/aanpassen/", stage.aanpassen, name="stage_aanpassen"),
    path("stages/<uuid:pk>/pauze/", stage.pauze, name="stage_pauze"),
    path("stages/<uuid:pk>/pauze/<int:pauze>/weg/", stage.pauze_weg, name="stage_pauze_weg"),
    path("stages/<uuid:pk>/pok/", stage.pok, name="stage_pok"),
    path("stages/<uuid:pk>/stap/", stage.stap, name="stage_stap"),
]
