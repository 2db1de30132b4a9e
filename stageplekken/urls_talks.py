"""Addresses of the three talks of a stage."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
