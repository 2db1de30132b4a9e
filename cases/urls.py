"""Addresses of the library: casussen, words, kenmerken."""

from django.urls import path

from cases.views import casussen, eigen, kenmerken, woorden

urlpatterns = [
    path("casussen/", casussen.casussen, name="casussen"),
    path("casussen/eigen/nieuw/", eigen.eigen_casus_nieuw, name="eigen_casus_nieuw"),
    path("casussen/eigen/<uuid:pk>/", eigen.eigen_casus, name="eigen_casus"),
    path("casussen/eigen/<uuid:pk>/casus.pdf", eigen.eigen_casus_pdf, name="eigen_casus_pdf"),
    path("casussen/eigen/<uuid:pk>/aanpassen/", eigen.eigen_casus_aanpassen, name="eigen_casus_aanpassen"),
    path("casussen/eigen/<uuid:pk>/intrekken/", eigen.eigen_casus_intrekken, name="eigen_casus_intrekken"),
    path("casussen/<slug:code>/", casussen.casus, name="casus"),
    path("casussen/<slug:code>/casus.pdf", casussen.casus_pdf, name="casus_pdf"),
    path("woorden/", woorden.woorden, name="woorden"),
    path("woorden/verder-lezen/", woorden.verder_lezen, name="verder_lezen"),
    path("woorden/kaw/", woorden.kaw, name="kaw"),
    path("woorden/nog-niet/", woorden.nog_niet, name="nog_niet"),
    path("kenmerken/", kenmerken.kenmerken, name="kenmerken"),
    path("kenmerken/<slug:code>/", kenmerken.kenmerk, name="kenmerk"),
]
