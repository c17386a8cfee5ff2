"""Where the addresses of the old portal lead now: made when missing, then the secretariat's."""

from collections import Counter
from pathlib import Path

import yaml
from wagtail.contrib.redirects.models import Redirect

from amuprev.foundation.loading import Load, Outcome

FILE = Path(__file__).with_name("old_addresses.yaml")


def keep(this_load: Load) -> None:
    """Add those that nobody made yet."""
    counts = this_load.counts.setdefault("old addresses", Counter())
    content = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    for old, new in content["addresses"].items():
        path = Redirect.normalise_path(old)
        _redirect, made = Redirect.objects.get_or_create(
            old_path=path, site=None, defaults={"redirect_link": new}
        )
        counts[Outcome.CREATED if made else Outcome.UNCHANGED] += 1
