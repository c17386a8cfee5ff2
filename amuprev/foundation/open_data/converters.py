"""How the name of a table's file stands in an address."""

from django.urls import register_converter


class TableFile:
    """A word and the form of the file."""

    regex = r"[a-z0-9-]+\.(?:csv|xlsx|json)"

    def to_python(self, value: str) -> str:
        """As it is."""
        return value

    def to_url(self, value: str) -> str:
        """As it is."""
        return value


register_converter(TableFile, "tablefile")
