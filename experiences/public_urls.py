"""Addresses of the files of films, the same in both languages."""

from django.urls import path

from experiences.views.public.film_files import film_file

urlpatterns = [
    path("<uuid:film>/<str:name>", film_file, name="film-file"),
]
