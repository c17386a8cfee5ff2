"""Why a backup is not made or not restored."""


class BackupRefused(Exception):  # noqa: N818  it is an answer, not a fault
    """Nothing was made or changed; the message is one sentence for whoever typed it."""
