"""Every form of ours, by whom and about what it is sent, and what is wrong in it.

Each is sent empty, and with these values. A route that takes a POST stands here or
among the presses: buttons with nothing to write.
"""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from network.models import Evidence
from tests.background import work_off
from tests.contract.cast import MAKERS, Cast
from tests.contract.consulting import facilitating, flooded
from tests.contract.register_rows import LONG, REGISTER, day
from tests.contract.withheld import corrected_once
from tests.network import door
from tests.network.factories import PASSWORD

DAY = {"started_day": "31", "started_month": "2", "started_year": "26"}
Where = tuple[Client, str]


@dataclass(frozen=True)
class Row:
    """One form: who sends it about what, and wrong values with the fields they hit."""

    route: str
    sent: dict[str, str]
    wrong: tuple[str, ...]
    who: str = "anonymous"
    about: str = "nothing"
    state: str = "one"
    given: dict[str, Any] = field(default_factory=dict)
    # A field that only this form of the page has.
    has: str = ""
    # Nothing has to be written in it: it is never wrong when it is empty.
    may_be_empty: bool = False
    start: Callable[[Cast], Where] | None = None

    @property
    def title(self) -> str:
        return " ".join([self.route, *map(str, self.given.values())])

    def where(self, cast: Cast) -> Where:
        """The browser and the address in which the form stands."""
        cache.clear()
        if self.start:
            return self.start(cast)
        holds = {**MAKERS[self.about](cast, self.state), **self.given}
        return cast.clients[self.who], reverse(self.route, kwargs=holds)


def _second_step(cast: Cast) -> Where:
    person = cast.people["reader"]
    door.give_app(person)
    return door.half_way(person), reverse("mfa_authenticate")


def _just_signed_in(route: str) -> Callable[[Cast], Where]:
    def start(cast: Cast) -> Where:
        client = Client()
        door.try_password(cast.people["neighbour"].email, PASSWORD, client=client)
        door.password_again(client)
        return client, reverse(route)

    return start


def _new_password(cast: Cast) -> Where:
    client = Client()
    client.post(
        reverse("account_reset_password"), {"email": cast.people["neighbour"].email}
    )
    work_off()
    told = "\n".join(each.body for each in mail.outbox)
    link = re.findall(r"https?://[^/]+(/\S+/contrasena/nueva/\S+)", told)[-1]
    answer = client.get(link, follow=True)
    return client, answer.request["PATH_INFO"]


def _signed_photo(cast: Cast) -> Where:
    piece = cast.activities["approved"].evidence.get()
    term = timezone.localdate() + datetime.timedelta(days=100)
    Evidence.objects.filter(pk=piece.pk).update(
        people_shown="adults",
        public=True,
        consent_purpose="portal",
        consent_until=term,
    )
    given = {"pk": piece.activity_id, "key": piece.uuid}
    return cast.clients["clerk"], reverse("network:evidence_consent", kwargs=given)


def _draft(
    route: str, sent: dict[str, str], *wrong: str, **more: Any
) -> Row:  # a form about a clerk's draft
    more = {"who": "clerk", "about": "activity", "state": "draft", **more}
    return Row(route, sent, wrong, **more)


def _section(name: str, sent: dict[str, str], *wrong: str, empty: bool = True) -> Row:
    given = {"name": name}
    route = "network:activity_section"
    return _draft(route, sent, *wrong, given=given, may_be_empty=empty)


def _of_experience(name: str, sent: dict[str, str], *wrong: str, **more: Any) -> Row:
    more = {"who": "clerk", "about": "experience", "state": "draft", **more}
    return Row("experiences:section", sent, wrong, given={"name": name}, **more)


def _of_plan(name: str, sent: dict[str, str], *wrong: str, **more: Any) -> Row:
    more = {"who": "clerk", "about": "plan", "state": "draft", **more}
    return Row("experiences:plan_section", sent, wrong, given={"name": name}, **more)


def _of_twinning(name: str, sent: dict[str, str], *wrong: str, **more: Any) -> Row:
    more = {"who": "clerk", "about": "twinning", "state": "draft", **more}
    return Row(f"twinnings:{name}", sent, wrong, **more)


def _of_town(name: str, sent: dict[str, str], *wrong: str, **more: Any) -> Row:
    more = {"who": "clerk", "about": "town-work", "state": "town", **more}
    return Row(f"toolkit:{name}", sent, wrong, **more)


def _of_exchange(name: str, sent: dict[str, str], *wrong: str, **more: Any) -> Row:
    given = {"name": name}
    more = {"who": "clerk", "about": "exchange", "state": "draft", **more}
    return Row("twinnings:exchange_section", sent, wrong, given=given, **more)


ROWS = [
    Row("bulletin_ask", {"email": "dos@@signos"}, ("email",)),
    Row("ask", {"words": LONG, "email": "dos@@signos"}, ("to", "words", "email")),
    Row("take_down", {"address": "nada", "email": "x@"}, ("address", "why", "email")),
    Row("answer", {"answer": "wrong", "words": LONG * 2}, ("words",),
        about="answer-link", state="facts"),
    Row("answer", {"what_changed": LONG * 2}, ("done", "what_changed"),
        about="answer-link", state="questions"),
    Row("account_login", {"login": "nadie", "password": "x"}, ("login",)),
    Row("account_reset_password", {"email": "no es"}, ("email",)),
    Row("account_reset_password_from_key",
        {"password1": "corta", "password2": "otra"}, ("password1",),
        start=_new_password),
    Row("invitation_by_code", {"email": "x", "code": "?"}, ("email",)),
    Row("invitation", {"password1": "corta", "password2": "otra"}, ("password1",),
        about="letter", state="open"),
    Row("account_front", {"name": LONG}, ("name",), who="stranger"),
    Row("account_reauthenticate", {"password": "no es"}, ("password",), who="stranger"),
    Row("account_change_password",
        {"oldpassword": "no es", "password1": "corta", "password2": "otra"},
        ("oldpassword",), who="stranger"),
    Row("mfa_authenticate", {"code": "12"}, ("code",), start=_second_step),
    Row("mfa_activate_totp", {"code": "12"}, ("code",),
        start=_just_signed_in("mfa_activate_totp")),
    Row("network:quick_log", {**DAY, "women": "-4", "what_happened": "Algo pasó."},
        ("kind", "started_day", "women"), who="clerk"),
    _draft("network:activity_edit",
           {**DAY, "women": "-4", "what_happened": ""},
           "started_day", "women", "what_happened", may_be_empty=True),
    _section("when", {"ended_day": "99", "title_es": "Otro título"}, "ended_day"),
    _section("people", {"women-18-29": "x"}, "women-18-29"),
    _section("results", {"links": "no es", "result_es": "Algo"}, "links"),
    _section("cost", {"cost": "mucho"}, "cost"),
    _draft("network:activity_partners", {"form-0-name": "Policía"}, "form-0-kind",
           may_be_empty=True),
    _draft("network:activity_evidence", {"caption": "Sin archivo"}, "file"),
    _draft("network:evidence_piece",
           {"people_shown": "adults", "public": "on", "caption": "El mural"},
           "consent_purpose", about="evidence", may_be_empty=True),
    _draft("network:evidence_cover", {}, about="evidence"),
    Row("network:evidence_consent",
        {"consent_until_day": "31", "consent_until_month": "2",
         "consent_until_year": "2027"},
        ("consent_purpose", "consent_until_day"), start=_signed_photo),
    Row("network:review_activity", {"note": LONG}, ("note",), who="reviewer",
        about="activity", state="sent", has="note"),
    Row("network:question", {"answer": LONG * 2}, ("answer",), who="reviewer",
        about="question", state="waiting"),
    Row("network:question_publish", {"public_question_es": LONG, "public_answer_es": ""},
        ("public_question_es", "public_answer_es"), who="reviewer", about="question",
        state="answered"),
    Row("network:invite", {"email": "x@", "name": "Ana", "position": "Alcaldesa"},
        ("email", "role"), who="coordinator", about="organisation", state="town"),
    Row("network:replace_staff",
        {"new-0-name": "Alma Ruiz", "new-0-email": "x@", "action": "review"},
        ("new-0-email", "new-0-role"), who="coordinator", about="organisation",
        state="town", may_be_empty=True),
    Row("network:new_address", {"email": "x@"}, ("email",), who="administrator",
        about="person", state="clerk"),
    Row("network:end_appointment", {"reason": LONG}, ("reason",), who="coordinator",
        about="appointment", state="clerk", may_be_empty=True),
    _of_town("body", {"name": LONG, "quorum": "0", **day("regulation_on", "30", "2", "2020")},
             "name", "quorum", "regulation_on_day"),
    _of_town("add_seat", {"institution": LONG}, "institution", "sector"),
    _of_town("seat", {"office": LONG}, "office", about="body-seat", state="sits"),
    _of_town("leave", day("on", "31", "2", "2026"), "on_day", about="body-seat",
             state="sits"),
    _of_town("add_group", {"name": LONG}, "name"),
    _of_town("group", {"name": LONG}, "name", about="body-group"),
    _of_town("check", {"reference": LONG}, "reference", about="step-check",
             may_be_empty=True),
    _of_town("attach", {"reference": LONG}, "file", "reference", about="step-check"),
    _of_town("add_meeting",
             {"state": "held", "starts": "26:00", **day("held_on", "30", "2", "2026")},
             "held_on_day", "starts"),
    _of_town("edit_meeting", {"ends": "x", **day("held_on", "30", "2", "2026")},
             "held_on_day", "ends", about="body-meeting", state="held"),
    _of_town("add_agreement", {"text": LONG}, "text", "responsible",
             about="body-meeting", state="held"),
    _of_town("agreement", {"text": LONG}, "text", about="body-agreement", state="open"),
    _of_town("settle", {"outcome": LONG}, "state", "outcome", about="body-agreement",
             state="open"),
    _of_town("paper", {}, "make", about="town-paper"),
    _of_town("add_policy", {"title_es": LONG, "from_year": "26"}, "title_es",
             "from_year"),
    _of_town("policy", {"to_year": "x"}, "to_year", about="town-policy",
             state="draft"),
    Row("twinnings:start", {"problem_es": LONG * 2}, ("problem_es",), who="clerk"),
    _of_twinning("section", {"problem_es": LONG * 2}, "problem_es",
                 given={"name": "about"}, may_be_empty=True),
    _of_twinning("section", {"term_months": "x"}, "term_months",
                 given={"name": "agreement"}, may_be_empty=True),
    _of_twinning("section", {"look": LONG, "action": "save"}, "look",
                 given={"name": "parties"}, may_be_empty=True),
    _of_twinning("status", {"when_day": "31", "when_month": "2", "note_es": LONG},
                 "when_day", "note_es", may_be_empty=True),
    _of_twinning("party", {"contact_email": "x@"}, "contact_email",
                 about="twinning-party", may_be_empty=True),
    _of_twinning("ratification", {"ratification": "pending", "act": "Acta 4"}, "act",
                 about="twinning-party", may_be_empty=True),
    _of_twinning("open", {"title_es": LONG}, "title_es"),
    Row("twinnings:decide", {"note": LONG, "action": "return"}, ("note",),
        who="reviewer", about="twinning", state="sent", has="note",
        may_be_empty=True),
    Row("twinnings:exchange_decide", {"note": LONG, "action": "return"}, ("note",),
        who="reviewer", about="exchange", state="sent", has="note",
        may_be_empty=True),
    _of_exchange("plan", {"title_es": LONG}, "title_es"),
    _of_exchange("delegation", {"rows-0-people": "mil"}, "rows-0-people",
                 may_be_empty=True),
    _of_exchange("report", {"cost": "mucho", "began_day": "99"}, "cost", "began_day",
                 may_be_empty=True),
    _of_exchange("photos", {"photoform-alt_text_es": "El patio"}, "photoform-file",
                 has="photoform-file"),
    _of_exchange("photos", {"documentform-title_es": "Plan"}, "documentform-file",
                 has="documentform-file"),
    _of_twinning("logged", {"look": LONG, "action": "save"}, "look", about="exchange",
                 may_be_empty=True),
    _of_twinning("documents", {"title_es": "Plan"}, "file"),
    _of_twinning("photo", {"alt_text_es": LONG}, "alt_text_es", about="exchange-photo"),
    _of_twinning("cover", {}, about="exchange-photo"),
    _of_twinning("add_commitment", {"text_es": LONG}, "text_es", about="exchange"),
    _of_twinning("commitment", {"text_es": LONG}, "text_es", about="commitment"),
    _of_twinning("meet", {"link": "no es"}, "link", about="commitment"),
    _of_twinning("drop", {"reason_es": LONG}, "reason_es", about="commitment"),
    _of_twinning("officer", {"email": "x@"}, "email", about="exchange",
                 state="approved"),
    _of_twinning("follow_up", {"done": "yes", "what_changed": LONG * 2}, "what_changed",
                 about="follow-up", state="asked"),
    Row("experiences:start", {"title_es": LONG}, ("title_es",), who="clerk"),
    _of_experience("about", {"began_day": "31", "began_month": "2", "cost_year": "x"},
                   "began_day", "cost_year", may_be_empty=True),
    _of_experience("problem", {"problem_es": LONG * 10}, "problem_es",
                   may_be_empty=True),
    _of_experience("outcomes", {"rows-0-text_es": "Algo", "rows-0-effect": "effective"},
                   "rows-0-evaluation", may_be_empty=True),
    _of_experience("voices", {"rows-0-text_es": "Algo"}, "rows-0-role",
                   may_be_empty=True),
    _of_experience("files", {"documentform-title_es": "Plan"}, "documentform-file",
                   has="documentform-file"),
    _of_experience("files", {"photoform-alt_text_es": "El mural"}, "photoform-file",
                   has="photoform-file"),
    Row("experiences:published_versions", {}, ("since", "why"),
        start=corrected_once),
    Row("experiences:photo", {"alt_text_es": LONG}, ("alt_text_es",),
        who="clerk", about="experience-photo", state="draft"),
    Row("experiences:cover", {"top": "80", "bottom": "80"}, ("top",), who="clerk",
        about="experience-photo", state="draft"),
    Row("experiences:decide", {"whole": LONG, "action": "return"}, ("whole",),
        who="editor", about="experience", state="sent", has="whole",
        may_be_empty=True),
    _of_plan("about", {"title": LONG}, "title"),
    _of_plan("changes", {"changes_es": LONG * 10}, "changes_es", may_be_empty=True),
    _of_plan("steps", {"rows-2-office": "Oficina", "rows-2-begins_day": "31",
                       "rows-2-begins_month": "2", "rows-2-begins_year": "2027"},
             "rows-2-text", "rows-2-begins_day", may_be_empty=True),
    _of_plan("costs", {"rows-0-text": "Sillas", "rows-0-amount": "10"},
             "rows-0-currency", may_be_empty=True),
    _of_plan("partners", {"rows-0-brings": "Sillas", "rows-0-kind": ""},
             "rows-0-kind", may_be_empty=True),
    Row("experiences:decide_changes", {"note": LONG, "action": "return"}, ("note",),
        who="reviewer", about="plan", state="sent", has="note", may_be_empty=True),
    Row("network:take_down", {"reason": LONG}, ("reason",), who="coordinator",
        about="take-down", state="waiting", has="reason"),
    Row("films:start", {"title_es": LONG}, ("title_es",), who="clerk"),
    Row("films:edit", {"year": "3"}, ("year",), who="clerk", about="film",
        state="draft"),
    Row("films:said", {"said": "sin tiempo"}, ("said",), who="clerk", about="film",
        state="draft", given={"language": "es"}, may_be_empty=True),
    Row("municipio_seguro:start", {}, ("kind",), who="coordinator"),
    Row("municipio_seguro:dimension", {"ESP-03-figure": "mucho"}, ("ESP-03-figure",),
        who="clerk", about="assessment", state="draft", given={"code": "ESP"},
        may_be_empty=True),
    Row("municipio_seguro:evidence",
        {"dated_day": "31", "dated_month": "2", "dated_year": "2026"},
        ("title_es", "strength", "dated_day"), who="clerk", about="assessment",
        state="draft", given={"code": "PAR-01"}),
    Row("municipio_seguro:act", {"reason": LONG}, ("reason",), who="coordinator",
        about="assessment", state="draft", given={"action": "cancel"}),
    Row("municipio_seguro:reply", {"text_es": "Corta."}, ("text_es",), who="mayor",
        about="assessment", state="draft", given={"code": "PAR"}),
    Row("municipio_seguro:consult",
        {"opens_on_day": "31", "opens_on_month": "2", "opens_on_year": "2026"},
        ("opens_on_day",), who="coordinator", about="assessment", state="draft"),
    Row("municipio_seguro:group", {"present": "muchas"}, ("present",),
        start=facilitating("group", "children"), given={"voice": "children"}),
    Row("municipio_seguro:assisted", {}, ("voice", "adult"),
        start=facilitating("assisted")),
    Row("municipio_seguro:burst", {"reason": "No"}, ("reason",), start=flooded),
    *(Row(route, sent, wrong, who="clerk", **more) for route, sent, wrong, more in REGISTER),
    Row("opinion", {}, ("voice", "adult"), about="opinion",
        state="consulting"),
    Row("network:take_down_reason", {"reason": LONG}, ("reason",), who="coordinator",
        about="take-down", state="hidden"),
]  # fmt: skip

# A button and nothing to write.
PRESSES = {
    "account_logout", "mfa_view_recovery_codes", "mfa_remove_webauthn",
    "mfa_deactivate_totp", "network:activity_act", "network:activity_submit",
    "network:activities_prepare", "network:inbox", "network:invitation_letter",
    "network:revoke_invitation", "network:replacement", "network:restore_appointment",
    "network:activity_bring_back", "network:evidence_act", "network:reset_second_step",
    "films:act", "experiences:act", "experiences:submit", "experiences:remove",
    "films:discard", "films:bring_back", "experiences:bring_back",
    "network:take_down_hide", "network:take_down_show", "network:question_act",
    "toolkit:agreement_act", "toolkit:evidence_act", "toolkit:meeting_act",
    "toolkit:policy_act", "toolkit:share", "toolkit:sit_again",
    "twinnings:act", "twinnings:additions", "twinnings:commitment_act",
    "twinnings:exchange_act", "twinnings:exchange_additions",
    "twinnings:document_act", "twinnings:exchange_submit", "twinnings:piece_act", "twinnings:revoke",
    "twinnings:settle", "twinnings:submit",
    "usersessions_end", "experiences:adapt", "experiences:plan_act",
    "municipio_seguro:evidence_remove", "municipio_seguro:evidence_restore",
    "municipio_seguro:group_remove", "municipio_seguro:text",
    "municipio_seguro:measure_act",
    "usersessions_end_others", "bulletin_confirm", "bulletin_leave",
}  # fmt: skip
# What a passkey answers stands in the browser; closed doors show no form; and a kept
# form, with its sign-in in place, is sent with errors in tests/network/test_held_posts.py
# and tests/browser/test_session_story.py.
# The uploads of a film stand with other forms on its page: tests/experiences.
ELSEWHERE = {
    "films:upload",
    "mfa_add_webauthn", "mfa_login_webauthn", "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn", "account_email", "account_set_password",
    "account_signup", "account_confirm_login_code", "network:held_post",
}  # fmt: skip
