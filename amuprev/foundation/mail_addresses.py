"""Whether a mail to an address can be written at all; Django's validator asks less."""


def is_mailable(address: str) -> bool:
    """False for signs that break a header's line, and for hosts that have no ASCII form.

    A quoted name may hold a vertical tab, a host the full stop of another script: both
    pass as addresses, and fail or break the mail when it is written.
    """
    if not address.isprintable():
        return False
    try:
        address.rpartition("@")[2].encode("idna")
    except UnicodeError:
        return False
    return True
