"""What the reader is told of bad input, by the code of the specification's section G.

Messages say what, where and how to mend it; they name the indicator and blame nobody.
"""

import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

MESSAGES = {
    "G-E01": _("%(code)s: choose one of the four levels."),
    "G-E02": _(
        "%(code)s: the value must be between %(min)s and %(max)s %(unit)s."
        " You typed %(x)s."
    ),
    "G-E03": _("%(code)s: type only the number, for example 85 or 85.5."),
    "G-E04": _("%(code)s: %(part)s cannot be greater than %(total)s."),
    "G-E04 none": _(
        "%(code)s: nothing out of nothing is no share. Say that it does not apply, and"
        " why."
    ),
    "G-E05": _(
        "%(code)s applies to every municipality. If it does not exist or is not"
        " measured, the level is 0."
    ),
    "G-E06": _(
        "%(code)s: explain why it does not apply (at least 20 characters)."
        " It will be published."
    ),
    "G-E07": _(
        "%(code)s: level %(level)s needs dated, filed evidence. Attach the document"
        " or choose a lower level."
    ),
    # An internal paper is enough for level 2.
    "G-E07 any": _(
        "%(code)s: level %(level)s needs evidence. Attach the document or choose a"
        " lower level."
    ),
    "G-E08": _("The document's date is not possible: %(date)s."),
    "G-E09": _(
        "%(name)s was not saved: %(reason)s. PDF, JPG, PNG, DOCX, XLSX, ODT, ODS and"
        " CSV up to 20 MB are accepted."
    ),
    "G-E10": _("The target risk cannot be higher than the current one."),
    "G-E11": _("To lower the risk, link at least one measure."),
    "G-E12": _("The end date must be after %(date)s and within 10 years."),
    "G-E13": _(
        "The sources add up to %(sum)s%%. They must add up to 100%%. Use “Unfunded”"
        " for what is missing."
    ),
    "G-E14": _(
        "%(count)s more answers are needed to show %(dimension)s. You can save and"
        " continue later."
    ),
    "G-E15": _("%(name)s changed this answer at %(time)s. See both and choose."),
    "G-E16": _(
        "The person who validates cannot have answered. Ask another authorised person"
        " to validate."
    ),
    "G-E17": _(
        "In %(dimension)s the population sees %(gap)s points less than the mayor's"
        " office. Write a reply before validating."
    ),
    "G-E18": _("A consultation lasts between 14 and 60 days."),
    "G-E19": _(
        "The consultation closed on %(date)s. Results will be published with the"
        " report."
    ),
    "G-E19 early": _("The consultation opens on %(date)s."),
    "G-E20": _(
        "We already have a response from this device. If several people share it, ask"
        " for a facilitated session."
    ),
    "G-E21": _(
        "Thank you for wanting to take part. People under 18 answer in a group with a"
        " facilitator: %(contact)s."
    ),
    "G-E22": _(
        "The answers (%(answers)s) do not match the people present (%(present)s)."
        " A session needs at least 3."
    ),
    "G-E23": _("Line %(line)s: %(detail)s. Nothing was loaded."),
    "G-E24": _("Cannot move from %(from)s to %(to)s: %(reason)s."),
    "G-E25": _(
        "Row %(row)s: %(detail)s. Correct it and upload again; no row was saved."
    ),
    "G-W01": _("The evidence for %(code)s is from %(date)s; it lowers confidence."),
    "G-W02": _("%(code)s changed from %(a)s to %(b)s. Confirm and explain."),
    "G-W03": _(
        "All answers in %(dimension)s are the same. Check them before submitting."
    ),
    "G-W04": _("%(code1)s and %(code2)s do not agree: %(detail)s."),
    "G-W05": _("The risk %(title)s is %(level)s and has no measure."),
    "G-W06": _("%(title)s: was due on %(date)s."),
    # The specification has one sentence for three things; two of them were not due.
    "G-W06 asleep": _("%(title)s: nobody has told of it for 90 days."),
    "G-W06 unproved": _("%(title)s: it is finished and has no evidence."),
    "G-W07": _("The acceptance of %(title)s has expired or has no reason."),
    "G-W08": _("The text seems to include personal data. Remove it before publishing."),
    "G-W09": _(
        "The English text of %(field)s is missing. The English page will show the"
        " Spanish with a notice."
    ),
    "G-W10": _(
        "%(count)s identical responses arrived in %(minutes)s minutes. Review them"
        " before closing."
    ),
    "G-W11": _("Different currencies are not added."),
    "G-N01": _("Fewer than 11 responses: not shown, to protect people."),
    "G-N02": _("Few cases: the number is shown, not the rate."),
    "G-N03": _("The network median will appear when 5 municipalities are published."),
    "G-N04": _(
        "Not comparable: the instrument changed or too few answers in common (%(k)s)."
    ),
    "G-N05": _(
        "It is at level 0 because it is not measured. Measuring it is the first step"
        " up."
    ),
}


def say(code: str, /, **values: Any) -> str:
    """The sentence of a code in the reader's language."""
    return str(MESSAGES[code]) % {name: _said(each) for name, each in values.items()}


def _said(value: Any) -> Any:
    """A day as the reader writes it."""
    if isinstance(value, datetime.date):
        return date_format(value, "DATE_FORMAT")
    return value
