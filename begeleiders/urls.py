"""Addresses of the ground floor, beside those under /account/."""

from django.urls import path

from begeleiders import lapsed, views

urlpatterns = [
    path("demo/", views.demo_login, name="demo_login"),
    path("opnieuw/", lapsed.LoginAgainView.as_view(), name="carry_login"),
    path("telefoon/terug/", views.telefoon_terug, name="telefoon_terug"),
]
