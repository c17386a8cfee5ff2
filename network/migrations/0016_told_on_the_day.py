"""What was approved after its waiting days is told on the day it was approved."""

from django.db import migrations
from django.utils import timezone

# As facets number them: where something became public.
FIRST, LAST = 8 * 100_000_000, 9 * 100_000_000


def tell_on_the_day(apps, schema_editor):
    held = apps.get_model("network", "ListedActivity").objects
    listing = apps.get_model("network", "Listing").objects
    reviewed = (
        apps.get_model("network", "Activity")
        .objects.filter(review_state="approved", reviewed_at__isnull=False)
        .order_by()
        .values_list("pk", "publish_from", "reviewed_at")
    )
    for key, waited, moment in reviewed.iterator():
        day = timezone.localtime(moment).date()
        row = held.filter(pk=key).first() if day > waited else None
        if row is None:
            continue
        told = [each for each in row.facets if FIRST <= each < LAST]
        listed = listing.filter(facet__in=told, day=row.published, activity=key)
        listed.update(day=day)
        held.filter(pk=key).update(published=day)


class Migration(migrations.Migration):
    dependencies = [("network", "0015_owner_and_kind")]

    operations = [migrations.RunPython(tell_on_the_day, migrations.RunPython.noop)]
