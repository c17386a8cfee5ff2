import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import simple_history.models
import uuid
from django.conf import settings
from django.db import migrations, models

from amuprev.foundation.creating import CreateModels


class Migration(migrations.Migration):
    dependencies = [
        ("experiences", "0003_films"),
        ("network", "0022_take_downs_of_adaptations"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="Adaptation",
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
                            "origin_uuid",
                            models.UUIDField(
                                verbose_name="form identifier of the original"
                            ),
                        ),
                        (
                            "origin_slug",
                            models.SlugField(
                                max_length=100,
                                verbose_name="address name of the original",
                            ),
                        ),
                        (
                            "origin_title",
                            models.CharField(
                                max_length=160, verbose_name="title of the original"
                            ),
                        ),
                        (
                            "origin_title_es",
                            models.CharField(
                                max_length=160,
                                null=True,
                                verbose_name="title of the original",
                            ),
                        ),
                        (
                            "origin_title_en",
                            models.CharField(
                                max_length=160,
                                null=True,
                                verbose_name="title of the original",
                            ),
                        ),
                        (
                            "origin_owner",
                            models.CharField(
                                max_length=200, verbose_name="who did the original"
                            ),
                        ),
                        (
                            "origin_owner_es",
                            models.CharField(
                                max_length=200,
                                null=True,
                                verbose_name="who did the original",
                            ),
                        ),
                        (
                            "origin_owner_en",
                            models.CharField(
                                max_length=200,
                                null=True,
                                verbose_name="who did the original",
                            ),
                        ),
                        (
                            "origin_country",
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
                                verbose_name="country of the original",
                            ),
                        ),
                        (
                            "taken_number",
                            models.PositiveIntegerField(
                                verbose_name="version of the original"
                            ),
                        ),
                        (
                            "taken_from",
                            models.DateField(verbose_name="date of that version"),
                        ),
                        (
                            "language",
                            models.CharField(
                                default="es", max_length=2, verbose_name="language"
                            ),
                        ),
                        (
                            "title",
                            models.CharField(max_length=200, verbose_name="title"),
                        ),
                        (
                            "objectives",
                            models.TextField(blank=True, verbose_name="objectives"),
                        ),
                        (
                            "said_at",
                            models.DateTimeField(
                                blank=True,
                                null=True,
                                verbose_name="says so in public since",
                            ),
                        ),
                        (
                            "changes",
                            models.TextField(
                                blank=True, verbose_name="what was changed and why"
                            ),
                        ),
                        (
                            "changes_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what was changed and why",
                            ),
                        ),
                        (
                            "changes_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what was changed and why",
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
                            "origin",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="adaptations",
                                to="experiences.experience",
                                verbose_name="experience it comes from",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="adaptations",
                                to="network.organisation",
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
                            "said_by",
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
                                related_name="written_adaptations",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "plan that adapts an experience",
                        "verbose_name_plural": "plans that adapt an experience",
                        "ordering": ("-pk",),
                        "indexes": [
                            models.Index(
                                fields=["owner", "id"], name="adaptation_of_owner"
                            ),
                            models.Index(
                                fields=["origin", "said_at"],
                                name="adaptation_of_origin",
                            ),
                            models.Index(
                                fields=["review_state", "id"],
                                name="adaptation_in_state",
                            ),
                            models.Index(
                                condition=models.Q(("discarded_at__isnull", False)),
                                fields=["discarded_at"],
                                name="adaptation_discarded",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("discarded_at__isnull", True),
                                    models.Q(
                                        (
                                            "review_state__in",
                                            ("draft", "returned", "withdrawn"),
                                        ),
                                        ("said_at__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="only_unsaid_plans_are_discarded",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("said_at__isnull", False)),
                                fields=("owner", "origin"),
                                name="one_plan_says_it_was_adapted",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AdaptationCost",
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
                            models.CharField(max_length=300, verbose_name="what for"),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0)
                                ],
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
                            "payer",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="who pays"
                            ),
                        ),
                        (
                            "adaptation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="costs",
                                to="experiences.adaptation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "cost line of a plan",
                        "verbose_name_plural": "cost lines of a plan",
                        "ordering": ("pk",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("amount__isnull", True),
                                    models.Q(("currency", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="plan_cost_has_its_currency",
                                violation_error_message="Choose the currency of the cost.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AdaptationMove",
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
                            "adaptation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="experiences.adaptation",
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
                        "verbose_name": "review step of a plan",
                        "verbose_name_plural": "review steps of a plan",
                        "ordering": ("at", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="AdaptationPartner",
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
                            "institution",
                            models.CharField(
                                blank=True,
                                max_length=160,
                                verbose_name="institution or group",
                            ),
                        ),
                        (
                            "brings",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="what it brings",
                            ),
                        ),
                        (
                            "adaptation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="partners",
                                to="experiences.adaptation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "partner of a plan",
                        "verbose_name_plural": "partners of a plan",
                        "ordering": ("pk",),
                    },
                ),
                migrations.CreateModel(
                    name="AdaptationStep",
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
                            models.CharField(
                                max_length=300, verbose_name="what will be done"
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
                            "begins",
                            models.DateField(
                                blank=True, null=True, verbose_name="begins"
                            ),
                        ),
                        (
                            "ends",
                            models.DateField(
                                blank=True, null=True, verbose_name="ends"
                            ),
                        ),
                        (
                            "done",
                            models.BooleanField(default=False, verbose_name="done"),
                        ),
                        (
                            "adaptation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="plan_steps",
                                to="experiences.adaptation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "step of a plan",
                        "verbose_name_plural": "steps of a plan",
                        "ordering": ("pk",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends__isnull", True),
                                    ("begins__isnull", True),
                                    ("ends__gte", models.F("begins")),
                                    _connector="OR",
                                ),
                                name="plan_step_ends_after_it_begins",
                                violation_error_message="It cannot end before it begins.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalAdaptation",
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
                            "origin_uuid",
                            models.UUIDField(
                                verbose_name="form identifier of the original"
                            ),
                        ),
                        (
                            "origin_slug",
                            models.SlugField(
                                max_length=100,
                                verbose_name="address name of the original",
                            ),
                        ),
                        (
                            "origin_title",
                            models.CharField(
                                max_length=160, verbose_name="title of the original"
                            ),
                        ),
                        (
                            "origin_title_es",
                            models.CharField(
                                max_length=160,
                                null=True,
                                verbose_name="title of the original",
                            ),
                        ),
                        (
                            "origin_title_en",
                            models.CharField(
                                max_length=160,
                                null=True,
                                verbose_name="title of the original",
                            ),
                        ),
                        (
                            "origin_owner",
                            models.CharField(
                                max_length=200, verbose_name="who did the original"
                            ),
                        ),
                        (
                            "origin_owner_es",
                            models.CharField(
                                max_length=200,
                                null=True,
                                verbose_name="who did the original",
                            ),
                        ),
                        (
                            "origin_owner_en",
                            models.CharField(
                                max_length=200,
                                null=True,
                                verbose_name="who did the original",
                            ),
                        ),
                        (
                            "origin_country",
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
                                verbose_name="country of the original",
                            ),
                        ),
                        (
                            "taken_number",
                            models.PositiveIntegerField(
                                verbose_name="version of the original"
                            ),
                        ),
                        (
                            "taken_from",
                            models.DateField(verbose_name="date of that version"),
                        ),
                        (
                            "language",
                            models.CharField(
                                default="es", max_length=2, verbose_name="language"
                            ),
                        ),
                        (
                            "title",
                            models.CharField(max_length=200, verbose_name="title"),
                        ),
                        (
                            "objectives",
                            models.TextField(blank=True, verbose_name="objectives"),
                        ),
                        (
                            "said_at",
                            models.DateTimeField(
                                blank=True,
                                null=True,
                                verbose_name="says so in public since",
                            ),
                        ),
                        (
                            "changes",
                            models.TextField(
                                blank=True, verbose_name="what was changed and why"
                            ),
                        ),
                        (
                            "changes_es",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what was changed and why",
                            ),
                        ),
                        (
                            "changes_en",
                            models.TextField(
                                blank=True,
                                null=True,
                                verbose_name="what was changed and why",
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
                            "origin",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="experiences.experience",
                                verbose_name="experience it comes from",
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
                            "said_by",
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
                        "verbose_name": "historical plan that adapts an experience",
                        "verbose_name_plural": "historical plans that adapt an experience",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PlanState",
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
                                    ("about", "What we want to achieve"),
                                    ("steps", "Steps, with who answers for each"),
                                    ("partners", "With whom"),
                                    ("costs", "What it will cost, and who pays"),
                                    ("changes", "What we changed and why"),
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
                            "adaptation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="section_states",
                                to="experiences.adaptation",
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
                        "verbose_name": "part of a plan",
                        "verbose_name_plural": "parts of a plan",
                        "ordering": ("pk",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("adaptation", "section"),
                                name="one_state_for_a_plan_section",
                            )
                        ],
                    },
                ),
            ]
        )
    ]
