"""Public pages of the network and the activity log."""

from network.views.public.activities import activity_detail, activity_list
from network.views.public.downloads import activity_download
from network.views.public.evidence import activity_evidence
from network.views.public.feeds import log_feed, log_feed_of
from network.views.public.glossary import glossary, glossary_term
from network.views.public.landing import network_landing, network_section
from network.views.public.records import network_record

__all__ = [
    "activity_detail",
    "activity_download",
    "activity_evidence",
    "activity_list",
    "glossary",
    "glossary_term",
    "log_feed",
    "log_feed_of",
    "network_landing",
    "network_record",
    "network_section",
]
