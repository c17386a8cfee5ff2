import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import simple_history.models
import twinnings.models.storage
import uuid
from django.conf import settings
from django.db import migrations, models

from amuprev.foundation.creating import CreateModels


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("network", "0023_twinnings_told"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="HistoricalTwinning",
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
                                verbose_name="dates known to the",
                            ),
                        ),
                        (
                            "date_uncertain",
                            models.BooleanField(
                                default=False, verbose_name="the date is uncertain"
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
                            "discarded_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="discarded on",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(
                                blank=True,
                                editable=False,
                                max_length=300,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                blank=True,
                                editable=False,
                                max_length=300,
                                null=True,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                blank=True,
                                editable=False,
                                max_length=300,
                                null=True,
                                verbose_name="name",
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
                            "type",
                            models.CharField(
                                choices=[
                                    ("friendship", "Friendship city"),
                                    ("sister", "Sister city"),
                                    ("technical", "Technical partnership"),
                                    ("network", "Thematic network"),
                                ],
                                default="technical",
                                max_length=10,
                                verbose_name="type",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("exploring", "Exploring"),
                                    ("letter", "Letter of intent"),
                                    ("active", "Active"),
                                    ("paused", "Paused"),
                                    ("ended", "Ended"),
                                    ("unknown", "Not recorded"),
                                ],
                                default="exploring",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "parties_key",
                            models.CharField(
                                blank=True, editable=False, max_length=200
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
                            "offer",
                            models.TextField(
                                blank=True, verbose_name="what each side can offer"
                            ),
                        ),
                        (
                            "offer_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what each side can offer",
                            ),
                        ),
                        (
                            "offer_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what each side can offer",
                            ),
                        ),
                        (
                            "objective",
                            models.TextField(blank=True, verbose_name="objective"),
                        ),
                        (
                            "objective_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="objective"
                            ),
                        ),
                        (
                            "objective_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="objective"
                            ),
                        ),
                        (
                            "agreement_summary",
                            models.TextField(
                                blank=True, verbose_name="what the agreement says"
                            ),
                        ),
                        (
                            "agreement_summary_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what the agreement says",
                            ),
                        ),
                        (
                            "agreement_summary_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what the agreement says",
                            ),
                        ),
                        (
                            "results",
                            models.TextField(
                                blank=True, verbose_name="what came of it"
                            ),
                        ),
                        (
                            "results_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="what came of it"
                            ),
                        ),
                        (
                            "results_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="what came of it"
                            ),
                        ),
                        (
                            "funding",
                            models.TextField(
                                blank=True, verbose_name="how it was paid for"
                            ),
                        ),
                        (
                            "funding_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="how it was paid for",
                            ),
                        ),
                        (
                            "funding_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="how it was paid for",
                            ),
                        ),
                        (
                            "signed_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="signed on"
                            ),
                        ),
                        (
                            "signed_precision",
                            models.CharField(
                                choices=[
                                    ("day", "Exact day"),
                                    ("month", "Month and year"),
                                    ("year", "Year only"),
                                ],
                                default="day",
                                max_length=5,
                                verbose_name="signing known to the",
                            ),
                        ),
                        (
                            "signed_uncertain",
                            models.BooleanField(
                                default=False,
                                verbose_name="the day of signing is uncertain",
                            ),
                        ),
                        (
                            "signed_where",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="signed in"
                            ),
                        ),
                        (
                            "term_months",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(600),
                                ],
                                verbose_name="term, in months",
                            ),
                        ),
                        (
                            "renewal",
                            models.CharField(
                                choices=[
                                    ("automatic", "It goes on by itself"),
                                    ("agreed", "By a new agreement"),
                                    ("none", "It is not renewed"),
                                    ("unknown", "Not recorded"),
                                ],
                                default="unknown",
                                max_length=10,
                                verbose_name="renewal",
                            ),
                        ),
                        (
                            "next_review",
                            models.DateField(
                                blank=True, null=True, verbose_name="next review"
                            ),
                        ),
                        (
                            "ended_by",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("council", "Decision of a council"),
                                    ("term", "Its term was over"),
                                    ("other", "In another way"),
                                    ("unknown", "Not recorded"),
                                ],
                                max_length=10,
                                verbose_name="how it ended",
                            ),
                        ),
                        (
                            "languages",
                            models.JSONField(
                                blank=True,
                                default=list,
                                verbose_name="working languages",
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
                            "management_themes",
                            models.JSONField(
                                blank=True,
                                default=list,
                                verbose_name="themes of management",
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
                            "discarded_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="discarded by",
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
                                verbose_name="organisation that tells of it",
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
                        "verbose_name": "historical twinning",
                        "verbose_name_plural": "historical twinnings",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Twinning",
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
                                verbose_name="dates known to the",
                            ),
                        ),
                        (
                            "date_uncertain",
                            models.BooleanField(
                                default=False, verbose_name="the date is uncertain"
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
                            "discarded_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="discarded on",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(
                                blank=True,
                                editable=False,
                                max_length=300,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                blank=True,
                                editable=False,
                                max_length=300,
                                null=True,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                blank=True,
                                editable=False,
                                max_length=300,
                                null=True,
                                verbose_name="name",
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
                            "type",
                            models.CharField(
                                choices=[
                                    ("friendship", "Friendship city"),
                                    ("sister", "Sister city"),
                                    ("technical", "Technical partnership"),
                                    ("network", "Thematic network"),
                                ],
                                default="technical",
                                max_length=10,
                                verbose_name="type",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("exploring", "Exploring"),
                                    ("letter", "Letter of intent"),
                                    ("active", "Active"),
                                    ("paused", "Paused"),
                                    ("ended", "Ended"),
                                    ("unknown", "Not recorded"),
                                ],
                                default="exploring",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "parties_key",
                            models.CharField(
                                blank=True, editable=False, max_length=200
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
                            "offer",
                            models.TextField(
                                blank=True, verbose_name="what each side can offer"
                            ),
                        ),
                        (
                            "offer_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what each side can offer",
                            ),
                        ),
                        (
                            "offer_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what each side can offer",
                            ),
                        ),
                        (
                            "objective",
                            models.TextField(blank=True, verbose_name="objective"),
                        ),
                        (
                            "objective_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="objective"
                            ),
                        ),
                        (
                            "objective_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="objective"
                            ),
                        ),
                        (
                            "agreement_summary",
                            models.TextField(
                                blank=True, verbose_name="what the agreement says"
                            ),
                        ),
                        (
                            "agreement_summary_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what the agreement says",
                            ),
                        ),
                        (
                            "agreement_summary_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what the agreement says",
                            ),
                        ),
                        (
                            "results",
                            models.TextField(
                                blank=True, verbose_name="what came of it"
                            ),
                        ),
                        (
                            "results_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="what came of it"
                            ),
                        ),
                        (
                            "results_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="what came of it"
                            ),
                        ),
                        (
                            "funding",
                            models.TextField(
                                blank=True, verbose_name="how it was paid for"
                            ),
                        ),
                        (
                            "funding_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="how it was paid for",
                            ),
                        ),
                        (
                            "funding_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="how it was paid for",
                            ),
                        ),
                        (
                            "signed_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="signed on"
                            ),
                        ),
                        (
                            "signed_precision",
                            models.CharField(
                                choices=[
                                    ("day", "Exact day"),
                                    ("month", "Month and year"),
                                    ("year", "Year only"),
                                ],
                                default="day",
                                max_length=5,
                                verbose_name="signing known to the",
                            ),
                        ),
                        (
                            "signed_uncertain",
                            models.BooleanField(
                                default=False,
                                verbose_name="the day of signing is uncertain",
                            ),
                        ),
                        (
                            "signed_where",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="signed in"
                            ),
                        ),
                        (
                            "term_months",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(600),
                                ],
                                verbose_name="term, in months",
                            ),
                        ),
                        (
                            "renewal",
                            models.CharField(
                                choices=[
                                    ("automatic", "It goes on by itself"),
                                    ("agreed", "By a new agreement"),
                                    ("none", "It is not renewed"),
                                    ("unknown", "Not recorded"),
                                ],
                                default="unknown",
                                max_length=10,
                                verbose_name="renewal",
                            ),
                        ),
                        (
                            "next_review",
                            models.DateField(
                                blank=True, null=True, verbose_name="next review"
                            ),
                        ),
                        (
                            "ended_by",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("council", "Decision of a council"),
                                    ("term", "Its term was over"),
                                    ("other", "In another way"),
                                    ("unknown", "Not recorded"),
                                ],
                                max_length=10,
                                verbose_name="how it ended",
                            ),
                        ),
                        (
                            "languages",
                            models.JSONField(
                                blank=True,
                                default=list,
                                verbose_name="working languages",
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
                            "management_themes",
                            models.JSONField(
                                blank=True,
                                default=list,
                                verbose_name="themes of management",
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
                            "discarded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="discarded by",
                            ),
                        ),
                        (
                            "facilitators",
                            models.ManyToManyField(
                                blank=True,
                                related_name="facilitated_twinnings",
                                to="network.organisation",
                                verbose_name="facilitated by",
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
                                related_name="%(class)ss",
                                to="network.organisation",
                                verbose_name="organisation that tells of it",
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
                            "themes",
                            models.ManyToManyField(
                                blank=True,
                                related_name="twinnings",
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
                                related_name="written_%(class)ss",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "twinning",
                        "verbose_name_plural": "twinnings",
                        "ordering": ("-pk",),
                        "indexes": [
                            models.Index(
                                fields=["owner", "id"], name="twinning_of_owner"
                            ),
                            models.Index(
                                fields=["review_state", "id"], name="twinning_in_state"
                            ),
                            models.Index(
                                condition=models.Q(("discarded_at__isnull", False)),
                                fields=["discarded_at"],
                                name="twinning_discarded",
                            ),
                            models.Index(
                                fields=["status", "id"], name="twinning_with_status"
                            ),
                            models.Index(
                                fields=["parties_key"], name="twinning_between"
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
                                name="twinning_ends_after_it_starts",
                                violation_error_message="The last day cannot be before the first.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("discarded_at__isnull", True),
                                    models.Q(
                                        ("published_at__isnull", True),
                                        ("review_state__in", ("draft", "returned")),
                                    ),
                                    _connector="OR",
                                ),
                                name="only_unpublished_twinnings_are_discarded",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("review_state", "approved"), _negated=True
                                    ),
                                    models.Q(
                                        ("published_at__isnull", False),
                                        ("reviewed_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="approved_twinning_has_its_day",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    models.Q(("status", "ended"), _negated=True),
                                    models.Q(("parties_key", ""), _negated=True),
                                    ("discarded_at__isnull", True),
                                ),
                                fields=("parties_key",),
                                name="one_open_twinning_of_the_same_parties",
                                violation_error_message="These parties have a twinning already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("review_state", "approved"), _negated=True
                                    ),
                                    ("slug__isnull", False),
                                    _connector="OR",
                                ),
                                name="published_twinning_has_its_address",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "ended"), _negated=True),
                                    models.Q(("ended_by", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="ended_twinning_says_how",
                                violation_error_message="Say how the twinning ended.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_by", ""),
                                    ("status", "ended"),
                                    _connector="OR",
                                ),
                                name="only_ended_twinnings_say_how",
                                violation_error_message="Only a twinning that ended says how.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Party",
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
                            "unnamed",
                            models.PositiveSmallIntegerField(
                                default=0,
                                validators=[
                                    django.core.validators.MaxValueValidator(50)
                                ],
                                verbose_name="how many that no source names",
                            ),
                        ),
                        (
                            "uncertain",
                            models.BooleanField(
                                default=False,
                                verbose_name="whether it took part is uncertain",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                blank=True,
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
                            "body",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="police or department that takes part",
                            ),
                        ),
                        (
                            "body_es",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="police or department that takes part",
                            ),
                        ),
                        (
                            "body_en",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="police or department that takes part",
                            ),
                        ),
                        (
                            "signing_office",
                            models.CharField(
                                blank=True,
                                help_text="The office, never the person.",
                                max_length=160,
                                verbose_name="office that signs",
                            ),
                        ),
                        (
                            "signing_office_es",
                            models.CharField(
                                blank=True,
                                help_text="The office, never the person.",
                                max_length=160,
                                null=True,
                                verbose_name="office that signs",
                            ),
                        ),
                        (
                            "signing_office_en",
                            models.CharField(
                                blank=True,
                                help_text="The office, never the person.",
                                max_length=160,
                                null=True,
                                verbose_name="office that signs",
                            ),
                        ),
                        (
                            "contact_office",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="office that answers letters",
                            ),
                        ),
                        (
                            "contact_office_es",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="office that answers letters",
                            ),
                        ),
                        (
                            "contact_office_en",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="office that answers letters",
                            ),
                        ),
                        (
                            "contact_email",
                            models.EmailField(
                                blank=True,
                                max_length=254,
                                verbose_name="e-mail of that office",
                            ),
                        ),
                        (
                            "contact_language",
                            models.CharField(
                                choices=[("es", "Español"), ("en", "English")],
                                default="en",
                                max_length=2,
                                verbose_name="language of that office",
                            ),
                        ),
                        (
                            "ratification",
                            models.CharField(
                                choices=[
                                    ("unknown", "Not recorded"),
                                    ("pending", "Pending"),
                                    ("ratified", "Ratified"),
                                    ("not_needed", "Not needed"),
                                ],
                                default="unknown",
                                max_length=10,
                                verbose_name="ratified by its governing body",
                            ),
                        ),
                        (
                            "ratified_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="ratified on"
                            ),
                        ),
                        (
                            "ratified_precision",
                            models.CharField(
                                choices=[
                                    ("day", "Exact day"),
                                    ("month", "Month and year"),
                                    ("year", "Year only"),
                                ],
                                default="day",
                                max_length=5,
                                verbose_name="ratification known to the",
                            ),
                        ),
                        (
                            "ratified_uncertain",
                            models.BooleanField(
                                default=False,
                                verbose_name="the day of the ratification is uncertain",
                            ),
                        ),
                        (
                            "ratified_act",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="act, with its number",
                            ),
                        ),
                        (
                            "ratified_file",
                            models.FileField(
                                blank=True,
                                storage=twinnings.models.storage.twinning_storage,
                                upload_to="twinnings",
                                verbose_name="file of the act",
                            ),
                        ),
                        (
                            "ratified_type",
                            models.CharField(
                                blank=True, editable=False, max_length=100
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="position"
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="twinning_parties",
                                to="network.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="twinning_parties",
                                to="network.place",
                                verbose_name="territory",
                            ),
                        ),
                        (
                            "twinning",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parties",
                                to="twinnings.twinning",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "party of a twinning",
                        "verbose_name_plural": "parties of a twinning",
                        "ordering": ("position", "pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("unnamed", 0),
                                        models.Q(
                                            ("place__isnull", False),
                                            ("organisation__isnull", False),
                                            _connector="OR",
                                        ),
                                    ),
                                    models.Q(
                                        ("organisation__isnull", True),
                                        ("place__isnull", True),
                                        ("unnamed__gt", 0),
                                    ),
                                    _connector="OR",
                                ),
                                name="party_is_somebody",
                                violation_error_message="Choose the territory or the organisation, or say how many are not named.",
                            ),
                            models.UniqueConstraint(
                                fields=("twinning", "place"),
                                name="place_once_in_a_twinning",
                                violation_error_message="A municipality is not twinned with itself.",
                            ),
                            models.UniqueConstraint(
                                fields=("twinning", "organisation"),
                                name="organisation_once_in_a_twinning",
                                violation_error_message="A municipality is not twinned with itself.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ratification", "ratified"),
                                    models.Q(
                                        ("ratified_act", ""),
                                        ("ratified_file", ""),
                                        ("ratified_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="only_what_was_ratified_has_an_act",
                                violation_error_message="Say that it was ratified.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Exchange",
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
                                verbose_name="dates known to the",
                            ),
                        ),
                        (
                            "date_uncertain",
                            models.BooleanField(
                                default=False, verbose_name="the date is uncertain"
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
                            "discarded_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="discarded on",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="name"
                            ),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "modality",
                            models.CharField(
                                choices=[
                                    ("visit", "Study visit"),
                                    ("assistance", "Technical assistance"),
                                    ("placement", "Placement"),
                                    ("workshop", "Joint workshop"),
                                    ("virtual", "Virtual meeting"),
                                    ("police_training", "Police training"),
                                    ("joint_project", "Joint project"),
                                ],
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "direction",
                            models.CharField(
                                choices=[
                                    ("outgoing", "We visited them"),
                                    ("incoming", "They visited us"),
                                    ("both", "In both directions"),
                                    ("virtual", "Nobody travelled"),
                                ],
                                max_length=10,
                                verbose_name="direction",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("held", "Held"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="planned",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "outside_confirmed",
                            models.BooleanField(
                                default=False,
                                verbose_name="it was before or after the twinning, and it is so",
                            ),
                        ),
                        (
                            "what_happened",
                            models.TextField(blank=True, verbose_name="what was done"),
                        ),
                        (
                            "what_happened_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="what was done"
                            ),
                        ),
                        (
                            "what_happened_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="what was done"
                            ),
                        ),
                        (
                            "learnt",
                            models.TextField(
                                blank=True, verbose_name="what was learnt"
                            ),
                        ),
                        (
                            "learnt_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="what was learnt"
                            ),
                        ),
                        (
                            "learnt_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="what was learnt"
                            ),
                        ),
                        (
                            "result",
                            models.TextField(
                                blank=True, verbose_name="what came of it"
                            ),
                        ),
                        (
                            "result_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="what came of it"
                            ),
                        ),
                        (
                            "result_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="what came of it"
                            ),
                        ),
                        (
                            "in_kind_hours",
                            models.PositiveIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MaxValueValidator(100000)
                                ],
                                verbose_name="hours given free of charge",
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
                            "payer",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="who paid"
                            ),
                        ),
                        (
                            "payer_es",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="who paid",
                            ),
                        ),
                        (
                            "payer_en",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="who paid",
                            ),
                        ),
                        (
                            "language_support",
                            models.CharField(
                                choices=[
                                    ("not_needed", "None was needed"),
                                    ("bilingual", "Bilingual staff"),
                                    ("interpreter", "Interpreters"),
                                    ("volunteers", "Volunteers"),
                                    ("unknown", "Not recorded"),
                                ],
                                default="unknown",
                                max_length=12,
                                verbose_name="how people understood each other",
                            ),
                        ),
                        (
                            "satisfied_useful",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "Very little"),
                                    (2, "Little"),
                                    (3, "Somewhat"),
                                    (4, "Much"),
                                    (5, "Very much"),
                                ],
                                null=True,
                                verbose_name="was it useful for your work?",
                            ),
                        ),
                        (
                            "satisfied_prepared",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "Very little"),
                                    (2, "Little"),
                                    (3, "Somewhat"),
                                    (4, "Much"),
                                    (5, "Very much"),
                                ],
                                null=True,
                                verbose_name="was it well prepared?",
                            ),
                        ),
                        (
                            "satisfied_usable",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "Very little"),
                                    (2, "Little"),
                                    (3, "Somewhat"),
                                    (4, "Much"),
                                    (5, "Very much"),
                                ],
                                null=True,
                                verbose_name="can you use what you saw?",
                            ),
                        ),
                        (
                            "checked",
                            models.JSONField(
                                blank=True, default=list, verbose_name="what is ready"
                            ),
                        ),
                        (
                            "activities",
                            models.ManyToManyField(
                                blank=True,
                                related_name="came_of_exchanges",
                                to="network.activity",
                                verbose_name="activities that came of it",
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
                            "discarded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="discarded by",
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
                            "logged_as",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="exchange",
                                to="network.activity",
                                verbose_name="told in the activity log as",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="network.organisation",
                                verbose_name="organisation that tells of it",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hosted_exchanges",
                                to="network.place",
                                verbose_name="place",
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
                            "themes",
                            models.ManyToManyField(
                                blank=True,
                                related_name="exchanges",
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
                                related_name="written_%(class)ss",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                        (
                            "host",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="hosted_exchanges",
                                to="twinnings.party",
                                verbose_name="host",
                            ),
                        ),
                        (
                            "twinning",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="exchanges",
                                to="twinnings.twinning",
                                verbose_name="twinning",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "exchange",
                        "verbose_name_plural": "exchanges",
                        "ordering": ("-pk",),
                        "indexes": [
                            models.Index(
                                fields=["owner", "id"], name="exchange_of_owner"
                            ),
                            models.Index(
                                fields=["review_state", "id"], name="exchange_in_state"
                            ),
                            models.Index(
                                condition=models.Q(("discarded_at__isnull", False)),
                                fields=["discarded_at"],
                                name="exchange_discarded",
                            ),
                            models.Index(
                                fields=["twinning", "started", "id"],
                                name="exchange_of_twinning",
                            ),
                            models.Index(
                                fields=["review_state", "publish_from"],
                                name="exchange_due_public",
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
                                name="exchange_ends_after_it_starts",
                                violation_error_message="The last day cannot be before the first.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("discarded_at__isnull", True),
                                    models.Q(
                                        ("published_at__isnull", True),
                                        ("review_state__in", ("draft", "returned")),
                                    ),
                                    _connector="OR",
                                ),
                                name="only_unpublished_exchanges_are_discarded",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("review_state", "approved"), _negated=True
                                    ),
                                    models.Q(
                                        ("published_at__isnull", False),
                                        ("reviewed_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="approved_exchange_has_its_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("review_state__in", ("draft", "returned")),
                                    ("status", "held"),
                                    _connector="OR",
                                ),
                                name="only_held_exchanges_are_sent",
                                violation_error_message="Report the exchange first.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "planned"),
                                    ("status", "cancelled"),
                                    ("started__isnull", False),
                                    ("date_uncertain", True),
                                    _connector="OR",
                                ),
                                name="held_exchange_has_its_date",
                                violation_error_message="Write when it was, or say that the date is uncertain.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("cost__isnull", True),
                                    models.Q(("currency", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="exchange_cost_has_its_currency",
                                violation_error_message="Choose the currency of the cost.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("review_state", "approved"), _negated=True
                                    ),
                                    ("publish_from__isnull", False),
                                    _connector="OR",
                                ),
                                name="approved_exchange_has_its_public_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgendaRow",
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
                            "day",
                            models.DateField(blank=True, null=True, verbose_name="day"),
                        ),
                        (
                            "hour",
                            models.CharField(
                                blank=True, max_length=20, verbose_name="hour"
                            ),
                        ),
                        ("text", models.CharField(max_length=300, verbose_name="what")),
                        (
                            "text_es",
                            models.CharField(
                                max_length=300, null=True, verbose_name="what"
                            ),
                        ),
                        (
                            "text_en",
                            models.CharField(
                                max_length=300, null=True, verbose_name="what"
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="position"
                            ),
                        ),
                        (
                            "exchange",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agenda",
                                to="twinnings.exchange",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "line of an agenda",
                        "verbose_name_plural": "lines of an agenda",
                        "ordering": ("position", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="FollowUp",
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
                            "months",
                            models.PositiveSmallIntegerField(
                                choices=[(6, 6), (12, 12)],
                                verbose_name="months after the exchange",
                            ),
                        ),
                        (
                            "side",
                            models.CharField(
                                choices=[
                                    ("own", "Whoever tells of the exchange"),
                                    ("counterpart", "The counterpart"),
                                ],
                                default="own",
                                max_length=12,
                                verbose_name="who is asked",
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="to be asked on")),
                        (
                            "asked_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="asked on"
                            ),
                        ),
                        (
                            "done",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("yes", "Yes"),
                                    ("partly", "In part"),
                                    ("no", "No"),
                                ],
                                max_length=6,
                                verbose_name="was what was agreed done?",
                            ),
                        ),
                        (
                            "what_changed",
                            models.TextField(blank=True, verbose_name="what changed?"),
                        ),
                        (
                            "what_changed_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="what changed?"
                            ),
                        ),
                        (
                            "what_changed_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="what changed?"
                            ),
                        ),
                        (
                            "what_stopped",
                            models.TextField(
                                blank=True, verbose_name="what stopped it?"
                            ),
                        ),
                        (
                            "what_stopped_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="what stopped it?"
                            ),
                        ),
                        (
                            "what_stopped_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="what stopped it?"
                            ),
                        ),
                        (
                            "answered_by",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("staff", "Its staff"),
                                    ("officer", "An officer of the counterpart"),
                                    ("association", "The association"),
                                ],
                                max_length=12,
                                verbose_name="answered by",
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="answered on"
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                blank=True,
                                choices=[("es", "Español"), ("en", "English")],
                                max_length=2,
                                verbose_name="language",
                            ),
                        ),
                        (
                            "public",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="public"
                            ),
                        ),
                        (
                            "exchange",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="follow_ups",
                                to="twinnings.exchange",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "follow-up",
                        "verbose_name_plural": "follow-ups",
                        "ordering": ("months", "side", "pk"),
                        "indexes": [
                            models.Index(
                                condition=models.Q(("asked_at__isnull", True)),
                                fields=["due_on"],
                                name="follow_up_to_ask",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("exchange", "months", "side"),
                                name="one_follow_up_of_a_side",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answered_at__isnull", True), ("done", "")
                                    ),
                                    models.Q(
                                        ("answered_at__isnull", False),
                                        models.Q(("done", ""), _negated=True),
                                        models.Q(("answered_by", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="answered_follow_up_says_it",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("months__in", (6, 12))),
                                name="follow_up_after_half_a_year_or_one",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalFollowUp",
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
                            "months",
                            models.PositiveSmallIntegerField(
                                choices=[(6, 6), (12, 12)],
                                verbose_name="months after the exchange",
                            ),
                        ),
                        (
                            "side",
                            models.CharField(
                                choices=[
                                    ("own", "Whoever tells of the exchange"),
                                    ("counterpart", "The counterpart"),
                                ],
                                default="own",
                                max_length=12,
                                verbose_name="who is asked",
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="to be asked on")),
                        (
                            "asked_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="asked on"
                            ),
                        ),
                        (
                            "done",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("yes", "Yes"),
                                    ("partly", "In part"),
                                    ("no", "No"),
                                ],
                                max_length=6,
                                verbose_name="was what was agreed done?",
                            ),
                        ),
                        (
                            "what_changed",
                            models.TextField(blank=True, verbose_name="what changed?"),
                        ),
                        (
                            "what_changed_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="what changed?"
                            ),
                        ),
                        (
                            "what_changed_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="what changed?"
                            ),
                        ),
                        (
                            "what_stopped",
                            models.TextField(
                                blank=True, verbose_name="what stopped it?"
                            ),
                        ),
                        (
                            "what_stopped_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="what stopped it?"
                            ),
                        ),
                        (
                            "what_stopped_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="what stopped it?"
                            ),
                        ),
                        (
                            "answered_by",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("staff", "Its staff"),
                                    ("officer", "An officer of the counterpart"),
                                    ("association", "The association"),
                                ],
                                max_length=12,
                                verbose_name="answered by",
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="answered on"
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                blank=True,
                                choices=[("es", "Español"), ("en", "English")],
                                max_length=2,
                                verbose_name="language",
                            ),
                        ),
                        (
                            "public",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="public"
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
                            "exchange",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="twinnings.exchange",
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
                        "verbose_name": "historical follow-up",
                        "verbose_name_plural": "historical follow-ups",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="OfficerLink",
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
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("facts", "To confirm the facts of an exchange"),
                                    ("follow_up", "To answer a follow-up"),
                                ],
                                max_length=10,
                                verbose_name="purpose",
                            ),
                        ),
                        (
                            "key",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="e-mail"
                            ),
                        ),
                        (
                            "office",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="office"
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[("es", "Español"), ("en", "English")],
                                default="en",
                                max_length=2,
                                verbose_name="language",
                            ),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                verbose_name="sent on",
                            ),
                        ),
                        ("expires_at", models.DateTimeField(verbose_name="expires on")),
                        (
                            "revoked_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="revoked on"
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="answered on"
                            ),
                        ),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("right", "They are right"),
                                    ("wrong", "Something has to be corrected"),
                                ],
                                max_length=5,
                                verbose_name="answer",
                            ),
                        ),
                        (
                            "words",
                            models.TextField(
                                blank=True, verbose_name="what has to be corrected"
                            ),
                        ),
                        (
                            "settled_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="dealt with on"
                            ),
                        ),
                        (
                            "exchange",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="officer_links",
                                to="twinnings.exchange",
                            ),
                        ),
                        (
                            "follow_up",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="links",
                                to="twinnings.followup",
                            ),
                        ),
                        (
                            "sent_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="sent by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "signed link",
                        "verbose_name_plural": "signed links",
                        "ordering": ("-pk",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("follow_up__isnull", True),
                                        ("purpose", "facts"),
                                    ),
                                    models.Q(
                                        ("follow_up__isnull", False),
                                        ("purpose", "follow_up"),
                                    ),
                                    _connector="OR",
                                ),
                                name="link_opens_what_it_is_for",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalCommitment",
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
                            models.CharField(max_length=300, verbose_name="commitment"),
                        ),
                        (
                            "text_es",
                            models.CharField(
                                max_length=300, null=True, verbose_name="commitment"
                            ),
                        ),
                        (
                            "text_en",
                            models.CharField(
                                max_length=300, null=True, verbose_name="commitment"
                            ),
                        ),
                        (
                            "office",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="office that answers for it",
                            ),
                        ),
                        (
                            "office_es",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="office that answers for it",
                            ),
                        ),
                        (
                            "office_en",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="office that answers for it",
                            ),
                        ),
                        ("not_before", models.DateField(editable=False, null=True)),
                        (
                            "due",
                            models.DateField(
                                blank=True, null=True, verbose_name="due on"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("met", "Met"),
                                    ("dropped", "Dropped"),
                                ],
                                default="open",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "evidence",
                            models.TextField(blank=True, verbose_name="evidence"),
                        ),
                        (
                            "evidence_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="evidence"
                            ),
                        ),
                        (
                            "evidence_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="evidence"
                            ),
                        ),
                        (
                            "evidence_link",
                            models.URLField(
                                blank=True,
                                max_length=500,
                                verbose_name="address of the evidence",
                            ),
                        ),
                        (
                            "evidence_file",
                            models.TextField(
                                blank=True,
                                max_length=100,
                                verbose_name="file of the evidence",
                            ),
                        ),
                        (
                            "evidence_type",
                            models.CharField(
                                blank=True, editable=False, max_length=100
                            ),
                        ),
                        (
                            "decided_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="met or dropped on"
                            ),
                        ),
                        (
                            "public",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="public"
                            ),
                        ),
                        (
                            "evidence_public",
                            models.BooleanField(default=False, editable=False),
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
                            "decided_by",
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
                            "exchange",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="twinnings.exchange",
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
                                verbose_name="organisation that answers for it",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="twinnings.party",
                                verbose_name="party that answers for it",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical commitment",
                        "verbose_name_plural": "historical commitments",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="DelegationRow",
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
                                    ("mayor", "Mayor or head of the local government"),
                                    ("council", "Council"),
                                    (
                                        "management",
                                        "Management and heads of department",
                                    ),
                                    ("staff", "Municipal staff"),
                                    ("police", "Police"),
                                    ("prevention", "Members of the prevention body"),
                                    ("association", "Association of municipalities"),
                                    ("national", "National government"),
                                    ("ngo", "Non-governmental organisation"),
                                    ("residents", "Residents"),
                                    ("youth", "Young people of 18 and over"),
                                    ("facilitator", "Facilitation and interpretation"),
                                    ("other", "Others"),
                                    ("unknown", "Role not separated"),
                                ],
                                default="unknown",
                                max_length=12,
                                verbose_name="role",
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
                            "institution",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="institution"
                            ),
                        ),
                        (
                            "institution_es",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="institution",
                            ),
                        ),
                        (
                            "institution_en",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="institution",
                            ),
                        ),
                        (
                            "people",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="people"
                            ),
                        ),
                        (
                            "hidden",
                            models.BooleanField(
                                default=False,
                                editable=False,
                                verbose_name="published as «fewer than 5»",
                            ),
                        ),
                        (
                            "exchange",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="delegation",
                                to="twinnings.exchange",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="twinnings.party",
                                verbose_name="of which party",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "people of a delegation",
                        "verbose_name_plural": "people of a delegation",
                        "ordering": ("pk",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("people__isnull", True),
                                    models.Q(("people__gte", 1), ("people__lte", 5000)),
                                    _connector="OR",
                                ),
                                name="delegation_is_plausible",
                                violation_error_message="Write how many people, from 1 to 5,000.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("hidden", False),
                                    ("people__lt", 5),
                                    _connector="OR",
                                ),
                                name="only_small_delegations_hidden",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Commitment",
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
                            models.CharField(max_length=300, verbose_name="commitment"),
                        ),
                        (
                            "text_es",
                            models.CharField(
                                max_length=300, null=True, verbose_name="commitment"
                            ),
                        ),
                        (
                            "text_en",
                            models.CharField(
                                max_length=300, null=True, verbose_name="commitment"
                            ),
                        ),
                        (
                            "office",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="office that answers for it",
                            ),
                        ),
                        (
                            "office_es",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="office that answers for it",
                            ),
                        ),
                        (
                            "office_en",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="office that answers for it",
                            ),
                        ),
                        ("not_before", models.DateField(editable=False, null=True)),
                        (
                            "due",
                            models.DateField(
                                blank=True, null=True, verbose_name="due on"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("met", "Met"),
                                    ("dropped", "Dropped"),
                                ],
                                default="open",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "evidence",
                            models.TextField(blank=True, verbose_name="evidence"),
                        ),
                        (
                            "evidence_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="evidence"
                            ),
                        ),
                        (
                            "evidence_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="evidence"
                            ),
                        ),
                        (
                            "evidence_link",
                            models.URLField(
                                blank=True,
                                max_length=500,
                                verbose_name="address of the evidence",
                            ),
                        ),
                        (
                            "evidence_file",
                            models.FileField(
                                blank=True,
                                storage=twinnings.models.storage.twinning_storage,
                                upload_to="twinnings",
                                verbose_name="file of the evidence",
                            ),
                        ),
                        (
                            "evidence_type",
                            models.CharField(
                                blank=True, editable=False, max_length=100
                            ),
                        ),
                        (
                            "decided_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="met or dropped on"
                            ),
                        ),
                        (
                            "public",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="public"
                            ),
                        ),
                        (
                            "evidence_public",
                            models.BooleanField(default=False, editable=False),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        (
                            "decided_by",
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
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="network.organisation",
                                verbose_name="organisation that answers for it",
                            ),
                        ),
                        (
                            "exchange",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="commitments",
                                to="twinnings.exchange",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="commitments",
                                to="twinnings.party",
                                verbose_name="party that answers for it",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "commitment",
                        "verbose_name_plural": "commitments",
                        "ordering": ("due", "pk"),
                        "indexes": [
                            models.Index(fields=["state", "due"], name="commitment_due")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("due__isnull", True),
                                    ("not_before__isnull", True),
                                    ("due__gte", models.F("not_before")),
                                    _connector="OR",
                                ),
                                name="commitment_due_after_the_exchange",
                                violation_error_message="A commitment cannot be due before the exchange.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state", "open"),
                                    ("decided_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="commitment_decided_has_its_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlaceSeen",
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
                                max_length=200, verbose_name="what was visited"
                            ),
                        ),
                        (
                            "name_es",
                            models.CharField(
                                max_length=200,
                                null=True,
                                verbose_name="what was visited",
                            ),
                        ),
                        (
                            "name_en",
                            models.CharField(
                                max_length=200,
                                null=True,
                                verbose_name="what was visited",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="position"
                            ),
                        ),
                        (
                            "exchange",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="places_seen",
                                to="twinnings.exchange",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "place visited",
                        "verbose_name_plural": "places visited",
                        "ordering": ("position", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="StatusEntry",
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
                                verbose_name="dates known to the",
                            ),
                        ),
                        (
                            "date_uncertain",
                            models.BooleanField(
                                default=False, verbose_name="the date is uncertain"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("exploring", "Exploring"),
                                    ("letter", "Letter of intent"),
                                    ("active", "Active"),
                                    ("paused", "Paused"),
                                    ("ended", "Ended"),
                                    ("unknown", "Not recorded"),
                                ],
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="note"
                            ),
                        ),
                        (
                            "note_es",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="note",
                            ),
                        ),
                        (
                            "note_en",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="note",
                            ),
                        ),
                        (
                            "at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                verbose_name="noted on",
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
                        (
                            "twinning",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="status_entries",
                                to="twinnings.twinning",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "status of a twinning",
                        "verbose_name_plural": "statuses of a twinning",
                        "ordering": ("started", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="ReviewMove",
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
                            "exchange",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="twinnings.exchange",
                            ),
                        ),
                        (
                            "twinning",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="twinnings.twinning",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "review step of a twinning",
                        "verbose_name_plural": "review steps of a twinning",
                        "ordering": ("at", "pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("twinning__isnull", True),
                                    ("exchange__isnull", True),
                                    _connector="XOR",
                                ),
                                name="review_move_of_one_record",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalStatusEntry",
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
                                verbose_name="dates known to the",
                            ),
                        ),
                        (
                            "date_uncertain",
                            models.BooleanField(
                                default=False, verbose_name="the date is uncertain"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("exploring", "Exploring"),
                                    ("letter", "Letter of intent"),
                                    ("active", "Active"),
                                    ("paused", "Paused"),
                                    ("ended", "Ended"),
                                    ("unknown", "Not recorded"),
                                ],
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="note"
                            ),
                        ),
                        (
                            "note_es",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="note",
                            ),
                        ),
                        (
                            "note_en",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                null=True,
                                verbose_name="note",
                            ),
                        ),
                        (
                            "at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                verbose_name="noted on",
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
                            "by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="by",
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
                            "twinning",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="twinnings.twinning",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical status of a twinning",
                        "verbose_name_plural": "historical statuses of a twinning",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalParty",
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
                            "unnamed",
                            models.PositiveSmallIntegerField(
                                default=0,
                                validators=[
                                    django.core.validators.MaxValueValidator(50)
                                ],
                                verbose_name="how many that no source names",
                            ),
                        ),
                        (
                            "uncertain",
                            models.BooleanField(
                                default=False,
                                verbose_name="whether it took part is uncertain",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                blank=True,
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
                            "body",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="police or department that takes part",
                            ),
                        ),
                        (
                            "body_es",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="police or department that takes part",
                            ),
                        ),
                        (
                            "body_en",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="police or department that takes part",
                            ),
                        ),
                        (
                            "signing_office",
                            models.CharField(
                                blank=True,
                                help_text="The office, never the person.",
                                max_length=160,
                                verbose_name="office that signs",
                            ),
                        ),
                        (
                            "signing_office_es",
                            models.CharField(
                                blank=True,
                                help_text="The office, never the person.",
                                max_length=160,
                                null=True,
                                verbose_name="office that signs",
                            ),
                        ),
                        (
                            "signing_office_en",
                            models.CharField(
                                blank=True,
                                help_text="The office, never the person.",
                                max_length=160,
                                null=True,
                                verbose_name="office that signs",
                            ),
                        ),
                        (
                            "contact_office",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="office that answers letters",
                            ),
                        ),
                        (
                            "contact_office_es",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="office that answers letters",
                            ),
                        ),
                        (
                            "contact_office_en",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="office that answers letters",
                            ),
                        ),
                        (
                            "contact_language",
                            models.CharField(
                                choices=[("es", "Español"), ("en", "English")],
                                default="en",
                                max_length=2,
                                verbose_name="language of that office",
                            ),
                        ),
                        (
                            "ratification",
                            models.CharField(
                                choices=[
                                    ("unknown", "Not recorded"),
                                    ("pending", "Pending"),
                                    ("ratified", "Ratified"),
                                    ("not_needed", "Not needed"),
                                ],
                                default="unknown",
                                max_length=10,
                                verbose_name="ratified by its governing body",
                            ),
                        ),
                        (
                            "ratified_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="ratified on"
                            ),
                        ),
                        (
                            "ratified_precision",
                            models.CharField(
                                choices=[
                                    ("day", "Exact day"),
                                    ("month", "Month and year"),
                                    ("year", "Year only"),
                                ],
                                default="day",
                                max_length=5,
                                verbose_name="ratification known to the",
                            ),
                        ),
                        (
                            "ratified_uncertain",
                            models.BooleanField(
                                default=False,
                                verbose_name="the day of the ratification is uncertain",
                            ),
                        ),
                        (
                            "ratified_act",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="act, with its number",
                            ),
                        ),
                        (
                            "ratified_file",
                            models.TextField(
                                blank=True,
                                max_length=100,
                                verbose_name="file of the act",
                            ),
                        ),
                        (
                            "ratified_type",
                            models.CharField(
                                blank=True, editable=False, max_length=100
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="position"
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
                        (
                            "place",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="network.place",
                                verbose_name="territory",
                            ),
                        ),
                        (
                            "twinning",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="twinnings.twinning",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical party of a twinning",
                        "verbose_name_plural": "historical parties of a twinning",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalExchange",
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
                                verbose_name="dates known to the",
                            ),
                        ),
                        (
                            "date_uncertain",
                            models.BooleanField(
                                default=False, verbose_name="the date is uncertain"
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
                            "discarded_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="discarded on",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="name"
                            ),
                        ),
                        (
                            "title_es",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "title_en",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "modality",
                            models.CharField(
                                choices=[
                                    ("visit", "Study visit"),
                                    ("assistance", "Technical assistance"),
                                    ("placement", "Placement"),
                                    ("workshop", "Joint workshop"),
                                    ("virtual", "Virtual meeting"),
                                    ("police_training", "Police training"),
                                    ("joint_project", "Joint project"),
                                ],
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "direction",
                            models.CharField(
                                choices=[
                                    ("outgoing", "We visited them"),
                                    ("incoming", "They visited us"),
                                    ("both", "In both directions"),
                                    ("virtual", "Nobody travelled"),
                                ],
                                max_length=10,
                                verbose_name="direction",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("held", "Held"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="planned",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "outside_confirmed",
                            models.BooleanField(
                                default=False,
                                verbose_name="it was before or after the twinning, and it is so",
                            ),
                        ),
                        (
                            "what_happened",
                            models.TextField(blank=True, verbose_name="what was done"),
                        ),
                        (
                            "what_happened_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="what was done"
                            ),
                        ),
                        (
                            "what_happened_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="what was done"
                            ),
                        ),
                        (
                            "learnt",
                            models.TextField(
                                blank=True, verbose_name="what was learnt"
                            ),
                        ),
                        (
                            "learnt_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="what was learnt"
                            ),
                        ),
                        (
                            "learnt_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="what was learnt"
                            ),
                        ),
                        (
                            "result",
                            models.TextField(
                                blank=True, verbose_name="what came of it"
                            ),
                        ),
                        (
                            "result_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="what came of it"
                            ),
                        ),
                        (
                            "result_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="what came of it"
                            ),
                        ),
                        (
                            "in_kind_hours",
                            models.PositiveIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MaxValueValidator(100000)
                                ],
                                verbose_name="hours given free of charge",
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
                            "payer",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="who paid"
                            ),
                        ),
                        (
                            "payer_es",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="who paid",
                            ),
                        ),
                        (
                            "payer_en",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                null=True,
                                verbose_name="who paid",
                            ),
                        ),
                        (
                            "language_support",
                            models.CharField(
                                choices=[
                                    ("not_needed", "None was needed"),
                                    ("bilingual", "Bilingual staff"),
                                    ("interpreter", "Interpreters"),
                                    ("volunteers", "Volunteers"),
                                    ("unknown", "Not recorded"),
                                ],
                                default="unknown",
                                max_length=12,
                                verbose_name="how people understood each other",
                            ),
                        ),
                        (
                            "satisfied_useful",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "Very little"),
                                    (2, "Little"),
                                    (3, "Somewhat"),
                                    (4, "Much"),
                                    (5, "Very much"),
                                ],
                                null=True,
                                verbose_name="was it useful for your work?",
                            ),
                        ),
                        (
                            "satisfied_prepared",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "Very little"),
                                    (2, "Little"),
                                    (3, "Somewhat"),
                                    (4, "Much"),
                                    (5, "Very much"),
                                ],
                                null=True,
                                verbose_name="was it well prepared?",
                            ),
                        ),
                        (
                            "satisfied_usable",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "Very little"),
                                    (2, "Little"),
                                    (3, "Somewhat"),
                                    (4, "Much"),
                                    (5, "Very much"),
                                ],
                                null=True,
                                verbose_name="can you use what you saw?",
                            ),
                        ),
                        (
                            "checked",
                            models.JSONField(
                                blank=True, default=list, verbose_name="what is ready"
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
                            "discarded_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="discarded by",
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
                            "logged_as",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="network.activity",
                                verbose_name="told in the activity log as",
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
                                verbose_name="organisation that tells of it",
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
                            "host",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="twinnings.party",
                                verbose_name="host",
                            ),
                        ),
                        (
                            "twinning",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="twinnings.twinning",
                                verbose_name="twinning",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical exchange",
                        "verbose_name_plural": "historical exchanges",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="TwinningDocument",
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
                                    ("intent", "Letter of intent"),
                                    ("agreement", "Agreement"),
                                    ("memo", "Recognition memo"),
                                    ("act", "Act of a governing body"),
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
                                storage=twinnings.models.storage.twinning_storage,
                                upload_to="twinnings",
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
                                default=0,
                                editable=False,
                                validators=[
                                    django.core.validators.MinValueValidator(0)
                                ],
                                verbose_name="bytes",
                            ),
                        ),
                        (
                            "sha256",
                            models.CharField(blank=True, editable=False, max_length=64),
                        ),
                        (
                            "public",
                            models.BooleanField(
                                default=True, verbose_name="may be shown to the public"
                            ),
                        ),
                        (
                            "removed_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="removed on",
                            ),
                        ),
                        (
                            "exchange",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="documents",
                                to="twinnings.exchange",
                            ),
                        ),
                        (
                            "twinning",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="documents",
                                to="twinnings.twinning",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "document of a twinning",
                        "verbose_name_plural": "documents of a twinning",
                        "ordering": ("pk",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("file", ""), _negated=True),
                                    models.Q(("address", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="twinning_document_is_somewhere",
                                violation_error_message="Attach the file or write its address.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExchangePhoto",
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
                                storage=twinnings.models.storage.twinning_storage,
                                upload_to="twinnings",
                                verbose_name="file",
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
                            "uncovered",
                            models.FileField(
                                blank=True,
                                editable=False,
                                storage=twinnings.models.storage.twinning_storage,
                                upload_to="twinnings",
                            ),
                        ),
                        (
                            "covered_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "removed_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="removed on",
                            ),
                        ),
                        (
                            "exchange",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="photos",
                                to="twinnings.exchange",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "photo of an exchange",
                        "verbose_name_plural": "photos of an exchange",
                        "ordering": ("pk",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("exchange", "sha256"),
                                name="one_copy_of_an_exchange_photo",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("public", False),
                                    ("people_shown__in", ("nobody", "adults")),
                                    _connector="OR",
                                ),
                                name="no_recognisable_minor_in_an_exchange",
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
                                name="adults_of_an_exchange_signed",
                                violation_error_message="Say what the people shown signed for and until when.",
                            ),
                        ],
                    },
                ),
            ]
        )
    ]
