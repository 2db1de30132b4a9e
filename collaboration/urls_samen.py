"""Addresses of Samenwerking and Individuele begeleiding."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
