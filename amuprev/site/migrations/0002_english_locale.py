"""The English tree exists from the start: without its locale /en/ serves Spanish pages."""

from django.db import migrations


def add_english(apps, schema_editor):
    apps.get_model("wagtailcore", "Locale").objects.get_or_create(language_code="en")


class Migration(migrations.Migration):
    dependencies = [("site_pages", "0001_initial")]
    operations = [migrations.RunPython(add_english, migrations.RunPython.noop)]
