import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import network.models.evidence
import simple_history.models
import uuid
from django.conf import settings
from django.db import migrations, models

from amuprev.foundation.creating import CreateModels


class Migration(migrations.Migration):
    # After every package's own migrations: those run faster while few models exist.
    dependencies = [
        ("account", "0009_emailaddress_unique_primary_email"),
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("network", "0001_initial"),
        ("sessions", "0001_initial"),
        ("simple_translation", "0001_initial"),
        (
            "taggit",
            "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx",
        ),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailembeds", "0009_embed_cache_until"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("wagtailsearch", "0010_add_text_fields"),
        ("wagtailusers", "0015_userprofile_keyboard_shortcuts"),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="ActivityKind",
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
                            "key",
                            models.SlugField(
                                max_length=40, unique=True, verbose_name="key"
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "name_es",
                            models.CharField(
                                max_length=120, null=True, verbose_name="name"
                            ),
                        ),
                        (
                            "name_en",
                            models.CharField(
                                max_length=120, null=True, verbose_name="name"
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=100, verbose_name="position"
                            ),
                        ),
                        (
                            "active",
                            models.BooleanField(
                                default=True, verbose_name="offered in forms"
                            ),
                        ),
                        (
                            "prevention_level",
                            models.CharField(
                                choices=[
                                    ("primary", "Primary prevention"),
                                    ("secondary", "Secondary prevention"),
                                    ("tertiary", "Tertiary prevention"),
                                    ("not_sure", "I am not sure"),
                                ],
                                default="not_sure",
                                max_length=10,
                                verbose_name="usual level of prevention",
                            ),
                        ),
                        (
                            "quick",
                            models.BooleanField(
                                default=False,
                                verbose_name="offered first in the quick log",
                            ),
                        ),
                        (
                            "sensitive",
                            models.BooleanField(
                                default=False,
                                help_text="The public sees only the municipality, never a more exact place, and small numbers are hidden.",
                                verbose_name="sensitive",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kind of activity",
                        "verbose_name_plural": "kinds of activity",
                        "ordering": ("position", "key"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PopulationGroup",
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
                            "key",
                            models.SlugField(
                                max_length=40, unique=True, verbose_name="key"
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "name_es",
                            models.CharField(
                                max_length=120, null=True, verbose_name="name"
                            ),
                        ),
                        (
                            "name_en",
                            models.CharField(
                                max_length=120, null=True, verbose_name="name"
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=100, verbose_name="position"
                            ),
                        ),
                        (
                            "active",
                            models.BooleanField(
                                default=True, verbose_name="offered in forms"
                            ),
                        ),
                        (
                            "sensitive",
                            models.BooleanField(
                                default=False,
                                help_text="The public sees only the municipality, never a more exact place, and small numbers are hidden.",
                                verbose_name="sensitive",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "population group",
                        "verbose_name_plural": "population groups",
                        "ordering": ("position", "key"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Setting",
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
                            "key",
                            models.SlugField(
                                max_length=40, unique=True, verbose_name="key"
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "name_es",
                            models.CharField(
                                max_length=120, null=True, verbose_name="name"
                            ),
                        ),
                        (
                            "name_en",
                            models.CharField(
                                max_length=120, null=True, verbose_name="name"
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=100, verbose_name="position"
                            ),
                        ),
                        (
                            "active",
                            models.BooleanField(
                                default=True, verbose_name="offered in forms"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "setting",
                        "verbose_name_plural": "settings",
                        "ordering": ("position", "key"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Theme",
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
                            "key",
                            models.SlugField(
                                max_length=40, unique=True, verbose_name="key"
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "name_es",
                            models.CharField(
                                max_length=120, null=True, verbose_name="name"
                            ),
                        ),
                        (
                            "name_en",
                            models.CharField(
                                max_length=120, null=True, verbose_name="name"
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=100, verbose_name="position"
                            ),
                        ),
                        (
                            "active",
                            models.BooleanField(
                                default=True, verbose_name="offered in forms"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "theme",
                        "verbose_name_plural": "themes",
                        "ordering": ("position", "key"),
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Milestone",
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
                            "ended",
                            models.DateField(blank=True, null=True, verbose_name="end"),
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
                            "date_uncertain",
                            models.BooleanField(
                                default=False, verbose_name="the date is uncertain"
                            ),
                        ),
                        (
                            "key",
                            models.SlugField(
                                max_length=80, unique=True, verbose_name="key"
                            ),
                        ),
                        ("started", models.DateField(verbose_name="start")),
                        (
                            "title",
                            models.CharField(max_length=200, verbose_name="event"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=200, null=True, verbose_name="event"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=200, null=True, verbose_name="event"
                            ),
                        ),
                        (
                            "summary",
                            models.TextField(blank=True, verbose_name="summary"),
                        ),
                        (
                            "summary_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="summary"
                            ),
                        ),
                        (
                            "summary_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="summary"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "milestone",
                        "verbose_name_plural": "milestones",
                        "ordering": ("started", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended__isnull", True),
                                    ("ended__gte", models.F("started")),
                                    _connector="OR",
                                ),
                                name="milestone_ends_after_it_starts",
                                violation_error_message="The end cannot be before the start.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Place",
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
                                help_text="Permanent part of the public address, such as sv-santa-tecla.",
                                max_length=80,
                                unique=True,
                                verbose_name="address name",
                            ),
                        ),
                        ("name", models.CharField(max_length=160, verbose_name="name")),
                        (
                            "name_es",
                            models.CharField(
                                max_length=160, null=True, verbose_name="name"
                            ),
                        ),
                        (
                            "name_en",
                            models.CharField(
                                max_length=160, null=True, verbose_name="name"
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
                            "iso_3166_2",
                            models.CharField(
                                blank=True,
                                max_length=10,
                                verbose_name="ISO 3166-2 code",
                            ),
                        ),
                        (
                            "official_code",
                            models.CharField(
                                blank=True,
                                max_length=20,
                                verbose_name="code of the national statistics office",
                            ),
                        ),
                        (
                            "latitude",
                            models.DecimalField(
                                blank=True,
                                decimal_places=5,
                                max_digits=8,
                                null=True,
                                verbose_name="latitude",
                            ),
                        ),
                        (
                            "longitude",
                            models.DecimalField(
                                blank=True,
                                decimal_places=5,
                                max_digits=8,
                                null=True,
                                verbose_name="longitude",
                            ),
                        ),
                        (
                            "position_source",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="source of the position",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "place",
                        "verbose_name_plural": "places",
                        "ordering": ("key",),
                        "indexes": [
                            models.Index(
                                fields=["country"],
                                name="network_pla_country_2c54f0_idx",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Organisation",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("network", "The network itself"),
                                    ("association", "Association of municipalities"),
                                    ("municipality", "Municipality"),
                                    ("partner", "Partner institution"),
                                ],
                                max_length=12,
                                verbose_name="kind",
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
                                max_length=80,
                                unique=True,
                                verbose_name="address name",
                            ),
                        ),
                        (
                            "acronym",
                            models.CharField(
                                blank=True, max_length=30, verbose_name="acronym"
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        (
                            "name_es",
                            models.CharField(
                                max_length=200, null=True, verbose_name="name"
                            ),
                        ),
                        (
                            "name_en",
                            models.CharField(
                                max_length=200, null=True, verbose_name="name"
                            ),
                        ),
                        (
                            "description",
                            models.TextField(blank=True, verbose_name="description"),
                        ),
                        (
                            "description_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="description"
                            ),
                        ),
                        (
                            "description_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="description"
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
                                max_length=2,
                                verbose_name="country",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("national", "National"),
                                    ("regional", "Regional"),
                                    ("subnational", "Within a country"),
                                ],
                                max_length=12,
                                verbose_name="reach",
                            ),
                        ),
                        (
                            "partner_kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("municipality", "Municipality"),
                                    ("police", "Police"),
                                    ("ministry", "Ministry or national body"),
                                    ("regional_body", "Regional body"),
                                    ("school", "School"),
                                    ("health", "Health service"),
                                    ("justice", "Justice"),
                                    ("community", "Community group"),
                                    ("sports_club", "Sports club"),
                                    ("youth", "Youth organisation"),
                                    ("women", "Women's organisation"),
                                    ("business", "Company or chamber"),
                                    ("transport", "Transport"),
                                    ("ngo", "Non-governmental organisation"),
                                    ("church", "Church"),
                                    ("university", "University"),
                                    ("cooperation", "International cooperation"),
                                    ("sister_city", "Partner city or county"),
                                ],
                                max_length=15,
                                verbose_name="kind of institution",
                            ),
                        ),
                        (
                            "founded",
                            models.CharField(
                                blank=True,
                                help_text="Year or date, as the source gives it.",
                                max_length=60,
                                verbose_name="founded",
                            ),
                        ),
                        (
                            "members_note",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="who belongs"
                            ),
                        ),
                        (
                            "members_note_es",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="who belongs",
                            ),
                        ),
                        (
                            "members_note_en",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="who belongs",
                            ),
                        ),
                        (
                            "website",
                            models.URLField(blank=True, verbose_name="website"),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True,
                                max_length=254,
                                verbose_name="general e-mail",
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="phone"
                            ),
                        ),
                        (
                            "address",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="address"
                            ),
                        ),
                        (
                            "publication_delay_days",
                            models.PositiveSmallIntegerField(
                                default=7,
                                help_text="Counted from the day the activity ended; at least 1.",
                                verbose_name="days before an activity is public",
                            ),
                        ),
                        (
                            "shown",
                            models.BooleanField(
                                default=True, verbose_name="shown to the public"
                            ),
                        ),
                        (
                            "place",
                            models.OneToOneField(
                                blank=True,
                                help_text="The territory a municipality governs.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="organisation",
                                to="network.place",
                                verbose_name="territory",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "organisation",
                        "verbose_name_plural": "organisations",
                        "ordering": ("key",),
                        "indexes": [
                            models.Index(
                                fields=["kind", "country"],
                                name="network_org_kind_8d8da1_idx",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "municipality"), _negated=True),
                                    ("place__isnull", False),
                                    _connector="OR",
                                ),
                                name="municipality_has_territory",
                                violation_error_message="Choose the municipality's territory.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("publication_delay_days__gte", 1)),
                                name="publication_waits_a_day",
                                violation_error_message="Write at least 1 day.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Association",
                    fields=[],
                    options={
                        "verbose_name": "association",
                        "verbose_name_plural": "associations",
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("network.organisation",),
                ),
                migrations.CreateModel(
                    name="Municipality",
                    fields=[],
                    options={
                        "verbose_name": "municipality",
                        "verbose_name_plural": "municipalities",
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("network.organisation",),
                ),
                migrations.CreateModel(
                    name="Partner",
                    fields=[],
                    options={
                        "verbose_name": "partner institution",
                        "verbose_name_plural": "partner institutions",
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("network.organisation",),
                ),
                migrations.CreateModel(
                    name="PlaceLevel",
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
                            "valid_from",
                            models.DateField(
                                blank=True, null=True, verbose_name="from"
                            ),
                        ),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="source"
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("country", "Country"),
                                    ("department", "Department"),
                                    ("province", "Province"),
                                    ("state", "State"),
                                    ("comarca", "Indigenous region"),
                                    ("municipality", "Municipality"),
                                    ("canton", "Canton"),
                                    ("district", "District"),
                                    ("municipal_district", "Municipal district"),
                                    ("city", "City"),
                                    ("county", "County"),
                                ],
                                max_length=20,
                                verbose_name="level",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="levels",
                                to="network.place",
                                verbose_name="place",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "level of a place",
                        "verbose_name_plural": "levels of a place",
                        "ordering": ("valid_from", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_from__isnull", True),
                                    ("valid_to__isnull", True),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="placelevel_ends_after_it_begins",
                                violation_error_message="The end cannot be before the start.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlaceName",
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
                            "valid_from",
                            models.DateField(
                                blank=True, null=True, verbose_name="from"
                            ),
                        ),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="source"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("official", "Official name"),
                                    ("former", "Former name"),
                                    ("short", "Short name"),
                                    ("common", "Common name"),
                                ],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "text",
                            models.CharField(
                                db_index=True, max_length=160, verbose_name="other name"
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="names",
                                to="network.place",
                                verbose_name="place",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "other name of a place",
                        "verbose_name_plural": "other names of a place",
                        "ordering": ("valid_from", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_from__isnull", True),
                                    ("valid_to__isnull", True),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="placename_ends_after_it_begins",
                                violation_error_message="The end cannot be before the start.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlaceParent",
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
                            "valid_from",
                            models.DateField(
                                blank=True, null=True, verbose_name="from"
                            ),
                        ),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="source"
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parts",
                                to="network.place",
                                verbose_name="belongs to",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parents",
                                to="network.place",
                                verbose_name="place",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "what a place belongs to",
                        "verbose_name_plural": "what a place belongs to",
                        "ordering": ("valid_from", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_from__isnull", True),
                                    ("valid_to__isnull", True),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="placeparent_ends_after_it_begins",
                                violation_error_message="The end cannot be before the start.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlacePopulation",
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
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        (
                            "people",
                            models.PositiveIntegerField(verbose_name="inhabitants"),
                        ),
                        (
                            "approximate",
                            models.BooleanField(
                                default=False, verbose_name="approximate"
                            ),
                        ),
                        (
                            "source",
                            models.CharField(max_length=400, verbose_name="source"),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="populations",
                                to="network.place",
                                verbose_name="place",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "population",
                        "verbose_name_plural": "populations",
                        "ordering": ("-year",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("place", "year", "source"),
                                name="one_population_per_source",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SecretariatTerm",
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
                            "valid_from",
                            models.DateField(
                                blank=True, null=True, verbose_name="from"
                            ),
                        ),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="to"),
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
                            "holder",
                            models.CharField(
                                max_length=200, verbose_name="technical secretariat"
                            ),
                        ),
                        (
                            "holder_es",
                            models.CharField(
                                max_length=200,
                                null=True,
                                verbose_name="technical secretariat",
                            ),
                        ),
                        (
                            "holder_en",
                            models.CharField(
                                max_length=200,
                                null=True,
                                verbose_name="technical secretariat",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        (
                            "note_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="note"
                            ),
                        ),
                        (
                            "note_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="note"
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="secretariat_terms",
                                to="network.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "term of the technical secretariat",
                        "verbose_name_plural": "terms of the technical secretariat",
                        "ordering": ("valid_from", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_from__isnull", True),
                                    ("valid_to__isnull", True),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="secretariatterm_ends_after_it_begins",
                                violation_error_message="The end cannot be before the start.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StrategicPlan",
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
                            "title",
                            models.CharField(max_length=200, verbose_name="plan"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=200, null=True, verbose_name="plan"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=200, null=True, verbose_name="plan"
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
                            "includes_prevention",
                            models.CharField(
                                choices=[
                                    ("yes", "Yes"),
                                    ("no", "No"),
                                    ("unknown", "Not known"),
                                ],
                                default="unknown",
                                max_length=7,
                                verbose_name="includes prevention of violence",
                            ),
                        ),
                        (
                            "association",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="strategic_plans",
                                to="network.organisation",
                                verbose_name="association",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "strategic plan",
                        "verbose_name_plural": "strategic plans",
                        "ordering": ("association", "-from_year"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_year__isnull", True),
                                    ("to_year__isnull", True),
                                    ("to_year__gte", models.F("from_year")),
                                    _connector="OR",
                                ),
                                name="plan_ends_after_it_begins",
                                violation_error_message="The end cannot be before the start.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Office",
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
                            "valid_from",
                            models.DateField(
                                blank=True, null=True, verbose_name="from"
                            ),
                        ),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
                        (
                            "title",
                            models.CharField(max_length=160, verbose_name="office"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=160, null=True, verbose_name="office"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=160, null=True, verbose_name="office"
                            ),
                        ),
                        (
                            "is_focal_point",
                            models.BooleanField(
                                default=False, verbose_name="focal point of the network"
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="office e-mail"
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="office phone"
                            ),
                        ),
                        (
                            "public",
                            models.BooleanField(
                                default=False, verbose_name="shown to the public"
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="source"
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="offices",
                                to="network.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "office or focal point",
                        "verbose_name_plural": "offices and focal points",
                        "ordering": ("organisation", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_from__isnull", True),
                                    ("valid_to__isnull", True),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="office_ends_after_it_begins",
                                violation_error_message="The end cannot be before the start.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NetworkMembership",
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
                            "valid_from",
                            models.DateField(
                                blank=True, null=True, verbose_name="from"
                            ),
                        ),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="to"),
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
                            "status",
                            models.CharField(
                                choices=[
                                    ("active", "Active"),
                                    ("observer", "Observer"),
                                    ("suspended", "Suspended"),
                                    ("withdrawn", "Withdrawn"),
                                    ("unconfirmed", "Not confirmed"),
                                ],
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("member", "Member"),
                                    ("presidency", "Presidency"),
                                    ("secretariat", "Technical secretariat"),
                                    ("observer", "Observer"),
                                    ("host", "Hosts the portal"),
                                ],
                                default="member",
                                max_length=12,
                                verbose_name="role in the network",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="note"
                            ),
                        ),
                        (
                            "note_es",
                            models.CharField(
                                blank=True,
                                max_length=400,
                                null=True,
                                verbose_name="note",
                            ),
                        ),
                        (
                            "note_en",
                            models.CharField(
                                blank=True,
                                max_length=400,
                                null=True,
                                verbose_name="note",
                            ),
                        ),
                        (
                            "association",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="memberships",
                                to="network.organisation",
                                verbose_name="association",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "network membership",
                        "verbose_name_plural": "network memberships",
                        "ordering": ("valid_from", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_from__isnull", True),
                                    ("valid_to__isnull", True),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="networkmembership_ends_after_it_begins",
                                violation_error_message="The end cannot be before the start.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Assembly",
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
                            "ended",
                            models.DateField(blank=True, null=True, verbose_name="end"),
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
                            "date_uncertain",
                            models.BooleanField(
                                default=False, verbose_name="the date is uncertain"
                            ),
                        ),
                        (
                            "key",
                            models.SlugField(
                                max_length=80, unique=True, verbose_name="key"
                            ),
                        ),
                        (
                            "title",
                            models.CharField(max_length=200, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=200, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=200, null=True, verbose_name="title"
                            ),
                        ),
                        ("started", models.DateField(verbose_name="start")),
                        (
                            "place_name",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="place"
                            ),
                        ),
                        (
                            "summary",
                            models.TextField(blank=True, verbose_name="summary"),
                        ),
                        (
                            "summary_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="summary"
                            ),
                        ),
                        (
                            "summary_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="summary"
                            ),
                        ),
                        (
                            "shown_there",
                            models.TextField(
                                blank=True,
                                verbose_name="tools and experiences shown there",
                            ),
                        ),
                        (
                            "shown_there_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="tools and experiences shown there",
                            ),
                        ),
                        (
                            "shown_there_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="tools and experiences shown there",
                            ),
                        ),
                        (
                            "association",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="assemblies",
                                to="network.organisation",
                                verbose_name="association",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "national assembly of mayors",
                        "verbose_name_plural": "national assemblies of mayors",
                        "ordering": ("-started", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended__isnull", True),
                                    ("ended__gte", models.F("started")),
                                    _connector="OR",
                                ),
                                name="assembly_ends_after_it_starts",
                                violation_error_message="The end cannot be before the start.",
                            )
                        ],
                    },
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
                            "ended",
                            models.DateField(blank=True, null=True, verbose_name="end"),
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
                            "date_uncertain",
                            models.BooleanField(
                                default=False, verbose_name="the date is uncertain"
                            ),
                        ),
                        (
                            "key",
                            models.SlugField(
                                max_length=80, unique=True, verbose_name="key"
                            ),
                        ),
                        (
                            "title",
                            models.CharField(max_length=200, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=200, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=200, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "summary",
                            models.TextField(blank=True, verbose_name="summary"),
                        ),
                        (
                            "summary_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="summary"
                            ),
                        ),
                        (
                            "summary_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="summary"
                            ),
                        ),
                        (
                            "started",
                            models.DateField(
                                blank=True, null=True, verbose_name="date"
                            ),
                        ),
                        (
                            "parties",
                            models.ManyToManyField(
                                blank=True,
                                related_name="agreements",
                                to="network.organisation",
                                verbose_name="parties",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "agreement",
                        "verbose_name_plural": "agreements",
                        "ordering": ("-started", "pk"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended__isnull", True),
                                    ("ended__gte", models.F("started")),
                                    _connector="OR",
                                ),
                                name="agreement_ends_after_it_starts",
                                violation_error_message="The end cannot be before the start.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Affiliation",
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
                            "valid_from",
                            models.DateField(
                                blank=True, null=True, verbose_name="from"
                            ),
                        ),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
                        (
                            "reviews",
                            models.BooleanField(
                                default=False,
                                help_text="Exactly one association reviews each municipality.",
                                verbose_name="reviews its activities",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="source"
                            ),
                        ),
                        (
                            "association",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="affiliated",
                                to="network.organisation",
                                verbose_name="association",
                            ),
                        ),
                        (
                            "municipality",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="affiliations",
                                to="network.organisation",
                                verbose_name="municipality",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "affiliation",
                        "verbose_name_plural": "affiliations",
                        "ordering": ("association", "municipality"),
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_from__isnull", True),
                                    ("valid_to__isnull", True),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="affiliation_ends_after_it_begins",
                                violation_error_message="The end cannot be before the start.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("reviews", True), ("valid_to__isnull", True)
                                ),
                                fields=("municipality",),
                                name="one_reviewing_association",
                                violation_error_message="Another association already reviews this municipality.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("valid_to__isnull", True)),
                                fields=("municipality", "association"),
                                name="one_open_affiliation",
                                violation_error_message="This municipality already belongs to the association.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Activity",
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
                            "review_state",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("submitted", "In review"),
                                    ("returned", "Returned with comments"),
                                    ("approved", "Approved"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="review",
                            ),
                        ),
                        (
                            "review_note",
                            models.TextField(
                                blank=True, verbose_name="note from the review"
                            ),
                        ),
                        (
                            "submitted_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="sent on"
                            ),
                        ),
                        (
                            "reviewed_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="reviewed on"
                            ),
                        ),
                        (
                            "publish_from",
                            models.DateField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="public from",
                            ),
                        ),
                        (
                            "hidden_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="hidden on"
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
                                max_length=2,
                                verbose_name="country",
                            ),
                        ),
                        (
                            "other_kind",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="other kind"
                            ),
                        ),
                        (
                            "title",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="name of the activity",
                            ),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="name of the activity",
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="name of the activity",
                            ),
                        ),
                        (
                            "status",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "Planned"),
                                    (2, "Under way"),
                                    (3, "Finalising"),
                                    (4, "Closed"),
                                    (5, "Cancelled"),
                                    (6, "Suspended"),
                                ],
                                default=4,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "started",
                            models.DateField(
                                blank=True, null=True, verbose_name="date"
                            ),
                        ),
                        (
                            "ended",
                            models.DateField(
                                blank=True, null=True, verbose_name="last day"
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
                            "date_uncertain",
                            models.BooleanField(
                                default=False, verbose_name="the date is uncertain"
                            ),
                        ),
                        (
                            "sessions",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(1000),
                                ],
                                verbose_name="number of sessions",
                            ),
                        ),
                        (
                            "place_name",
                            models.CharField(
                                blank=True,
                                max_length=120,
                                verbose_name="neighbourhood or community",
                            ),
                        ),
                        (
                            "prevention_level",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("primary", "Primary prevention"),
                                    ("secondary", "Secondary prevention"),
                                    ("tertiary", "Tertiary prevention"),
                                    ("not_sure", "I am not sure"),
                                ],
                                max_length=10,
                                verbose_name="level of prevention",
                            ),
                        ),
                        (
                            "approach",
                            models.CharField(
                                blank=True,
                                choices=[
                                    (
                                        "social_development",
                                        "Prevention through social development",
                                    ),
                                    ("community", "Locally based crime prevention"),
                                    ("situational", "Situational crime prevention"),
                                    ("reintegration", "Reintegration programmes"),
                                ],
                                max_length=20,
                                verbose_name="approach",
                            ),
                        ),
                        (
                            "regional_axis",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("BA", "Violence against women"),
                                    ("BB", "Violence and crime affecting youth"),
                                    ("BC", "Drug misuse"),
                                    ("BD", "Education and training for work"),
                                    ("BE", "Prevention from local governments"),
                                    ("BF", "Armed violence"),
                                ],
                                max_length=2,
                                verbose_name="regional axis",
                            ),
                        ),
                        (
                            "inspire_strategies",
                            models.JSONField(
                                blank=True,
                                default=list,
                                verbose_name="INSPIRE strategies",
                            ),
                        ),
                        (
                            "violence_types",
                            models.JSONField(
                                blank=True,
                                default=list,
                                verbose_name="type of violence",
                            ),
                        ),
                        (
                            "counting_method",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("list", "Attendance list (kept on file)"),
                                    ("count", "Head count"),
                                    ("estimate", "Estimate"),
                                ],
                                max_length=10,
                                verbose_name="how people were counted",
                            ),
                        ),
                        (
                            "what_happened",
                            models.TextField(
                                blank=True,
                                verbose_name="what was done and what happened",
                            ),
                        ),
                        (
                            "what_happened_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what was done and what happened",
                            ),
                        ),
                        (
                            "what_happened_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what was done and what happened",
                            ),
                        ),
                        (
                            "result",
                            models.TextField(blank=True, verbose_name="results"),
                        ),
                        (
                            "result_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="results"
                            ),
                        ),
                        (
                            "result_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="results"
                            ),
                        ),
                        (
                            "difficulty",
                            models.TextField(blank=True, verbose_name="difficulties"),
                        ),
                        (
                            "difficulty_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="difficulties"
                            ),
                        ),
                        (
                            "difficulty_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="difficulties"
                            ),
                        ),
                        (
                            "cost",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0)
                                ],
                                verbose_name="cost",
                            ),
                        ),
                        (
                            "currency",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("BZD", "Belize dollar"),
                                    ("CRC", "Costa Rican colón"),
                                    ("DOP", "Dominican peso"),
                                    ("GTQ", "Guatemalan quetzal"),
                                    ("HNL", "Honduran lempira"),
                                    ("NIO", "Nicaraguan córdoba"),
                                    ("PAB", "Panamanian balboa"),
                                    ("USD", "United States dollar"),
                                ],
                                max_length=3,
                                verbose_name="currency",
                            ),
                        ),
                        (
                            "funding_source",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("municipal", "Municipal funds"),
                                    ("national", "National government"),
                                    ("cooperation", "International cooperation"),
                                    ("private", "Private sector or donations"),
                                    ("none", "It cost nothing"),
                                    ("unknown", "I do not know"),
                                ],
                                max_length=12,
                                verbose_name="who paid",
                            ),
                        ),
                        (
                            "links",
                            models.TextField(
                                blank=True,
                                help_text="One address per line.",
                                verbose_name="links",
                            ),
                        ),
                        (
                            "is_sensitive",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="sensitive"
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                verbose_name="created on",
                            ),
                        ),
                        (
                            "updated_at",
                            models.DateTimeField(
                                auto_now=True, verbose_name="last changed on"
                            ),
                        ),
                        (
                            "written_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                verbose_name="last saved on",
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1, editable=False, verbose_name="version"
                            ),
                        ),
                        (
                            "content_key",
                            models.SlugField(
                                blank=True,
                                editable=False,
                                max_length=80,
                                null=True,
                                unique=True,
                                verbose_name="content key",
                            ),
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
                            "hidden_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="hidden by",
                            ),
                        ),
                        (
                            "reviewed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="reviewed by",
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
                            "writers",
                            models.ManyToManyField(
                                blank=True,
                                related_name="written_activities",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                        (
                            "kind",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="activities",
                                to="network.activitykind",
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="activities",
                                to="network.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                        (
                            "places",
                            models.ManyToManyField(
                                blank=True,
                                related_name="activities",
                                to="network.place",
                                verbose_name="municipalities that took part",
                            ),
                        ),
                        (
                            "venue",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hosted_activities",
                                to="network.place",
                                verbose_name="done in another place",
                            ),
                        ),
                        (
                            "groups",
                            models.ManyToManyField(
                                blank=True,
                                related_name="activities",
                                to="network.populationgroup",
                                verbose_name="population groups",
                            ),
                        ),
                        (
                            "setting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="activities",
                                to="network.setting",
                                verbose_name="where it was done",
                            ),
                        ),
                        (
                            "themes",
                            models.ManyToManyField(
                                blank=True,
                                related_name="activities",
                                to="network.theme",
                                verbose_name="themes",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "activity",
                        "verbose_name_plural": "activities",
                        "ordering": ("-started", "-pk"),
                        "indexes": [
                            models.Index(
                                fields=["owner", "review_state", "-started", "-id"],
                                name="network_act_owner_i_2e084c_idx",
                            ),
                            models.Index(
                                fields=[
                                    "review_state",
                                    "publish_from",
                                    "-started",
                                    "-id",
                                ],
                                name="network_act_review__e73d90_idx",
                            ),
                            models.Index(
                                fields=["country", "review_state", "-started", "-id"],
                                name="network_act_country_4f3256_idx",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended__isnull", True),
                                    ("ended__gte", models.F("started")),
                                    _connector="OR",
                                ),
                                name="activity_ends_after_it_starts",
                                violation_error_message="The last day cannot be before the first.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("review_state__in", ("draft", "returned")),
                                    models.Q(
                                        ("kind__isnull", False),
                                        ("started__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="activity_sent_has_kind_and_date",
                                violation_error_message="Say what was done and when.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("review_state", "approved"), _negated=True
                                    ),
                                    models.Q(
                                        ("publish_from__isnull", False),
                                        ("reviewed_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="activity_approved_has_review",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("cost__isnull", True),
                                    ("cost__gte", 0),
                                    _connector="OR",
                                ),
                                name="activity_cost_not_negative",
                                violation_error_message="Write the cost without a minus sign.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalActivityKind",
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
                        ("key", models.SlugField(max_length=40, verbose_name="key")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "name_es",
                            models.CharField(
                                max_length=120, null=True, verbose_name="name"
                            ),
                        ),
                        (
                            "name_en",
                            models.CharField(
                                max_length=120, null=True, verbose_name="name"
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=100, verbose_name="position"
                            ),
                        ),
                        (
                            "active",
                            models.BooleanField(
                                default=True, verbose_name="offered in forms"
                            ),
                        ),
                        (
                            "prevention_level",
                            models.CharField(
                                choices=[
                                    ("primary", "Primary prevention"),
                                    ("secondary", "Secondary prevention"),
                                    ("tertiary", "Tertiary prevention"),
                                    ("not_sure", "I am not sure"),
                                ],
                                default="not_sure",
                                max_length=10,
                                verbose_name="usual level of prevention",
                            ),
                        ),
                        (
                            "quick",
                            models.BooleanField(
                                default=False,
                                verbose_name="offered first in the quick log",
                            ),
                        ),
                        (
                            "sensitive",
                            models.BooleanField(
                                default=False,
                                help_text="The public sees only the municipality, never a more exact place, and small numbers are hidden.",
                                verbose_name="sensitive",
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
                        "verbose_name": "historical kind of activity",
                        "verbose_name_plural": "historical kinds of activity",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
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
                            "ended",
                            models.DateField(blank=True, null=True, verbose_name="end"),
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
                            "date_uncertain",
                            models.BooleanField(
                                default=False, verbose_name="the date is uncertain"
                            ),
                        ),
                        ("key", models.SlugField(max_length=80, verbose_name="key")),
                        (
                            "title",
                            models.CharField(max_length=200, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=200, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=200, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "summary",
                            models.TextField(blank=True, verbose_name="summary"),
                        ),
                        (
                            "summary_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="summary"
                            ),
                        ),
                        (
                            "summary_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="summary"
                            ),
                        ),
                        (
                            "started",
                            models.DateField(
                                blank=True, null=True, verbose_name="date"
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
                        "verbose_name": "historical agreement",
                        "verbose_name_plural": "historical agreements",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalMilestone",
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
                            "ended",
                            models.DateField(blank=True, null=True, verbose_name="end"),
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
                            "date_uncertain",
                            models.BooleanField(
                                default=False, verbose_name="the date is uncertain"
                            ),
                        ),
                        ("key", models.SlugField(max_length=80, verbose_name="key")),
                        ("started", models.DateField(verbose_name="start")),
                        (
                            "title",
                            models.CharField(max_length=200, verbose_name="event"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=200, null=True, verbose_name="event"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=200, null=True, verbose_name="event"
                            ),
                        ),
                        (
                            "summary",
                            models.TextField(blank=True, verbose_name="summary"),
                        ),
                        (
                            "summary_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="summary"
                            ),
                        ),
                        (
                            "summary_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="summary"
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
                        "verbose_name": "historical milestone",
                        "verbose_name_plural": "historical milestones",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPlace",
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
                                help_text="Permanent part of the public address, such as sv-santa-tecla.",
                                max_length=80,
                                verbose_name="address name",
                            ),
                        ),
                        ("name", models.CharField(max_length=160, verbose_name="name")),
                        (
                            "name_es",
                            models.CharField(
                                max_length=160, null=True, verbose_name="name"
                            ),
                        ),
                        (
                            "name_en",
                            models.CharField(
                                max_length=160, null=True, verbose_name="name"
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
                            "iso_3166_2",
                            models.CharField(
                                blank=True,
                                max_length=10,
                                verbose_name="ISO 3166-2 code",
                            ),
                        ),
                        (
                            "official_code",
                            models.CharField(
                                blank=True,
                                max_length=20,
                                verbose_name="code of the national statistics office",
                            ),
                        ),
                        (
                            "latitude",
                            models.DecimalField(
                                blank=True,
                                decimal_places=5,
                                max_digits=8,
                                null=True,
                                verbose_name="latitude",
                            ),
                        ),
                        (
                            "longitude",
                            models.DecimalField(
                                blank=True,
                                decimal_places=5,
                                max_digits=8,
                                null=True,
                                verbose_name="longitude",
                            ),
                        ),
                        (
                            "position_source",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="source of the position",
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
                        "verbose_name": "historical place",
                        "verbose_name_plural": "historical places",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPopulationGroup",
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
                        ("key", models.SlugField(max_length=40, verbose_name="key")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "name_es",
                            models.CharField(
                                max_length=120, null=True, verbose_name="name"
                            ),
                        ),
                        (
                            "name_en",
                            models.CharField(
                                max_length=120, null=True, verbose_name="name"
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=100, verbose_name="position"
                            ),
                        ),
                        (
                            "active",
                            models.BooleanField(
                                default=True, verbose_name="offered in forms"
                            ),
                        ),
                        (
                            "sensitive",
                            models.BooleanField(
                                default=False,
                                help_text="The public sees only the municipality, never a more exact place, and small numbers are hidden.",
                                verbose_name="sensitive",
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
                        "verbose_name": "historical population group",
                        "verbose_name_plural": "historical population groups",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalSetting",
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
                        ("key", models.SlugField(max_length=40, verbose_name="key")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "name_es",
                            models.CharField(
                                max_length=120, null=True, verbose_name="name"
                            ),
                        ),
                        (
                            "name_en",
                            models.CharField(
                                max_length=120, null=True, verbose_name="name"
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=100, verbose_name="position"
                            ),
                        ),
                        (
                            "active",
                            models.BooleanField(
                                default=True, verbose_name="offered in forms"
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
                        "verbose_name": "historical setting",
                        "verbose_name_plural": "historical settings",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalTheme",
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
                        ("key", models.SlugField(max_length=40, verbose_name="key")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "name_es",
                            models.CharField(
                                max_length=120, null=True, verbose_name="name"
                            ),
                        ),
                        (
                            "name_en",
                            models.CharField(
                                max_length=120, null=True, verbose_name="name"
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=100, verbose_name="position"
                            ),
                        ),
                        (
                            "active",
                            models.BooleanField(
                                default=True, verbose_name="offered in forms"
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
                        "verbose_name": "historical theme",
                        "verbose_name_plural": "historical themes",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalUser",
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
                            "is_superuser",
                            models.BooleanField(
                                default=False,
                                help_text="Designates that this user has all permissions without explicitly assigning them.",
                                verbose_name="superuser status",
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                db_index=True,
                                error_messages={
                                    "unique": "A person with this e-mail already exists."
                                },
                                max_length=254,
                                verbose_name="e-mail",
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "language",
                            models.CharField(
                                choices=[("es", "Español"), ("en", "English")],
                                default="es",
                                max_length=2,
                                verbose_name="language",
                            ),
                        ),
                        (
                            "is_active",
                            models.BooleanField(
                                default=True,
                                help_text="Untick this instead of deleting: records keep their author.",
                                verbose_name="active",
                            ),
                        ),
                        (
                            "date_joined",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="joined"
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
                        "verbose_name": "historical person",
                        "verbose_name_plural": "historical people",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalStrategicPlan",
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
                            "title",
                            models.CharField(max_length=200, verbose_name="plan"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=200, null=True, verbose_name="plan"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=200, null=True, verbose_name="plan"
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
                            "includes_prevention",
                            models.CharField(
                                choices=[
                                    ("yes", "Yes"),
                                    ("no", "No"),
                                    ("unknown", "Not known"),
                                ],
                                default="unknown",
                                max_length=7,
                                verbose_name="includes prevention of violence",
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
                            "association",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="network.organisation",
                                verbose_name="association",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical strategic plan",
                        "verbose_name_plural": "historical strategic plans",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalSecretariatTerm",
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
                            "valid_from",
                            models.DateField(
                                blank=True, null=True, verbose_name="from"
                            ),
                        ),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="to"),
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
                            "holder",
                            models.CharField(
                                max_length=200, verbose_name="technical secretariat"
                            ),
                        ),
                        (
                            "holder_es",
                            models.CharField(
                                max_length=200,
                                null=True,
                                verbose_name="technical secretariat",
                            ),
                        ),
                        (
                            "holder_en",
                            models.CharField(
                                max_length=200,
                                null=True,
                                verbose_name="technical secretariat",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        (
                            "note_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="note"
                            ),
                        ),
                        (
                            "note_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="note"
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
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="network.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical term of the technical secretariat",
                        "verbose_name_plural": "historical terms of the technical secretariat",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalOffice",
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
                            "valid_from",
                            models.DateField(
                                blank=True, null=True, verbose_name="from"
                            ),
                        ),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
                        (
                            "title",
                            models.CharField(max_length=160, verbose_name="office"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=160, null=True, verbose_name="office"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=160, null=True, verbose_name="office"
                            ),
                        ),
                        (
                            "is_focal_point",
                            models.BooleanField(
                                default=False, verbose_name="focal point of the network"
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="office e-mail"
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="office phone"
                            ),
                        ),
                        (
                            "public",
                            models.BooleanField(
                                default=False, verbose_name="shown to the public"
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="source"
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
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="network.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical office or focal point",
                        "verbose_name_plural": "historical offices and focal points",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalNetworkMembership",
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
                            "valid_from",
                            models.DateField(
                                blank=True, null=True, verbose_name="from"
                            ),
                        ),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="to"),
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
                            "status",
                            models.CharField(
                                choices=[
                                    ("active", "Active"),
                                    ("observer", "Observer"),
                                    ("suspended", "Suspended"),
                                    ("withdrawn", "Withdrawn"),
                                    ("unconfirmed", "Not confirmed"),
                                ],
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("member", "Member"),
                                    ("presidency", "Presidency"),
                                    ("secretariat", "Technical secretariat"),
                                    ("observer", "Observer"),
                                    ("host", "Hosts the portal"),
                                ],
                                default="member",
                                max_length=12,
                                verbose_name="role in the network",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="note"
                            ),
                        ),
                        (
                            "note_es",
                            models.CharField(
                                blank=True,
                                max_length=400,
                                null=True,
                                verbose_name="note",
                            ),
                        ),
                        (
                            "note_en",
                            models.CharField(
                                blank=True,
                                max_length=400,
                                null=True,
                                verbose_name="note",
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
                            "association",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="network.organisation",
                                verbose_name="association",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical network membership",
                        "verbose_name_plural": "historical network memberships",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAssembly",
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
                            "ended",
                            models.DateField(blank=True, null=True, verbose_name="end"),
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
                            "date_uncertain",
                            models.BooleanField(
                                default=False, verbose_name="the date is uncertain"
                            ),
                        ),
                        ("key", models.SlugField(max_length=80, verbose_name="key")),
                        (
                            "title",
                            models.CharField(max_length=200, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=200, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=200, null=True, verbose_name="title"
                            ),
                        ),
                        ("started", models.DateField(verbose_name="start")),
                        (
                            "place_name",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="place"
                            ),
                        ),
                        (
                            "summary",
                            models.TextField(blank=True, verbose_name="summary"),
                        ),
                        (
                            "summary_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="summary"
                            ),
                        ),
                        (
                            "summary_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="summary"
                            ),
                        ),
                        (
                            "shown_there",
                            models.TextField(
                                blank=True,
                                verbose_name="tools and experiences shown there",
                            ),
                        ),
                        (
                            "shown_there_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="tools and experiences shown there",
                            ),
                        ),
                        (
                            "shown_there_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="tools and experiences shown there",
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
                            "association",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="network.organisation",
                                verbose_name="association",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical national assembly of mayors",
                        "verbose_name_plural": "historical national assemblies of mayors",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAppointment",
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
                            "valid_from",
                            models.DateField(
                                blank=True, null=True, verbose_name="from"
                            ),
                        ),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("reads", "Reads"),
                                    ("records", "Technical staff: records activities"),
                                    (
                                        "coordinates",
                                        "Coordination: records and manages people",
                                    ),
                                    ("mayor", "Mayor's office: validates"),
                                    ("facilitates", "Facilitates"),
                                    ("reviews", "Reviews activities"),
                                    ("administers", "Administers the association"),
                                    ("edits", "Edits the public pages"),
                                    ("secretariat", "Secretariat of the network"),
                                ],
                                max_length=12,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "position",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="post"
                            ),
                        ),
                        (
                            "approved_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="approved on"
                            ),
                        ),
                        (
                            "ended_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="ended on",
                            ),
                        ),
                        (
                            "ended_reason",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="reason for ending",
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
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="approved by",
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
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="person",
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
                                verbose_name="organisation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical appointment",
                        "verbose_name_plural": "historical appointments",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAffiliation",
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
                            "valid_from",
                            models.DateField(
                                blank=True, null=True, verbose_name="from"
                            ),
                        ),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
                        (
                            "reviews",
                            models.BooleanField(
                                default=False,
                                help_text="Exactly one association reviews each municipality.",
                                verbose_name="reviews its activities",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="source"
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
                            "association",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="network.organisation",
                                verbose_name="association",
                            ),
                        ),
                        (
                            "municipality",
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
                    ],
                    options={
                        "verbose_name": "historical affiliation",
                        "verbose_name_plural": "historical affiliations",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ActivityPartner",
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
                                    ("municipality", "Municipality"),
                                    ("police", "Police"),
                                    ("ministry", "Ministry or national body"),
                                    ("regional_body", "Regional body"),
                                    ("school", "School"),
                                    ("health", "Health service"),
                                    ("justice", "Justice"),
                                    ("community", "Community group"),
                                    ("sports_club", "Sports club"),
                                    ("youth", "Youth organisation"),
                                    ("women", "Women's organisation"),
                                    ("business", "Company or chamber"),
                                    ("transport", "Transport"),
                                    ("ngo", "Non-governmental organisation"),
                                    ("church", "Church"),
                                    ("university", "University"),
                                    ("cooperation", "International cooperation"),
                                    ("sister_city", "Partner city or county"),
                                ],
                                max_length=15,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="name"
                            ),
                        ),
                        (
                            "contribution",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="what they did"
                            ),
                        ),
                        (
                            "agreed_to_be_named",
                            models.BooleanField(
                                default=False,
                                verbose_name="agreed to be named in public",
                            ),
                        ),
                        (
                            "activity",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="partners",
                                to="network.activity",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="network.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "partner of an activity",
                        "verbose_name_plural": "partners of an activity",
                        "ordering": ("pk",),
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalPlacePopulation",
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
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        (
                            "people",
                            models.PositiveIntegerField(verbose_name="inhabitants"),
                        ),
                        (
                            "approximate",
                            models.BooleanField(
                                default=False, verbose_name="approximate"
                            ),
                        ),
                        (
                            "source",
                            models.CharField(max_length=400, verbose_name="source"),
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
                                verbose_name="place",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical population",
                        "verbose_name_plural": "historical populations",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPlaceParent",
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
                            "valid_from",
                            models.DateField(
                                blank=True, null=True, verbose_name="from"
                            ),
                        ),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="source"
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
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="network.place",
                                verbose_name="belongs to",
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
                                verbose_name="place",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical what a place belongs to",
                        "verbose_name_plural": "historical what a place belongs to",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPlaceName",
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
                            "valid_from",
                            models.DateField(
                                blank=True, null=True, verbose_name="from"
                            ),
                        ),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="source"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("official", "Official name"),
                                    ("former", "Former name"),
                                    ("short", "Short name"),
                                    ("common", "Common name"),
                                ],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "text",
                            models.CharField(
                                db_index=True, max_length=160, verbose_name="other name"
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
                                verbose_name="place",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical other name of a place",
                        "verbose_name_plural": "historical other names of a place",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPlaceLevel",
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
                            "valid_from",
                            models.DateField(
                                blank=True, null=True, verbose_name="from"
                            ),
                        ),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="source"
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("country", "Country"),
                                    ("department", "Department"),
                                    ("province", "Province"),
                                    ("state", "State"),
                                    ("comarca", "Indigenous region"),
                                    ("municipality", "Municipality"),
                                    ("canton", "Canton"),
                                    ("district", "District"),
                                    ("municipal_district", "Municipal district"),
                                    ("city", "City"),
                                    ("county", "County"),
                                ],
                                max_length=20,
                                verbose_name="level",
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
                                verbose_name="place",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical level of a place",
                        "verbose_name_plural": "historical levels of a place",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalOrganisation",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("network", "The network itself"),
                                    ("association", "Association of municipalities"),
                                    ("municipality", "Municipality"),
                                    ("partner", "Partner institution"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("key", models.SlugField(max_length=80, verbose_name="key")),
                        (
                            "slug",
                            models.SlugField(
                                help_text="Permanent part of the public address.",
                                max_length=80,
                                verbose_name="address name",
                            ),
                        ),
                        (
                            "acronym",
                            models.CharField(
                                blank=True, max_length=30, verbose_name="acronym"
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        (
                            "name_es",
                            models.CharField(
                                max_length=200, null=True, verbose_name="name"
                            ),
                        ),
                        (
                            "name_en",
                            models.CharField(
                                max_length=200, null=True, verbose_name="name"
                            ),
                        ),
                        (
                            "description",
                            models.TextField(blank=True, verbose_name="description"),
                        ),
                        (
                            "description_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="description"
                            ),
                        ),
                        (
                            "description_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="description"
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
                                max_length=2,
                                verbose_name="country",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("national", "National"),
                                    ("regional", "Regional"),
                                    ("subnational", "Within a country"),
                                ],
                                max_length=12,
                                verbose_name="reach",
                            ),
                        ),
                        (
                            "partner_kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("municipality", "Municipality"),
                                    ("police", "Police"),
                                    ("ministry", "Ministry or national body"),
                                    ("regional_body", "Regional body"),
                                    ("school", "School"),
                                    ("health", "Health service"),
                                    ("justice", "Justice"),
                                    ("community", "Community group"),
                                    ("sports_club", "Sports club"),
                                    ("youth", "Youth organisation"),
                                    ("women", "Women's organisation"),
                                    ("business", "Company or chamber"),
                                    ("transport", "Transport"),
                                    ("ngo", "Non-governmental organisation"),
                                    ("church", "Church"),
                                    ("university", "University"),
                                    ("cooperation", "International cooperation"),
                                    ("sister_city", "Partner city or county"),
                                ],
                                max_length=15,
                                verbose_name="kind of institution",
                            ),
                        ),
                        (
                            "founded",
                            models.CharField(
                                blank=True,
                                help_text="Year or date, as the source gives it.",
                                max_length=60,
                                verbose_name="founded",
                            ),
                        ),
                        (
                            "members_note",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="who belongs"
                            ),
                        ),
                        (
                            "members_note_es",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="who belongs",
                            ),
                        ),
                        (
                            "members_note_en",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="who belongs",
                            ),
                        ),
                        (
                            "website",
                            models.URLField(blank=True, verbose_name="website"),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True,
                                max_length=254,
                                verbose_name="general e-mail",
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="phone"
                            ),
                        ),
                        (
                            "address",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="address"
                            ),
                        ),
                        (
                            "publication_delay_days",
                            models.PositiveSmallIntegerField(
                                default=7,
                                help_text="Counted from the day the activity ended; at least 1.",
                                verbose_name="days before an activity is public",
                            ),
                        ),
                        (
                            "shown",
                            models.BooleanField(
                                default=True, verbose_name="shown to the public"
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
                                help_text="The territory a municipality governs.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="network.place",
                                verbose_name="territory",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical organisation",
                        "verbose_name_plural": "historical organisations",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ReviewStep",
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
                            "from_state",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("draft", "Draft"),
                                    ("submitted", "In review"),
                                    ("returned", "Returned with comments"),
                                    ("approved", "Approved"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                max_length=10,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "to_state",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("submitted", "In review"),
                                    ("returned", "Returned with comments"),
                                    ("approved", "Approved"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                max_length=10,
                                verbose_name="to",
                            ),
                        ),
                        (
                            "at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="on"
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        (
                            "activity",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="network.activity",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "review step",
                        "verbose_name_plural": "review steps",
                        "ordering": ("at", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalActivity",
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
                            "review_state",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("submitted", "In review"),
                                    ("returned", "Returned with comments"),
                                    ("approved", "Approved"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="review",
                            ),
                        ),
                        (
                            "review_note",
                            models.TextField(
                                blank=True, verbose_name="note from the review"
                            ),
                        ),
                        (
                            "submitted_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="sent on"
                            ),
                        ),
                        (
                            "reviewed_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="reviewed on"
                            ),
                        ),
                        (
                            "publish_from",
                            models.DateField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="public from",
                            ),
                        ),
                        (
                            "hidden_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="hidden on"
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
                                max_length=2,
                                verbose_name="country",
                            ),
                        ),
                        (
                            "other_kind",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="other kind"
                            ),
                        ),
                        (
                            "title",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="name of the activity",
                            ),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="name of the activity",
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="name of the activity",
                            ),
                        ),
                        (
                            "status",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "Planned"),
                                    (2, "Under way"),
                                    (3, "Finalising"),
                                    (4, "Closed"),
                                    (5, "Cancelled"),
                                    (6, "Suspended"),
                                ],
                                default=4,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "started",
                            models.DateField(
                                blank=True, null=True, verbose_name="date"
                            ),
                        ),
                        (
                            "ended",
                            models.DateField(
                                blank=True, null=True, verbose_name="last day"
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
                            "date_uncertain",
                            models.BooleanField(
                                default=False, verbose_name="the date is uncertain"
                            ),
                        ),
                        (
                            "sessions",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(1000),
                                ],
                                verbose_name="number of sessions",
                            ),
                        ),
                        (
                            "place_name",
                            models.CharField(
                                blank=True,
                                max_length=120,
                                verbose_name="neighbourhood or community",
                            ),
                        ),
                        (
                            "prevention_level",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("primary", "Primary prevention"),
                                    ("secondary", "Secondary prevention"),
                                    ("tertiary", "Tertiary prevention"),
                                    ("not_sure", "I am not sure"),
                                ],
                                max_length=10,
                                verbose_name="level of prevention",
                            ),
                        ),
                        (
                            "approach",
                            models.CharField(
                                blank=True,
                                choices=[
                                    (
                                        "social_development",
                                        "Prevention through social development",
                                    ),
                                    ("community", "Locally based crime prevention"),
                                    ("situational", "Situational crime prevention"),
                                    ("reintegration", "Reintegration programmes"),
                                ],
                                max_length=20,
                                verbose_name="approach",
                            ),
                        ),
                        (
                            "regional_axis",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("BA", "Violence against women"),
                                    ("BB", "Violence and crime affecting youth"),
                                    ("BC", "Drug misuse"),
                                    ("BD", "Education and training for work"),
                                    ("BE", "Prevention from local governments"),
                                    ("BF", "Armed violence"),
                                ],
                                max_length=2,
                                verbose_name="regional axis",
                            ),
                        ),
                        (
                            "inspire_strategies",
                            models.JSONField(
                                blank=True,
                                default=list,
                                verbose_name="INSPIRE strategies",
                            ),
                        ),
                        (
                            "violence_types",
                            models.JSONField(
                                blank=True,
                                default=list,
                                verbose_name="type of violence",
                            ),
                        ),
                        (
                            "counting_method",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("list", "Attendance list (kept on file)"),
                                    ("count", "Head count"),
                                    ("estimate", "Estimate"),
                                ],
                                max_length=10,
                                verbose_name="how people were counted",
                            ),
                        ),
                        (
                            "what_happened",
                            models.TextField(
                                blank=True,
                                verbose_name="what was done and what happened",
                            ),
                        ),
                        (
                            "what_happened_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what was done and what happened",
                            ),
                        ),
                        (
                            "what_happened_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what was done and what happened",
                            ),
                        ),
                        (
                            "result",
                            models.TextField(blank=True, verbose_name="results"),
                        ),
                        (
                            "result_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="results"
                            ),
                        ),
                        (
                            "result_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="results"
                            ),
                        ),
                        (
                            "difficulty",
                            models.TextField(blank=True, verbose_name="difficulties"),
                        ),
                        (
                            "difficulty_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="difficulties"
                            ),
                        ),
                        (
                            "difficulty_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="difficulties"
                            ),
                        ),
                        (
                            "cost",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0)
                                ],
                                verbose_name="cost",
                            ),
                        ),
                        (
                            "currency",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("BZD", "Belize dollar"),
                                    ("CRC", "Costa Rican colón"),
                                    ("DOP", "Dominican peso"),
                                    ("GTQ", "Guatemalan quetzal"),
                                    ("HNL", "Honduran lempira"),
                                    ("NIO", "Nicaraguan córdoba"),
                                    ("PAB", "Panamanian balboa"),
                                    ("USD", "United States dollar"),
                                ],
                                max_length=3,
                                verbose_name="currency",
                            ),
                        ),
                        (
                            "funding_source",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("municipal", "Municipal funds"),
                                    ("national", "National government"),
                                    ("cooperation", "International cooperation"),
                                    ("private", "Private sector or donations"),
                                    ("none", "It cost nothing"),
                                    ("unknown", "I do not know"),
                                ],
                                max_length=12,
                                verbose_name="who paid",
                            ),
                        ),
                        (
                            "links",
                            models.TextField(
                                blank=True,
                                help_text="One address per line.",
                                verbose_name="links",
                            ),
                        ),
                        (
                            "is_sensitive",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="sensitive"
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                verbose_name="created on",
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
                            "written_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                verbose_name="last saved on",
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1, editable=False, verbose_name="version"
                            ),
                        ),
                        (
                            "content_key",
                            models.SlugField(
                                blank=True,
                                editable=False,
                                max_length=80,
                                null=True,
                                verbose_name="content key",
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
                            "hidden_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="hidden by",
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
                            "kind",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="network.activitykind",
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "reviewed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="reviewed by",
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
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="network.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                        (
                            "venue",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="network.place",
                                verbose_name="done in another place",
                            ),
                        ),
                        (
                            "setting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="network.setting",
                                verbose_name="where it was done",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical activity",
                        "verbose_name_plural": "historical activities",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ActivityCount",
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
                            "sex",
                            models.CharField(
                                choices=[
                                    ("women", "Women"),
                                    ("men", "Men"),
                                    ("other", "Another identity"),
                                    ("unknown", "Not separated"),
                                ],
                                max_length=7,
                                verbose_name="sex",
                            ),
                        ),
                        (
                            "age_band",
                            models.CharField(
                                choices=[
                                    ("0-4", "0 to 4"),
                                    ("5-11", "5 to 11"),
                                    ("12-17", "12 to 17"),
                                    ("18-29", "18 to 29"),
                                    ("30-59", "30 to 59"),
                                    ("60+", "60 and over"),
                                    ("unknown", "Age not separated"),
                                ],
                                default="unknown",
                                max_length=7,
                                verbose_name="age",
                            ),
                        ),
                        ("people", models.PositiveIntegerField(verbose_name="people")),
                        (
                            "hidden",
                            models.BooleanField(
                                default=False,
                                editable=False,
                                verbose_name="published as «fewer than 5»",
                            ),
                        ),
                        (
                            "activity",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="counts",
                                to="network.activity",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "participants",
                        "verbose_name_plural": "participants",
                        "ordering": ("pk",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("activity", "sex", "age_band"),
                                name="one_count_per_cell",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("people__lte", 1000000)),
                                name="count_is_plausible",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("hidden", False),
                                    ("people__lt", 5),
                                    _connector="OR",
                                ),
                                name="only_small_counts_hidden",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Evidence",
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
                            "uuid",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("picture", "Photo"),
                                    ("document", "Document"),
                                ],
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "file",
                            models.FileField(
                                storage=network.models.evidence.evidence_storage,
                                upload_to="",
                                verbose_name="file",
                            ),
                        ),
                        (
                            "small",
                            models.FileField(
                                blank=True,
                                storage=network.models.evidence.evidence_storage,
                                upload_to="",
                                verbose_name="small picture",
                            ),
                        ),
                        ("content_type", models.CharField(max_length=100)),
                        ("size", models.PositiveIntegerField(verbose_name="bytes")),
                        ("width", models.PositiveIntegerField(blank=True, null=True)),
                        ("height", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "pages",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="pages"
                            ),
                        ),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "caption",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="what it shows"
                            ),
                        ),
                        (
                            "people_shown",
                            models.CharField(
                                choices=[
                                    ("nobody", "No, nobody can be recognised"),
                                    (
                                        "adults",
                                        "Yes, adults who agreed to appear in public",
                                    ),
                                    (
                                        "adults_no_consent",
                                        "Yes, adults who were not asked",
                                    ),
                                    ("minors", "Yes, there are minors"),
                                    ("not_sure", "I am not sure"),
                                ],
                                default="not_sure",
                                max_length=17,
                                verbose_name="can anybody be recognised?",
                            ),
                        ),
                        (
                            "public",
                            models.BooleanField(
                                default=False, verbose_name="may be shown to the public"
                            ),
                        ),
                        (
                            "uploaded_at",
                            models.DateTimeField(
                                auto_now_add=True, verbose_name="uploaded on"
                            ),
                        ),
                        (
                            "activity",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="evidence",
                                to="network.activity",
                            ),
                        ),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="uploaded by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "evidence",
                        "verbose_name_plural": "evidence",
                        "ordering": ("pk",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("activity", "sha256"), name="one_copy_of_a_file"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("public", False),
                                    ("people_shown__in", ("nobody", "adults")),
                                    _connector="OR",
                                ),
                                name="no_recognisable_minor_is_public",
                                violation_error_message="A photo in which minors, or people who did not agree, can be recognised is never public.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Invitation",
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
                            "email",
                            models.EmailField(max_length=254, verbose_name="e-mail"),
                        ),
                        (
                            "name",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="name"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("reads", "Reads"),
                                    ("records", "Technical staff: records activities"),
                                    (
                                        "coordinates",
                                        "Coordination: records and manages people",
                                    ),
                                    ("mayor", "Mayor's office: validates"),
                                    ("facilitates", "Facilitates"),
                                    ("reviews", "Reviews activities"),
                                    ("administers", "Administers the association"),
                                    ("edits", "Edits the public pages"),
                                    ("secretariat", "Secretariat of the network"),
                                ],
                                max_length=12,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "position",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="post"
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[("es", "Español"), ("en", "English")],
                                default="es",
                                max_length=2,
                                verbose_name="language",
                            ),
                        ),
                        ("code_hash", models.CharField(editable=False, max_length=64)),
                        (
                            "created_at",
                            models.DateTimeField(
                                auto_now_add=True, verbose_name="issued on"
                            ),
                        ),
                        ("expires_at", models.DateTimeField(verbose_name="expires on")),
                        (
                            "accepted_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="accepted on"
                            ),
                        ),
                        (
                            "revoked_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="revoked on"
                            ),
                        ),
                        (
                            "failed_codes",
                            models.PositiveSmallIntegerField(default=0, editable=False),
                        ),
                        (
                            "accepted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="accepted by",
                            ),
                        ),
                        (
                            "invited_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="invited by",
                            ),
                        ),
                        (
                            "recovers",
                            models.ForeignKey(
                                blank=True,
                                help_text="Someone who lost their mailbox and now uses this address.",
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="recoveries",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="gives access back to",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="invitations",
                                to="network.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "invitation",
                        "verbose_name_plural": "invitations",
                        "ordering": ("-created_at",),
                        "indexes": [
                            models.Index(
                                fields=["email"], name="network_inv_email_7229f3_idx"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Appointment",
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
                            "valid_from",
                            models.DateField(
                                blank=True, null=True, verbose_name="from"
                            ),
                        ),
                        (
                            "valid_to",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("reads", "Reads"),
                                    ("records", "Technical staff: records activities"),
                                    (
                                        "coordinates",
                                        "Coordination: records and manages people",
                                    ),
                                    ("mayor", "Mayor's office: validates"),
                                    ("facilitates", "Facilitates"),
                                    ("reviews", "Reviews activities"),
                                    ("administers", "Administers the association"),
                                    ("edits", "Edits the public pages"),
                                    ("secretariat", "Secretariat of the network"),
                                ],
                                max_length=12,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "position",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="post"
                            ),
                        ),
                        (
                            "approved_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="approved on"
                            ),
                        ),
                        (
                            "ended_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="ended on",
                            ),
                        ),
                        (
                            "ended_reason",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="reason for ending",
                            ),
                        ),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="approved by",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="appointments",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="person",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="appointments",
                                to="network.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "appointment",
                        "verbose_name_plural": "appointments",
                        "ordering": ("organisation", "person"),
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["person", "approved_at"],
                                name="network_app_person__ae95f9_idx",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_from__isnull", True),
                                    ("valid_to__isnull", True),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="appointment_ends_after_it_begins",
                                violation_error_message="The end cannot be before the start.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("valid_to__isnull", True)),
                                fields=("person", "organisation", "role"),
                                name="one_open_appointment",
                                violation_error_message="This person already has this role here.",
                            ),
                        ],
                    },
                ),
            ]
        )
    ]
