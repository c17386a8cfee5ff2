"""What Wagtail asks an editor of a page, where it depends on who writes."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

FIRST_YEAR, LAST_YEAR = 2009, 2100


class PicturedForm(WagtailAdminPageForm):
    """A picture says what it shows before its page is sent; a draft may wait for it."""

    def clean(self) -> dict[str, Any]:
        """Refuse a picture that says nothing to whoever cannot see it."""
        cleaned: dict[str, Any] = super().clean()
        text = (cleaned.get("picture_text") or "").strip()
        if cleaned.get("picture") and not text and not self.is_deferred_validation:
            fault = _("Say what the picture shows, for whoever cannot see it.")
            self.add_error("picture_text", fault)
        return cleaned


class BulletinForm(PicturedForm):
    """The year of an issue says its limits in words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "year" in self.fields:
            told = _("Write a year from %(first)s to %(last)s.")
            told %= {"first": FIRST_YEAR, "last": LAST_YEAR}
            codes = ("invalid", "min_value", "max_value")
            self.fields["year"].error_messages |= dict.fromkeys(codes, told)


class NewsForm(PicturedForm):
    """An association's author tells news of their own association alone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        author: Any = self.fields.get("author")
        writer: Any = self.for_user
        if author is None or writer is None or writer.is_superuser:
            return
        standing = writer.standing
        if standing.editor:
            return
        author.queryset = author.queryset.filter(pk__in=standing.writes_for)
        author.required, author.empty_label = True, None
        author.help_text = ""
        if self.instance.author_id is None:
            self.initial["author"] = author.queryset.values_list(
                "pk", flat=True
            ).first()
