"""Addresses of the ground floor, beside those under /account/."""

from django.urls import path

from begeleiders import lapsed, views, views_code, views_welkom

urlpatterns = [
    path("demo/", views.demo_login, name="demo_login"),
    path("opnieuw/", lapsed.LoginAgainView.as_view(), name="carry_login"),
    path("inloggen/code/", views_code.code_vragen, name="code_vragen"),
    path("inloggen/code/invullen/", views_code.code_invullen, name="code_invullen"),
    path("welkom/<str:token>/", views_welkom.welkom, name="welkom"),
    path("welkom/<str:token>/nieuw/", views_welkom.welkom_nieuw, name="welkom_nieuw"),
    path("telefoon/terug/", views.telefoon_terug, name="telefoon_terug"),
]
