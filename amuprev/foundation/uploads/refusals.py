"""The sentences that say why an upload is refused and what to do instead."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "empty": _("This file is empty. Choose it again, or choose another one."),
    "unknown": _(
        "This file is not a photo or a document we can read. "
        "Choose a JPEG, PNG or WebP photo, or a PDF, DOCX or ODT document."
    ),
    "not_picture": _(
        "This file is not a photo we can read. Choose a JPEG, PNG, WebP or HEIC photo."
    ),
    "not_document": _(
        "This file is not a document we can read. Choose a PDF, DOCX or ODT document."
    ),
    "picture_too_heavy": _(
        "This photo is larger than 10 MB. Choose a smaller one, "
        "or send it to yourself by WhatsApp and choose that copy."
    ),
    "document_too_heavy": _(
        "This document is larger than 15 MB. "
        "Make its pictures smaller or send only the pages that matter."
    ),
    "too_many_pixels": _(
        "This photo has more than 40 megapixels. "
        "Take it again with a lower resolution, or choose another one."
    ),
    "damaged_picture": _(
        "This photo is damaged or incomplete. Open it on your device to see that "
        "it is whole and choose it again, or choose another one."
    ),
    "damaged_document": _(
        "This document is damaged or incomplete. "
        "Open it, save it again as PDF and choose the new file."
    ),
    "unfolds_too_much": _(
        "This document takes up too much space once it is opened. "
        "Save only the pages that matter as PDF and choose that file."
    ),
    "too_many_pages": _(
        "This document is too long. Send only the pages that matter, up to 500."
    ),
    "password": _(
        "This document is protected with a password. "
        "Save a copy without protection and choose that copy."
    ),
    "macros": _(
        "This document contains macros or automatic commands. Save it as PDF and choose that file."
    ),
    "embedded": _(
        "This document has another file or a kind of picture inside that we cannot clean. "
        "Save it as PDF and choose that file."
    ),
    "old_word": _(
        "This is a document in an old Word format. Save it as DOCX or PDF and choose the new file."
    ),
    "spreadsheet": _(
        "Spreadsheets are not accepted as evidence because they often list people's names. "
        "Write «kept on file, page …» in the description instead."
    ),
}


def refusal(code: str) -> ValidationError:
    return ValidationError(SENTENCES[code], code=code)
