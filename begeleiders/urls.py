"""Addresses of the ground floor, beside those under /account/."""

from django.urls import path

from begeleiders import code_views, kaart_views, lapsed, takeback, views, welkom_views

urlpatterns = [
    path("demo/", views.demo_login, name="demo_login"),
    path("opnieuw/", lapsed.LoginAgainView.as_view(), name="carry_login"),
    path("inloggen/code/", code_views.code_vragen, name="code_vragen"),
    path("inloggen/code/invullen/", code_views.code_invullen, name="code_invullen"),
    path("welkom/kaart/<str:token>/", kaart_views.welkom_kaart, name="welkom_kaart"),
    path("welkom/<str:token>/", welkom_views.welkom, name="welkom"),
    path("welkom/<str:token>/nieuw/", welkom_views.welkom_nieuw, name="welkom_nieuw"),
    path("telefoon/terug/", takeback.telefoon_terug, name="telefoon_terug"),
]
