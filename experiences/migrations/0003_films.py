import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import experiences.models.films
import simple_history.models
import uuid
import wagtail.contrib.routable_page.models
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

from amuprev.foundation.creating import CreateModels


class Migration(migrations.Migration):
    dependencies = [
        ("experiences", "0002_experience_landing"),
        ("network", "0018_help_lines"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="VideoLandingPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.page",
                            ),
                        ),
                        (
                            "introduction",
                            wagtail.fields.RichTextField(
                                blank=True, verbose_name="introduction"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "videos landing",
                    },
                    bases=(
                        wagtail.contrib.routable_page.models.RoutablePageMixin,
                        "wagtailcore.page",
                    ),
                ),
                migrations.CreateModel(
                    name="Film",
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
                            "people_shown",
                            models.CharField(
                                choices=[
                                    ("nobody", "No, nobody can be recognised"),
                                    (
                                        "adults",
                                        "Yes, only adults, and all of them signed their consent",
                                    ),
                                    (
                                        "adults_no_consent",
                                        "Yes, adults who have not signed",
                                    ),
                                    (
                                        "minors",
                                        "Yes, there are girls, boys or adolescents",
                                    ),
                                    ("not_sure", "I am not sure"),
                                ],
                                default="not_sure",
                                max_length=17,
                                verbose_name="can anybody be recognised?",
                            ),
                        ),
                        (
                            "consent_purpose",
                            models.CharField(
                                blank=True,
                                choices=[
                                    (
                                        "portal",
                                        "To show them to the public on this portal",
                                    ),
                                    (
                                        "outreach",
                                        "To tell about prevention, on this portal too",
                                    ),
                                    (
                                        "training",
                                        "To teach and train, on this portal too",
                                    ),
                                    ("other", "For something else, on this portal too"),
                                ],
                                max_length=10,
                                verbose_name="what they signed for",
                            ),
                        ),
                        (
                            "consent_until",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="their consent holds until",
                            ),
                        ),
                        (
                            "consent_told",
                            models.DateField(blank=True, editable=False, null=True),
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
                            "uuid",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
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
                            "slug",
                            models.SlugField(
                                blank=True,
                                max_length=100,
                                null=True,
                                unique=True,
                                verbose_name="address name",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(max_length=160, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=160, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=160, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "summary",
                            models.TextField(blank=True, verbose_name="what it tells"),
                        ),
                        (
                            "summary_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="what it tells"
                            ),
                        ),
                        (
                            "summary_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="what it tells"
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
                            "year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1895),
                                    django.core.validators.MaxValueValidator(2100),
                                ],
                                verbose_name="year",
                            ),
                        ),
                        (
                            "filmed_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="day it was made"
                            ),
                        ),
                        (
                            "spoken",
                            models.CharField(
                                choices=[
                                    ("es", "Spanish"),
                                    ("en", "English"),
                                    ("other", "Another language"),
                                    ("none", "Nobody speaks"),
                                    ("unknown", "Not known"),
                                ],
                                default="es",
                                max_length=7,
                                verbose_name="spoken language",
                            ),
                        ),
                        (
                            "told_seconds",
                            models.PositiveIntegerField(
                                blank=True,
                                null=True,
                                verbose_name="how long it lasts, in seconds",
                            ),
                        ),
                        (
                            "provider",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("youtube", "YouTube"),
                                    ("vimeo", "Vimeo"),
                                    ("facebook", "Facebook"),
                                ],
                                max_length=8,
                                verbose_name="other site",
                            ),
                        ),
                        (
                            "external_id",
                            models.CharField(blank=True, editable=False, max_length=80),
                        ),
                        (
                            "external_key",
                            models.CharField(blank=True, editable=False, max_length=40),
                        ),
                        (
                            "poster",
                            models.FileField(
                                blank=True,
                                storage=experiences.models.films.film_storage,
                                upload_to="films",
                                verbose_name="still picture",
                            ),
                        ),
                        (
                            "poster_size",
                            models.PositiveIntegerField(default=0, editable=False),
                        ),
                        (
                            "poster_alt",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="what the still picture shows",
                            ),
                        ),
                        (
                            "poster_alt_es",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                null=True,
                                verbose_name="what the still picture shows",
                            ),
                        ),
                        (
                            "poster_alt_en",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                null=True,
                                verbose_name="what the still picture shows",
                            ),
                        ),
                        (
                            "rights_holder",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="who holds the rights",
                            ),
                        ),
                        (
                            "licence",
                            models.CharField(
                                choices=[
                                    ("cc-by-4.0", "Creative Commons Attribution 4.0"),
                                    (
                                        "cc-by-sa-4.0",
                                        "Creative Commons Attribution-ShareAlike 4.0",
                                    ),
                                    (
                                        "cc-by-nc-4.0",
                                        "Creative Commons Attribution-NonCommercial 4.0",
                                    ),
                                    (
                                        "reserved",
                                        "All rights reserved; shown here with permission",
                                    ),
                                    ("unknown", "Licence not known"),
                                ],
                                default="cc-by-4.0",
                                max_length=12,
                                verbose_name="licence",
                            ),
                        ),
                        (
                            "credit",
                            models.CharField(
                                blank=True,
                                help_text="The institution; a person only if they agreed.",
                                max_length=200,
                                verbose_name="who made it",
                            ),
                        ),
                        (
                            "published_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="first published on",
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
                            "experience",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="films",
                                to="experiences.experience",
                                verbose_name="experience",
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
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="films",
                                to="network.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="films",
                                to="network.place",
                                verbose_name="municipality",
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
                                related_name="written_films",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                        (
                            "current",
                            models.OneToOneField(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="experiences.filmfile",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "film",
                        "verbose_name_plural": "films",
                        "ordering": ("-pk",),
                        "indexes": [
                            models.Index(fields=["owner", "id"], name="film_of_owner"),
                            models.Index(
                                fields=["review_state", "id"], name="film_in_state"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("provider", ""),
                                    ("current__isnull", True),
                                    _connector="OR",
                                ),
                                name="film_is_in_one_place",
                                violation_error_message="A film is either uploaded here or stands on another site.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("external_id", ""), ("provider", "")),
                                    models.Q(
                                        models.Q(("provider", ""), _negated=True),
                                        models.Q(("external_id", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="film_elsewhere_has_its_number",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("review_state", "approved"), _negated=True
                                    ),
                                    models.Q(
                                        ("published_at__isnull", False),
                                        ("reviewed_at__isnull", False),
                                        ("slug__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="published_film_has_its_address",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("review_state", "approved"), _negated=True
                                    ),
                                    models.Q(
                                        ("current__isnull", True), ("provider", "")
                                    ),
                                    models.Q(
                                        ("people_shown__in", ("nobody", "adults")),
                                        models.Q(
                                            models.Q(
                                                ("people_shown", "adults"),
                                                _negated=True,
                                            ),
                                            models.Q(
                                                models.Q(
                                                    ("consent_purpose", ""),
                                                    _negated=True,
                                                ),
                                                ("consent_until__isnull", False),
                                            ),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="nobody_in_a_published_film_without_consent",
                                violation_error_message="A film in which minors, or people who did not agree, can be recognised is never public.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FilmFile",
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
                            "file",
                            models.FileField(
                                storage=experiences.models.films.film_storage,
                                upload_to="films",
                                verbose_name="file",
                            ),
                        ),
                        (
                            "size",
                            models.PositiveBigIntegerField(
                                editable=False, verbose_name="bytes"
                            ),
                        ),
                        ("sha256", models.CharField(editable=False, max_length=64)),
                        (
                            "duration",
                            models.PositiveIntegerField(
                                verbose_name="thousandths of a second"
                            ),
                        ),
                        ("width", models.PositiveIntegerField()),
                        ("height", models.PositiveIntegerField()),
                        ("rotation", models.PositiveSmallIntegerField(default=0)),
                        ("container", models.CharField(max_length=40)),
                        ("video_codec", models.CharField(max_length=40)),
                        ("audio_codec", models.CharField(blank=True, max_length=40)),
                        (
                            "uploaded_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                verbose_name="uploaded on",
                            ),
                        ),
                        (
                            "film",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="files",
                                to="experiences.film",
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
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "file of a film",
                        "verbose_name_plural": "files of a film",
                        "ordering": ("pk",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("film", "sha256"), name="one_copy_of_a_film"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("duration__gt", 0),
                                    ("height__gt", 0),
                                    ("size__gt", 0),
                                    ("width__gt", 0),
                                ),
                                name="film_file_was_measured",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FilmStep",
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
                        (
                            "film",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="experiences.film",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "review step of a film",
                        "verbose_name_plural": "review steps of a film",
                        "ordering": ("at", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalFilm",
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
                            "people_shown",
                            models.CharField(
                                choices=[
                                    ("nobody", "No, nobody can be recognised"),
                                    (
                                        "adults",
                                        "Yes, only adults, and all of them signed their consent",
                                    ),
                                    (
                                        "adults_no_consent",
                                        "Yes, adults who have not signed",
                                    ),
                                    (
                                        "minors",
                                        "Yes, there are girls, boys or adolescents",
                                    ),
                                    ("not_sure", "I am not sure"),
                                ],
                                default="not_sure",
                                max_length=17,
                                verbose_name="can anybody be recognised?",
                            ),
                        ),
                        (
                            "consent_purpose",
                            models.CharField(
                                blank=True,
                                choices=[
                                    (
                                        "portal",
                                        "To show them to the public on this portal",
                                    ),
                                    (
                                        "outreach",
                                        "To tell about prevention, on this portal too",
                                    ),
                                    (
                                        "training",
                                        "To teach and train, on this portal too",
                                    ),
                                    ("other", "For something else, on this portal too"),
                                ],
                                max_length=10,
                                verbose_name="what they signed for",
                            ),
                        ),
                        (
                            "consent_until",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="their consent holds until",
                            ),
                        ),
                        (
                            "consent_told",
                            models.DateField(blank=True, editable=False, null=True),
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
                            "uuid",
                            models.UUIDField(
                                db_index=True, default=uuid.uuid4, editable=False
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
                            "slug",
                            models.SlugField(
                                blank=True,
                                max_length=100,
                                null=True,
                                verbose_name="address name",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(max_length=160, verbose_name="title"),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                max_length=160, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                max_length=160, null=True, verbose_name="title"
                            ),
                        ),
                        (
                            "summary",
                            models.TextField(blank=True, verbose_name="what it tells"),
                        ),
                        (
                            "summary_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="what it tells"
                            ),
                        ),
                        (
                            "summary_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="what it tells"
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
                            "year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1895),
                                    django.core.validators.MaxValueValidator(2100),
                                ],
                                verbose_name="year",
                            ),
                        ),
                        (
                            "filmed_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="day it was made"
                            ),
                        ),
                        (
                            "spoken",
                            models.CharField(
                                choices=[
                                    ("es", "Spanish"),
                                    ("en", "English"),
                                    ("other", "Another language"),
                                    ("none", "Nobody speaks"),
                                    ("unknown", "Not known"),
                                ],
                                default="es",
                                max_length=7,
                                verbose_name="spoken language",
                            ),
                        ),
                        (
                            "told_seconds",
                            models.PositiveIntegerField(
                                blank=True,
                                null=True,
                                verbose_name="how long it lasts, in seconds",
                            ),
                        ),
                        (
                            "provider",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("youtube", "YouTube"),
                                    ("vimeo", "Vimeo"),
                                    ("facebook", "Facebook"),
                                ],
                                max_length=8,
                                verbose_name="other site",
                            ),
                        ),
                        (
                            "external_id",
                            models.CharField(blank=True, editable=False, max_length=80),
                        ),
                        (
                            "external_key",
                            models.CharField(blank=True, editable=False, max_length=40),
                        ),
                        (
                            "poster",
                            models.TextField(
                                blank=True, max_length=100, verbose_name="still picture"
                            ),
                        ),
                        (
                            "poster_size",
                            models.PositiveIntegerField(default=0, editable=False),
                        ),
                        (
                            "poster_alt",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="what the still picture shows",
                            ),
                        ),
                        (
                            "poster_alt_es",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                null=True,
                                verbose_name="what the still picture shows",
                            ),
                        ),
                        (
                            "poster_alt_en",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                null=True,
                                verbose_name="what the still picture shows",
                            ),
                        ),
                        (
                            "rights_holder",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="who holds the rights",
                            ),
                        ),
                        (
                            "licence",
                            models.CharField(
                                choices=[
                                    ("cc-by-4.0", "Creative Commons Attribution 4.0"),
                                    (
                                        "cc-by-sa-4.0",
                                        "Creative Commons Attribution-ShareAlike 4.0",
                                    ),
                                    (
                                        "cc-by-nc-4.0",
                                        "Creative Commons Attribution-NonCommercial 4.0",
                                    ),
                                    (
                                        "reserved",
                                        "All rights reserved; shown here with permission",
                                    ),
                                    ("unknown", "Licence not known"),
                                ],
                                default="cc-by-4.0",
                                max_length=12,
                                verbose_name="licence",
                            ),
                        ),
                        (
                            "credit",
                            models.CharField(
                                blank=True,
                                help_text="The institution; a person only if they agreed.",
                                max_length=200,
                                verbose_name="who made it",
                            ),
                        ),
                        (
                            "published_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="first published on",
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
                            "current",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="experiences.filmfile",
                            ),
                        ),
                        (
                            "experience",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="experiences.experience",
                                verbose_name="experience",
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
                    ],
                    options={
                        "verbose_name": "historical film",
                        "verbose_name_plural": "historical films",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Rendition",
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
                                    ("poster", "Still picture"),
                                    ("audio", "Sound alone"),
                                    ("240p", "Light (240p)"),
                                    ("480p", "Clear (480p)"),
                                ],
                                max_length=6,
                                verbose_name="what",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("queued", "Waiting its turn"),
                                    ("running", "Being made"),
                                    ("done", "Ready"),
                                    ("failed", "Could not be made"),
                                ],
                                default="queued",
                                max_length=7,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "progress",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="done, in hundredths"
                            ),
                        ),
                        ("fault", models.CharField(blank=True, max_length=20)),
                        (
                            "tried_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                verbose_name="last sign of work",
                            ),
                        ),
                        (
                            "file",
                            models.FileField(
                                blank=True,
                                storage=experiences.models.films.film_storage,
                                upload_to="films",
                            ),
                        ),
                        ("content_type", models.CharField(blank=True, max_length=40)),
                        (
                            "size",
                            models.PositiveBigIntegerField(
                                default=0, verbose_name="bytes"
                            ),
                        ),
                        ("sha256", models.CharField(blank=True, max_length=64)),
                        ("width", models.PositiveIntegerField(blank=True, null=True)),
                        ("height", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "original",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="renditions",
                                to="experiences.filmfile",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "copy of a film",
                        "verbose_name_plural": "copies of a film",
                        "ordering": ("pk",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("original", "kind"),
                                name="one_rendition_of_a_kind",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "done"), _negated=True),
                                    models.Q(
                                        models.Q(("file", ""), _negated=True),
                                        ("size__gt", 0),
                                    ),
                                    _connector="OR",
                                ),
                                name="rendition_done_has_its_file",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("progress__lte", 100)),
                                name="rendition_progress_in_hundredths",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "failed"), _negated=True),
                                    models.Q(("fault", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="rendition_failed_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Track",
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
                                    ("captions", "Captions: what is said and heard"),
                                    (
                                        "subtitles",
                                        "Subtitles: what is said, translated",
                                    ),
                                    ("chapters", "Chapters"),
                                    ("descriptions", "Descriptions of what is seen"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[("es", "Español"), ("en", "English")],
                                max_length=2,
                                verbose_name="language",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="WebVTT")),
                        ("fits", models.CharField(blank=True, max_length=64)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("reviewed", "Reviewed"),
                                    ("to_review", "To be reviewed"),
                                ],
                                default="draft",
                                max_length=9,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "saved_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                verbose_name="saved on",
                            ),
                        ),
                        (
                            "film",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="tracks",
                                to="experiences.film",
                            ),
                        ),
                        (
                            "saved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "track of a film",
                        "verbose_name_plural": "tracks of a film",
                        "ordering": ("kind", "-language"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("film", "kind", "language"),
                                name="one_track_of_a_language",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "reviewed"), _negated=True),
                                    models.Q(("fits", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="reviewed_track_fits_a_file",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TranscriptLine",
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
                            "language",
                            models.CharField(
                                choices=[("es", "Español"), ("en", "English")],
                                max_length=2,
                                verbose_name="language",
                            ),
                        ),
                        ("start", models.PositiveIntegerField(verbose_name="from")),
                        ("end", models.PositiveIntegerField(verbose_name="until")),
                        ("text", models.TextField(verbose_name="what is said")),
                        (
                            "film",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="transcript",
                                to="experiences.film",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "line of a transcript",
                        "verbose_name_plural": "lines of a transcript",
                        "ordering": ("language", "start"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("film", "language", "start"),
                                name="one_line_at_a_moment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("end__gt", models.F("start"))),
                                name="line_ends_after_it_begins",
                            ),
                        ],
                    },
                ),
            ]
        )
    ]
