"""Profiles of the editors' desk that had no language get that of their account."""

from typing import Any

from django.conf import settings
from django.db import migrations


def fill(apps: Any, schema_editor: Any) -> None:
    profiles = apps.get_model("wagtailusers", "UserProfile").objects
    for profile in profiles.filter(preferred_language="").select_related("user"):
        profile.preferred_language = profile.user.language
        profile.save(update_fields=["preferred_language"])


class Migration(migrations.Migration):
    dependencies = [
        ("site_pages", "0009_video_frames"),
        ("wagtailusers", "0015_userprofile_keyboard_shortcuts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
