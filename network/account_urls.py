"""Account addresses of our own: accepting an invitation."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
