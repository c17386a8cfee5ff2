"""How editors find a record to place on a page: only what the world may see anyway."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet

from network.choices import OrganisationKind
from network.models import Organisation

WITH_PAGE = (OrganisationKind.ASSOCIATION, OrganisationKind.MUNICIPALITY)


def shown() -> QuerySet[Organisation]:
    """The associations and municipalities that have a public page."""
    return Organisation.objects.public().filter(kind__in=WITH_PAGE).in_order()


class NameFilter(BaseFilterForm):
    """By name, acronym or key."""

    q = forms.CharField(label=_("Name"), required=False, max_length=100)

    def filter(self, objects: Any) -> Any:
        """Those whose name holds the words."""
        objects = super().filter(objects)
        words = (self.cleaned_data.get("q") or "").strip()
        if not words:
            return objects
        self.is_searching, self.search_query = True, words
        return objects.filter(
            Q(name_es__icontains=words)
            | Q(name_en__icontains=words)
            | Q(acronym__icontains=words)
            | Q(key__icontains=words)
        )


class _OnlyShown:
    filter_form_class = NameFilter
    ordering = None

    def get_object_list(self) -> QuerySet[Organisation]:
        return shown()


class ChooseView(_OnlyShown, chooser.ChooseView):
    """The window in which one is chosen."""


class ChooseResultsView(_OnlyShown, chooser.ChooseResultsView):
    """What the words typed in it find."""


class ChosenView(chooser.ChosenView):
    """What was chosen."""

    def get_object(self, pk: str) -> Organisation:
        """One that is shown, or none."""
        if not pk.isdecimal():
            raise Organisation.DoesNotExist
        return shown().get(pk=pk)


class ChosenMultipleView(chooser.ChosenMultipleView):
    """What was chosen, several at once."""

    def get_objects(self, pks: list[str]) -> QuerySet[Organisation]:
        """Those that are shown."""
        return shown().filter(pk__in=[pk for pk in pks if pk.isdecimal()])


class OrganisationChooser(ChooserViewSet):
    """Chooses an association or a municipality."""

    model = Organisation
    icon = "group"
    choose_one_text = _("Choose an association or a municipality")
    choose_another_text = _("Choose another one")
    register_widget = False
    choose_view_class = ChooseView
    choose_results_view_class = ChooseResultsView
    chosen_view_class = ChosenView
    chosen_multiple_view_class = ChosenMultipleView


organisation_chooser = OrganisationChooser("organisation_chooser")
OrganisationChooserBlock = organisation_chooser.get_block_class(
    name="OrganisationChooserBlock", module_path="amuprev.site.choosers"
)
