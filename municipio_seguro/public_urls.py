"""Public forms of Municipio Seguro: addresses of their own, which say nothing."""

from django.urls import path

from municipio_seguro.views.opinion import opinion

urlpatterns = [
    path("opinion/<slug:key>/", opinion, name="opinion"),
]
