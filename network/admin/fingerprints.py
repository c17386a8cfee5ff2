"""What a screen of the secretariat holds, field by field, as a browser would send it."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.admin.utils import flatten_fieldsets
from django.db import models
from django.forms.boundfield import BoundField
from django.forms.formsets import DELETION_FIELD_NAME
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

Seen = dict[str, str]
Sent = list[list[str]]
SHORT = 10


@dataclass
class Box:
    """One field of the record or of a row under it: its key, its words, its value."""

    key: str
    label: str
    field: forms.Field
    names: list[str]
    values: Sent

    @property
    def mark(self) -> str:
        """Stands for the value; two forms with equal marks hold the same."""
        return mark_of(self.values)

    def told(self, values: Sent) -> str:
        """A value in words."""
        return in_words(self.field, values)


def mark_of(values: Sent) -> str:
    """A short fingerprint, blind to the order of choices and to how lines end."""
    plain = [
        sorted(text.replace("\r\n", "\n").strip() for text in each if text)
        for each in values
    ]
    return hashlib.sha256(json.dumps(plain).encode()).hexdigest()[:SHORT]


def boxes_of(screen: Any, request: HttpRequest, record: models.Model) -> list[Box]:
    """Every field that the screen lets this person write, as it now stands."""
    names = flatten_fieldsets(screen.get_fieldsets(request, record))
    form_class = screen.get_form(request, record, change=True, fields=names)
    found = [_box(bound, "") for bound in form_class(instance=record)]
    for row, label, key in rows_of(screen, request, record):
        own = (row.instance._meta.pk.name, DELETION_FIELD_NAME)
        found += [
            _box(bound, f"{key}:", label) for bound in row if bound.name not in own
        ]
    return found


def rows_of(
    screen: Any, request: HttpRequest, record: models.Model
) -> Iterator[tuple[Any, str, str]]:
    """The rows under the record that this person may write, with their key."""
    for formset_class, inline in screen.get_formsets_with_inlines(request, record):
        if not inline.has_change_permission(request, record):
            continue
        formset = formset_class(
            instance=record,
            prefix=formset_class.get_default_prefix(),
            queryset=inline.get_queryset(request),
        )
        for row in formset.initial_forms:
            label = f"{inline.opts.verbose_name}: {row.instance}"
            yield row, label, f"{formset.prefix}:{row.instance.pk}"


def sent_for(post: QueryDict, box: Box, names: list[str] | None = None) -> Sent:
    """What a browser sent for this field."""
    return [post.getlist(name) for name in names or box.names]


def in_words(field: forms.Field, values: Sent) -> str:
    """What was sent, as somebody would read it."""
    flat = [text for each in values for text in each if text]
    if isinstance(field, forms.BooleanField):
        return _("Yes") if flat else _("No")
    if isinstance(field, forms.ModelChoiceField):
        return ", ".join(_named(field, flat))
    if isinstance(field, forms.ChoiceField | forms.TypedChoiceField):
        labels = {str(value): str(label) for value, label in _flat(field.choices)}
        return ", ".join(labels.get(text, text) for text in flat)
    return ", ".join(flat)


def _box(bound: BoundField, prefix: str, row: str = "") -> Box:
    suffixes, values = _as_sent(bound)
    name = bound.html_name
    label = f"{row} – {bound.label}" if row else str(bound.label)
    names = [f"{name}{suffix}" for suffix in suffixes]
    return Box(f"{prefix}{bound.name}", label, bound.field, names, values)


def _as_sent(bound: BoundField) -> tuple[list[str], Sent]:
    widget, value = bound.field.widget, bound.value()
    if isinstance(widget, forms.MultiWidget):
        parts = value if isinstance(value, list) else widget.decompress(value) or []
        pairs = zip(widget.widgets, parts, strict=True)
        shown = [_texts(each, part) for each, part in pairs]
        return list(widget.widgets_names), shown  # type: ignore[attr-defined]  # missing in the stubs
    return [""], [_texts(widget, value)]


def _texts(widget: forms.Widget, value: Any) -> list[str]:
    if isinstance(widget, forms.CheckboxInput):
        return ["on"] if value else []
    shown = widget.format_value(value)
    if isinstance(shown, list | tuple):
        return sorted(str(each) for each in shown if each not in ("", None))
    return ["" if shown is None else str(shown)]


def _named(field: forms.ModelChoiceField, keys: list[str]) -> list[str]:
    numbers = [key for key in keys if key.isascii() and key.isdecimal()]
    found = field.queryset.filter(  # type: ignore[union-attr]  # the admin always has one
        pk__in=[int(key) for key in numbers if len(key) < 19]
    )
    return sorted(str(each) for each in found)


def _flat(choices: Any) -> Iterator[tuple[Any, Any]]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield value, label
