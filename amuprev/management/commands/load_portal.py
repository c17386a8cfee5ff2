"""Load the initial content of every app in one transaction."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import override

from amuprev.foundation.content import ContentError, digest_of
from amuprev.foundation.loading import Load, Outcome
from amuprev.foundation.models import ContentDigest
from amuprev.site import content as site_content
from amuprev.site import searching
from experiences import content as experiences_content
from municipio_seguro import loading as municipio_seguro_content
from network import content as network_content
from network.choices import Act
from network.services import audit
from network.services.listing import listing_at_the_end
from toolkit import content as toolkit_content
from twinnings import content as twinnings_content

NAME = "portal"
CONTENTS = (
    network_content,
    toolkit_content,
    twinnings_content,
    experiences_content,
    municipio_seguro_content,
    site_content,
)


class Command(BaseCommand):
    help = (
        "Loads the initial content: creates what is missing, updates what nobody "
        "edited, leaves the rest alone. Content already loaded is skipped, unless "
        "something was left for later."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument(
            "--again",
            action="store_true",
            help="Compare every record even if the files have not changed.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        # Wagtail clears its cache when a site or page is saved.
        call_command("createcachetable", verbosity=0)
        site_content.keep_site_address()
        paths = [path for content in CONTENTS for path in content.files()]
        digest = digest_of(paths)
        loaded = ContentDigest.objects.filter(name=NAME, digest=digest).exists()
        if loaded and not options["again"]:
            self.stdout.write("Initial content: already loaded, nothing to do.")
            return
        try:
            with transaction.atomic(), override("es"):
                this_load = load_all()
                searching.mend_search()
                audit.record(Act.CONTENT_LOADED, by=None, digest=digest[:12])
                if not this_load.has_postponed:
                    ContentDigest.objects.update_or_create(
                        name=NAME, defaults={"digest": digest}
                    )
        except ContentError as error:
            raise CommandError(str(error)) from error
        site_content.keep_site_address()
        self._report(this_load)

    def _report(self, this_load: Load) -> None:
        for name, counts in this_load.counts.items():
            parts = [f"{counts[kind]} {kind.value}" for kind in Outcome if counts[kind]]
            self.stdout.write(f"{name}: {', '.join(parts)}")


def load_all() -> Load:
    """Load every app's content, lower floors first."""
    this_load = Load.begin()
    with listing_at_the_end():
        for content in CONTENTS:
            content.load(this_load)
    return this_load
