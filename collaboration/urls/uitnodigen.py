"""Addresses of inviting people around a student."""

from django.urls import path

from collaboration.views import uitnodigen

urlpatterns = [
    path("studenten/<uuid:pk>/uitnodigen/", uitnodigen.uitnodigingen, name="uitnodigingen"),
    path("studenten/<uuid:pk>/uitnodigen/<slug:wie>/", uitnodigen.uitnodigen, name="uitnodigen"),
    path("uitnodigingen/<uuid:pk>/opnieuw/", uitnodigen.opnieuw, name="uitnodiging_opnieuw"),
    path("uitnodigingen/<uuid:pk>/bevestigen/", uitnodigen.bevestigen, name="uitnodiging_bevestigen"),
    path("uitnodigingen/<uuid:pk>/adres/", uitnodigen.adres, name="uitnodiging_adres"),
    path("uitnodigingen/<uuid:pk>/intrekken/", uitnodigen.intrekken, name="uitnodiging_intrekken"),
]
