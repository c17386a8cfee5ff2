"""Some keys of a choice are looked up by themselves, however much the choice holds."""

import pytest
from django.utils import timezone

from amuprev.foundation.by_key import by_key
from network.models import Activity
from tests.network.factories import ActivityFactory, ApprovedActivityFactory

pytestmark = pytest.mark.django_db


def test_only_the_chosen_among_the_keys():
    public, other = ApprovedActivityFactory(), ApprovedActivityFactory()
    draft = ActivityFactory()
    hidden = ApprovedActivityFactory(hidden_at=timezone.now())
    asked = [public.pk, draft.pk, hidden.pk, 10**9]
    assert list(by_key(Activity.objects.public(), asked)) == [public]
    assert other.pk not in asked


@pytest.mark.only_on("sqlite")
def test_no_index_of_all_that_is_public_is_walked():
    plan = by_key(Activity.objects.public(), range(1, 21)).explain()
    first = next(line for line in plan.splitlines() if "network_activity" in line)
    assert "PRIMARY KEY" in first, plan
    walked = Activity.objects.public().filter(pk__in=range(1, 21)).explain()
    assert "PRIMARY KEY" not in walked.splitlines()[0], "it is needed no more"
