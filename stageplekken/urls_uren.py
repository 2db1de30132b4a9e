"""Addresses of the hours of a stage."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
