import django.db.models.deletion
import django.utils.timezone
import simple_history.models
import toolkit.models.storage
import uuid
from django.conf import settings
from django.db import migrations, models

from amuprev.foundation.creating import CreateModels


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("foundation", "0006_about_close_violence"),
        ("network", "0023_twinnings_told"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="Part",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "sources",
                            models.TextField(
                                blank=True,
                                help_text="One per line: title | address.",
                                verbose_name="sources",
                            ),
                        ),
                        (
                            "doubts",
                            models.TextField(
                                blank=True, verbose_name="what we do not know"
                            ),
                        ),
                        (
                            "doubts_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "doubts_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "key",
                            models.SlugField(
                                max_length=80, unique=True, verbose_name="key"
                            ),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                help_text="Permanent part of the public address.",
                                max_length=100,
                                unique=True,
                                verbose_name="address name",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(verbose_name="order"),
                        ),
                        (
                            "title",
                            models.CharField(max_length=250, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        ("intro", models.TextField(verbose_name="introduction")),
                        (
                            "intro_es",
                            models.TextField(null=True, verbose_name="introduction"),
                        ),
                        (
                            "intro_en",
                            models.TextField(null=True, verbose_name="introduction"),
                        ),
                    ],
                    options={
                        "verbose_name": "part of the guide",
                        "verbose_name_plural": "parts of the guide",
                        "ordering": ("position", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Publication",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "sources",
                            models.TextField(
                                blank=True,
                                help_text="One per line: title | address.",
                                verbose_name="sources",
                            ),
                        ),
                        (
                            "doubts",
                            models.TextField(
                                blank=True, verbose_name="what we do not know"
                            ),
                        ),
                        (
                            "doubts_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "doubts_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "key",
                            models.SlugField(
                                max_length=80, unique=True, verbose_name="key"
                            ),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                help_text="Permanent part of the public address.",
                                max_length=100,
                                unique=True,
                                verbose_name="address name",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(verbose_name="order"),
                        ),
                        (
                            "title",
                            models.CharField(max_length=250, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "publisher",
                            models.CharField(max_length=200, verbose_name="publisher"),
                        ),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="year"
                            ),
                        ),
                        ("description", models.TextField(verbose_name="description")),
                        (
                            "description_es",
                            models.TextField(null=True, verbose_name="description"),
                        ),
                        (
                            "description_en",
                            models.TextField(null=True, verbose_name="description"),
                        ),
                        (
                            "address",
                            models.URLField(
                                blank=True, max_length=500, verbose_name="address"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "publication of the programme",
                        "verbose_name_plural": "publications of the programme",
                        "ordering": ("position", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalAudience",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "sources",
                            models.TextField(
                                blank=True,
                                help_text="One per line: title | address.",
                                verbose_name="sources",
                            ),
                        ),
                        (
                            "doubts",
                            models.TextField(
                                blank=True, verbose_name="what we do not know"
                            ),
                        ),
                        (
                            "doubts_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "doubts_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        ("key", models.SlugField(max_length=80, verbose_name="key")),
                        (
                            "slug",
                            models.SlugField(
                                help_text="Permanent part of the public address.",
                                max_length=100,
                                verbose_name="address name",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(verbose_name="order"),
                        ),
                        (
                            "title",
                            models.CharField(max_length=250, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        ("intro", models.TextField(verbose_name="introduction")),
                        (
                            "intro_es",
                            models.TextField(null=True, verbose_name="introduction"),
                        ),
                        (
                            "intro_en",
                            models.TextField(null=True, verbose_name="introduction"),
                        ),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical entry by who I am",
                        "verbose_name_plural": "historical entries by who I am",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalInstrument",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "sources",
                            models.TextField(
                                blank=True,
                                help_text="One per line: title | address.",
                                verbose_name="sources",
                            ),
                        ),
                        (
                            "doubts",
                            models.TextField(
                                blank=True, verbose_name="what we do not know"
                            ),
                        ),
                        (
                            "doubts_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "doubts_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        ("key", models.SlugField(max_length=80, verbose_name="key")),
                        (
                            "slug",
                            models.SlugField(
                                help_text="Permanent part of the public address.",
                                max_length=100,
                                verbose_name="address name",
                            ),
                        ),
                        (
                            "country",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("BZ", "Belize"),
                                    ("CR", "Costa Rica"),
                                    ("SV", "El Salvador"),
                                    ("US", "United States"),
                                    ("GT", "Guatemala"),
                                    ("HN", "Honduras"),
                                    ("NI", "Nicaragua"),
                                    ("PA", "Panama"),
                                    ("DO", "Dominican Republic"),
                                ],
                                help_text="Empty for an international norm.",
                                max_length=2,
                                verbose_name="country",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("international", "International"),
                                    ("national", "National"),
                                    ("departmental", "Departmental"),
                                    ("municipal", "Municipal"),
                                ],
                                default="national",
                                max_length=14,
                                verbose_name="reach",
                            ),
                        ),
                        (
                            "type",
                            models.CharField(
                                choices=[
                                    ("constitution", "Constitution"),
                                    ("treaty", "Treaty"),
                                    ("act", "Act"),
                                    ("municipal_code", "Municipal code"),
                                    ("decree", "Decree"),
                                    ("regulation", "Regulation"),
                                    ("ordinance", "Ordinance"),
                                    ("resolution", "Council resolution"),
                                    ("policy", "Policy"),
                                    ("plan", "Plan"),
                                    ("agreement", "Inter-agency agreement"),
                                ],
                                max_length=14,
                                verbose_name="type",
                            ),
                        ),
                        (
                            "number",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="number"
                            ),
                        ),
                        (
                            "title",
                            models.CharField(max_length=300, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=300, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=300, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "body",
                            models.CharField(
                                max_length=200, verbose_name="body that issued it"
                            ),
                        ),
                        (
                            "body_es",
                            models.CharField(
                                max_length=200,
                                null=True,
                                verbose_name="body that issued it",
                            ),
                        ),
                        (
                            "body_en",
                            models.CharField(
                                max_length=200,
                                null=True,
                                verbose_name="body that issued it",
                            ),
                        ),
                        (
                            "adopted",
                            models.DateField(
                                blank=True, null=True, verbose_name="issued on"
                            ),
                        ),
                        (
                            "gazette",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="published in"
                            ),
                        ),
                        (
                            "gazette_number",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="number of it"
                            ),
                        ),
                        (
                            "published",
                            models.DateField(
                                blank=True, null=True, verbose_name="published on"
                            ),
                        ),
                        (
                            "in_force_from",
                            models.DateField(
                                blank=True, null=True, verbose_name="in force from"
                            ),
                        ),
                        (
                            "in_force_to",
                            models.DateField(
                                blank=True, null=True, verbose_name="in force to"
                            ),
                        ),
                        (
                            "date_precision",
                            models.CharField(
                                choices=[
                                    ("day", "Exact day"),
                                    ("month", "Month and year"),
                                    ("year", "Year only"),
                                ],
                                default="day",
                                max_length=5,
                                verbose_name="dates known to the",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("in_force", "In force"),
                                    ("amended", "In force, amended"),
                                    ("repealed", "Repealed"),
                                    ("expired", "Its period is over"),
                                    ("draft", "Draft"),
                                    ("unknown", "Not known"),
                                ],
                                default="unknown",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "relevance",
                            models.TextField(
                                blank=True, verbose_name="what it is for here"
                            ),
                        ),
                        (
                            "relevance_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what it is for here",
                            ),
                        ),
                        (
                            "relevance_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what it is for here",
                            ),
                        ),
                        (
                            "address",
                            models.URLField(
                                blank=True,
                                help_text="Of an official publication; copies stand among the sources.",
                                max_length=500,
                                verbose_name="official address",
                            ),
                        ),
                        (
                            "checked_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="last checked on"
                            ),
                        ),
                        (
                            "checked_by",
                            models.CharField(
                                blank=True,
                                help_text="The office, never a person.",
                                max_length=160,
                                verbose_name="last checked by",
                            ),
                        ),
                        (
                            "link_state",
                            models.CharField(
                                choices=[
                                    ("untried", "Not tried yet"),
                                    ("answers", "It answers"),
                                    ("broken", "It does not answer"),
                                ],
                                default="untried",
                                editable=False,
                                max_length=8,
                                verbose_name="the official address",
                            ),
                        ),
                        (
                            "tried_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="address tried on",
                            ),
                        ),
                        (
                            "broken_since",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="does not answer since",
                            ),
                        ),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="network.place",
                                verbose_name="municipality",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical norm",
                        "verbose_name_plural": "historical norms",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalModelDocument",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "sources",
                            models.TextField(
                                blank=True,
                                help_text="One per line: title | address.",
                                verbose_name="sources",
                            ),
                        ),
                        (
                            "doubts",
                            models.TextField(
                                blank=True, verbose_name="what we do not know"
                            ),
                        ),
                        (
                            "doubts_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "doubts_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        ("key", models.SlugField(max_length=80, verbose_name="key")),
                        (
                            "slug",
                            models.SlugField(
                                help_text="Permanent part of the public address.",
                                max_length=100,
                                verbose_name="address name",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(verbose_name="order"),
                        ),
                        (
                            "title",
                            models.CharField(max_length=250, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        ("description", models.TextField(verbose_name="description")),
                        (
                            "description_es",
                            models.TextField(null=True, verbose_name="description"),
                        ),
                        (
                            "description_en",
                            models.TextField(null=True, verbose_name="description"),
                        ),
                        (
                            "body",
                            models.TextField(
                                help_text="# and ## begin headings, - and 1. lists, | a row of a table; [[name]] is a place to fill; @norms, @members and their like are filled by the portal.",
                                verbose_name="text",
                            ),
                        ),
                        (
                            "body_es",
                            models.TextField(
                                help_text="# and ## begin headings, - and 1. lists, | a row of a table; [[name]] is a place to fill; @norms, @members and their like are filled by the portal.",
                                null=True,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "body_en",
                            models.TextField(
                                help_text="# and ## begin headings, - and 1. lists, | a row of a table; [[name]] is a place to fill; @norms, @members and their like are filled by the portal.",
                                null=True,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "fields",
                            models.JSONField(
                                blank=True, default=list, verbose_name="places to fill"
                            ),
                        ),
                        (
                            "version",
                            models.PositiveSmallIntegerField(
                                default=1, verbose_name="version"
                            ),
                        ),
                        (
                            "changed_on",
                            models.DateField(
                                default=django.utils.timezone.localdate,
                                verbose_name="changed on",
                            ),
                        ),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical model document",
                        "verbose_name_plural": "historical model documents",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalMunicipalPolicy",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "sources",
                            models.TextField(
                                blank=True,
                                help_text="One per line: title | address.",
                                verbose_name="sources",
                            ),
                        ),
                        (
                            "doubts",
                            models.TextField(
                                blank=True, verbose_name="what we do not know"
                            ),
                        ),
                        (
                            "doubts_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "doubts_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "key",
                            models.SlugField(
                                blank=True,
                                editable=False,
                                max_length=80,
                                null=True,
                                verbose_name="key",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("policy", "Prevention policy"),
                                    ("plan", "Prevention plan"),
                                ],
                                default="plan",
                                max_length=6,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(max_length=250, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "from_year",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="from year"
                            ),
                        ),
                        (
                            "to_year",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="to year"
                            ),
                        ),
                        (
                            "act",
                            models.CharField(
                                blank=True,
                                max_length=250,
                                verbose_name="act that approved it",
                            ),
                        ),
                        (
                            "act_es",
                            models.CharField(
                                blank=True,
                                max_length=250,
                                null=True,
                                verbose_name="act that approved it",
                            ),
                        ),
                        (
                            "act_en",
                            models.CharField(
                                blank=True,
                                max_length=250,
                                null=True,
                                verbose_name="act that approved it",
                            ),
                        ),
                        (
                            "act_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="day of the act"
                            ),
                        ),
                        (
                            "address",
                            models.URLField(
                                blank=True,
                                max_length=500,
                                verbose_name="where it can be read",
                            ),
                        ),
                        (
                            "published_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="public since",
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="network.organisation",
                                verbose_name="municipality",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="registered by",
                            ),
                        ),
                        (
                            "published_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="published by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical prevention policy or plan of a municipality",
                        "verbose_name_plural": "historical prevention policies and plans of municipalities",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPart",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "sources",
                            models.TextField(
                                blank=True,
                                help_text="One per line: title | address.",
                                verbose_name="sources",
                            ),
                        ),
                        (
                            "doubts",
                            models.TextField(
                                blank=True, verbose_name="what we do not know"
                            ),
                        ),
                        (
                            "doubts_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "doubts_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        ("key", models.SlugField(max_length=80, verbose_name="key")),
                        (
                            "slug",
                            models.SlugField(
                                help_text="Permanent part of the public address.",
                                max_length=100,
                                verbose_name="address name",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(verbose_name="order"),
                        ),
                        (
                            "title",
                            models.CharField(max_length=250, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        ("intro", models.TextField(verbose_name="introduction")),
                        (
                            "intro_es",
                            models.TextField(null=True, verbose_name="introduction"),
                        ),
                        (
                            "intro_en",
                            models.TextField(null=True, verbose_name="introduction"),
                        ),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical part of the guide",
                        "verbose_name_plural": "historical parts of the guide",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPublication",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "sources",
                            models.TextField(
                                blank=True,
                                help_text="One per line: title | address.",
                                verbose_name="sources",
                            ),
                        ),
                        (
                            "doubts",
                            models.TextField(
                                blank=True, verbose_name="what we do not know"
                            ),
                        ),
                        (
                            "doubts_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "doubts_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        ("key", models.SlugField(max_length=80, verbose_name="key")),
                        (
                            "slug",
                            models.SlugField(
                                help_text="Permanent part of the public address.",
                                max_length=100,
                                verbose_name="address name",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(verbose_name="order"),
                        ),
                        (
                            "title",
                            models.CharField(max_length=250, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "publisher",
                            models.CharField(max_length=200, verbose_name="publisher"),
                        ),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="year"
                            ),
                        ),
                        ("description", models.TextField(verbose_name="description")),
                        (
                            "description_es",
                            models.TextField(null=True, verbose_name="description"),
                        ),
                        (
                            "description_en",
                            models.TextField(null=True, verbose_name="description"),
                        ),
                        (
                            "address",
                            models.URLField(
                                blank=True, max_length=500, verbose_name="address"
                            ),
                        ),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical publication of the programme",
                        "verbose_name_plural": "historical publications of the programme",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Instrument",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "sources",
                            models.TextField(
                                blank=True,
                                help_text="One per line: title | address.",
                                verbose_name="sources",
                            ),
                        ),
                        (
                            "doubts",
                            models.TextField(
                                blank=True, verbose_name="what we do not know"
                            ),
                        ),
                        (
                            "doubts_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "doubts_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "key",
                            models.SlugField(
                                max_length=80, unique=True, verbose_name="key"
                            ),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                help_text="Permanent part of the public address.",
                                max_length=100,
                                unique=True,
                                verbose_name="address name",
                            ),
                        ),
                        (
                            "country",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("BZ", "Belize"),
                                    ("CR", "Costa Rica"),
                                    ("SV", "El Salvador"),
                                    ("US", "United States"),
                                    ("GT", "Guatemala"),
                                    ("HN", "Honduras"),
                                    ("NI", "Nicaragua"),
                                    ("PA", "Panama"),
                                    ("DO", "Dominican Republic"),
                                ],
                                help_text="Empty for an international norm.",
                                max_length=2,
                                verbose_name="country",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("international", "International"),
                                    ("national", "National"),
                                    ("departmental", "Departmental"),
                                    ("municipal", "Municipal"),
                                ],
                                default="national",
                                max_length=14,
                                verbose_name="reach",
                            ),
                        ),
                        (
                            "type",
                            models.CharField(
                                choices=[
                                    ("constitution", "Constitution"),
                                    ("treaty", "Treaty"),
                                    ("act", "Act"),
                                    ("municipal_code", "Municipal code"),
                                    ("decree", "Decree"),
                                    ("regulation", "Regulation"),
                                    ("ordinance", "Ordinance"),
                                    ("resolution", "Council resolution"),
                                    ("policy", "Policy"),
                                    ("plan", "Plan"),
                                    ("agreement", "Inter-agency agreement"),
                                ],
                                max_length=14,
                                verbose_name="type",
                            ),
                        ),
                        (
                            "number",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="number"
                            ),
                        ),
                        (
                            "title",
                            models.CharField(max_length=300, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=300, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=300, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "body",
                            models.CharField(
                                max_length=200, verbose_name="body that issued it"
                            ),
                        ),
                        (
                            "body_es",
                            models.CharField(
                                max_length=200,
                                null=True,
                                verbose_name="body that issued it",
                            ),
                        ),
                        (
                            "body_en",
                            models.CharField(
                                max_length=200,
                                null=True,
                                verbose_name="body that issued it",
                            ),
                        ),
                        (
                            "adopted",
                            models.DateField(
                                blank=True, null=True, verbose_name="issued on"
                            ),
                        ),
                        (
                            "gazette",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="published in"
                            ),
                        ),
                        (
                            "gazette_number",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="number of it"
                            ),
                        ),
                        (
                            "published",
                            models.DateField(
                                blank=True, null=True, verbose_name="published on"
                            ),
                        ),
                        (
                            "in_force_from",
                            models.DateField(
                                blank=True, null=True, verbose_name="in force from"
                            ),
                        ),
                        (
                            "in_force_to",
                            models.DateField(
                                blank=True, null=True, verbose_name="in force to"
                            ),
                        ),
                        (
                            "date_precision",
                            models.CharField(
                                choices=[
                                    ("day", "Exact day"),
                                    ("month", "Month and year"),
                                    ("year", "Year only"),
                                ],
                                default="day",
                                max_length=5,
                                verbose_name="dates known to the",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("in_force", "In force"),
                                    ("amended", "In force, amended"),
                                    ("repealed", "Repealed"),
                                    ("expired", "Its period is over"),
                                    ("draft", "Draft"),
                                    ("unknown", "Not known"),
                                ],
                                default="unknown",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "relevance",
                            models.TextField(
                                blank=True, verbose_name="what it is for here"
                            ),
                        ),
                        (
                            "relevance_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what it is for here",
                            ),
                        ),
                        (
                            "relevance_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what it is for here",
                            ),
                        ),
                        (
                            "address",
                            models.URLField(
                                blank=True,
                                help_text="Of an official publication; copies stand among the sources.",
                                max_length=500,
                                verbose_name="official address",
                            ),
                        ),
                        (
                            "checked_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="last checked on"
                            ),
                        ),
                        (
                            "checked_by",
                            models.CharField(
                                blank=True,
                                help_text="The office, never a person.",
                                max_length=160,
                                verbose_name="last checked by",
                            ),
                        ),
                        (
                            "link_state",
                            models.CharField(
                                choices=[
                                    ("untried", "Not tried yet"),
                                    ("answers", "It answers"),
                                    ("broken", "It does not answer"),
                                ],
                                default="untried",
                                editable=False,
                                max_length=8,
                                verbose_name="the official address",
                            ),
                        ),
                        (
                            "tried_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="address tried on",
                            ),
                        ),
                        (
                            "broken_since",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="does not answer since",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="instruments",
                                to="network.place",
                                verbose_name="municipality",
                            ),
                        ),
                        (
                            "themes",
                            models.ManyToManyField(
                                blank=True,
                                related_name="instruments",
                                to="network.theme",
                                verbose_name="themes",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "norm",
                        "verbose_name_plural": "norms",
                        "ordering": ("country", "adopted", "pk"),
                        "indexes": [
                            models.Index(
                                fields=["country", "status"],
                                name="instrument_of_country",
                            ),
                            models.Index(
                                fields=["link_state", "tried_at"],
                                name="instrument_tried",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("published__isnull", True),
                                    ("adopted__isnull", True),
                                    ("published__gte", models.F("adopted")),
                                    _connector="OR",
                                ),
                                name="instrument_is_published_after_it_is_issued",
                                violation_error_message="A norm cannot be published before it is issued.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("in_force_to__isnull", True),
                                    ("in_force_from__isnull", True),
                                    ("in_force_to__gte", models.F("in_force_from")),
                                    _connector="OR",
                                ),
                                name="instrument_ends_after_it_begins",
                                violation_error_message="The end cannot be before the start.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("level", "municipal"),
                                    ("place__isnull", True),
                                    _connector="OR",
                                ),
                                name="only_municipal_instruments_have_a_municipality",
                                violation_error_message="Only a municipal norm has a municipality.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("checked_on__isnull", True),
                                    models.Q(("checked_by", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="checked_instrument_says_by_whom",
                                violation_error_message="Say which office checked it.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalInstrumentChange",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("amends", "amends"), ("repeals", "repeals")],
                                max_length=7,
                                verbose_name="what it does",
                            ),
                        ),
                        (
                            "on",
                            models.DateField(
                                blank=True, null=True, verbose_name="since"
                            ),
                        ),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="toolkit.instrument",
                                verbose_name="the newer norm",
                            ),
                        ),
                        (
                            "of",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="toolkit.instrument",
                                verbose_name="the older norm",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical change of a norm",
                        "verbose_name_plural": "historical changes of norms",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalCountryBody",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "sources",
                            models.TextField(
                                blank=True,
                                help_text="One per line: title | address.",
                                verbose_name="sources",
                            ),
                        ),
                        (
                            "doubts",
                            models.TextField(
                                blank=True, verbose_name="what we do not know"
                            ),
                        ),
                        (
                            "doubts_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "doubts_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "country",
                            models.CharField(
                                choices=[
                                    ("BZ", "Belize"),
                                    ("CR", "Costa Rica"),
                                    ("SV", "El Salvador"),
                                    ("US", "United States"),
                                    ("GT", "Guatemala"),
                                    ("HN", "Honduras"),
                                    ("NI", "Nicaragua"),
                                    ("PA", "Panama"),
                                    ("DO", "Dominican Republic"),
                                ],
                                db_index=True,
                                max_length=2,
                                verbose_name="country",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                help_text="As it is said there; it is not translated.",
                                max_length=160,
                                verbose_name="name in that country",
                            ),
                        ),
                        (
                            "acronym",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="acronym"
                            ),
                        ),
                        (
                            "members",
                            models.TextField(
                                help_text="One per line.", verbose_name="who sits on it"
                            ),
                        ),
                        (
                            "members_es",
                            models.TextField(
                                help_text="One per line.",
                                null=True,
                                verbose_name="who sits on it",
                            ),
                        ),
                        (
                            "members_en",
                            models.TextField(
                                help_text="One per line.",
                                null=True,
                                verbose_name="who sits on it",
                            ),
                        ),
                        (
                            "missing",
                            models.TextField(
                                blank=True, verbose_name="what is missing"
                            ),
                        ),
                        (
                            "missing_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="what is missing"
                            ),
                        ),
                        (
                            "missing_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="what is missing"
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="order"
                            ),
                        ),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "basis",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="toolkit.instrument",
                                verbose_name="norm that creates it",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical body in a country",
                        "verbose_name_plural": "historical bodies in the countries",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalArticle",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "number",
                            models.CharField(max_length=40, verbose_name="article"),
                        ),
                        (
                            "summary",
                            models.TextField(
                                verbose_name="what it says, in plain words"
                            ),
                        ),
                        (
                            "summary_es",
                            models.TextField(
                                null=True, verbose_name="what it says, in plain words"
                            ),
                        ),
                        (
                            "summary_en",
                            models.TextField(
                                null=True, verbose_name="what it says, in plain words"
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="order"
                            ),
                        ),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "instrument",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="toolkit.instrument",
                                verbose_name="norm",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical article that matters",
                        "verbose_name_plural": "historical articles that matter",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="CountryBody",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "sources",
                            models.TextField(
                                blank=True,
                                help_text="One per line: title | address.",
                                verbose_name="sources",
                            ),
                        ),
                        (
                            "doubts",
                            models.TextField(
                                blank=True, verbose_name="what we do not know"
                            ),
                        ),
                        (
                            "doubts_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "doubts_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "country",
                            models.CharField(
                                choices=[
                                    ("BZ", "Belize"),
                                    ("CR", "Costa Rica"),
                                    ("SV", "El Salvador"),
                                    ("US", "United States"),
                                    ("GT", "Guatemala"),
                                    ("HN", "Honduras"),
                                    ("NI", "Nicaragua"),
                                    ("PA", "Panama"),
                                    ("DO", "Dominican Republic"),
                                ],
                                max_length=2,
                                unique=True,
                                verbose_name="country",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                help_text="As it is said there; it is not translated.",
                                max_length=160,
                                verbose_name="name in that country",
                            ),
                        ),
                        (
                            "acronym",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="acronym"
                            ),
                        ),
                        (
                            "members",
                            models.TextField(
                                help_text="One per line.", verbose_name="who sits on it"
                            ),
                        ),
                        (
                            "members_es",
                            models.TextField(
                                help_text="One per line.",
                                null=True,
                                verbose_name="who sits on it",
                            ),
                        ),
                        (
                            "members_en",
                            models.TextField(
                                help_text="One per line.",
                                null=True,
                                verbose_name="who sits on it",
                            ),
                        ),
                        (
                            "missing",
                            models.TextField(
                                blank=True, verbose_name="what is missing"
                            ),
                        ),
                        (
                            "missing_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="what is missing"
                            ),
                        ),
                        (
                            "missing_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="what is missing"
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="order"
                            ),
                        ),
                        (
                            "basis",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="toolkit.instrument",
                                verbose_name="norm that creates it",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "body in a country",
                        "verbose_name_plural": "bodies in the countries",
                        "ordering": ("position", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="Article",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "number",
                            models.CharField(max_length=40, verbose_name="article"),
                        ),
                        (
                            "summary",
                            models.TextField(
                                verbose_name="what it says, in plain words"
                            ),
                        ),
                        (
                            "summary_es",
                            models.TextField(
                                null=True, verbose_name="what it says, in plain words"
                            ),
                        ),
                        (
                            "summary_en",
                            models.TextField(
                                null=True, verbose_name="what it says, in plain words"
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="order"
                            ),
                        ),
                        (
                            "instrument",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="articles",
                                to="toolkit.instrument",
                                verbose_name="norm",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "article that matters",
                        "verbose_name_plural": "articles that matter",
                        "ordering": ("position", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="InstrumentChange",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("amends", "amends"), ("repeals", "repeals")],
                                max_length=7,
                                verbose_name="what it does",
                            ),
                        ),
                        (
                            "on",
                            models.DateField(
                                blank=True, null=True, verbose_name="since"
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="changes_made",
                                to="toolkit.instrument",
                                verbose_name="the newer norm",
                            ),
                        ),
                        (
                            "of",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="changes_met",
                                to="toolkit.instrument",
                                verbose_name="the older norm",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "change of a norm",
                        "verbose_name_plural": "changes of norms",
                        "ordering": ("on", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("by", "of"), name="one_change_of_a_norm"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("by", models.F("of")), _negated=True
                                ),
                                name="no_norm_changes_itself",
                                violation_error_message="A norm cannot amend or repeal itself.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ModelDocument",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "sources",
                            models.TextField(
                                blank=True,
                                help_text="One per line: title | address.",
                                verbose_name="sources",
                            ),
                        ),
                        (
                            "doubts",
                            models.TextField(
                                blank=True, verbose_name="what we do not know"
                            ),
                        ),
                        (
                            "doubts_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "doubts_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "key",
                            models.SlugField(
                                max_length=80, unique=True, verbose_name="key"
                            ),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                help_text="Permanent part of the public address.",
                                max_length=100,
                                unique=True,
                                verbose_name="address name",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(verbose_name="order"),
                        ),
                        (
                            "title",
                            models.CharField(max_length=250, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        ("description", models.TextField(verbose_name="description")),
                        (
                            "description_es",
                            models.TextField(null=True, verbose_name="description"),
                        ),
                        (
                            "description_en",
                            models.TextField(null=True, verbose_name="description"),
                        ),
                        (
                            "body",
                            models.TextField(
                                help_text="# and ## begin headings, - and 1. lists, | a row of a table; [[name]] is a place to fill; @norms, @members and their like are filled by the portal.",
                                verbose_name="text",
                            ),
                        ),
                        (
                            "body_es",
                            models.TextField(
                                help_text="# and ## begin headings, - and 1. lists, | a row of a table; [[name]] is a place to fill; @norms, @members and their like are filled by the portal.",
                                null=True,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "body_en",
                            models.TextField(
                                help_text="# and ## begin headings, - and 1. lists, | a row of a table; [[name]] is a place to fill; @norms, @members and their like are filled by the portal.",
                                null=True,
                                verbose_name="text",
                            ),
                        ),
                        (
                            "fields",
                            models.JSONField(
                                blank=True, default=list, verbose_name="places to fill"
                            ),
                        ),
                        (
                            "version",
                            models.PositiveSmallIntegerField(
                                default=1, verbose_name="version"
                            ),
                        ),
                        (
                            "changed_on",
                            models.DateField(
                                default=django.utils.timezone.localdate,
                                verbose_name="changed on",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "model document",
                        "verbose_name_plural": "model documents",
                        "ordering": ("position", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("version__gte", 1)),
                                name="model_document_has_a_version",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MunicipalPolicy",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "sources",
                            models.TextField(
                                blank=True,
                                help_text="One per line: title | address.",
                                verbose_name="sources",
                            ),
                        ),
                        (
                            "doubts",
                            models.TextField(
                                blank=True, verbose_name="what we do not know"
                            ),
                        ),
                        (
                            "doubts_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "doubts_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "key",
                            models.SlugField(
                                blank=True,
                                editable=False,
                                max_length=80,
                                null=True,
                                unique=True,
                                verbose_name="key",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("policy", "Prevention policy"),
                                    ("plan", "Prevention plan"),
                                ],
                                default="plan",
                                max_length=6,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(max_length=250, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "from_year",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="from year"
                            ),
                        ),
                        (
                            "to_year",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="to year"
                            ),
                        ),
                        (
                            "act",
                            models.CharField(
                                blank=True,
                                max_length=250,
                                verbose_name="act that approved it",
                            ),
                        ),
                        (
                            "act_es",
                            models.CharField(
                                blank=True,
                                max_length=250,
                                null=True,
                                verbose_name="act that approved it",
                            ),
                        ),
                        (
                            "act_en",
                            models.CharField(
                                blank=True,
                                max_length=250,
                                null=True,
                                verbose_name="act that approved it",
                            ),
                        ),
                        (
                            "act_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="day of the act"
                            ),
                        ),
                        (
                            "address",
                            models.URLField(
                                blank=True,
                                max_length=500,
                                verbose_name="where it can be read",
                            ),
                        ),
                        (
                            "published_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="public since",
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="prevention_policies",
                                to="network.organisation",
                                verbose_name="municipality",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="registered by",
                            ),
                        ),
                        (
                            "published_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="published by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "prevention policy or plan of a municipality",
                        "verbose_name_plural": "prevention policies and plans of municipalities",
                        "ordering": ("-from_year", "-pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_year__isnull", True),
                                    ("to_year__isnull", True),
                                    ("to_year__gte", models.F("from_year")),
                                    _connector="OR",
                                ),
                                name="policy_ends_after_it_begins",
                                violation_error_message="The end cannot be before the start.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPreventionBody",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        ("name", models.CharField(max_length=160, verbose_name="name")),
                        (
                            "act",
                            models.CharField(
                                blank=True,
                                help_text="Its number and where it is kept.",
                                max_length=200,
                                verbose_name="founding act",
                            ),
                        ),
                        (
                            "founded",
                            models.DateField(
                                blank=True, null=True, verbose_name="founded on"
                            ),
                        ),
                        (
                            "date_precision",
                            models.CharField(
                                choices=[
                                    ("day", "Exact day"),
                                    ("month", "Month and year"),
                                    ("year", "Year only"),
                                ],
                                default="day",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        (
                            "regulation",
                            models.CharField(
                                blank=True,
                                help_text="The act that approved it and where it is kept.",
                                max_length=200,
                                verbose_name="internal regulation",
                            ),
                        ),
                        (
                            "regulation_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="regulation approved on",
                            ),
                        ),
                        (
                            "quorum",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                verbose_name="seats that make a quorum",
                            ),
                        ),
                        (
                            "shares_progress",
                            models.BooleanField(
                                default=False,
                                editable=False,
                                verbose_name="its progress is public",
                            ),
                        ),
                        (
                            "shared_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "updated_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                verbose_name="last changed on",
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="network.organisation",
                                verbose_name="municipality",
                            ),
                        ),
                        (
                            "shared_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="decided by",
                            ),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="last saved by",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="toolkit.municipalpolicy",
                                verbose_name="plan or policy",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical prevention body",
                        "verbose_name_plural": "historical prevention bodies",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPhase",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "sources",
                            models.TextField(
                                blank=True,
                                help_text="One per line: title | address.",
                                verbose_name="sources",
                            ),
                        ),
                        (
                            "doubts",
                            models.TextField(
                                blank=True, verbose_name="what we do not know"
                            ),
                        ),
                        (
                            "doubts_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "doubts_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        ("key", models.SlugField(max_length=80, verbose_name="key")),
                        (
                            "slug",
                            models.SlugField(
                                help_text="Permanent part of the public address.",
                                max_length=100,
                                verbose_name="address name",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(verbose_name="order"),
                        ),
                        (
                            "title",
                            models.CharField(max_length=250, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        ("intro", models.TextField(verbose_name="introduction")),
                        (
                            "intro_es",
                            models.TextField(null=True, verbose_name="introduction"),
                        ),
                        (
                            "intro_en",
                            models.TextField(null=True, verbose_name="introduction"),
                        ),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "part",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="toolkit.part",
                                verbose_name="part",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical phase of the guide",
                        "verbose_name_plural": "historical phases of the guide",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Phase",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "sources",
                            models.TextField(
                                blank=True,
                                help_text="One per line: title | address.",
                                verbose_name="sources",
                            ),
                        ),
                        (
                            "doubts",
                            models.TextField(
                                blank=True, verbose_name="what we do not know"
                            ),
                        ),
                        (
                            "doubts_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "doubts_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "key",
                            models.SlugField(
                                max_length=80, unique=True, verbose_name="key"
                            ),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                help_text="Permanent part of the public address.",
                                max_length=100,
                                unique=True,
                                verbose_name="address name",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(verbose_name="order"),
                        ),
                        (
                            "title",
                            models.CharField(max_length=250, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        ("intro", models.TextField(verbose_name="introduction")),
                        (
                            "intro_es",
                            models.TextField(null=True, verbose_name="introduction"),
                        ),
                        (
                            "intro_en",
                            models.TextField(null=True, verbose_name="introduction"),
                        ),
                        (
                            "part",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="phases",
                                to="toolkit.part",
                                verbose_name="part",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "phase of the guide",
                        "verbose_name_plural": "phases of the guide",
                        "ordering": ("position", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalStep",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "sources",
                            models.TextField(
                                blank=True,
                                help_text="One per line: title | address.",
                                verbose_name="sources",
                            ),
                        ),
                        (
                            "doubts",
                            models.TextField(
                                blank=True, verbose_name="what we do not know"
                            ),
                        ),
                        (
                            "doubts_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "doubts_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        ("key", models.SlugField(max_length=80, verbose_name="key")),
                        (
                            "slug",
                            models.SlugField(
                                help_text="Permanent part of the public address.",
                                max_length=100,
                                verbose_name="address name",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(verbose_name="order"),
                        ),
                        (
                            "title",
                            models.CharField(max_length=250, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        ("why", models.TextField(verbose_name="why")),
                        ("why_es", models.TextField(null=True, verbose_name="why")),
                        ("why_en", models.TextField(null=True, verbose_name="why")),
                        ("who", models.TextField(verbose_name="who does it")),
                        (
                            "who_es",
                            models.TextField(null=True, verbose_name="who does it"),
                        ),
                        (
                            "who_en",
                            models.TextField(null=True, verbose_name="who does it"),
                        ),
                        (
                            "how",
                            models.TextField(
                                help_text="One per line.", verbose_name="how"
                            ),
                        ),
                        (
                            "how_es",
                            models.TextField(
                                help_text="One per line.", null=True, verbose_name="how"
                            ),
                        ),
                        (
                            "how_en",
                            models.TextField(
                                help_text="One per line.", null=True, verbose_name="how"
                            ),
                        ),
                        (
                            "done",
                            models.TextField(
                                help_text="One per line.",
                                verbose_name="what counts as done",
                            ),
                        ),
                        (
                            "done_es",
                            models.TextField(
                                help_text="One per line.",
                                null=True,
                                verbose_name="what counts as done",
                            ),
                        ),
                        (
                            "done_en",
                            models.TextField(
                                help_text="One per line.",
                                null=True,
                                verbose_name="what counts as done",
                            ),
                        ),
                        (
                            "evidence",
                            models.TextField(
                                help_text="One per line.",
                                verbose_name="with which evidence",
                            ),
                        ),
                        (
                            "evidence_es",
                            models.TextField(
                                help_text="One per line.",
                                null=True,
                                verbose_name="with which evidence",
                            ),
                        ),
                        (
                            "evidence_en",
                            models.TextField(
                                help_text="One per line.",
                                null=True,
                                verbose_name="with which evidence",
                            ),
                        ),
                        ("time", models.TextField(blank=True, verbose_name="time")),
                        (
                            "time_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="time"
                            ),
                        ),
                        (
                            "time_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="time"
                            ),
                        ),
                        ("cost", models.TextField(blank=True, verbose_name="cost")),
                        (
                            "cost_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="cost"
                            ),
                        ),
                        (
                            "cost_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="cost"
                            ),
                        ),
                        (
                            "mistakes",
                            models.TextField(
                                blank=True,
                                help_text="One per line.",
                                verbose_name="mistakes seen",
                            ),
                        ),
                        (
                            "mistakes_es",
                            models.TextField(
                                blank=True,
                                help_text="One per line.",
                                null=True,
                                verbose_name="mistakes seen",
                            ),
                        ),
                        (
                            "mistakes_en",
                            models.TextField(
                                blank=True,
                                help_text="One per line.",
                                null=True,
                                verbose_name="mistakes seen",
                            ),
                        ),
                        (
                            "questions",
                            models.TextField(
                                help_text="One per line.",
                                verbose_name="questions to check oneself",
                            ),
                        ),
                        (
                            "questions_es",
                            models.TextField(
                                help_text="One per line.",
                                null=True,
                                verbose_name="questions to check oneself",
                            ),
                        ),
                        (
                            "questions_en",
                            models.TextField(
                                help_text="One per line.",
                                null=True,
                                verbose_name="questions to check oneself",
                            ),
                        ),
                        ("missing", models.TextField(verbose_name="what no norm says")),
                        (
                            "missing_es",
                            models.TextField(
                                null=True, verbose_name="what no norm says"
                            ),
                        ),
                        (
                            "missing_en",
                            models.TextField(
                                null=True, verbose_name="what no norm says"
                            ),
                        ),
                        ("reviewed_on", models.DateField(verbose_name="reviewed on")),
                        (
                            "reviewed_by",
                            models.CharField(
                                help_text="The office, never a person.",
                                max_length=160,
                                verbose_name="reviewed by",
                            ),
                        ),
                        (
                            "reviewed_by_es",
                            models.CharField(
                                help_text="The office, never a person.",
                                max_length=160,
                                null=True,
                                verbose_name="reviewed by",
                            ),
                        ),
                        (
                            "reviewed_by_en",
                            models.CharField(
                                help_text="The office, never a person.",
                                max_length=160,
                                null=True,
                                verbose_name="reviewed by",
                            ),
                        ),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "phase",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="toolkit.phase",
                                verbose_name="phase",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical step of the guide",
                        "verbose_name_plural": "historical steps of the guide",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PreventionBody",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("name", models.CharField(max_length=160, verbose_name="name")),
                        (
                            "act",
                            models.CharField(
                                blank=True,
                                help_text="Its number and where it is kept.",
                                max_length=200,
                                verbose_name="founding act",
                            ),
                        ),
                        (
                            "founded",
                            models.DateField(
                                blank=True, null=True, verbose_name="founded on"
                            ),
                        ),
                        (
                            "date_precision",
                            models.CharField(
                                choices=[
                                    ("day", "Exact day"),
                                    ("month", "Month and year"),
                                    ("year", "Year only"),
                                ],
                                default="day",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        (
                            "regulation",
                            models.CharField(
                                blank=True,
                                help_text="The act that approved it and where it is kept.",
                                max_length=200,
                                verbose_name="internal regulation",
                            ),
                        ),
                        (
                            "regulation_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="regulation approved on",
                            ),
                        ),
                        (
                            "quorum",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                verbose_name="seats that make a quorum",
                            ),
                        ),
                        (
                            "shares_progress",
                            models.BooleanField(
                                default=False,
                                editable=False,
                                verbose_name="its progress is public",
                            ),
                        ),
                        (
                            "shared_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "updated_at",
                            models.DateTimeField(
                                auto_now=True, verbose_name="last changed on"
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        (
                            "organisation",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="prevention_body",
                                to="network.organisation",
                                verbose_name="municipality",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="toolkit.municipalpolicy",
                                verbose_name="plan or policy",
                            ),
                        ),
                        (
                            "shared_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="decided by",
                            ),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="last saved by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "prevention body",
                        "verbose_name_plural": "prevention bodies",
                        "ordering": ("pk",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("quorum__isnull", True),
                                    ("quorum__gte", 1),
                                    _connector="OR",
                                ),
                                name="a_quorum_is_at_least_one_seat",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("shares_progress", False),
                                    ("shared_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="shared_progress_has_its_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSubCommission",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                max_length=120, verbose_name="sub-commission"
                            ),
                        ),
                        (
                            "task",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="what it does"
                            ),
                        ),
                        (
                            "coordinator",
                            models.CharField(
                                blank=True,
                                help_text="The institution and office, never a person.",
                                max_length=160,
                                verbose_name="coordinated by",
                            ),
                        ),
                        (
                            "ended_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="ended on"
                            ),
                        ),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="toolkit.preventionbody",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical sub-commission",
                        "verbose_name_plural": "historical sub-commissions",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalMeeting",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "client_uuid",
                            models.UUIDField(
                                db_index=True,
                                default=uuid.uuid4,
                                editable=False,
                                verbose_name="form identifier",
                            ),
                        ),
                        (
                            "number",
                            models.PositiveSmallIntegerField(verbose_name="number"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("ordinary", "Ordinary"),
                                    ("extraordinary", "Extraordinary"),
                                ],
                                default="ordinary",
                                max_length=13,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("held", "Held"),
                                    ("cancelled", "Called off"),
                                ],
                                default="planned",
                                max_length=9,
                                verbose_name="state",
                            ),
                        ),
                        ("held_on", models.DateField(verbose_name="day")),
                        (
                            "starts",
                            models.TimeField(
                                blank=True, null=True, verbose_name="from"
                            ),
                        ),
                        (
                            "ends",
                            models.TimeField(blank=True, null=True, verbose_name="to"),
                        ),
                        (
                            "place",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="place"
                            ),
                        ),
                        (
                            "agenda",
                            models.TextField(
                                blank=True,
                                help_text="One per line.",
                                verbose_name="agenda",
                            ),
                        ),
                        (
                            "notes",
                            models.TextField(
                                blank=True,
                                help_text="What was decided, never who said it; no cases, no names.",
                                verbose_name="what was discussed",
                            ),
                        ),
                        (
                            "seats_present",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="seats present"
                            ),
                        ),
                        (
                            "quorum_needed",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                verbose_name="seats that made a quorum",
                            ),
                        ),
                        (
                            "next_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="next meeting"
                            ),
                        ),
                        (
                            "updated_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                verbose_name="last changed on",
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="created by",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="last saved by",
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="toolkit.preventionbody",
                                verbose_name="body",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical meeting of a body",
                        "verbose_name_plural": "historical meetings of a body",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalBodyMember",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "sector",
                            models.CharField(
                                choices=[
                                    ("municipal", "Local government"),
                                    ("police", "Police"),
                                    ("national", "National institution"),
                                    ("justice", "Justice"),
                                    ("health", "Health"),
                                    ("education", "Education"),
                                    ("church", "Church"),
                                    ("ngo", "Non-governmental organisation"),
                                    ("business", "Chamber or business"),
                                    (
                                        "community",
                                        "Neighbours or community organisation",
                                    ),
                                    ("youth", "Youth organisation"),
                                    ("women", "Women's organisation"),
                                    ("other", "Another one"),
                                ],
                                max_length=10,
                                verbose_name="sector",
                            ),
                        ),
                        (
                            "institution",
                            models.CharField(
                                max_length=160,
                                verbose_name="institution or organisation",
                            ),
                        ),
                        (
                            "office",
                            models.CharField(
                                help_text="The office, never a person's name.",
                                max_length=160,
                                verbose_name="office",
                            ),
                        ),
                        (
                            "seat",
                            models.CharField(
                                choices=[
                                    ("holder", "Holder"),
                                    ("substitute", "Substitute"),
                                ],
                                default="holder",
                                max_length=10,
                                verbose_name="seat",
                            ),
                        ),
                        (
                            "sex",
                            models.CharField(
                                choices=[
                                    ("women", "Women"),
                                    ("men", "Men"),
                                    ("other", "Another identity"),
                                    ("unknown", "Not separated"),
                                ],
                                default="unknown",
                                max_length=7,
                                verbose_name="sex",
                            ),
                        ),
                        (
                            "joined_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="since"
                            ),
                        ),
                        (
                            "left_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="until"
                            ),
                        ),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="toolkit.preventionbody",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical seat of a body",
                        "verbose_name_plural": "historical seats of a body",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Step",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "sources",
                            models.TextField(
                                blank=True,
                                help_text="One per line: title | address.",
                                verbose_name="sources",
                            ),
                        ),
                        (
                            "doubts",
                            models.TextField(
                                blank=True, verbose_name="what we do not know"
                            ),
                        ),
                        (
                            "doubts_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "doubts_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "key",
                            models.SlugField(
                                max_length=80, unique=True, verbose_name="key"
                            ),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                help_text="Permanent part of the public address.",
                                max_length=100,
                                unique=True,
                                verbose_name="address name",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(verbose_name="order"),
                        ),
                        (
                            "title",
                            models.CharField(max_length=250, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        ("why", models.TextField(verbose_name="why")),
                        ("why_es", models.TextField(null=True, verbose_name="why")),
                        ("why_en", models.TextField(null=True, verbose_name="why")),
                        ("who", models.TextField(verbose_name="who does it")),
                        (
                            "who_es",
                            models.TextField(null=True, verbose_name="who does it"),
                        ),
                        (
                            "who_en",
                            models.TextField(null=True, verbose_name="who does it"),
                        ),
                        (
                            "how",
                            models.TextField(
                                help_text="One per line.", verbose_name="how"
                            ),
                        ),
                        (
                            "how_es",
                            models.TextField(
                                help_text="One per line.", null=True, verbose_name="how"
                            ),
                        ),
                        (
                            "how_en",
                            models.TextField(
                                help_text="One per line.", null=True, verbose_name="how"
                            ),
                        ),
                        (
                            "done",
                            models.TextField(
                                help_text="One per line.",
                                verbose_name="what counts as done",
                            ),
                        ),
                        (
                            "done_es",
                            models.TextField(
                                help_text="One per line.",
                                null=True,
                                verbose_name="what counts as done",
                            ),
                        ),
                        (
                            "done_en",
                            models.TextField(
                                help_text="One per line.",
                                null=True,
                                verbose_name="what counts as done",
                            ),
                        ),
                        (
                            "evidence",
                            models.TextField(
                                help_text="One per line.",
                                verbose_name="with which evidence",
                            ),
                        ),
                        (
                            "evidence_es",
                            models.TextField(
                                help_text="One per line.",
                                null=True,
                                verbose_name="with which evidence",
                            ),
                        ),
                        (
                            "evidence_en",
                            models.TextField(
                                help_text="One per line.",
                                null=True,
                                verbose_name="with which evidence",
                            ),
                        ),
                        ("time", models.TextField(blank=True, verbose_name="time")),
                        (
                            "time_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="time"
                            ),
                        ),
                        (
                            "time_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="time"
                            ),
                        ),
                        ("cost", models.TextField(blank=True, verbose_name="cost")),
                        (
                            "cost_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="cost"
                            ),
                        ),
                        (
                            "cost_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="cost"
                            ),
                        ),
                        (
                            "mistakes",
                            models.TextField(
                                blank=True,
                                help_text="One per line.",
                                verbose_name="mistakes seen",
                            ),
                        ),
                        (
                            "mistakes_es",
                            models.TextField(
                                blank=True,
                                help_text="One per line.",
                                null=True,
                                verbose_name="mistakes seen",
                            ),
                        ),
                        (
                            "mistakes_en",
                            models.TextField(
                                blank=True,
                                help_text="One per line.",
                                null=True,
                                verbose_name="mistakes seen",
                            ),
                        ),
                        (
                            "questions",
                            models.TextField(
                                help_text="One per line.",
                                verbose_name="questions to check oneself",
                            ),
                        ),
                        (
                            "questions_es",
                            models.TextField(
                                help_text="One per line.",
                                null=True,
                                verbose_name="questions to check oneself",
                            ),
                        ),
                        (
                            "questions_en",
                            models.TextField(
                                help_text="One per line.",
                                null=True,
                                verbose_name="questions to check oneself",
                            ),
                        ),
                        ("missing", models.TextField(verbose_name="what no norm says")),
                        (
                            "missing_es",
                            models.TextField(
                                null=True, verbose_name="what no norm says"
                            ),
                        ),
                        (
                            "missing_en",
                            models.TextField(
                                null=True, verbose_name="what no norm says"
                            ),
                        ),
                        ("reviewed_on", models.DateField(verbose_name="reviewed on")),
                        (
                            "reviewed_by",
                            models.CharField(
                                help_text="The office, never a person.",
                                max_length=160,
                                verbose_name="reviewed by",
                            ),
                        ),
                        (
                            "reviewed_by_es",
                            models.CharField(
                                help_text="The office, never a person.",
                                max_length=160,
                                null=True,
                                verbose_name="reviewed by",
                            ),
                        ),
                        (
                            "reviewed_by_en",
                            models.CharField(
                                help_text="The office, never a person.",
                                max_length=160,
                                null=True,
                                verbose_name="reviewed by",
                            ),
                        ),
                        (
                            "documents",
                            models.ManyToManyField(
                                blank=True,
                                related_name="steps",
                                to="toolkit.modeldocument",
                                verbose_name="model documents",
                            ),
                        ),
                        (
                            "phase",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="steps",
                                to="toolkit.phase",
                                verbose_name="phase",
                            ),
                        ),
                        (
                            "terms",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="foundation.glossaryterm",
                                verbose_name="words",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "step of the guide",
                        "verbose_name_plural": "steps of the guide",
                        "ordering": ("position", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("position",),
                                name="one_step_at_a_position",
                                violation_error_message="Another step stands at that place.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalStepNorm",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "country",
                            models.CharField(
                                choices=[
                                    ("BZ", "Belize"),
                                    ("CR", "Costa Rica"),
                                    ("SV", "El Salvador"),
                                    ("US", "United States"),
                                    ("GT", "Guatemala"),
                                    ("HN", "Honduras"),
                                    ("NI", "Nicaragua"),
                                    ("PA", "Panama"),
                                    ("DO", "Dominican Republic"),
                                ],
                                max_length=2,
                                verbose_name="country",
                            ),
                        ),
                        (
                            "articles",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="articles"
                            ),
                        ),
                        (
                            "note",
                            models.TextField(
                                verbose_name="what it supports, or what is missing"
                            ),
                        ),
                        (
                            "note_es",
                            models.TextField(
                                null=True,
                                verbose_name="what it supports, or what is missing",
                            ),
                        ),
                        (
                            "note_en",
                            models.TextField(
                                null=True,
                                verbose_name="what it supports, or what is missing",
                            ),
                        ),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "instrument",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Empty: no norm was seen.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="toolkit.instrument",
                                verbose_name="norm",
                            ),
                        ),
                        (
                            "step",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="toolkit.step",
                                verbose_name="step",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical norm of a step",
                        "verbose_name_plural": "historical norms of the steps",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalStepCheck",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "answer",
                            models.CharField(
                                choices=[
                                    ("yes", "Yes"),
                                    ("partly", "In part"),
                                    ("no", "No"),
                                    ("unknown", "I do not know"),
                                ],
                                default="unknown",
                                max_length=7,
                                verbose_name="answer",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="note"
                            ),
                        ),
                        (
                            "evidence_count",
                            models.PositiveSmallIntegerField(default=0, editable=False),
                        ),
                        (
                            "lowered_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="lowered for want of evidence on",
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                verbose_name="answered on",
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="answered by",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="network.organisation",
                                verbose_name="municipality",
                            ),
                        ),
                        (
                            "step",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="toolkit.step",
                                verbose_name="step",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical check of a step",
                        "verbose_name_plural": "historical checks of the steps",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Audience",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "sources",
                            models.TextField(
                                blank=True,
                                help_text="One per line: title | address.",
                                verbose_name="sources",
                            ),
                        ),
                        (
                            "doubts",
                            models.TextField(
                                blank=True, verbose_name="what we do not know"
                            ),
                        ),
                        (
                            "doubts_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "doubts_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "key",
                            models.SlugField(
                                max_length=80, unique=True, verbose_name="key"
                            ),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                help_text="Permanent part of the public address.",
                                max_length=100,
                                unique=True,
                                verbose_name="address name",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(verbose_name="order"),
                        ),
                        (
                            "title",
                            models.CharField(max_length=250, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=250, null=True, verbose_name="title"
                            ),
                        ),
                        ("intro", models.TextField(verbose_name="introduction")),
                        (
                            "intro_es",
                            models.TextField(null=True, verbose_name="introduction"),
                        ),
                        (
                            "intro_en",
                            models.TextField(null=True, verbose_name="introduction"),
                        ),
                        (
                            "steps",
                            models.ManyToManyField(
                                blank=True,
                                related_name="audiences",
                                to="toolkit.step",
                                verbose_name="steps",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "entry by who I am",
                        "verbose_name_plural": "entries by who I am",
                        "ordering": ("position", "pk"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="StepCheck",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "answer",
                            models.CharField(
                                choices=[
                                    ("yes", "Yes"),
                                    ("partly", "In part"),
                                    ("no", "No"),
                                    ("unknown", "I do not know"),
                                ],
                                default="unknown",
                                max_length=7,
                                verbose_name="answer",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="note"
                            ),
                        ),
                        (
                            "evidence_count",
                            models.PositiveSmallIntegerField(default=0, editable=False),
                        ),
                        (
                            "lowered_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="lowered for want of evidence on",
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                verbose_name="answered on",
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="answered by",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="step_checks",
                                to="network.organisation",
                                verbose_name="municipality",
                            ),
                        ),
                        (
                            "step",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="checks",
                                to="toolkit.step",
                                verbose_name="step",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "check of a step",
                        "verbose_name_plural": "checks of the steps",
                        "ordering": ("pk",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("organisation", "step"),
                                name="one_check_of_a_step",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answer", "yes"), _negated=True),
                                    ("evidence_count__gte", 1),
                                    _connector="OR",
                                ),
                                name="yes_has_its_evidence",
                                violation_error_message="«Yes» needs what shows it.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CheckEvidence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("reference", "Where it is kept"),
                                    ("file", "File"),
                                ],
                                max_length=9,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                blank=True,
                                help_text="For example «minute 09-2016, municipal secretary's file».",
                                max_length=250,
                                verbose_name="where it is kept",
                            ),
                        ),
                        (
                            "file",
                            models.FileField(
                                blank=True,
                                storage=toolkit.models.storage.toolkit_storage,
                                upload_to="toolkit",
                                verbose_name="file",
                            ),
                        ),
                        (
                            "content_type",
                            models.CharField(
                                blank=True, editable=False, max_length=100
                            ),
                        ),
                        (
                            "sha256",
                            models.CharField(blank=True, editable=False, max_length=64),
                        ),
                        (
                            "added_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                verbose_name="added on",
                            ),
                        ),
                        (
                            "removed_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "added_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="added by",
                            ),
                        ),
                        (
                            "removed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="removed by",
                            ),
                        ),
                        (
                            "check_of",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="evidence",
                                to="toolkit.stepcheck",
                                verbose_name="check",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "evidence of a step",
                        "verbose_name_plural": "evidence of the steps",
                        "ordering": ("pk",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("file", ""),
                                        ("kind", "reference"),
                                        models.Q(("reference", ""), _negated=True),
                                    ),
                                    models.Q(
                                        ("kind", "file"),
                                        models.Q(
                                            models.Q(("file", ""), _negated=True),
                                            ("removed_at__isnull", False),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="evidence_says_where_or_holds_a_file",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StepNorm",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "country",
                            models.CharField(
                                choices=[
                                    ("BZ", "Belize"),
                                    ("CR", "Costa Rica"),
                                    ("SV", "El Salvador"),
                                    ("US", "United States"),
                                    ("GT", "Guatemala"),
                                    ("HN", "Honduras"),
                                    ("NI", "Nicaragua"),
                                    ("PA", "Panama"),
                                    ("DO", "Dominican Republic"),
                                ],
                                max_length=2,
                                verbose_name="country",
                            ),
                        ),
                        (
                            "articles",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="articles"
                            ),
                        ),
                        (
                            "note",
                            models.TextField(
                                verbose_name="what it supports, or what is missing"
                            ),
                        ),
                        (
                            "note_es",
                            models.TextField(
                                null=True,
                                verbose_name="what it supports, or what is missing",
                            ),
                        ),
                        (
                            "note_en",
                            models.TextField(
                                null=True,
                                verbose_name="what it supports, or what is missing",
                            ),
                        ),
                        (
                            "instrument",
                            models.ForeignKey(
                                blank=True,
                                help_text="Empty: no norm was seen.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="step_norms",
                                to="toolkit.instrument",
                                verbose_name="norm",
                            ),
                        ),
                        (
                            "step",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="norms",
                                to="toolkit.step",
                                verbose_name="step",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "norm of a step",
                        "verbose_name_plural": "norms of the steps",
                        "ordering": ("pk",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("step", "country", "instrument"),
                                name="one_norm_of_a_step",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("instrument__isnull", True)),
                                fields=("step", "country"),
                                name="one_absence_of_a_step",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("instrument__isnull", False),
                                    ("articles", ""),
                                    _connector="OR",
                                ),
                                name="an_absence_has_no_articles",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SubCommission",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                max_length=120, verbose_name="sub-commission"
                            ),
                        ),
                        (
                            "task",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="what it does"
                            ),
                        ),
                        (
                            "coordinator",
                            models.CharField(
                                blank=True,
                                help_text="The institution and office, never a person.",
                                max_length=160,
                                verbose_name="coordinated by",
                            ),
                        ),
                        (
                            "ended_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="ended on"
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="commissions",
                                to="toolkit.preventionbody",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sub-commission",
                        "verbose_name_plural": "sub-commissions",
                        "ordering": ("pk",),
                    },
                ),
                migrations.CreateModel(
                    name="BodyMember",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "sector",
                            models.CharField(
                                choices=[
                                    ("municipal", "Local government"),
                                    ("police", "Police"),
                                    ("national", "National institution"),
                                    ("justice", "Justice"),
                                    ("health", "Health"),
                                    ("education", "Education"),
                                    ("church", "Church"),
                                    ("ngo", "Non-governmental organisation"),
                                    ("business", "Chamber or business"),
                                    (
                                        "community",
                                        "Neighbours or community organisation",
                                    ),
                                    ("youth", "Youth organisation"),
                                    ("women", "Women's organisation"),
                                    ("other", "Another one"),
                                ],
                                max_length=10,
                                verbose_name="sector",
                            ),
                        ),
                        (
                            "institution",
                            models.CharField(
                                max_length=160,
                                verbose_name="institution or organisation",
                            ),
                        ),
                        (
                            "office",
                            models.CharField(
                                help_text="The office, never a person's name.",
                                max_length=160,
                                verbose_name="office",
                            ),
                        ),
                        (
                            "seat",
                            models.CharField(
                                choices=[
                                    ("holder", "Holder"),
                                    ("substitute", "Substitute"),
                                ],
                                default="holder",
                                max_length=10,
                                verbose_name="seat",
                            ),
                        ),
                        (
                            "sex",
                            models.CharField(
                                choices=[
                                    ("women", "Women"),
                                    ("men", "Men"),
                                    ("other", "Another identity"),
                                    ("unknown", "Not separated"),
                                ],
                                default="unknown",
                                max_length=7,
                                verbose_name="sex",
                            ),
                        ),
                        (
                            "joined_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="since"
                            ),
                        ),
                        (
                            "left_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="until"
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="members",
                                to="toolkit.preventionbody",
                            ),
                        ),
                        (
                            "commissions",
                            models.ManyToManyField(
                                blank=True,
                                related_name="members",
                                to="toolkit.subcommission",
                                verbose_name="sub-commissions",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "seat of a body",
                        "verbose_name_plural": "seats of a body",
                        "ordering": ("pk",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("left_on__isnull", True),
                                    ("joined_on__isnull", True),
                                    ("left_on__gte", models.F("joined_on")),
                                    _connector="OR",
                                ),
                                name="member_leaves_after_joining",
                                violation_error_message="The end cannot be before the start.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("institution", ""), _negated=True),
                                    models.Q(("office", ""), _negated=True),
                                ),
                                name="seat_has_institution_and_office",
                                violation_error_message="Write the institution and the office.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Meeting",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "client_uuid",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                unique=True,
                                verbose_name="form identifier",
                            ),
                        ),
                        (
                            "number",
                            models.PositiveSmallIntegerField(verbose_name="number"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("ordinary", "Ordinary"),
                                    ("extraordinary", "Extraordinary"),
                                ],
                                default="ordinary",
                                max_length=13,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("held", "Held"),
                                    ("cancelled", "Called off"),
                                ],
                                default="planned",
                                max_length=9,
                                verbose_name="state",
                            ),
                        ),
                        ("held_on", models.DateField(verbose_name="day")),
                        (
                            "starts",
                            models.TimeField(
                                blank=True, null=True, verbose_name="from"
                            ),
                        ),
                        (
                            "ends",
                            models.TimeField(blank=True, null=True, verbose_name="to"),
                        ),
                        (
                            "place",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="place"
                            ),
                        ),
                        (
                            "agenda",
                            models.TextField(
                                blank=True,
                                help_text="One per line.",
                                verbose_name="agenda",
                            ),
                        ),
                        (
                            "notes",
                            models.TextField(
                                blank=True,
                                help_text="What was decided, never who said it; no cases, no names.",
                                verbose_name="what was discussed",
                            ),
                        ),
                        (
                            "seats_present",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="seats present"
                            ),
                        ),
                        (
                            "quorum_needed",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                verbose_name="seats that made a quorum",
                            ),
                        ),
                        (
                            "next_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="next meeting"
                            ),
                        ),
                        (
                            "updated_at",
                            models.DateTimeField(
                                auto_now=True, verbose_name="last changed on"
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="created by",
                            ),
                        ),
                        (
                            "present",
                            models.ManyToManyField(
                                blank=True,
                                related_name="attended",
                                to="toolkit.bodymember",
                                verbose_name="seats present",
                            ),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="last saved by",
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="meetings",
                                to="toolkit.preventionbody",
                                verbose_name="body",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "meeting of a body",
                        "verbose_name_plural": "meetings of a body",
                        "ordering": ("-held_on", "-pk"),
                        "indexes": [
                            models.Index(
                                fields=["body", "-held_on"], name="meeting_of_body"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("body", "number"),
                                name="one_meeting_of_a_number",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends__isnull", True),
                                    ("starts__isnull", True),
                                    ("ends__gte", models.F("starts")),
                                    _connector="OR",
                                ),
                                name="meeting_ends_after_it_starts",
                                violation_error_message="It cannot end before it begins.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("next_on__isnull", True),
                                    ("next_on__gt", models.F("held_on")),
                                    _connector="OR",
                                ),
                                name="next_meeting_comes_later",
                                violation_error_message="The next meeting comes after this one.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalAgreement",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                auto_created=True,
                                blank=True,
                                db_index=True,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "client_uuid",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
                            ),
                        ),
                        (
                            "text",
                            models.CharField(max_length=400, verbose_name="agreement"),
                        ),
                        (
                            "responsible",
                            models.CharField(
                                help_text="The institution and office, never a person.",
                                max_length=200,
                                verbose_name="who answers for it",
                            ),
                        ),
                        (
                            "due",
                            models.DateField(
                                blank=True, null=True, verbose_name="due on"
                            ),
                        ),
                        ("agreed_on", models.DateField(editable=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("met", "Met"),
                                    ("dropped", "Dropped"),
                                ],
                                default="open",
                                max_length=7,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="what became of it",
                            ),
                        ),
                        (
                            "settled_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="met or dropped on"
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        (
                            "history_id",
                            models.AutoField(primary_key=True, serialize=False),
                        ),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[
                                    ("+", "Created"),
                                    ("~", "Changed"),
                                    ("-", "Deleted"),
                                ],
                                max_length=1,
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="toolkit.bodymember",
                                verbose_name="seat that answers for it",
                            ),
                        ),
                        (
                            "settled_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="said by",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="toolkit.meeting",
                                verbose_name="meeting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical agreement of a meeting",
                        "verbose_name_plural": "historical agreements of a meeting",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Agreement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "client_uuid",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "text",
                            models.CharField(max_length=400, verbose_name="agreement"),
                        ),
                        (
                            "responsible",
                            models.CharField(
                                help_text="The institution and office, never a person.",
                                max_length=200,
                                verbose_name="who answers for it",
                            ),
                        ),
                        (
                            "due",
                            models.DateField(
                                blank=True, null=True, verbose_name="due on"
                            ),
                        ),
                        ("agreed_on", models.DateField(editable=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("met", "Met"),
                                    ("dropped", "Dropped"),
                                ],
                                default="open",
                                max_length=7,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="what became of it",
                            ),
                        ),
                        (
                            "settled_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="met or dropped on"
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        (
                            "settled_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="said by",
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="agreements",
                                to="toolkit.bodymember",
                                verbose_name="seat that answers for it",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agreements",
                                to="toolkit.meeting",
                                verbose_name="meeting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "agreement of a meeting",
                        "verbose_name_plural": "agreements of a meeting",
                        "ordering": ("pk",),
                        "indexes": [
                            models.Index(fields=["state", "due"], name="agreement_due")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("responsible", ""), _negated=True),
                                name="agreement_has_somebody_responsible",
                                violation_error_message="Say who answers for it.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("due__isnull", True),
                                    ("due__gte", models.F("agreed_on")),
                                    _connector="OR",
                                ),
                                name="agreement_is_due_after_its_meeting",
                                violation_error_message="It cannot be due before its meeting.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state", "open"),
                                    ("settled_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="settled_agreement_has_its_day",
                            ),
                        ],
                    },
                ),
            ]
        )
    ]
