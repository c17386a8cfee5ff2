"""Addresses of the interface for programs; permanent, hence their version."""

from django.urls import path

from amuprev.site import api_views

urlpatterns = [
    path("", api_views.index, name="api"),
    path("openapi.json", api_views.description, name="api-description"),
    path("<slug:key>/", api_views.records, name="api-records"),
    path("<slug:key>/<slug:of>/", api_views.record, name="api-record"),
]
