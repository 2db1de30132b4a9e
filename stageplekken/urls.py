"""Addresses of a stage: its states, its end."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
