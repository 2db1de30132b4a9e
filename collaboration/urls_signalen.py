"""Addresses of signalen, and of the end of a stage."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
