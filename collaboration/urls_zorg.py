"""Addresses of escalatie, regie and toestemming."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
