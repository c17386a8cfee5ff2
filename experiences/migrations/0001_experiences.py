import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import experiences.models.parts
import simple_history.models
import uuid
from django.conf import settings
from django.db import migrations, models

from amuprev.foundation.creating import CreateModels


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("network", "0017_glossary"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="Experience",
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
                            models.TextField(blank=True, verbose_name="in brief"),
                        ),
                        (
                            "summary_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="in brief"
                            ),
                        ),
                        (
                            "summary_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="in brief"
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
                            "started",
                            models.DateField(
                                blank=True, null=True, verbose_name="began"
                            ),
                        ),
                        (
                            "ended",
                            models.DateField(
                                blank=True, null=True, verbose_name="ended"
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
                                default="year",
                                max_length=5,
                                verbose_name="dates known to the",
                            ),
                        ),
                        (
                            "date_uncertain",
                            models.BooleanField(
                                default=False, verbose_name="the dates are uncertain"
                            ),
                        ),
                        (
                            "goes_on",
                            models.BooleanField(
                                default=False, verbose_name="it goes on"
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
                            "problems",
                            models.JSONField(
                                blank=True, default=list, verbose_name="kind of problem"
                            ),
                        ),
                        (
                            "problem",
                            models.TextField(blank=True, verbose_name="the problem"),
                        ),
                        (
                            "problem_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="the problem"
                            ),
                        ),
                        (
                            "problem_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="the problem"
                            ),
                        ),
                        (
                            "what_was_done",
                            models.TextField(blank=True, verbose_name="what was done"),
                        ),
                        (
                            "what_was_done_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="what was done"
                            ),
                        ),
                        (
                            "what_was_done_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="what was done"
                            ),
                        ),
                        (
                            "what_changed",
                            models.TextField(blank=True, verbose_name="what changed"),
                        ),
                        (
                            "what_changed_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="what changed"
                            ),
                        ),
                        (
                            "what_changed_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="what changed"
                            ),
                        ),
                        (
                            "what_did_not_work",
                            models.TextField(
                                blank=True, verbose_name="what did not work"
                            ),
                        ),
                        (
                            "what_did_not_work_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="what did not work"
                            ),
                        ),
                        (
                            "what_did_not_work_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="what did not work"
                            ),
                        ),
                        (
                            "starting_point",
                            models.TextField(blank=True, verbose_name="starting point"),
                        ),
                        (
                            "starting_point_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="starting point"
                            ),
                        ),
                        (
                            "starting_point_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="starting point"
                            ),
                        ),
                        (
                            "questions",
                            models.TextField(
                                blank=True, verbose_name="initial questions"
                            ),
                        ),
                        (
                            "questions_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="initial questions"
                            ),
                        ),
                        (
                            "questions_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="initial questions"
                            ),
                        ),
                        (
                            "process",
                            models.TextField(
                                blank=True, verbose_name="reconstruction of the process"
                            ),
                        ),
                        (
                            "process_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="reconstruction of the process",
                            ),
                        ),
                        (
                            "process_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="reconstruction of the process",
                            ),
                        ),
                        (
                            "reflection",
                            models.TextField(
                                blank=True, verbose_name="in-depth reflection"
                            ),
                        ),
                        (
                            "reflection_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="in-depth reflection",
                            ),
                        ),
                        (
                            "reflection_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="in-depth reflection",
                            ),
                        ),
                        (
                            "arrival",
                            models.TextField(
                                blank=True, verbose_name="points of arrival"
                            ),
                        ),
                        (
                            "arrival_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="points of arrival"
                            ),
                        ),
                        (
                            "arrival_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="points of arrival"
                            ),
                        ),
                        (
                            "what_we_do_not_know",
                            models.TextField(
                                blank=True, verbose_name="what we do not know"
                            ),
                        ),
                        (
                            "what_we_do_not_know_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "what_we_do_not_know_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "success_factors",
                            models.TextField(
                                blank=True, verbose_name="success factors"
                            ),
                        ),
                        (
                            "success_factors_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="success factors"
                            ),
                        ),
                        (
                            "success_factors_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="success factors"
                            ),
                        ),
                        (
                            "sustainability",
                            models.TextField(blank=True, verbose_name="sustainability"),
                        ),
                        (
                            "sustainability_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="sustainability"
                            ),
                        ),
                        (
                            "sustainability_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="sustainability"
                            ),
                        ),
                        (
                            "gender_note",
                            models.TextField(
                                blank=True, verbose_name="effects on women and men"
                            ),
                        ),
                        (
                            "gender_note_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="effects on women and men",
                            ),
                        ),
                        (
                            "gender_note_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="effects on women and men",
                            ),
                        ),
                        (
                            "how_to_adapt",
                            models.TextField(blank=True, verbose_name="to adapt it"),
                        ),
                        (
                            "how_to_adapt_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="to adapt it"
                            ),
                        ),
                        (
                            "how_to_adapt_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="to adapt it"
                            ),
                        ),
                        (
                            "people_reached",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="people reached"
                            ),
                        ),
                        (
                            "cost_per_person",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=10,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0)
                                ],
                                verbose_name="cost by participant, in US dollars",
                            ),
                        ),
                        (
                            "cost_band",
                            models.CharField(
                                blank=True,
                                choices=[
                                    (
                                        "very_low",
                                        "Very low (under 10 dollars a person)",
                                    ),
                                    ("low", "Low (10 to 49 dollars a person)"),
                                    ("medium", "Medium (50 to 199 dollars a person)"),
                                    ("high", "High (200 to 999 dollars a person)"),
                                    (
                                        "very_high",
                                        "Very high (1,000 dollars a person or more)",
                                    ),
                                ],
                                max_length=10,
                                verbose_name="cost",
                            ),
                        ),
                        (
                            "cost_year",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="year of the cost"
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
                            "systematised_by",
                            models.CharField(
                                blank=True,
                                help_text="The institution; a person only if they agreed.",
                                max_length=200,
                                verbose_name="systematized by",
                            ),
                        ),
                        (
                            "systematised_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="systematized on"
                            ),
                        ),
                        (
                            "full",
                            models.BooleanField(
                                default=False,
                                editable=False,
                                verbose_name="full experience",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveIntegerField(
                                blank=True,
                                editable=False,
                                null=True,
                                unique=True,
                                verbose_name="number",
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
                            "association",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answered_experiences",
                                to="network.organisation",
                                verbose_name="association that answers questions",
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
                            "groups",
                            models.ManyToManyField(
                                blank=True,
                                related_name="experiences",
                                to="network.populationgroup",
                                verbose_name="population groups",
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
                                related_name="experiences",
                                to="network.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                        (
                            "places",
                            models.ManyToManyField(
                                blank=True,
                                related_name="experiences",
                                to="network.place",
                                verbose_name="municipalities",
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
                            "settings",
                            models.ManyToManyField(
                                blank=True,
                                related_name="experiences",
                                to="network.setting",
                                verbose_name="where it was done",
                            ),
                        ),
                        (
                            "themes",
                            models.ManyToManyField(
                                blank=True,
                                related_name="experiences",
                                to="network.theme",
                                verbose_name="themes",
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
                                related_name="written_experiences",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "experience",
                        "verbose_name_plural": "experiences",
                        "ordering": ("-pk",),
                        "indexes": [
                            models.Index(
                                fields=["owner", "id"], name="experience_of_owner"
                            ),
                            models.Index(
                                fields=["review_state", "id"],
                                name="experience_in_state",
                            ),
                            models.Index(
                                fields=["country", "id"], name="experience_in_country"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended__isnull", True),
                                    ("started__isnull", True),
                                    ("ended__gte", models.F("started")),
                                    _connector="OR",
                                ),
                                name="experience_ends_after_it_starts",
                                violation_error_message="The last day cannot be before the first.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("review_state", "approved"), _negated=True
                                    ),
                                    models.Q(
                                        ("position__isnull", False),
                                        ("published_at__isnull", False),
                                        ("reviewed_at__isnull", False),
                                        ("slug__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="published_experience_has_its_address",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("cost_band", ""),
                                    ("cost_year__isnull", False),
                                    _connector="OR",
                                ),
                                name="experience_cost_has_its_year",
                                violation_error_message="Write the year of that cost.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExperienceDocument",
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
                                    ("evaluation", "Evaluation"),
                                    ("plan", "Plan or policy"),
                                    ("norm", "Ordinance or agreement"),
                                    ("tool", "Tool to use"),
                                    ("report", "Report"),
                                    ("other", "Another document"),
                                ],
                                max_length=10,
                                verbose_name="kind",
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
                            "file",
                            models.FileField(
                                blank=True,
                                storage=experiences.models.parts.experience_storage,
                                upload_to="experiences",
                                verbose_name="file",
                            ),
                        ),
                        (
                            "address",
                            models.URLField(
                                blank=True, max_length=500, verbose_name="address"
                            ),
                        ),
                        (
                            "content_type",
                            models.CharField(
                                blank=True, editable=False, max_length=100
                            ),
                        ),
                        (
                            "size",
                            models.PositiveIntegerField(
                                default=0, editable=False, verbose_name="bytes"
                            ),
                        ),
                        (
                            "sha256",
                            models.CharField(blank=True, editable=False, max_length=64),
                        ),
                        (
                            "experience",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="documents",
                                to="experiences.experience",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "document of an experience",
                        "verbose_name_plural": "documents of an experience",
                        "ordering": ("pk",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("file", ""), _negated=True),
                                    models.Q(("address", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="experience_document_is_somewhere",
                                violation_error_message="Attach the file or write its address.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExperienceMilestone",
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
                        ("on", models.DateField(verbose_name="date")),
                        (
                            "precision",
                            models.CharField(
                                choices=[
                                    ("day", "Exact day"),
                                    ("month", "Month and year"),
                                    ("year", "Year only"),
                                ],
                                default="year",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        (
                            "text",
                            models.CharField(
                                max_length=300, verbose_name="what happened"
                            ),
                        ),
                        (
                            "text_es",
                            models.CharField(
                                max_length=300, null=True, verbose_name="what happened"
                            ),
                        ),
                        (
                            "text_en",
                            models.CharField(
                                max_length=300, null=True, verbose_name="what happened"
                            ),
                        ),
                        (
                            "experience",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="milestones",
                                to="experiences.experience",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "milestone of an experience",
                        "verbose_name_plural": "milestones of an experience",
                        "ordering": ("on", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="ExperienceOutcome",
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
                            "text",
                            models.CharField(max_length=300, verbose_name="outcome"),
                        ),
                        (
                            "text_es",
                            models.CharField(
                                max_length=300, null=True, verbose_name="outcome"
                            ),
                        ),
                        (
                            "text_en",
                            models.CharField(
                                max_length=300, null=True, verbose_name="outcome"
                            ),
                        ),
                        (
                            "effect",
                            models.CharField(
                                choices=[
                                    ("effective", "Effective"),
                                    ("promising", "Promising"),
                                    ("ineffective", "Ineffective"),
                                    ("negative", "Negative effects"),
                                    ("not_rated", "Not evaluated"),
                                ],
                                default="not_rated",
                                max_length=12,
                                verbose_name="effect",
                            ),
                        ),
                        (
                            "evidence",
                            models.CharField(
                                choices=[
                                    ("none", "Not evaluated"),
                                    ("monitoring", "Monitoring of activities"),
                                    ("before_after", "Before and after"),
                                    ("comparison", "With a comparison group"),
                                    ("rct", "Randomised"),
                                    ("review", "Systematic review"),
                                ],
                                default="none",
                                max_length=12,
                                verbose_name="strength of the evidence",
                            ),
                        ),
                        (
                            "studies",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("one_study", "One study"),
                                    ("multiple_studies", "Several studies"),
                                ],
                                max_length=16,
                                verbose_name="studies",
                            ),
                        ),
                        (
                            "cost_per_person",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=10,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0)
                                ],
                                verbose_name="cost by participant, in US dollars",
                            ),
                        ),
                        (
                            "cost_band",
                            models.CharField(
                                blank=True,
                                choices=[
                                    (
                                        "very_low",
                                        "Very low (under 10 dollars a person)",
                                    ),
                                    ("low", "Low (10 to 49 dollars a person)"),
                                    ("medium", "Medium (50 to 199 dollars a person)"),
                                    ("high", "High (200 to 999 dollars a person)"),
                                    (
                                        "very_high",
                                        "Very high (1,000 dollars a person or more)",
                                    ),
                                ],
                                max_length=10,
                                verbose_name="cost",
                            ),
                        ),
                        (
                            "cost_year",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="year of the cost"
                            ),
                        ),
                        (
                            "registry",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("crimesolutions", "CrimeSolutions"),
                                    (
                                        "blueprints",
                                        "Blueprints for Healthy Youth Development",
                                    ),
                                    (
                                        "college",
                                        "College of Policing: Crime Reduction Toolkit",
                                    ),
                                    ("yef", "Youth Endowment Fund Toolkit"),
                                    ("campbell", "Campbell Collaboration"),
                                    ("inspire", "INSPIRE (WHO)"),
                                    ("other", "Another registry"),
                                ],
                                max_length=14,
                                verbose_name="international registry",
                            ),
                        ),
                        (
                            "registry_address",
                            models.URLField(
                                blank=True,
                                max_length=500,
                                verbose_name="address of the entry",
                            ),
                        ),
                        (
                            "registry_says",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="what it says"
                            ),
                        ),
                        (
                            "registry_says_es",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="what it says",
                            ),
                        ),
                        (
                            "registry_says_en",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="what it says",
                            ),
                        ),
                        (
                            "evaluation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="outcomes",
                                to="experiences.experiencedocument",
                                verbose_name="evaluation",
                            ),
                        ),
                        (
                            "experience",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="outcomes",
                                to="experiences.experience",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "outcome of an experience",
                        "verbose_name_plural": "outcomes of an experience",
                        "ordering": ("pk",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("effect", "effective"), _negated=True),
                                    ("evaluation__isnull", False),
                                    _connector="OR",
                                ),
                                name="effective_has_its_evaluation",
                                violation_error_message="«Effective» needs the evaluation attached: add it, or choose another effect.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("cost_band", ""),
                                    ("cost_year__isnull", False),
                                    _connector="OR",
                                ),
                                name="outcome_cost_has_its_year",
                                violation_error_message="Write the year of that cost.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExperiencePartner",
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
                            "contribution_es",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                null=True,
                                verbose_name="what they did",
                            ),
                        ),
                        (
                            "contribution_en",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                null=True,
                                verbose_name="what they did",
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
                            "experience",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="partners",
                                to="experiences.experience",
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
                        "verbose_name": "partner of an experience",
                        "verbose_name_plural": "partners of an experience",
                        "ordering": ("pk",),
                    },
                ),
                migrations.CreateModel(
                    name="ExperiencePhoto",
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
                            "uuid",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "file",
                            models.FileField(
                                storage=experiences.models.parts.experience_storage,
                                upload_to="experiences",
                                verbose_name="file",
                            ),
                        ),
                        (
                            "small",
                            models.FileField(
                                blank=True,
                                storage=experiences.models.parts.experience_storage,
                                upload_to="experiences",
                            ),
                        ),
                        (
                            "content_type",
                            models.CharField(editable=False, max_length=100),
                        ),
                        (
                            "size",
                            models.PositiveIntegerField(
                                editable=False, verbose_name="bytes"
                            ),
                        ),
                        ("width", models.PositiveIntegerField(editable=False)),
                        ("height", models.PositiveIntegerField(editable=False)),
                        ("sha256", models.CharField(editable=False, max_length=64)),
                        (
                            "alt_text",
                            models.CharField(
                                max_length=200, verbose_name="what it shows"
                            ),
                        ),
                        (
                            "alt_text_es",
                            models.CharField(
                                max_length=200, null=True, verbose_name="what it shows"
                            ),
                        ),
                        (
                            "alt_text_en",
                            models.CharField(
                                max_length=200, null=True, verbose_name="what it shows"
                            ),
                        ),
                        (
                            "public",
                            models.BooleanField(
                                default=False, verbose_name="may be shown to the public"
                            ),
                        ),
                        (
                            "experience",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="photos",
                                to="experiences.experience",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "photo of an experience",
                        "verbose_name_plural": "photos of an experience",
                        "ordering": ("pk",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("experience", "sha256"),
                                name="one_copy_of_a_photo",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("public", False),
                                    ("people_shown__in", ("nobody", "adults")),
                                    _connector="OR",
                                ),
                                name="no_recognisable_minor_in_an_experience",
                                violation_error_message="A photo in which minors, or people who did not agree, can be recognised is never public.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("public", False),
                                    models.Q(("people_shown", "adults"), _negated=True),
                                    models.Q(
                                        models.Q(
                                            ("consent_purpose", ""), _negated=True
                                        ),
                                        ("consent_until__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="adults_of_an_experience_signed",
                                violation_error_message="Say what the people shown signed for and until when.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExperienceStep",
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
                            "experience",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="experiences.experience",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "review step of an experience",
                        "verbose_name_plural": "review steps of an experience",
                        "ordering": ("at", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="FacetBits",
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
                        ("facet", models.CharField(max_length=20)),
                        ("value", models.CharField(max_length=80)),
                        ("bits", models.BinaryField(default=bytes)),
                    ],
                    options={
                        "verbose_name": "bits of a filter",
                        "verbose_name_plural": "bits of filters",
                        "ordering": ("facet", "value"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("facet", "value"), name="one_row_of_bits"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalExperience",
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
                            models.TextField(blank=True, verbose_name="in brief"),
                        ),
                        (
                            "summary_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="in brief"
                            ),
                        ),
                        (
                            "summary_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="in brief"
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
                            "started",
                            models.DateField(
                                blank=True, null=True, verbose_name="began"
                            ),
                        ),
                        (
                            "ended",
                            models.DateField(
                                blank=True, null=True, verbose_name="ended"
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
                                default="year",
                                max_length=5,
                                verbose_name="dates known to the",
                            ),
                        ),
                        (
                            "date_uncertain",
                            models.BooleanField(
                                default=False, verbose_name="the dates are uncertain"
                            ),
                        ),
                        (
                            "goes_on",
                            models.BooleanField(
                                default=False, verbose_name="it goes on"
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
                            "problems",
                            models.JSONField(
                                blank=True, default=list, verbose_name="kind of problem"
                            ),
                        ),
                        (
                            "problem",
                            models.TextField(blank=True, verbose_name="the problem"),
                        ),
                        (
                            "problem_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="the problem"
                            ),
                        ),
                        (
                            "problem_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="the problem"
                            ),
                        ),
                        (
                            "what_was_done",
                            models.TextField(blank=True, verbose_name="what was done"),
                        ),
                        (
                            "what_was_done_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="what was done"
                            ),
                        ),
                        (
                            "what_was_done_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="what was done"
                            ),
                        ),
                        (
                            "what_changed",
                            models.TextField(blank=True, verbose_name="what changed"),
                        ),
                        (
                            "what_changed_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="what changed"
                            ),
                        ),
                        (
                            "what_changed_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="what changed"
                            ),
                        ),
                        (
                            "what_did_not_work",
                            models.TextField(
                                blank=True, verbose_name="what did not work"
                            ),
                        ),
                        (
                            "what_did_not_work_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="what did not work"
                            ),
                        ),
                        (
                            "what_did_not_work_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="what did not work"
                            ),
                        ),
                        (
                            "starting_point",
                            models.TextField(blank=True, verbose_name="starting point"),
                        ),
                        (
                            "starting_point_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="starting point"
                            ),
                        ),
                        (
                            "starting_point_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="starting point"
                            ),
                        ),
                        (
                            "questions",
                            models.TextField(
                                blank=True, verbose_name="initial questions"
                            ),
                        ),
                        (
                            "questions_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="initial questions"
                            ),
                        ),
                        (
                            "questions_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="initial questions"
                            ),
                        ),
                        (
                            "process",
                            models.TextField(
                                blank=True, verbose_name="reconstruction of the process"
                            ),
                        ),
                        (
                            "process_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="reconstruction of the process",
                            ),
                        ),
                        (
                            "process_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="reconstruction of the process",
                            ),
                        ),
                        (
                            "reflection",
                            models.TextField(
                                blank=True, verbose_name="in-depth reflection"
                            ),
                        ),
                        (
                            "reflection_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="in-depth reflection",
                            ),
                        ),
                        (
                            "reflection_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="in-depth reflection",
                            ),
                        ),
                        (
                            "arrival",
                            models.TextField(
                                blank=True, verbose_name="points of arrival"
                            ),
                        ),
                        (
                            "arrival_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="points of arrival"
                            ),
                        ),
                        (
                            "arrival_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="points of arrival"
                            ),
                        ),
                        (
                            "what_we_do_not_know",
                            models.TextField(
                                blank=True, verbose_name="what we do not know"
                            ),
                        ),
                        (
                            "what_we_do_not_know_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "what_we_do_not_know_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what we do not know",
                            ),
                        ),
                        (
                            "success_factors",
                            models.TextField(
                                blank=True, verbose_name="success factors"
                            ),
                        ),
                        (
                            "success_factors_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="success factors"
                            ),
                        ),
                        (
                            "success_factors_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="success factors"
                            ),
                        ),
                        (
                            "sustainability",
                            models.TextField(blank=True, verbose_name="sustainability"),
                        ),
                        (
                            "sustainability_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="sustainability"
                            ),
                        ),
                        (
                            "sustainability_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="sustainability"
                            ),
                        ),
                        (
                            "gender_note",
                            models.TextField(
                                blank=True, verbose_name="effects on women and men"
                            ),
                        ),
                        (
                            "gender_note_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="effects on women and men",
                            ),
                        ),
                        (
                            "gender_note_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="effects on women and men",
                            ),
                        ),
                        (
                            "how_to_adapt",
                            models.TextField(blank=True, verbose_name="to adapt it"),
                        ),
                        (
                            "how_to_adapt_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="to adapt it"
                            ),
                        ),
                        (
                            "how_to_adapt_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="to adapt it"
                            ),
                        ),
                        (
                            "people_reached",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="people reached"
                            ),
                        ),
                        (
                            "cost_per_person",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=10,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0)
                                ],
                                verbose_name="cost by participant, in US dollars",
                            ),
                        ),
                        (
                            "cost_band",
                            models.CharField(
                                blank=True,
                                choices=[
                                    (
                                        "very_low",
                                        "Very low (under 10 dollars a person)",
                                    ),
                                    ("low", "Low (10 to 49 dollars a person)"),
                                    ("medium", "Medium (50 to 199 dollars a person)"),
                                    ("high", "High (200 to 999 dollars a person)"),
                                    (
                                        "very_high",
                                        "Very high (1,000 dollars a person or more)",
                                    ),
                                ],
                                max_length=10,
                                verbose_name="cost",
                            ),
                        ),
                        (
                            "cost_year",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="year of the cost"
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
                            "systematised_by",
                            models.CharField(
                                blank=True,
                                help_text="The institution; a person only if they agreed.",
                                max_length=200,
                                verbose_name="systematized by",
                            ),
                        ),
                        (
                            "systematised_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="systematized on"
                            ),
                        ),
                        (
                            "full",
                            models.BooleanField(
                                default=False,
                                editable=False,
                                verbose_name="full experience",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveIntegerField(
                                blank=True,
                                db_index=True,
                                editable=False,
                                null=True,
                                verbose_name="number",
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
                            "association",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="network.organisation",
                                verbose_name="association that answers questions",
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
                        "verbose_name": "historical experience",
                        "verbose_name_plural": "historical experiences",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalExperienceOutcome",
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
                            "text",
                            models.CharField(max_length=300, verbose_name="outcome"),
                        ),
                        (
                            "text_es",
                            models.CharField(
                                max_length=300, null=True, verbose_name="outcome"
                            ),
                        ),
                        (
                            "text_en",
                            models.CharField(
                                max_length=300, null=True, verbose_name="outcome"
                            ),
                        ),
                        (
                            "effect",
                            models.CharField(
                                choices=[
                                    ("effective", "Effective"),
                                    ("promising", "Promising"),
                                    ("ineffective", "Ineffective"),
                                    ("negative", "Negative effects"),
                                    ("not_rated", "Not evaluated"),
                                ],
                                default="not_rated",
                                max_length=12,
                                verbose_name="effect",
                            ),
                        ),
                        (
                            "evidence",
                            models.CharField(
                                choices=[
                                    ("none", "Not evaluated"),
                                    ("monitoring", "Monitoring of activities"),
                                    ("before_after", "Before and after"),
                                    ("comparison", "With a comparison group"),
                                    ("rct", "Randomised"),
                                    ("review", "Systematic review"),
                                ],
                                default="none",
                                max_length=12,
                                verbose_name="strength of the evidence",
                            ),
                        ),
                        (
                            "studies",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("one_study", "One study"),
                                    ("multiple_studies", "Several studies"),
                                ],
                                max_length=16,
                                verbose_name="studies",
                            ),
                        ),
                        (
                            "cost_per_person",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=10,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0)
                                ],
                                verbose_name="cost by participant, in US dollars",
                            ),
                        ),
                        (
                            "cost_band",
                            models.CharField(
                                blank=True,
                                choices=[
                                    (
                                        "very_low",
                                        "Very low (under 10 dollars a person)",
                                    ),
                                    ("low", "Low (10 to 49 dollars a person)"),
                                    ("medium", "Medium (50 to 199 dollars a person)"),
                                    ("high", "High (200 to 999 dollars a person)"),
                                    (
                                        "very_high",
                                        "Very high (1,000 dollars a person or more)",
                                    ),
                                ],
                                max_length=10,
                                verbose_name="cost",
                            ),
                        ),
                        (
                            "cost_year",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="year of the cost"
                            ),
                        ),
                        (
                            "registry",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("crimesolutions", "CrimeSolutions"),
                                    (
                                        "blueprints",
                                        "Blueprints for Healthy Youth Development",
                                    ),
                                    (
                                        "college",
                                        "College of Policing: Crime Reduction Toolkit",
                                    ),
                                    ("yef", "Youth Endowment Fund Toolkit"),
                                    ("campbell", "Campbell Collaboration"),
                                    ("inspire", "INSPIRE (WHO)"),
                                    ("other", "Another registry"),
                                ],
                                max_length=14,
                                verbose_name="international registry",
                            ),
                        ),
                        (
                            "registry_address",
                            models.URLField(
                                blank=True,
                                max_length=500,
                                verbose_name="address of the entry",
                            ),
                        ),
                        (
                            "registry_says",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="what it says"
                            ),
                        ),
                        (
                            "registry_says_es",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="what it says",
                            ),
                        ),
                        (
                            "registry_says_en",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="what it says",
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
                            "evaluation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="experiences.experiencedocument",
                                verbose_name="evaluation",
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
                        "verbose_name": "historical outcome of an experience",
                        "verbose_name_plural": "historical outcomes of an experience",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="SectionState",
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
                            "section",
                            models.CharField(
                                choices=[
                                    ("about", "What it is about"),
                                    ("problem", "The problem"),
                                    ("what_was_done", "What was done"),
                                    ("what_changed", "What changed"),
                                    ("what_did_not_work", "What did not work"),
                                    ("starting_point", "1. Starting point"),
                                    ("questions", "2. Initial questions"),
                                    ("process", "3. Reconstruction of the process"),
                                    ("reflection", "4. In-depth reflection"),
                                    ("arrival", "5. Points of arrival"),
                                    ("what_we_do_not_know", "What we do not know"),
                                    ("success_factors", "Success factors"),
                                    ("sustainability", "Sustainability"),
                                    ("gender_note", "Effects on women and men"),
                                    ("how_to_adapt", "To adapt it"),
                                    ("outcomes", "Outcomes, evidence and cost"),
                                    ("voices", "Voices"),
                                    ("partners", "Who took part"),
                                    ("files", "Documents and photos"),
                                ],
                                max_length=20,
                                verbose_name="section",
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=0, verbose_name="version"
                            ),
                        ),
                        (
                            "saved_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="last saved on"
                            ),
                        ),
                        (
                            "note",
                            models.TextField(
                                blank=True, verbose_name="note from the review"
                            ),
                        ),
                        (
                            "noted_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="noted on"
                            ),
                        ),
                        (
                            "experience",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="section_states",
                                to="experiences.experience",
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
                                verbose_name="last saved by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "section of an experience",
                        "verbose_name_plural": "sections of an experience",
                        "ordering": ("pk",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("experience", "section"),
                                name="one_state_for_a_section",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Voice",
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
                            "role",
                            models.CharField(
                                choices=[
                                    ("mayor", "Mayor or council"),
                                    ("staff", "Municipal staff"),
                                    ("police", "Police"),
                                    ("teacher", "Teacher"),
                                    ("neighbour", "Neighbour"),
                                    ("young", "Young adult"),
                                    ("partner", "Partner institution"),
                                    ("other", "Another role"),
                                ],
                                max_length=10,
                                verbose_name="role",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="what they tell")),
                        (
                            "text_es",
                            models.TextField(null=True, verbose_name="what they tell"),
                        ),
                        (
                            "text_en",
                            models.TextField(null=True, verbose_name="what they tell"),
                        ),
                        (
                            "consented",
                            models.BooleanField(
                                default=False,
                                verbose_name="they are of age and agreed to be quoted here",
                            ),
                        ),
                        (
                            "consent_until",
                            models.DateField(
                                null=True, verbose_name="their consent holds until"
                            ),
                        ),
                        (
                            "experience",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="voices",
                                to="experiences.experience",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "voice",
                        "verbose_name_plural": "voices",
                        "ordering": ("pk",),
                    },
                ),
            ]
        )
    ]
