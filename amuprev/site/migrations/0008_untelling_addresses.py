"""Events by invitation get addresses that do not tell their title; the old ones lead there."""

from typing import Any

from django.db import migrations
from wagtail.contrib.redirects.models import Redirect

WORDS = {"es": "evento", "en": "event"}


def rename(apps: Any, schema_editor: Any) -> None:
    events = apps.get_model("site_pages", "EventPage").objects
    redirects = apps.get_model("wagtailredirects", "Redirect").objects
    site = apps.get_model("wagtailcore", "Site").objects.first()
    for page in events.filter(admission="invitation").select_related("locale"):
        language = page.locale.language_code
        slug = f"{WORDS[language]}-{page.translation_key.hex[:10]}"
        if page.slug == slug:
            continue
        above = page.url_path.rstrip("/").rpartition("/")[0]
        below_home = page.url_path.split("/", 2)[2]
        page.slug, page.url_path = slug, f"{above}/{slug}/"
        page.save(update_fields=["slug", "url_path"])
        redirects.get_or_create(
            old_path=Redirect.normalise_path(f"/{language}/{below_home}"),
            site=site,
            defaults={
                "redirect_page_id": page.pk,
                "is_permanent": True,
                "automatically_created": True,
            },
        )


class Migration(migrations.Migration):
    dependencies = [
        ("site_pages", "0007_about_close_violence"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]

    operations = [migrations.RunPython(rename, migrations.RunPython.noop)]
