"""The open tables of the network, by what they are about. A new one is one more entry."""

from django.utils.translation import gettext_lazy as _

from network.open_data import (
    activities,
    glossary,
    lists,
    memory,
    organisations,
    territory,
)

GROUPS = (
    (_("What was done"), activities.TABLES),
    (_("Who belongs to the network"), organisations.TABLES),
    (_("Where"), territory.TABLES),
    (_("Lists by which activities are classified"), lists.TABLES),
    (_("The network's memory"), memory.TABLES),
    (_("Words of the field"), glossary.TABLES),
)

__all__ = ["GROUPS"]
