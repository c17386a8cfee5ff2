"""Questions that help to write each section; nobody has to answer them all."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from experiences.choices import Section

GUIDING: dict[Section, tuple[Promise, ...]] = {
    Section.PROBLEM: (
        _("What was happening, where, and since when?"),
        _(
            "Whom did it harm most? How do you know: records, a survey, what people told?"
        ),
        _("What had been tried before?"),
    ),
    Section.DONE: (
        _("What did you do, step by step, and how often?"),
        _("Who did it, and with which institutions?"),
        _("What did it need: people, places, money, agreements?"),
    ),
    Section.CHANGED: (
        _("What is different now? For whom?"),
        _("How do you know: counted, asked, or seen?"),
        _("What might have changed without it?"),
    ),
    Section.FAILED: (
        _("What did not come out as planned, and why?"),
        _("Who did not come, or left, and for what reason?"),
        _("What would you not do again?"),
    ),
    Section.STARTING: (
        _("What was the municipality like: its people, its problem, its institutions?"),
        _("Who took part from the beginning, and who was missing?"),
        _("Are there records of what was done: minutes, photos, reports?"),
    ),
    Section.QUESTIONS: (
        _("What do you want to systematize this experience for?"),
        _("Which part of it: from when to when, and where?"),
        _("Which question runs through all of it?"),
    ),
    Section.PROCESS: (
        _("What happened, in order? Put the milestones with their dates below."),
        _("Which moments changed its course?"),
        _("What did the people who took part say then?"),
    ),
    Section.REFLECTION: (
        _("Why did what happened happen?"),
        _("What made it work, and for whom did it work less?"),
        _("Which tensions and surprises were there?"),
    ),
    Section.ARRIVAL: (
        _("What did you learn, and what would you tell another municipality?"),
        _("What came of each objective?"),
        _("What remains to be done?"),
    ),
    Section.UNKNOWN: (
        _("What was never measured or asked?"),
        _("Which figures are doubtful, and why?"),
        _("What do you not know about those who left?"),
    ),
    Section.FACTORS: (
        _("Without what would it not have worked?"),
        _("Which persons, rules or agreements held it up?"),
    ),
    Section.SUSTAINED: (
        _("Does it go on today? Who pays for it, and by which rule?"),
        _("Did it outlive a change of government?"),
    ),
    Section.GENDER: (
        _("How did women and men take part, and who decided?"),
        _("Was the effect the same for women and for men?"),
    ),
    Section.ADAPT: (
        _("What must a municipality have before it begins?"),
        _("Which steps come first, how long do they take, and what do they cost?"),
        _("Which risks are there, and what may be changed without losing the core?"),
    ),
}
