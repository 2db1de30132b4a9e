"""Addresses of aandacht, meldingen and klas gezien."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
