"""A sentence that says what is missing, and where that is written."""

NOWHERE = "nowhere"


class Lack(str):
    """What is missing, in words; the id of the box for it and, of a film, its page.

    NOWHERE is the page of what somebody else has to mend.
    """

    page: str
    box: str

    def __new__(cls, sentence: str, box: str = "", page: str = "") -> "Lack":
        made = super().__new__(cls, sentence)
        made.box, made.page = box, page
        return made
