"""Addresses of the instruments."""

from django.urls import path

from checklists import views

urlpatterns = [
    path("instrumenten/", views.instrumenten, name="instrumenten"),
    path("instrumenten/<slug:code>/", views.instrument, name="instrument"),
    path("instrumenten/<slug:code>/leeg.pdf", views.instrument_blank, name="instrument_blank"),
]
