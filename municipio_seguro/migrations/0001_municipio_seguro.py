import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.utils.timezone
import municipio_seguro.models.base
import municipio_seguro.models.consultations
import simple_history.models
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
                    name="Threat",
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
                                max_length=60, unique=True, verbose_name="key"
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                choices=[
                                    ("coexistence", "Coexistence and crime"),
                                    ("economic", "Economic"),
                                    ("social", "Social"),
                                    ("cultural", "Cultural"),
                                    ("urban", "Urban"),
                                    ("natural", "Natural"),
                                    ("technological", "Technological and of services"),
                                ],
                                max_length=15,
                                verbose_name="category",
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
                            "close",
                            models.BooleanField(
                                default=False, verbose_name="close to home"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                    ],
                    options={
                        "verbose_name": "threat",
                        "verbose_name_plural": "threats",
                        "ordering": ("position", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalMeasure",
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
                            "version",
                            models.PositiveIntegerField(
                                default=1, editable=False, verbose_name="version"
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
                            "hidden_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="hidden on"
                            ),
                        ),
                        ("number", models.PositiveIntegerField(verbose_name="number")),
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
                            "type",
                            models.CharField(
                                choices=[
                                    ("social", "Social prevention"),
                                    ("situational", "Situational prevention"),
                                    ("mitigation", "Mitigation"),
                                    ("preparedness", "Preparedness"),
                                    ("response", "Response"),
                                    ("recovery", "Recovery"),
                                    ("continuity", "Continuity"),
                                    ("transfer", "Risk transfer"),
                                ],
                                max_length=12,
                                verbose_name="type",
                            ),
                        ),
                        ("approved_on", models.DateField(verbose_name="approved on")),
                        ("due_on", models.DateField(verbose_name="due on")),
                        (
                            "horizon",
                            models.CharField(
                                choices=[
                                    ("short", "Short term"),
                                    ("medium", "Medium term"),
                                    ("long", "Long term"),
                                ],
                                editable=False,
                                max_length=6,
                                verbose_name="horizon",
                            ),
                        ),
                        (
                            "responsible_office",
                            models.CharField(
                                help_text="The office, never the person.",
                                max_length=160,
                                verbose_name="office that answers for it",
                            ),
                        ),
                        (
                            "budget_amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="amount",
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
                            "fiscal_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(2000),
                                    django.core.validators.MaxValueValidator(2100),
                                ],
                                verbose_name="fiscal year",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("proposed", "Proposed"),
                                    ("approved", "Approved"),
                                    ("funded", "Funded"),
                                    ("running", "Being carried out"),
                                    ("finished", "Finished"),
                                    ("verified", "Verified"),
                                    ("suspended", "Suspended"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="proposed",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "status_reason",
                            models.TextField(blank=True, verbose_name="reason"),
                        ),
                        (
                            "progress",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="progress, in percent"
                            ),
                        ),
                        (
                            "verified_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="verified on"
                            ),
                        ),
                        (
                            "visibility",
                            models.CharField(
                                choices=[
                                    ("public", "Everybody"),
                                    ("network", "The municipality and the network"),
                                    (
                                        "municipality",
                                        "The municipality and its association",
                                    ),
                                    ("reserved", "The municipality alone"),
                                ],
                                default="municipality",
                                max_length=12,
                                verbose_name="who may read it",
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
                            "finished_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="finished by",
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
                            "municipality",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="network.organisation",
                            ),
                        ),
                        (
                            "responsible",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="network.organisation",
                                verbose_name="institution that answers for it",
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
                            "verified_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="verified by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical measure",
                        "verbose_name_plural": "historical measures",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalRiskTransfer",
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
                            "version",
                            models.PositiveIntegerField(
                                default=1, editable=False, verbose_name="version"
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
                            "type",
                            models.CharField(
                                choices=[
                                    ("property", "Property insurance"),
                                    ("parametric", "Parametric insurance"),
                                    ("pool", "Solidarity or inter-municipal fund"),
                                    ("credit", "Contingent credit"),
                                    ("bond", "Bond"),
                                    ("staff", "Insurance of response staff"),
                                    ("sovereign", "Sovereign cover (context only)"),
                                ],
                                max_length=10,
                                verbose_name="type",
                            ),
                        ),
                        (
                            "provider",
                            models.CharField(max_length=200, verbose_name="provider"),
                        ),
                        ("covers", models.TextField(verbose_name="what it covers")),
                        (
                            "covers_es",
                            models.TextField(null=True, verbose_name="what it covers"),
                        ),
                        (
                            "covers_en",
                            models.TextField(null=True, verbose_name="what it covers"),
                        ),
                        (
                            "currency",
                            models.CharField(
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
                            "insured_value",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="insured value",
                            ),
                        ),
                        (
                            "assets_value",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="value of the critical assets",
                            ),
                        ),
                        (
                            "trigger",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="deductible or trigger",
                            ),
                        ),
                        (
                            "premium",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="premium",
                            ),
                        ),
                        (
                            "paid_out",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="paid out so far",
                            ),
                        ),
                        ("valid_from", models.DateField(verbose_name="in force from")),
                        ("valid_to", models.DateField(verbose_name="in force until")),
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
                            "municipality",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="network.organisation",
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
                        "verbose_name": "historical risk-transfer instrument",
                        "verbose_name_plural": "historical risk-transfer instruments",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalWeakness",
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
                            "origin",
                            models.CharField(
                                choices=[
                                    ("answer", "A low answer of the assessment"),
                                    ("typed", "Written by the municipality"),
                                ],
                                max_length=6,
                                verbose_name="where it comes from",
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                blank=True, max_length=8, verbose_name="indicator"
                            ),
                        ),
                        (
                            "text",
                            models.CharField(max_length=300, verbose_name="weakness"),
                        ),
                        (
                            "text_es",
                            models.CharField(
                                max_length=300, null=True, verbose_name="weakness"
                            ),
                        ),
                        (
                            "text_en",
                            models.CharField(
                                max_length=300, null=True, verbose_name="weakness"
                            ),
                        ),
                        (
                            "noted_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                verbose_name="noted on",
                            ),
                        ),
                        (
                            "ended_at",
                            models.DateTimeField(
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
                            "municipality",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="network.organisation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical weakness",
                        "verbose_name_plural": "historical weaknesses",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="InstrumentVersion",
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
                            models.CharField(
                                max_length=12, unique=True, verbose_name="version"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Being prepared"),
                                    ("active", "In use"),
                                    ("retired", "No longer offered"),
                                ],
                                default="draft",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "source",
                            models.TextField(editable=False, verbose_name="file"),
                        ),
                        ("digest", models.CharField(editable=False, max_length=64)),
                        (
                            "loaded_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                verbose_name="loaded on",
                            ),
                        ),
                        (
                            "activated_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="in use since"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version of the instrument",
                        "verbose_name_plural": "versions of the instrument",
                        "ordering": ("-activated_at", "-pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state", "draft"),
                                    ("activated_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="used_instrument_has_its_day",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Assessment",
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
                            "version",
                            models.PositiveIntegerField(
                                default=1, editable=False, verbose_name="version"
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("full", "Full assessment"),
                                    ("first_look", "First look"),
                                ],
                                default="full",
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("consulting", "In consultation"),
                                    ("awaiting", "Awaiting validation"),
                                    ("validated", "Validated by the mayor's office"),
                                    ("published", "Published"),
                                    ("superseded", "Superseded"),
                                    ("withdrawn", "Withdrawn"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="state",
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
                            "fictitious",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="fictitious"
                            ),
                        ),
                        (
                            "awaiting_since",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "comments",
                            models.TextField(
                                blank=True,
                                verbose_name="comments of whoever sent it back",
                            ),
                        ),
                        (
                            "comments_answered",
                            models.TextField(
                                blank=True, verbose_name="reply to the comments"
                            ),
                        ),
                        (
                            "validated_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="validated on"
                            ),
                        ),
                        (
                            "validated_how",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("in_person", "In the portal"),
                                    (
                                        "signed_act",
                                        "By a signed act that the association confirmed",
                                    ),
                                ],
                                max_length=10,
                                verbose_name="how it was validated",
                            ),
                        ),
                        (
                            "act_file",
                            models.FileField(
                                blank=True,
                                storage=municipio_seguro.models.base.private_storage,
                                upload_to="municipio-seguro",
                                verbose_name="signed act",
                            ),
                        ),
                        (
                            "published_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="published on"
                            ),
                        ),
                        (
                            "expires_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="counts until"
                            ),
                        ),
                        (
                            "index",
                            models.DecimalField(
                                blank=True, decimal_places=1, max_digits=4, null=True
                            ),
                        ),
                        (
                            "scores",
                            models.JSONField(blank=True, default=dict, editable=False),
                        ),
                        (
                            "reason",
                            models.TextField(
                                blank=True, verbose_name="reason it ended"
                            ),
                        ),
                        (
                            "reason_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="reason it ended"
                            ),
                        ),
                        (
                            "reason_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="reason it ended"
                            ),
                        ),
                        (
                            "ended_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawal_side",
                            models.CharField(blank=True, editable=False, max_length=8),
                        ),
                        (
                            "act_filed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="act filed by",
                            ),
                        ),
                        (
                            "begun_from",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="municipio_seguro.assessment",
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
                            "municipality",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessments",
                                to="network.organisation",
                                verbose_name="municipality",
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
                            "validated_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="validated by",
                            ),
                        ),
                        (
                            "withdrawal_asked_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="withdrawal asked by",
                            ),
                        ),
                        (
                            "writers",
                            models.ManyToManyField(
                                blank=True,
                                related_name="written_assessments",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="answered by",
                            ),
                        ),
                        (
                            "instrument",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessments",
                                to="municipio_seguro.instrumentversion",
                                verbose_name="version of the instrument",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "assessment",
                        "verbose_name_plural": "assessments",
                        "ordering": ("-pk",),
                        "indexes": [
                            models.Index(
                                fields=["state", "id"], name="assessment_in_state"
                            ),
                            models.Index(
                                fields=["municipality", "id"], name="assessment_of_town"
                            ),
                            models.Index(
                                fields=["state", "published_at", "id"],
                                name="assessment_published",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        (
                                            "draft",
                                            "consulting",
                                            "awaiting",
                                            "validated",
                                        ),
                                    )
                                ),
                                fields=("municipality",),
                                name="one_open_assessment_of_a_municipality",
                                violation_error_message="This municipality has an open assessment already.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "published")),
                                fields=("municipality", "kind"),
                                name="one_published_assessment_of_a_municipality",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "state__in",
                                            (
                                                "validated",
                                                "published",
                                                "superseded",
                                                "withdrawn",
                                            ),
                                        ),
                                        _negated=True,
                                    ),
                                    ("validated_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="validated_assessment_has_its_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "state__in",
                                            ("published", "superseded", "withdrawn"),
                                        ),
                                        _negated=True,
                                    ),
                                    models.Q(
                                        ("expires_on__isnull", False),
                                        ("published_at__isnull", False),
                                        ("slug__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="published_assessment_has_its_address",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        ("published", "superseded", "withdrawn"),
                                    ),
                                    ("index__isnull", True),
                                    _connector="OR",
                                ),
                                name="no_score_before_publication",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Answer",
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
                            "code",
                            models.CharField(max_length=8, verbose_name="indicator"),
                        ),
                        (
                            "revision",
                            models.PositiveSmallIntegerField(verbose_name="revision"),
                        ),
                        (
                            "level",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MaxValueValidator(3)
                                ],
                                verbose_name="level",
                            ),
                        ),
                        (
                            "figure",
                            models.DecimalField(
                                blank=True,
                                decimal_places=6,
                                max_digits=18,
                                null=True,
                                verbose_name="figure",
                            ),
                        ),
                        (
                            "part",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=18, null=True
                            ),
                        ),
                        (
                            "total",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=18, null=True
                            ),
                        ),
                        (
                            "not_measured",
                            models.BooleanField(
                                default=False, verbose_name="not measured"
                            ),
                        ),
                        (
                            "not_applicable",
                            models.BooleanField(
                                default=False, verbose_name="does not apply"
                            ),
                        ),
                        (
                            "na_reason",
                            models.TextField(
                                blank=True, verbose_name="why it does not apply"
                            ),
                        ),
                        (
                            "na_reason_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="why it does not apply",
                            ),
                        ),
                        (
                            "na_reason_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="why it does not apply",
                            ),
                        ),
                        (
                            "proposed",
                            models.BooleanField(
                                default=False, verbose_name="still so?"
                            ),
                        ),
                        (
                            "note",
                            models.TextField(
                                blank=True, verbose_name="note of the municipality"
                            ),
                        ),
                        (
                            "change_reason",
                            models.TextField(
                                blank=True, verbose_name="why it was corrected"
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="answered on"
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
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="municipio_seguro.assessment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "answer",
                        "verbose_name_plural": "answers",
                        "ordering": ("code",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("assessment", "code"),
                                name="one_answer_an_indicator",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("level__isnull", True),
                                    ("level__in", (0, 1, 2, 3)),
                                    _connector="OR",
                                ),
                                name="answer_is_one_of_four_levels",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("not_applicable", False),
                                    models.Q(
                                        ("figure__isnull", True),
                                        ("level__isnull", True),
                                        ("not_measured", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="what_does_not_apply_has_no_level",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("not_measured", False),
                                    models.Q(("figure__isnull", True), ("level", 0)),
                                    _connector="OR",
                                ),
                                name="what_is_not_measured_is_at_level_0",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("figure__isnull", True),
                                    ("level__isnull", False),
                                    _connector="OR",
                                ),
                                name="a_figure_has_its_level",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AssessmentMove",
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
                                    ("consulting", "In consultation"),
                                    ("awaiting", "Awaiting validation"),
                                    ("validated", "Validated by the mayor's office"),
                                    ("published", "Published"),
                                    ("superseded", "Superseded"),
                                    ("withdrawn", "Withdrawn"),
                                    ("cancelled", "Cancelled"),
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
                                    ("consulting", "In consultation"),
                                    ("awaiting", "Awaiting validation"),
                                    ("validated", "Validated by the mayor's office"),
                                    ("published", "Published"),
                                    ("superseded", "Superseded"),
                                    ("withdrawn", "Withdrawn"),
                                    ("cancelled", "Cancelled"),
                                ],
                                max_length=10,
                                verbose_name="to",
                            ),
                        ),
                        (
                            "office",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="office"
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
                            "answers_hash",
                            models.CharField(
                                max_length=64, verbose_name="hash of the answers"
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="moves",
                                to="municipio_seguro.assessment",
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
                        "verbose_name": "step of an assessment",
                        "verbose_name_plural": "steps of an assessment",
                        "ordering": ("at", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="Consultation",
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
                            models.CharField(
                                default=municipio_seguro.models.consultations.new_key,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("opens_on", models.DateField(verbose_name="from")),
                        ("closes_on", models.DateField(verbose_name="to")),
                        ("days", models.PositiveSmallIntegerField(verbose_name="days")),
                        (
                            "consent",
                            models.TextField(
                                verbose_name="what people are told before they answer"
                            ),
                        ),
                        (
                            "consent_es",
                            models.TextField(
                                null=True,
                                verbose_name="what people are told before they answer",
                            ),
                        ),
                        (
                            "consent_en",
                            models.TextField(
                                null=True,
                                verbose_name="what people are told before they answer",
                            ),
                        ),
                        (
                            "contact",
                            models.CharField(
                                max_length=200, verbose_name="who facilitates groups"
                            ),
                        ),
                        (
                            "contact_es",
                            models.CharField(
                                max_length=200,
                                null=True,
                                verbose_name="who facilitates groups",
                            ),
                        ),
                        (
                            "contact_en",
                            models.CharField(
                                max_length=200,
                                null=True,
                                verbose_name="who facilitates groups",
                            ),
                        ),
                        (
                            "closed_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="closed on"
                            ),
                        ),
                        (
                            "secret",
                            models.CharField(
                                blank=True,
                                default=municipio_seguro.models.consultations.new_secret,
                                editable=False,
                                max_length=50,
                            ),
                        ),
                        (
                            "emptied_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "assessment",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="consultation",
                                to="municipio_seguro.assessment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "consultation",
                        "verbose_name_plural": "consultations",
                        "ordering": ("-opens_on", "-pk"),
                        "indexes": [
                            models.Index(
                                condition=models.Q(("closed_at__isnull", True)),
                                fields=["closes_on"],
                                name="consultation_still_open",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("days__gte", 14), ("days__lte", 60)
                                ),
                                name="consultation_of_14_to_60_days",
                                violation_error_message="A consultation lasts between 14 and 60 days.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("closes_on__gt", models.F("opens_on"))
                                ),
                                name="consultation_ends_after_it_opens",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("closed_at__isnull", True),
                                    ("secret", ""),
                                    _connector="OR",
                                ),
                                name="closed_consultation_knows_no_device",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContextYear",
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
                        ("code", models.CharField(max_length=8, verbose_name="figure")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        (
                            "events",
                            models.PositiveIntegerField(verbose_name="how many"),
                        ),
                        (
                            "population",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="population"
                            ),
                        ),
                        (
                            "source",
                            models.CharField(max_length=300, verbose_name="source"),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="context",
                                to="municipio_seguro.assessment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "context figure",
                        "verbose_name_plural": "context figures",
                        "ordering": ("code", "year"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("assessment", "code", "year"),
                                name="one_figure_a_year",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeviceMark",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("mark", models.CharField(max_length=64)),
                        (
                            "consultation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="devices",
                                to="municipio_seguro.consultation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "device of a consultation",
                        "verbose_name_plural": "devices of a consultation",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("consultation", "mark"),
                                name="one_response_a_device",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FreeText",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "text",
                            models.TextField(max_length=1000, verbose_name="text"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting"),
                                    ("shown", "Shown"),
                                    ("refused", "Not shown"),
                                ],
                                default="waiting",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "consultation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="texts",
                                to="municipio_seguro.consultation",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="decided by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "text of a consultation",
                        "verbose_name_plural": "texts of a consultation",
                    },
                ),
                migrations.CreateModel(
                    name="GapReply",
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
                            "dimension",
                            models.CharField(max_length=3, verbose_name="dimension"),
                        ),
                        ("text", models.TextField(verbose_name="reply")),
                        ("text_es", models.TextField(null=True, verbose_name="reply")),
                        ("text_en", models.TextField(null=True, verbose_name="reply")),
                        (
                            "at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="on"
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="replies",
                                to="municipio_seguro.assessment",
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
                        "verbose_name": "reply to a gap",
                        "verbose_name_plural": "replies to gaps",
                        "ordering": ("dimension",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("assessment", "dimension"),
                                name="one_reply_a_dimension",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GroupSession",
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
                            "voice",
                            models.CharField(
                                choices=[
                                    ("children", "Girls and boys (aged 8 to 12)"),
                                    (
                                        "youth",
                                        "Adolescents and young people (aged 13 to 29)",
                                    ),
                                    ("women", "Women (aged 30 or over)"),
                                    ("men", "Men (aged 30 or over)"),
                                    ("business", "Private initiative"),
                                    ("civil_society", "Organised civil society"),
                                    ("unsaid", "I prefer not to say"),
                                ],
                                max_length=15,
                                verbose_name="voice",
                            ),
                        ),
                        (
                            "setting",
                            models.CharField(
                                choices=[
                                    ("school", "School"),
                                    ("council", "Open council"),
                                    ("market", "Market"),
                                    ("paper", "Paper forms"),
                                    ("other", "Elsewhere"),
                                ],
                                max_length=10,
                                verbose_name="where",
                            ),
                        ),
                        ("held_on", models.DateField(verbose_name="held on")),
                        (
                            "present",
                            models.PositiveSmallIntegerField(
                                verbose_name="people present"
                            ),
                        ),
                        (
                            "client_uuid",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True
                            ),
                        ),
                        (
                            "consultation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sessions",
                                to="municipio_seguro.consultation",
                            ),
                        ),
                        (
                            "facilitated_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="facilitated by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "group session",
                        "verbose_name_plural": "group sessions",
                        "ordering": ("held_on", "pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("present__gte", 3)),
                                name="a_session_has_three_at_least",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalAnswer",
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
                            "code",
                            models.CharField(max_length=8, verbose_name="indicator"),
                        ),
                        (
                            "revision",
                            models.PositiveSmallIntegerField(verbose_name="revision"),
                        ),
                        (
                            "level",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MaxValueValidator(3)
                                ],
                                verbose_name="level",
                            ),
                        ),
                        (
                            "figure",
                            models.DecimalField(
                                blank=True,
                                decimal_places=6,
                                max_digits=18,
                                null=True,
                                verbose_name="figure",
                            ),
                        ),
                        (
                            "part",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=18, null=True
                            ),
                        ),
                        (
                            "total",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=18, null=True
                            ),
                        ),
                        (
                            "not_measured",
                            models.BooleanField(
                                default=False, verbose_name="not measured"
                            ),
                        ),
                        (
                            "not_applicable",
                            models.BooleanField(
                                default=False, verbose_name="does not apply"
                            ),
                        ),
                        (
                            "na_reason",
                            models.TextField(
                                blank=True, verbose_name="why it does not apply"
                            ),
                        ),
                        (
                            "na_reason_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="why it does not apply",
                            ),
                        ),
                        (
                            "na_reason_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="why it does not apply",
                            ),
                        ),
                        (
                            "proposed",
                            models.BooleanField(
                                default=False, verbose_name="still so?"
                            ),
                        ),
                        (
                            "note",
                            models.TextField(
                                blank=True, verbose_name="note of the municipality"
                            ),
                        ),
                        (
                            "change_reason",
                            models.TextField(
                                blank=True, verbose_name="why it was corrected"
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="answered on"
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
                            "assessment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="municipio_seguro.assessment",
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
                        "verbose_name": "historical answer",
                        "verbose_name_plural": "historical answers",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAnswerEvidence",
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
                            "type",
                            models.CharField(
                                choices=[
                                    ("minutes", "Minutes or attendance"),
                                    ("resolution", "Resolution or by-law"),
                                    ("plan", "Plan or protocol"),
                                    ("agreement", "Agreement"),
                                    ("report", "Report or study"),
                                    ("budget", "Budget or accounts"),
                                    ("record", "Register or inventory"),
                                    ("other", "Another"),
                                ],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "strength",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MaxValueValidator(3)
                                ],
                                verbose_name="strength",
                            ),
                        ),
                        (
                            "dated",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="date of the document",
                            ),
                        ),
                        (
                            "ends",
                            models.DateField(
                                blank=True, null=True, verbose_name="in force until"
                            ),
                        ),
                        (
                            "visibility",
                            models.CharField(
                                choices=[
                                    ("public", "Everybody"),
                                    ("network", "The municipality and the network"),
                                    (
                                        "municipality",
                                        "The municipality and its association",
                                    ),
                                    ("reserved", "The municipality alone"),
                                ],
                                default="municipality",
                                max_length=12,
                                verbose_name="who may open it",
                            ),
                        ),
                        (
                            "file",
                            models.TextField(
                                blank=True, max_length=100, verbose_name="file"
                            ),
                        ),
                        (
                            "address",
                            models.URLField(
                                blank=True, max_length=500, verbose_name="address"
                            ),
                        ),
                        (
                            "kept_at",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="kept on paper at",
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
                            models.PositiveIntegerField(default=0, editable=False),
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
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="removed on"
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
                            "added_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="added by",
                            ),
                        ),
                        (
                            "answer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="municipio_seguro.answer",
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
                        "verbose_name": "historical evidence of an answer",
                        "verbose_name_plural": "historical evidence of answers",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalGapReply",
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
                            "dimension",
                            models.CharField(max_length=3, verbose_name="dimension"),
                        ),
                        ("text", models.TextField(verbose_name="reply")),
                        ("text_es", models.TextField(null=True, verbose_name="reply")),
                        ("text_en", models.TextField(null=True, verbose_name="reply")),
                        (
                            "at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="on"
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
                            "assessment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="municipio_seguro.assessment",
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
                    ],
                    options={
                        "verbose_name": "historical reply to a gap",
                        "verbose_name_plural": "historical replies to gaps",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAssessment",
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
                            "version",
                            models.PositiveIntegerField(
                                default=1, editable=False, verbose_name="version"
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("full", "Full assessment"),
                                    ("first_look", "First look"),
                                ],
                                default="full",
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("consulting", "In consultation"),
                                    ("awaiting", "Awaiting validation"),
                                    ("validated", "Validated by the mayor's office"),
                                    ("published", "Published"),
                                    ("superseded", "Superseded"),
                                    ("withdrawn", "Withdrawn"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="state",
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
                            "fictitious",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="fictitious"
                            ),
                        ),
                        (
                            "awaiting_since",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "comments",
                            models.TextField(
                                blank=True,
                                verbose_name="comments of whoever sent it back",
                            ),
                        ),
                        (
                            "comments_answered",
                            models.TextField(
                                blank=True, verbose_name="reply to the comments"
                            ),
                        ),
                        (
                            "validated_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="validated on"
                            ),
                        ),
                        (
                            "validated_how",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("in_person", "In the portal"),
                                    (
                                        "signed_act",
                                        "By a signed act that the association confirmed",
                                    ),
                                ],
                                max_length=10,
                                verbose_name="how it was validated",
                            ),
                        ),
                        (
                            "act_file",
                            models.TextField(
                                blank=True, max_length=100, verbose_name="signed act"
                            ),
                        ),
                        (
                            "published_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="published on"
                            ),
                        ),
                        (
                            "expires_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="counts until"
                            ),
                        ),
                        (
                            "index",
                            models.DecimalField(
                                blank=True, decimal_places=1, max_digits=4, null=True
                            ),
                        ),
                        (
                            "scores",
                            models.JSONField(blank=True, default=dict, editable=False),
                        ),
                        (
                            "reason",
                            models.TextField(
                                blank=True, verbose_name="reason it ended"
                            ),
                        ),
                        (
                            "reason_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="reason it ended"
                            ),
                        ),
                        (
                            "reason_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="reason it ended"
                            ),
                        ),
                        (
                            "ended_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "withdrawal_side",
                            models.CharField(blank=True, editable=False, max_length=8),
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
                            "act_filed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="act filed by",
                            ),
                        ),
                        (
                            "begun_from",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="municipio_seguro.assessment",
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
                            "validated_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="validated by",
                            ),
                        ),
                        (
                            "withdrawal_asked_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="withdrawal asked by",
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
                                to="municipio_seguro.instrumentversion",
                                verbose_name="version of the instrument",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical assessment",
                        "verbose_name_plural": "historical assessments",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="NetworkMedian",
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
                            "major",
                            models.PositiveSmallIntegerField(
                                verbose_name="major version of the instrument"
                            ),
                        ),
                        (
                            "dimension",
                            models.CharField(
                                blank=True, max_length=3, verbose_name="dimension"
                            ),
                        ),
                        (
                            "value",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                max_digits=4,
                                null=True,
                                verbose_name="median",
                            ),
                        ),
                        (
                            "municipalities",
                            models.PositiveIntegerField(verbose_name="municipalities"),
                        ),
                        (
                            "made_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                verbose_name="made on",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "median of the network",
                        "verbose_name_plural": "medians of the network",
                        "ordering": ("major", "dimension"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("major", "dimension"),
                                name="one_median_a_dimension",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Response",
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
                            "voice",
                            models.CharField(
                                choices=[
                                    ("children", "Girls and boys (aged 8 to 12)"),
                                    (
                                        "youth",
                                        "Adolescents and young people (aged 13 to 29)",
                                    ),
                                    ("women", "Women (aged 30 or over)"),
                                    ("men", "Men (aged 30 or over)"),
                                    ("business", "Private initiative"),
                                    ("civil_society", "Organised civil society"),
                                    ("unsaid", "I prefer not to say"),
                                ],
                                max_length=15,
                                verbose_name="voice",
                            ),
                        ),
                        ("answers", models.JSONField(verbose_name="answers")),
                        ("alike", models.CharField(editable=False, max_length=64)),
                        ("minute", models.DateTimeField(verbose_name="received")),
                        (
                            "set_aside",
                            models.BooleanField(
                                default=False, verbose_name="set aside"
                            ),
                        ),
                        (
                            "consultation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="responses",
                                to="municipio_seguro.consultation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "response",
                        "verbose_name_plural": "responses",
                        "ordering": ("pk",),
                        "indexes": [
                            models.Index(
                                fields=["consultation", "minute", "alike"],
                                name="responses_alike",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voice", "children"), _negated=True
                                ),
                                name="no_child_has_a_record",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SessionTally",
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
                            "code",
                            models.CharField(max_length=8, verbose_name="indicator"),
                        ),
                        ("level_0", models.PositiveSmallIntegerField(default=0)),
                        ("level_1", models.PositiveSmallIntegerField(default=0)),
                        ("level_2", models.PositiveSmallIntegerField(default=0)),
                        ("level_3", models.PositiveSmallIntegerField(default=0)),
                        ("dont_know", models.PositiveSmallIntegerField(default=0)),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="tallies",
                                to="municipio_seguro.groupsession",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tally of a session",
                        "verbose_name_plural": "tallies of a session",
                        "ordering": ("code",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("session", "code"), name="one_tally_a_question"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Snapshot",
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
                            "revision",
                            models.PositiveSmallIntegerField(
                                default=1, verbose_name="revision"
                            ),
                        ),
                        ("content", models.JSONField(verbose_name="content")),
                        (
                            "sha256",
                            models.CharField(max_length=64, verbose_name="SHA-256"),
                        ),
                        (
                            "formula",
                            models.CharField(
                                max_length=8, verbose_name="version of the formulas"
                            ),
                        ),
                        (
                            "matrix_version",
                            models.CharField(
                                max_length=8, verbose_name="version of the matrix"
                            ),
                        ),
                        (
                            "erratum",
                            models.TextField(blank=True, verbose_name="erratum"),
                        ),
                        (
                            "erratum_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="erratum"
                            ),
                        ),
                        (
                            "erratum_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="erratum"
                            ),
                        ),
                        (
                            "built_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                verbose_name="made on",
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="snapshots",
                                to="municipio_seguro.assessment",
                            ),
                        ),
                        (
                            "built_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="made by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "published revision",
                        "verbose_name_plural": "published revisions",
                        "ordering": ("assessment", "revision"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("assessment", "revision"),
                                name="one_snapshot_a_revision",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("revision__gte", 1)),
                                name="revisions_begin_with_1",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Erratum",
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
                        ("text", models.TextField(verbose_name="what was wrong")),
                        (
                            "text_es",
                            models.TextField(null=True, verbose_name="what was wrong"),
                        ),
                        (
                            "text_en",
                            models.TextField(null=True, verbose_name="what was wrong"),
                        ),
                        (
                            "changes",
                            models.JSONField(
                                blank=True, default=dict, verbose_name="right answers"
                            ),
                        ),
                        (
                            "written_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                verbose_name="written on",
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="errata",
                                to="municipio_seguro.assessment",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                        (
                            "snapshot",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="told_by",
                                to="municipio_seguro.snapshot",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "erratum",
                        "verbose_name_plural": "errata",
                        "ordering": ("pk",),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("snapshot__isnull", True)),
                                fields=("assessment",),
                                name="one_open_erratum_of_an_assessment",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalRisk",
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
                            "version",
                            models.PositiveIntegerField(
                                default=1, editable=False, verbose_name="version"
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
                            "hidden_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="hidden on"
                            ),
                        ),
                        ("number", models.PositiveIntegerField(verbose_name="number")),
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
                            "nature",
                            models.CharField(
                                choices=[
                                    ("event", "It may happen"),
                                    ("chronic", "Current problem"),
                                ],
                                default="event",
                                max_length=8,
                                verbose_name="nature",
                            ),
                        ),
                        (
                            "area",
                            models.CharField(
                                blank=True,
                                help_text="A neighbourhood; empty is all the municipality.",
                                max_length=160,
                                verbose_name="where",
                            ),
                        ),
                        (
                            "affected_voices",
                            models.JSONField(
                                blank=True, default=list, verbose_name="whom it hurts"
                            ),
                        ),
                        (
                            "current_likelihood",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "Rare: less than once in 50 years"),
                                    (2, "Unlikely: once in 10 to 50 years"),
                                    (3, "Possible: once in 2 to 10 years"),
                                    (
                                        4,
                                        "Likely: from once in 2 years to less than monthly",
                                    ),
                                    (5, "Very frequent: every month or more"),
                                ],
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(5),
                                ],
                                verbose_name="likelihood today",
                            ),
                        ),
                        (
                            "current_impact",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "Slight"),
                                    (2, "Minor"),
                                    (3, "Moderate"),
                                    (4, "Serious"),
                                    (5, "Catastrophic"),
                                ],
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(5),
                                ],
                                verbose_name="impact today",
                            ),
                        ),
                        (
                            "target_likelihood",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "Rare: less than once in 50 years"),
                                    (2, "Unlikely: once in 10 to 50 years"),
                                    (3, "Possible: once in 2 to 10 years"),
                                    (
                                        4,
                                        "Likely: from once in 2 years to less than monthly",
                                    ),
                                    (5, "Very frequent: every month or more"),
                                ],
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(5),
                                ],
                                verbose_name="likelihood foreseen",
                            ),
                        ),
                        (
                            "target_impact",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "Slight"),
                                    (2, "Minor"),
                                    (3, "Moderate"),
                                    (4, "Serious"),
                                    (5, "Catastrophic"),
                                ],
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(5),
                                ],
                                verbose_name="impact foreseen",
                            ),
                        ),
                        (
                            "impact_lines",
                            models.JSONField(
                                blank=True,
                                default=dict,
                                verbose_name="lines of the impact",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("B", "Low"),
                                    ("M", "Medium"),
                                    ("A", "High"),
                                    ("E", "Extreme"),
                                ],
                                editable=False,
                                max_length=1,
                                verbose_name="level",
                            ),
                        ),
                        (
                            "target_level",
                            models.CharField(
                                choices=[
                                    ("B", "Low"),
                                    ("M", "Medium"),
                                    ("A", "High"),
                                    ("E", "Extreme"),
                                ],
                                editable=False,
                                max_length=1,
                                verbose_name="level foreseen",
                            ),
                        ),
                        (
                            "matrix_version",
                            models.CharField(default="MS-1", max_length=8),
                        ),
                        (
                            "rated_on",
                            models.DateField(
                                default=django.utils.timezone.localdate,
                                verbose_name="rated on",
                            ),
                        ),
                        (
                            "basis",
                            models.TextField(
                                blank=True, verbose_name="data and years it is based on"
                            ),
                        ),
                        (
                            "treatment",
                            models.CharField(
                                choices=[
                                    ("reduce", "Reduce it"),
                                    ("transfer", "Transfer it"),
                                    ("avoid", "Avoid it"),
                                    ("accept", "Accept it"),
                                ],
                                default="reduce",
                                max_length=8,
                                verbose_name="what is decided",
                            ),
                        ),
                        (
                            "acceptance_reason",
                            models.TextField(
                                blank=True, verbose_name="why it is accepted"
                            ),
                        ),
                        (
                            "acceptance_until",
                            models.DateField(
                                blank=True, null=True, verbose_name="accepted until"
                            ),
                        ),
                        (
                            "owner_office",
                            models.CharField(
                                blank=True,
                                help_text="The office, never the person.",
                                max_length=160,
                                verbose_name="office that watches it",
                            ),
                        ),
                        ("next_review", models.DateField(verbose_name="next review")),
                        (
                            "visibility",
                            models.CharField(
                                choices=[
                                    ("public", "Everybody"),
                                    ("network", "The municipality and the network"),
                                    (
                                        "municipality",
                                        "The municipality and its association",
                                    ),
                                    ("reserved", "The municipality alone"),
                                ],
                                default="municipality",
                                max_length=12,
                                verbose_name="who may read it",
                            ),
                        ),
                        (
                            "public_summary",
                            models.TextField(
                                blank=True, verbose_name="summary for the public"
                            ),
                        ),
                        (
                            "public_summary_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="summary for the public",
                            ),
                        ),
                        (
                            "public_summary_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="summary for the public",
                            ),
                        ),
                        (
                            "closed_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="closed on"
                            ),
                        ),
                        (
                            "closed_reason",
                            models.TextField(
                                blank=True, verbose_name="why it was closed"
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
                            "municipality",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="network.organisation",
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
                            "threat",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="municipio_seguro.threat",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical risk",
                        "verbose_name_plural": "historical risks",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="VoiceTally",
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
                            "voice",
                            models.CharField(
                                choices=[
                                    ("children", "Girls and boys (aged 8 to 12)"),
                                    (
                                        "youth",
                                        "Adolescents and young people (aged 13 to 29)",
                                    ),
                                    ("women", "Women (aged 30 or over)"),
                                    ("men", "Men (aged 30 or over)"),
                                    ("business", "Private initiative"),
                                    ("civil_society", "Organised civil society"),
                                    ("unsaid", "I prefer not to say"),
                                ],
                                max_length=15,
                                verbose_name="voice",
                            ),
                        ),
                        (
                            "code",
                            models.CharField(max_length=8, verbose_name="indicator"),
                        ),
                        ("answers", models.PositiveIntegerField()),
                        ("points", models.PositiveIntegerField()),
                        (
                            "consultation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="tallies",
                                to="municipio_seguro.consultation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tally of a voice",
                        "verbose_name_plural": "tallies of a voice",
                        "ordering": ("code", "voice"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("consultation", "voice", "code"),
                                name="one_tally_a_voice",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "points__lte",
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("answers"), "*", models.Value(3)
                                        ),
                                    )
                                ),
                                name="a_tally_can_be",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Weakness",
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
                            "origin",
                            models.CharField(
                                choices=[
                                    ("answer", "A low answer of the assessment"),
                                    ("typed", "Written by the municipality"),
                                ],
                                max_length=6,
                                verbose_name="where it comes from",
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                blank=True, max_length=8, verbose_name="indicator"
                            ),
                        ),
                        (
                            "text",
                            models.CharField(max_length=300, verbose_name="weakness"),
                        ),
                        (
                            "text_es",
                            models.CharField(
                                max_length=300, null=True, verbose_name="weakness"
                            ),
                        ),
                        (
                            "text_en",
                            models.CharField(
                                max_length=300, null=True, verbose_name="weakness"
                            ),
                        ),
                        (
                            "noted_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                verbose_name="noted on",
                            ),
                        ),
                        (
                            "ended_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="ended on"
                            ),
                        ),
                        (
                            "municipality",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="weaknesses",
                                to="network.organisation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "weakness",
                        "verbose_name_plural": "weaknesses",
                        "ordering": ("code", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("code", ""), _negated=True),
                                fields=("municipality", "code"),
                                name="one_weakness_an_indicator",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Risk",
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
                            "version",
                            models.PositiveIntegerField(
                                default=1, editable=False, verbose_name="version"
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
                            "hidden_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="hidden on"
                            ),
                        ),
                        ("number", models.PositiveIntegerField(verbose_name="number")),
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
                            "nature",
                            models.CharField(
                                choices=[
                                    ("event", "It may happen"),
                                    ("chronic", "Current problem"),
                                ],
                                default="event",
                                max_length=8,
                                verbose_name="nature",
                            ),
                        ),
                        (
                            "area",
                            models.CharField(
                                blank=True,
                                help_text="A neighbourhood; empty is all the municipality.",
                                max_length=160,
                                verbose_name="where",
                            ),
                        ),
                        (
                            "affected_voices",
                            models.JSONField(
                                blank=True, default=list, verbose_name="whom it hurts"
                            ),
                        ),
                        (
                            "current_likelihood",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "Rare: less than once in 50 years"),
                                    (2, "Unlikely: once in 10 to 50 years"),
                                    (3, "Possible: once in 2 to 10 years"),
                                    (
                                        4,
                                        "Likely: from once in 2 years to less than monthly",
                                    ),
                                    (5, "Very frequent: every month or more"),
                                ],
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(5),
                                ],
                                verbose_name="likelihood today",
                            ),
                        ),
                        (
                            "current_impact",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "Slight"),
                                    (2, "Minor"),
                                    (3, "Moderate"),
                                    (4, "Serious"),
                                    (5, "Catastrophic"),
                                ],
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(5),
                                ],
                                verbose_name="impact today",
                            ),
                        ),
                        (
                            "target_likelihood",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "Rare: less than once in 50 years"),
                                    (2, "Unlikely: once in 10 to 50 years"),
                                    (3, "Possible: once in 2 to 10 years"),
                                    (
                                        4,
                                        "Likely: from once in 2 years to less than monthly",
                                    ),
                                    (5, "Very frequent: every month or more"),
                                ],
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(5),
                                ],
                                verbose_name="likelihood foreseen",
                            ),
                        ),
                        (
                            "target_impact",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "Slight"),
                                    (2, "Minor"),
                                    (3, "Moderate"),
                                    (4, "Serious"),
                                    (5, "Catastrophic"),
                                ],
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(5),
                                ],
                                verbose_name="impact foreseen",
                            ),
                        ),
                        (
                            "impact_lines",
                            models.JSONField(
                                blank=True,
                                default=dict,
                                verbose_name="lines of the impact",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("B", "Low"),
                                    ("M", "Medium"),
                                    ("A", "High"),
                                    ("E", "Extreme"),
                                ],
                                editable=False,
                                max_length=1,
                                verbose_name="level",
                            ),
                        ),
                        (
                            "target_level",
                            models.CharField(
                                choices=[
                                    ("B", "Low"),
                                    ("M", "Medium"),
                                    ("A", "High"),
                                    ("E", "Extreme"),
                                ],
                                editable=False,
                                max_length=1,
                                verbose_name="level foreseen",
                            ),
                        ),
                        (
                            "matrix_version",
                            models.CharField(default="MS-1", max_length=8),
                        ),
                        (
                            "rated_on",
                            models.DateField(
                                default=django.utils.timezone.localdate,
                                verbose_name="rated on",
                            ),
                        ),
                        (
                            "basis",
                            models.TextField(
                                blank=True, verbose_name="data and years it is based on"
                            ),
                        ),
                        (
                            "treatment",
                            models.CharField(
                                choices=[
                                    ("reduce", "Reduce it"),
                                    ("transfer", "Transfer it"),
                                    ("avoid", "Avoid it"),
                                    ("accept", "Accept it"),
                                ],
                                default="reduce",
                                max_length=8,
                                verbose_name="what is decided",
                            ),
                        ),
                        (
                            "acceptance_reason",
                            models.TextField(
                                blank=True, verbose_name="why it is accepted"
                            ),
                        ),
                        (
                            "acceptance_until",
                            models.DateField(
                                blank=True, null=True, verbose_name="accepted until"
                            ),
                        ),
                        (
                            "owner_office",
                            models.CharField(
                                blank=True,
                                help_text="The office, never the person.",
                                max_length=160,
                                verbose_name="office that watches it",
                            ),
                        ),
                        ("next_review", models.DateField(verbose_name="next review")),
                        (
                            "visibility",
                            models.CharField(
                                choices=[
                                    ("public", "Everybody"),
                                    ("network", "The municipality and the network"),
                                    (
                                        "municipality",
                                        "The municipality and its association",
                                    ),
                                    ("reserved", "The municipality alone"),
                                ],
                                default="municipality",
                                max_length=12,
                                verbose_name="who may read it",
                            ),
                        ),
                        (
                            "public_summary",
                            models.TextField(
                                blank=True, verbose_name="summary for the public"
                            ),
                        ),
                        (
                            "public_summary_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="summary for the public",
                            ),
                        ),
                        (
                            "public_summary_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="summary for the public",
                            ),
                        ),
                        (
                            "closed_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="closed on"
                            ),
                        ),
                        (
                            "closed_reason",
                            models.TextField(
                                blank=True, verbose_name="why it was closed"
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
                            "municipality",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="risks",
                                to="network.organisation",
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
                            "threat",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="risks",
                                to="municipio_seguro.threat",
                            ),
                        ),
                        (
                            "weaknesses",
                            models.ManyToManyField(
                                blank=True,
                                related_name="risks",
                                to="municipio_seguro.weakness",
                                verbose_name="weaknesses",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "risk",
                        "verbose_name_plural": "risks",
                        "ordering": ("municipality", "number"),
                        "indexes": [
                            models.Index(
                                fields=["municipality", "level"], name="risk_by_level"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("municipality", "number"),
                                name="one_risk_a_number",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("current_impact__range", (1, 5)),
                                    ("current_likelihood__range", (1, 5)),
                                    ("target_impact__range", (1, 5)),
                                    ("target_likelihood__range", (1, 5)),
                                ),
                                name="risk_is_rated_from_1_to_5",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("target_impact__lte", models.F("current_impact")),
                                    (
                                        "target_likelihood__lte",
                                        models.F("current_likelihood"),
                                    ),
                                ),
                                name="target_risk_is_not_higher",
                                violation_error_message="The target risk cannot be higher than the current one.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("treatment", "accept"), _negated=True),
                                    models.Q(
                                        ("acceptance_until__isnull", False),
                                        models.Q(
                                            ("acceptance_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="accepted_risk_says_why_and_until_when",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Measure",
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
                            "version",
                            models.PositiveIntegerField(
                                default=1, editable=False, verbose_name="version"
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
                            "hidden_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="hidden on"
                            ),
                        ),
                        ("number", models.PositiveIntegerField(verbose_name="number")),
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
                            "type",
                            models.CharField(
                                choices=[
                                    ("social", "Social prevention"),
                                    ("situational", "Situational prevention"),
                                    ("mitigation", "Mitigation"),
                                    ("preparedness", "Preparedness"),
                                    ("response", "Response"),
                                    ("recovery", "Recovery"),
                                    ("continuity", "Continuity"),
                                    ("transfer", "Risk transfer"),
                                ],
                                max_length=12,
                                verbose_name="type",
                            ),
                        ),
                        ("approved_on", models.DateField(verbose_name="approved on")),
                        ("due_on", models.DateField(verbose_name="due on")),
                        (
                            "horizon",
                            models.CharField(
                                choices=[
                                    ("short", "Short term"),
                                    ("medium", "Medium term"),
                                    ("long", "Long term"),
                                ],
                                editable=False,
                                max_length=6,
                                verbose_name="horizon",
                            ),
                        ),
                        (
                            "responsible_office",
                            models.CharField(
                                help_text="The office, never the person.",
                                max_length=160,
                                verbose_name="office that answers for it",
                            ),
                        ),
                        (
                            "budget_amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="amount",
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
                            "fiscal_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(2000),
                                    django.core.validators.MaxValueValidator(2100),
                                ],
                                verbose_name="fiscal year",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("proposed", "Proposed"),
                                    ("approved", "Approved"),
                                    ("funded", "Funded"),
                                    ("running", "Being carried out"),
                                    ("finished", "Finished"),
                                    ("verified", "Verified"),
                                    ("suspended", "Suspended"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="proposed",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "status_reason",
                            models.TextField(blank=True, verbose_name="reason"),
                        ),
                        (
                            "progress",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="progress, in percent"
                            ),
                        ),
                        (
                            "verified_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="verified on"
                            ),
                        ),
                        (
                            "visibility",
                            models.CharField(
                                choices=[
                                    ("public", "Everybody"),
                                    ("network", "The municipality and the network"),
                                    (
                                        "municipality",
                                        "The municipality and its association",
                                    ),
                                    ("reserved", "The municipality alone"),
                                ],
                                default="municipality",
                                max_length=12,
                                verbose_name="who may read it",
                            ),
                        ),
                        (
                            "activities",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="network.activity",
                                verbose_name="activities",
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
                            "finished_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="finished by",
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
                            "municipality",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="measures",
                                to="network.organisation",
                            ),
                        ),
                        (
                            "partners",
                            models.ManyToManyField(
                                blank=True,
                                related_name="measures_helped",
                                to="network.organisation",
                                verbose_name="partners",
                            ),
                        ),
                        (
                            "responsible",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="responsible_for",
                                to="network.organisation",
                                verbose_name="institution that answers for it",
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
                            "verified_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="verified by",
                            ),
                        ),
                        (
                            "risks",
                            models.ManyToManyField(
                                blank=True,
                                related_name="measures",
                                to="municipio_seguro.risk",
                                verbose_name="risks",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "measure",
                        "verbose_name_plural": "measures",
                        "ordering": ("municipality", "number"),
                        "indexes": [
                            models.Index(
                                fields=["municipality", "due_on"], name="measure_due"
                            ),
                            models.Index(
                                fields=["status", "due_on"], name="measure_with_status"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("municipality", "number"),
                                name="one_measure_a_number",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("due_on__gte", models.F("approved_on"))
                                ),
                                name="measure_ends_after_its_approval",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("budget_amount__isnull", True),
                                    models.Q(
                                        ("budget_amount__gte", 0),
                                        models.Q(("currency", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="measure_amount_has_its_currency",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("progress__lt", 100),
                                    models.Q(
                                        ("progress", 100),
                                        (
                                            "status__in",
                                            (
                                                "finished",
                                                "verified",
                                                "suspended",
                                                "cancelled",
                                            ),
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="only_finished_measures_are_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "verified"), _negated=True),
                                    ("verified_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="verified_measure_has_its_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("verified_by__isnull", True),
                                    ("finished_by__isnull", True),
                                    models.Q(
                                        ("verified_by", models.F("finished_by")),
                                        _negated=True,
                                    ),
                                    _connector="OR",
                                ),
                                name="a_second_person_verifies",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status__in", ("suspended", "cancelled")),
                                        _negated=True,
                                    ),
                                    models.Q(("status_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="measure_set_aside_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalFundingShare",
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
                            "source",
                            models.CharField(
                                choices=[
                                    ("own", "The municipality's own funds"),
                                    (
                                        "emergency_fund",
                                        "Municipal fund for emergencies and prevention",
                                    ),
                                    (
                                        "transfer",
                                        "Transfer from the central government",
                                    ),
                                    (
                                        "national_drr",
                                        "National prevention and mitigation fund",
                                    ),
                                    ("security_fund", "Security fund or levy"),
                                    ("cooperation", "International cooperation"),
                                    (
                                        "inter_municipal",
                                        "Co-financing between municipalities",
                                    ),
                                    ("private", "Private initiative"),
                                    ("community", "Contribution of the community"),
                                    (
                                        "contingent_credit",
                                        "Credit or contingent credit",
                                    ),
                                    (
                                        "insurance_payout",
                                        "Payout of a risk-transfer instrument",
                                    ),
                                    ("none", "Unfunded"),
                                ],
                                max_length=20,
                                verbose_name="source",
                            ),
                        ),
                        (
                            "share",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=5,
                                verbose_name="share, in percent",
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("prevention", "Prevention"),
                                    ("mitigation", "Mitigation"),
                                    ("preparedness", "Preparedness"),
                                    ("response", "Response"),
                                ],
                                max_length=12,
                                verbose_name="used for",
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
                            "measure",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="municipio_seguro.measure",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical source of funding",
                        "verbose_name_plural": "historical sources of funding",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="FundingShare",
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
                            "source",
                            models.CharField(
                                choices=[
                                    ("own", "The municipality's own funds"),
                                    (
                                        "emergency_fund",
                                        "Municipal fund for emergencies and prevention",
                                    ),
                                    (
                                        "transfer",
                                        "Transfer from the central government",
                                    ),
                                    (
                                        "national_drr",
                                        "National prevention and mitigation fund",
                                    ),
                                    ("security_fund", "Security fund or levy"),
                                    ("cooperation", "International cooperation"),
                                    (
                                        "inter_municipal",
                                        "Co-financing between municipalities",
                                    ),
                                    ("private", "Private initiative"),
                                    ("community", "Contribution of the community"),
                                    (
                                        "contingent_credit",
                                        "Credit or contingent credit",
                                    ),
                                    (
                                        "insurance_payout",
                                        "Payout of a risk-transfer instrument",
                                    ),
                                    ("none", "Unfunded"),
                                ],
                                max_length=20,
                                verbose_name="source",
                            ),
                        ),
                        (
                            "share",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=5,
                                verbose_name="share, in percent",
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("prevention", "Prevention"),
                                    ("mitigation", "Mitigation"),
                                    ("preparedness", "Preparedness"),
                                    ("response", "Response"),
                                ],
                                max_length=12,
                                verbose_name="used for",
                            ),
                        ),
                        (
                            "measure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="funding",
                                to="municipio_seguro.measure",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "source of funding",
                        "verbose_name_plural": "sources of funding",
                        "ordering": ("pk",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("measure", "source", "purpose"),
                                name="one_share_a_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("share__gt", 0), ("share__lte", 100)
                                ),
                                name="a_share_is_a_percentage",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("source", "emergency_fund"),
                                        models.Q(("purpose", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("source", "emergency_fund"), _negated=True
                                        ),
                                        ("purpose", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="the_emergency_fund_says_what_for",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeasureEntry",
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
                            "on",
                            models.DateField(
                                default=django.utils.timezone.localdate,
                                verbose_name="date",
                            ),
                        ),
                        (
                            "office",
                            models.CharField(
                                max_length=160, verbose_name="office that tells"
                            ),
                        ),
                        (
                            "text",
                            models.TextField(blank=True, verbose_name="what was done"),
                        ),
                        (
                            "text_es",
                            models.TextField(
                                blank=True, null=True, verbose_name="what was done"
                            ),
                        ),
                        (
                            "text_en",
                            models.TextField(
                                blank=True, null=True, verbose_name="what was done"
                            ),
                        ),
                        (
                            "from_status",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("proposed", "Proposed"),
                                    ("approved", "Approved"),
                                    ("funded", "Funded"),
                                    ("running", "Being carried out"),
                                    ("finished", "Finished"),
                                    ("verified", "Verified"),
                                    ("suspended", "Suspended"),
                                    ("cancelled", "Cancelled"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "to_status",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("proposed", "Proposed"),
                                    ("approved", "Approved"),
                                    ("funded", "Funded"),
                                    ("running", "Being carried out"),
                                    ("finished", "Finished"),
                                    ("verified", "Verified"),
                                    ("suspended", "Suspended"),
                                    ("cancelled", "Cancelled"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "progress",
                            models.PositiveSmallIntegerField(
                                verbose_name="progress, in percent"
                            ),
                        ),
                        (
                            "spent",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="spent",
                            ),
                        ),
                        (
                            "strength",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="strength"
                            ),
                        ),
                        (
                            "file",
                            models.FileField(
                                blank=True,
                                storage=municipio_seguro.models.base.private_storage,
                                upload_to="municipio-seguro",
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
                            "address",
                            models.URLField(
                                blank=True, max_length=500, verbose_name="address"
                            ),
                        ),
                        (
                            "public",
                            models.BooleanField(default=False, verbose_name="public"),
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
                            "measure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="entries",
                                to="municipio_seguro.measure",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "follow-up of a measure",
                        "verbose_name_plural": "follow-up of measures",
                        "ordering": ("on", "pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("progress__lte", 100), ("strength__lte", 3)
                                ),
                                name="an_entry_can_be",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeasureIndicator",
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
                            "code",
                            models.CharField(max_length=8, verbose_name="indicator"),
                        ),
                        (
                            "level",
                            models.PositiveSmallIntegerField(
                                verbose_name="level to reach"
                            ),
                        ),
                        (
                            "measure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="indicators",
                                to="municipio_seguro.measure",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "indicator of a measure",
                        "verbose_name_plural": "indicators of a measure",
                        "ordering": ("code",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("measure", "code"),
                                name="one_indicator_a_measure",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("level__range", (1, 3))),
                                name="a_measure_lifts",
                            ),
                        ],
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
                        ("text", models.CharField(max_length=200, verbose_name="step")),
                        (
                            "text_es",
                            models.CharField(
                                max_length=200, null=True, verbose_name="step"
                            ),
                        ),
                        (
                            "text_en",
                            models.CharField(
                                max_length=200, null=True, verbose_name="step"
                            ),
                        ),
                        (
                            "due_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="due on"
                            ),
                        ),
                        (
                            "done_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="done on"
                            ),
                        ),
                        (
                            "measure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="milestones",
                                to="municipio_seguro.measure",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "milestone",
                        "verbose_name_plural": "milestones",
                        "ordering": ("due_on", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="RiskTransfer",
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
                            "version",
                            models.PositiveIntegerField(
                                default=1, editable=False, verbose_name="version"
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
                            "type",
                            models.CharField(
                                choices=[
                                    ("property", "Property insurance"),
                                    ("parametric", "Parametric insurance"),
                                    ("pool", "Solidarity or inter-municipal fund"),
                                    ("credit", "Contingent credit"),
                                    ("bond", "Bond"),
                                    ("staff", "Insurance of response staff"),
                                    ("sovereign", "Sovereign cover (context only)"),
                                ],
                                max_length=10,
                                verbose_name="type",
                            ),
                        ),
                        (
                            "provider",
                            models.CharField(max_length=200, verbose_name="provider"),
                        ),
                        ("covers", models.TextField(verbose_name="what it covers")),
                        (
                            "covers_es",
                            models.TextField(null=True, verbose_name="what it covers"),
                        ),
                        (
                            "covers_en",
                            models.TextField(null=True, verbose_name="what it covers"),
                        ),
                        (
                            "currency",
                            models.CharField(
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
                            "insured_value",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="insured value",
                            ),
                        ),
                        (
                            "assets_value",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="value of the critical assets",
                            ),
                        ),
                        (
                            "trigger",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="deductible or trigger",
                            ),
                        ),
                        (
                            "premium",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="premium",
                            ),
                        ),
                        (
                            "paid_out",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="paid out so far",
                            ),
                        ),
                        ("valid_from", models.DateField(verbose_name="in force from")),
                        ("valid_to", models.DateField(verbose_name="in force until")),
                        (
                            "policy_number",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="policy number"
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
                            "municipality",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="risk_transfers",
                                to="network.organisation",
                            ),
                        ),
                        (
                            "risks",
                            models.ManyToManyField(
                                blank=True,
                                related_name="transfers",
                                to="municipio_seguro.risk",
                                verbose_name="risks",
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
                        "verbose_name": "risk-transfer instrument",
                        "verbose_name_plural": "risk-transfer instruments",
                        "ordering": ("valid_to", "pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_to__gte", models.F("valid_from"))
                                ),
                                name="transfer_ends_after_it_begins",
                                violation_error_message="The end cannot be before the start.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("insured_value__isnull", True),
                                        ("insured_value__gte", 0),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("assets_value__isnull", True),
                                        ("assets_value__gt", 0),
                                        _connector="OR",
                                    ),
                                ),
                                name="transfer_values_can_be",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AnswerEvidence",
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
                            "type",
                            models.CharField(
                                choices=[
                                    ("minutes", "Minutes or attendance"),
                                    ("resolution", "Resolution or by-law"),
                                    ("plan", "Plan or protocol"),
                                    ("agreement", "Agreement"),
                                    ("report", "Report or study"),
                                    ("budget", "Budget or accounts"),
                                    ("record", "Register or inventory"),
                                    ("other", "Another"),
                                ],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "strength",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MaxValueValidator(3)
                                ],
                                verbose_name="strength",
                            ),
                        ),
                        (
                            "dated",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="date of the document",
                            ),
                        ),
                        (
                            "ends",
                            models.DateField(
                                blank=True, null=True, verbose_name="in force until"
                            ),
                        ),
                        (
                            "visibility",
                            models.CharField(
                                choices=[
                                    ("public", "Everybody"),
                                    ("network", "The municipality and the network"),
                                    (
                                        "municipality",
                                        "The municipality and its association",
                                    ),
                                    ("reserved", "The municipality alone"),
                                ],
                                default="municipality",
                                max_length=12,
                                verbose_name="who may open it",
                            ),
                        ),
                        (
                            "file",
                            models.FileField(
                                blank=True,
                                storage=municipio_seguro.models.base.private_storage,
                                upload_to="municipio-seguro",
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
                            "kept_at",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="kept on paper at",
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
                            models.PositiveIntegerField(default=0, editable=False),
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
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="removed on"
                            ),
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
                            "answer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="evidence",
                                to="municipio_seguro.answer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "evidence of an answer",
                        "verbose_name_plural": "evidence of answers",
                        "ordering": ("pk",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("strength__in", (0, 1, 2, 3))),
                                name="evidence_has_its_strength",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends__isnull", True),
                                    ("dated__isnull", True),
                                    ("ends__gte", models.F("dated")),
                                    _connector="OR",
                                ),
                                name="evidence_ends_after_its_date",
                            ),
                        ],
                    },
                ),
            ]
        )
    ]
