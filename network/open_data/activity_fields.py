"""What each field of an activity means, and the tags of the columns of its CSV."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from amuprev.foundation.open_data import schema
from amuprev.foundation.open_data.fields import Field, Holds, attribute
from network.choices import (
    SMALL_NUMBER,
    ActivityStatus,
    AgeBand,
    Approach,
    CountingMethod,
    Country,
    DatePrecision,
    PartnerKind,
    PreventionLevel,
    Sex,
)
from network.open_data.common import COUNTRY, SOURCES


def said(key: str, label: Any, about: Any, holds: Holds, **more: Any) -> Field:
    """A field of the log: its records are made by the log's own files."""
    return Field(key, label, about, holds, attribute(key), **more)


CELL = schema.strict(
    {
        "sex": {"enum": Sex.values},
        "age": {"enum": AgeBand.values},
        "people": schema.WHOLE,
        "fewer_than": {"enum": [SMALL_NUMBER, None]},
    }
)
PEOPLE = schema.strict({"total": schema.WHOLE, "cells": schema.array(CELL)})
PARTNER = schema.strict({"kind": {"enum": PartnerKind.values}, "name": schema.TEXT})

FIELDS = (
    said("number", _("Number"), _("People quote it on the phone; it never changes."), Holds.WHOLE),
    said("address", _("Page in the portal"), _("Where people read it; it does not change."), Holds.PAGE),
    said("year", _("Year"), _("In which it began."), Holds.WHOLE),
    said("started", _("First day"), _("With as many parts as are known: year, month, day."), Holds.DAY),
    said("ended", _("Last day"), _("Empty when it was one day or is not known."), Holds.DAY),
    said("date_precision", _("Date known to the"), _("How much of the date is known."), Holds.CODE, words=DatePrecision),
    said("date_uncertain", _("Date uncertain"), _("Yes where sources disagree or only suggest it."), Holds.YES_NO),
    said("country", COUNTRY.label, COUNTRY.about, Holds.CODE, words=Country),
    said("municipality", _("Municipality"), _("The place where it was done, in the table of places."), Holds.ENTRY),
    said("organisation", _("Organisation"), _("Who did it and recorded it."), Holds.ENTRY),
    said("places", _("Municipalities that took part"), _("Others than its own, in the table of places."), Holds.ENTRIES),
    said("place", _("Neighbourhood or community"), _("Empty where it could put somebody at risk."), Holds.TEXT),
    said("setting", _("Where it was done"), _("Of the table of settings; empty where it could put somebody at risk."), Holds.ENTRY),
    said("kind", _("Kind of activity"), _("Of the table of kinds."), Holds.ENTRY),
    said("other_kind", _("Other kind"), _("In their own words when none of the list fitted."), Holds.TEXT),
    said("status", _("How far it has come"), _("ActivityStatus codes of IATI."), Holds.CODE, words=ActivityStatus),
    said("prevention_level", _("Level of prevention"), _("By who it is for; empty where its author was not sure."), Holds.CODE, words=PreventionLevel),
    said("approach", _("Approach"), _("By its means: resolution 2002/13 of ECOSOC."), Holds.CODE, words=Approach),
    said("themes", _("Themes"), _("Of the table of themes."), Holds.ENTRIES),
    said("groups", _("People it is for"), _("Of the table of population groups."), Holds.ENTRIES),
    said("sessions", _("Sessions"), _("How many times it was held."), Holds.WHOLE),
    said("counting_method", _("How people were counted"), _("Empty where nobody said how."), Holds.CODE, words=CountingMethod),
    said("people", _("People who took part"), _("By sex and age. A cell that is withheld has no number and says fewer than 5; no sum is told from which it could be worked out."), Holds.SHAPE, shape=PEOPLE),
    said("partners", _("With whom"), _("Kind of partner, and its name where it may be told."), Holds.SHAPE, shape=schema.array(PARTNER)),
    said("title", _("Name of the activity"), _("As its municipality calls it."), Holds.BOTH),
    said("what_happened", _("What happened"), _("Told by those who did it."), Holds.BOTH),
    said("result", _("What came of it"), _("Told by those who did it."), Holds.BOTH),
    said("difficulty", _("What was difficult"), _("Told by those who did it."), Holds.BOTH),
    said("doubts", _("What we do not know"), _("Uncertain things, said plainly."), Holds.BOTH),
    said("sources", SOURCES.label, SOURCES.about, Holds.LINES),
)  # fmt: skip

SEX_TAGS = {
    Sex.WOMEN.value: "+f",
    Sex.MEN.value: "+m",
    Sex.OTHER.value: "+other",
    Sex.UNKNOWN.value: "+unseparated",
}
AGE_TAGS = {
    AgeBand.UNDER_5.value: "+age0_4",
    AgeBand.FROM_5.value: "+age5_11",
    AgeBand.FROM_12.value: "+age12_17",
    AgeBand.FROM_18.value: "+age18_29",
    AgeBand.FROM_30.value: "+age30_59",
    AgeBand.FROM_60.value: "+age60_up",
    AgeBand.UNKNOWN.value: "+age_unseparated",
}
# The tags of the Humanitarian Exchange Language for the columns of the log's CSV.
TAGS = {
    "number": "#meta+id",
    "year": "#date+year",
    "started": "#date+start",
    "ended": "#date+end",
    "date_precision": "#date+precision",
    "date_uncertain": "#date+uncertain",
    "country": "#country+name",
    "municipality": "#adm2+name",
    "organisation": "#org+name",
    "place": "#loc+name",
    "kind": "#activity+type",
    "title": "#activity+name",
    "status": "#status",
    "prevention_level": "#activity+level",
    "approach": "#activity+approach",
    "themes": "#sector+themes",
    "groups": "#targeted+group",
    "setting": "#loc+type",
    "partners": "#org+partners",
    "places": "#adm2+name+others",
    "sessions": "#activity+sessions",
    "people": "#reached",
    **{sex: f"#reached{tag}" for sex, tag in SEX_TAGS.items()},
    "counting_method": "#meta+method",
    "what_happened": "#description+story",
    "result": "#output",
    "difficulty": "#description+difficulty",
    "doubts": "#meta+doubts",
    "sources": "#meta+source",
    "text_language": "#meta+language",
    "address": "#meta+url",
    **{
        f"{sex}_{age}": f"#reached{of_sex}{of_age}"
        for sex, of_sex in SEX_TAGS.items()
        for age, of_age in AGE_TAGS.items()
    },
}
