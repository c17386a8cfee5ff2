"""Django admin for the secretariat; this file only re-exports."""

from experiences.admin.experiences import ExperienceAdmin
from experiences.admin.films import FilmAdmin
from experiences.admin.plans import AdaptationAdmin

__all__ = ["AdaptationAdmin", "ExperienceAdmin", "FilmAdmin"]
