"""Where the evidence of steps stands: private, given out by a view that asks who reads."""

from django.core.files.storage import Storage, storages

FOLDER = "toolkit"


def toolkit_storage() -> Storage:
    """The private storage, asked for late so that migrations hold no path."""
    return storages["evidence"]
