"""What every screen of the secretariat shares: language tabs, native dates, history."""

from collections.abc import Callable, Iterable
from typing import Any, cast
from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.db import models
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from modeltranslation.fields import TranslationField
from simple_history.admin import SimpleHistoryAdmin

from network.admin.adding import AddsOnce
from network.admin.choosing import Choosing
from network.admin.deleting import AskingFormSet, Undoable
from network.admin.going_back import GoesBack
from network.admin.history import HistoryWords
from network.admin.listing import KeptInStep
from network.admin.recording import act_of_saving
from network.admin.versions import TwoVersions
from network.choices import Act
from network.dates import describe
from network.models import User
from network.services import audit
from network.services.refusals import Refused

SCRIPTS = (
    forms.Script("js/admin-tabs.js", type="module"),
    forms.Script("js/admin-labels.js", type="module"),
)
Fieldset = tuple[Any, dict[str, Any]]
WITHOUT_LINKS = (
    "can_add_related",
    "can_change_related",
    "can_delete_related",
    "can_view_related",
)


def language_tabs(*texts: str) -> list[Fieldset]:
    """One group of fields per language, in the language's own name."""
    return [
        ("Español", _tab("es", texts)),
        ("English", _tab("en", texts)),
    ]


def _tab(language: str, texts: Iterable[str]) -> dict[str, Any]:
    return {
        "fields": [f"{text}_{language}" for text in texts],
        "classes": ["language-tab", f"language-{language}"],
    }


class NativeDate(forms.DateInput):
    """The browser's own date field: it needs no script and works by thumb."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class Lines(forms.Textarea):
    """A long text. Browsers end its lines with two signs where one is stored: told
    apart, a text that nobody touched would count as changed."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        text = super().value_from_datadict(data, files, name)
        return text.replace("\r\n", "\n") if isinstance(text, str) else text


class FormFields(Choosing):
    """How fields are shown: native dates, short texts, no links to other windows."""

    formfield_overrides: Any = {
        models.DateField: {"widget": NativeDate},
        models.TextField: {"widget": Lines(attrs={"rows": 4})},
        models.CharField: {"widget": forms.TextInput},
        models.URLField: {"widget": forms.URLInput},
        models.EmailField: {"widget": forms.EmailInput},
        models.PositiveSmallIntegerField: {"widget": forms.NumberInput},
        models.PositiveIntegerField: {"widget": forms.NumberInput},
    }

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        """Mark each text's language and take the related windows' links away."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]  # mixed into an admin
        if field is None:
            return None
        if isinstance(db_field, TranslationField):
            field.widget.attrs["lang"] = db_field.language
        for link in WITHOUT_LINKS:
            if hasattr(field.widget, link):
                setattr(field.widget, link, False)
        return field


class PortalInline(FormFields, admin.StackedInline):
    """Dated or repeated facts under their record, one below another."""

    extra = 0
    formset = AskingFormSet


class ReadOnlyInline(admin.TabularInline):
    """Rows that are only read here."""

    template = "admin/network/rows_inline.html"
    can_delete = False
    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class PortalAdmin(
    FormFields,
    KeptInStep,
    Undoable,
    AddsOnce,
    GoesBack,
    TwoVersions,
    SimpleHistoryAdmin,
):
    """A record the secretariat keeps, with its whole history."""

    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER
    save_on_top = False
    never_deleted = False
    # Its service tells the audit trail by itself.
    acts_through_services = False

    class Media:
        js = SCRIPTS

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        audit.record(
            act_of_saving(self.model), by=person_of(request), of=obj, added=True
        )
        return super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        if not self.acts_through_services:
            audit.record(act_of_saving(self.model), by=person_of(request), of=obj)
        return super().log_change(request, obj, message)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """The history of what this screen shows, and of nothing else."""
        shown = self._shown_here(request, object_id)
        audit.record(Act.HISTORY_READ, by=person_of(request), of=shown)
        trail = {"trail_url": trail_of(shown)}
        extra_context = {**(extra_context or {}), **trail}
        return super().history_view(request, object_id, extra_context)

    def get_historical_record_context_helper(
        self, request: HttpRequest, historical_record: Any
    ) -> HistoryWords:
        return HistoryWords(self.model, historical_record)

    def _shown_here(self, request: HttpRequest, object_id: str) -> models.Model:
        shown = self.get_object(request, unquote(object_id))
        if shown is None:
            raise Http404
        return shown

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not self.never_deleted and super().has_delete_permission(request, obj)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Deleting in bulk is never offered: each deletion is looked at."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions


def trail_of(record: models.Model) -> str:
    """The audit trail narrowed to one record."""
    kind = record._meta.concrete_model or type(record)
    asked = {"record_kind": kind._meta.label_lower, "record_key": record.pk}
    return f"{reverse('admin:network_auditentry_changelist')}?{urlencode(asked)}"


class KnownDates:
    """Dates told no more exactly than their source tells them."""

    @admin.display(description=_("date"), ordering="started")
    def when(self, happening: Any) -> str:
        """As the public page words it."""
        return describe(
            happening.started,
            happening.ended,
            precision=happening.date_precision,
            uncertain=happening.date_uncertain,
        )


class PermanentKey:
    """The key is made from the record's name at the beginning and never changes."""

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return (*super().get_readonly_fields(request, obj), "key")  # type: ignore[misc]  # mixed into an admin

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: bool
    ) -> None:
        if not obj.key:
            obj.key = free_key(type(obj), self.key_source(obj))
        super().save_model(request, obj, form, change)  # type: ignore[misc]  # mixed into an admin

    def key_source(self, obj: Any) -> str:
        """The text its key is made of."""
        return f"{obj.country} {obj.name_es}"


class PermanentAddress(PermanentKey):
    """So is the address name, unless the secretariat writes another at the beginning."""

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm]:
        """An empty address name is proposed from the record's name."""
        form = super().get_form(request, obj, change=change, **kwargs)  # type: ignore[misc]  # mixed into an admin
        if "slug" in form.base_fields:
            form.base_fields["slug"].required = False
        return form

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = super().get_readonly_fields(request, obj)
        return (*fields, "slug") if obj else fields

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: bool
    ) -> None:
        if not obj.key:
            obj.key = free_key(type(obj), obj.slug or self.key_source(obj))
            obj.slug = obj.slug or obj.key
        super().save_model(request, obj, form, change)


def free_key(model: type[models.Model], text: str) -> str:
    """A key nobody has yet."""
    stem = slugify(text)[:70].strip("-") or str(model._meta.model_name)
    addressed = any(field.name == "slug" for field in model._meta.get_fields())
    key, number = stem, 1
    while model._default_manager.filter(
        Q(slug=key) | Q(key=key) if addressed else Q(key=key)
    ).exists():
        number += 1
        key = f"{stem}-{number}"
    return key


def person_of(request: HttpRequest) -> User:
    """Who is at the screen: the admin lets nobody in who has not signed in."""
    return cast(User, request.user)


def act_on_each(
    admin_screen: admin.ModelAdmin,
    request: HttpRequest,
    rows: Iterable[Any],
    verb: Callable[[Any], Any],
) -> int:
    """Call a service on each chosen row; say how many changed and why others did not."""
    done = 0
    for row in rows:
        try:
            verb(row)
        except Refused as refusal:
            admin_screen.message_user(request, f"{row}: {refusal}", messages.ERROR)
        else:
            done += 1
    if done:
        said = ngettext("%(count)d changed.", "%(count)d changed.", done)
        admin_screen.message_user(request, said % {"count": done}, messages.SUCCESS)
    return done
