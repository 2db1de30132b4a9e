"""Addresses of who looked."""

from django.urls import path

from students.views import gekeken

urlpatterns = [
    path("studenten/<uuid:pk>/gekeken/", gekeken.wie_keek, name="wie_keek"),
    path("gekeken/", gekeken.gekeken_geteld, name="gekeken_geteld"),
]
