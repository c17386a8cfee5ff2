"""The one way a service says no: a sentence the person can act on."""

from django.utils.functional import Promise


class Refused(Exception):  # noqa: N818  reads as English where it is raised
    """A change that is not made, with the translated sentence that says why."""

    def __init__(self, message: "str | Promise", *, code: str = "refused") -> None:
        super().__init__(message)
        self.message = message
        self.code = code

    def __str__(self) -> str:
        return str(self.message)
