"""Numbers in templates, in the one way of the portal; known to every template."""

from django import template

from amuprev.foundation import figures

register = template.Library()
register.filter("figure", figures.figure)
register.filter("weight", figures.weight)
