"""What a neighbour's records say reaches nobody else (S6).

Municipality B has a word of its own in every text, name and number. The portal is read
by everyone who has no business with B, from every address that `make urls` knows: by
links, forms, files, feeds, choosers, side doors and guessed numbers.
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from functools import partial

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml.html import FormElement

from amuprev.contract.answers import declared, known_faults
from amuprev.due import DUE
from amuprev.foundation import recurring
from amuprev.foundation.models import OutgoingMail
from experiences.models import Experience, Film
from network.models import Activity, Appointment, Invitation, TakeDown, User
from tests.contract.cast import asked
from tests.security.canaries import found_in, models_with_texts, plain
from tests.security.crawler import (
    Answer,
    asking,
    asking_forms,
    document,
    texts_of,
)
from tests.security.scene import Scene, addresses_of

# Who reads, and how many answers by links and by guessing.
READERS = {
    "anonymous": (130, 120),
    "stranger": (30, 50),
    "ex-member": (30, 50),
    "reader": (60, 60),
    "clerk": (120, 100),
    "coordinator": (60, 60),
    "mayor": (50, 60),
    "reviewer": (60, 60),
    "administrator": (80, 60),
    "editor": (100, 80),
    "secretariat": (120, 80),
}
MOST_FORMS = 5
LEAST = 1_500
SENDERS = ("anonymous", "clerk", "administrator")
NONSENSE = "zqnadaaaaa"
# What each page has of its own.
TOKEN = re.compile(
    r'csrfmiddlewaretoken" value="[^"]+"|csrf[Tt]oken[^,}]+|typed-by-\w+'
)

# Models of ours whose records are of no municipality.
SHARED = {
    "site_pages.HomePage": "prose of the network, public when it is published",
    "site_pages.StandardPage": "prose of the network, public when it is published",
    "site_pages.ContactPage": "prose of the network, public when it is published",
    "site_pages.DataLandingPage": "a page of the public tree",
    "site_pages.NewsIndexPage": "a page of the public tree",
    "site_pages.NewsPage": "prose of editors, public when it is published",
    "site_pages.EventIndexPage": "a page of the public tree",
    "site_pages.EventPage": "prose of editors: see tests/site for those by invitation",
    "site_pages.BulletinIndexPage": "a page of the public tree",
    "site_pages.BulletinPage": "prose of editors, public when it is published",
    "network.NetworkLandingPage": "a page of the public tree",
    "network.ActivityLandingPage": "a page of the public tree",
    "network.GlossaryLandingPage": "a page of the public tree",
    "foundation.GlossaryTerm": "the network's public glossary",
    "foundation.HistoricalGlossaryTerm": "the network's public glossary",
    "foundation.GlossaryCountryName": "the network's public glossary",
    "foundation.HistoricalGlossaryCountryName": "the network's public glossary",
    "foundation.SearchSynonyms": "a list of words for all",
    "foundation.HistoricalSearchSynonyms": "a list of words for all",
    "foundation.SearchDocument": "what is public already, made from it",
    "foundation.SearchWord": "nobody reads it: suggestions find something public",
    "network.ActivityKind": "a list of words for all",
    "network.Theme": "a list of words for all",
    "network.PopulationGroup": "a list of words for all",
    "network.Setting": "a list of words for all",
    "network.HistoricalActivityKind": "a list of words for all",
    "network.HistoricalTheme": "a list of words for all",
    "network.HistoricalPopulationGroup": "a list of words for all",
    "network.HistoricalSetting": "a list of words for all",
    "network.NetworkMembership": "public, of an association",
    "network.HistoricalNetworkMembership": "public, of an association",
    "network.StrategicPlan": "public, of an association",
    "network.HistoricalStrategicPlan": "public, of an association",
    "network.SecretariatTerm": "the network's public history",
    "network.HistoricalSecretariatTerm": "the network's public history",
    "network.Agreement": "the network's public history",
    "network.HistoricalAgreement": "the network's public history",
    "network.Assembly": "the network's public history",
    "network.HistoricalAssembly": "the network's public history",
    "network.Milestone": "the network's public history",
    "network.HistoricalMilestone": "the network's public history",
    "network.HelpLine": "public, of a country",
    "network.HistoricalHelpLine": "public, of a country",
    "experiences.VideoLandingPage": "a page of the public tree",
    "experiences.ExperienceLandingPage": "a page of the public tree",
    "network.ListedActivity": "codes and figures of what is public, without words",
    "network.Word": "nobody reads it: the searches that go through it are crawled",
    "network.WordedActivity": "nobody reads it: numbers of words and activities",
    "site_pages.BulletinReader": "nobody reads it: addresses that ask for the bulletin",
    "network.AuditSeal": "fingerprints of the whole trail",
    "network.Told": "keys of what was told, without words",
    "foundation.Picture": "the editors' library",
    "foundation.PictureRendition": "the editors' library",
    "foundation.PortalDocument": "the editors' library",
    "foundation.ContentDigest": "the initial content's fingerprints",
    "foundation.LoadedContent": "the initial content",
    "foundation.RecurringRun": "the worker's clock",
    "foundation.WorkerBeat": "the worker's pulse",
}


answers: Counter = Counter()


@pytest.mark.parametrize("role", READERS)
def test_reading_everything_shows_no_word_of_the_neighbours(stage, role):
    most, most_guessed = READERS[role]
    visitor, leaked, broken = stage.visitor(role), [], []
    forms: dict[tuple, tuple] = {}
    for answer in (
        *visitor.walk(stage.starts(role), most),
        *visitor.walk(stage.guesses(role), most_guessed),
    ):
        leaked += stage.leaks(role, answer)
        if answer.status >= 500 and f"GET {answer.address}" not in known_faults():
            broken.append(answer.address)
        page = document(answer) if answer.status == 200 else None
        for form in asking_forms(page) if page is not None else ():
            if texts := frozenset(texts_of(form)):
                forms.setdefault((answer.address.split("?")[0], texts), (answer, form))
    told = [
        each
        for page, form in list(forms.values())[:MOST_FORMS]
        for each in told_by_searching(stage, role, page, form)
    ]
    answers[role] += visitor.answers
    assert leaked == []
    assert broken == []
    assert told == []
    assert forms


def told_by_searching(
    stage: Scene, role: str, page: Answer, form: FormElement
) -> Iterator[str]:
    """Searching for a neighbour's word is searching for nothing.

    Neither the results nor their number say that the word stands anywhere.
    """
    visitor = stage.visitor(role)
    secrets = sorted(word for word in stage.secrets(role) if word.isalpha())
    nothing = visitor.read(asking(page.address, form, lambda _given: NONSENSE))
    for word in secrets[:: len(secrets) // 3]:
        address = asking(page.address, form, partial(replaced, word))
        found = visitor.read(address)
        yield from stage.leaks(role, found, besides=frozenset({word}))
        if without(found, word) != without(nothing, NONSENSE):
            yield f"{role} {address}: {stage.canaries.given[word].where}"
    answers[role] += visitor.answers


def replaced(word: str, _given: str) -> str:
    return word


def without(answer: Answer, word: str) -> str:
    """The answer without what it repeats of the question."""
    text = TOKEN.sub("", answer.text)
    return re.sub(word, "", text, flags=re.IGNORECASE)


@pytest.mark.parametrize("role", SENDERS)
def test_sending_forms_about_a_neighbours_records_tells_nothing(stage, role):
    visitor, leaked = stage.visitor(role), []
    entries = [entry for entry in declared() if "POST" in entry.tables]
    typed = {"action": "return", "note": "x", "activity": "1", "version": "1"}
    for address in dict.fromkeys(addresses_of(stage.other, entries)):
        leaked += stage.leaks(role, visitor.post(address, typed))
    answers[role] += visitor.answers
    assert leaked == []


def test_mails_about_a_neighbour_go_to_its_own_people_only(stage):
    """All that recurs is due at once; strangers ask about B besides."""
    own = {person.email for person in stage.cast.people.values() if person}
    theirs = ("neighbour", "other-reviewer", "secretariat", "superuser")
    own -= {stage.cast.people[name].email for name in theirs}
    own |= {"vecina@ejemplo.test"}
    make_everything_late(stage)
    before = set(plain(OutgoingMail).values_list("pk", flat=True))
    assert [ran for ran in recurring.run(DUE, now=True) if ran.fault] == []
    public = stage.other.activities["approved"].pk
    client = stage.cast.clients["anonymous"]
    fields = {"why": "error", "words": "No fue así.", "email": "vecina@ejemplo.test"}
    client.post(f"{reverse('take_down')}?of=activity:{public}", fields)
    person = plain(User).get(pk=stage.other.people["clerk"].pk)
    client.post(reverse("account_reset_password"), {"email": person.email})
    left = list(plain(OutgoingMail).exclude(pk__in=before))
    assert len(left) >= 4
    secrets = stage.secrets("anonymous")
    for mail in left:
        if own & set(mail.to):
            said = found_in("\n".join([mail.subject, mail.text, mail.html]))
            assert not said & secrets, mail.subject


def make_everything_late(stage: Scene) -> None:
    today, soon = timezone.localdate(), datetime.timedelta(days=2)
    long_ago = timezone.now() - datetime.timedelta(days=60)
    Activity.objects.update(submitted_at=long_ago)
    Invitation.objects.update(expires_at=timezone.now() + soon)
    TakeDown.objects.update(asked_at=long_ago, decided_at=long_ago)
    for place in (stage.cast.town, stage.other.town):
        Appointment.objects.filter(organisation=place).update(valid_to=today + soon)


def test_a_new_kind_of_record_is_covered_or_said_to_be_nobodys(scene):
    filled = {
        canary.where.split(" of ")[0].rpartition(".")[0]
        for canary in scene.canaries.given.values()
    }
    known = {model._meta.label for model in models_with_texts()}
    assert known - filled - SHARED.keys() == set()
    assert SHARED.keys() - known == set()


def test_the_words_can_be_seen_by_those_whose_they_are(scene, settings):
    """Or the crawl would look for what is nowhere."""
    settings.MEDIA_ROOT = scene.media
    client = scene.cast.clients["neighbour"]
    seen = set()
    for entry in declared():
        if entry.about == "activity" and "GET" in entry.tables:
            for state in entry.states:
                answer = asked(client, "GET", scene.other.path(entry, state))
                seen |= found_in(answer.getvalue().decode())
    drafts = [each for each in scene.canaries.given.values() if "(draft)" in each.where]
    assert sum(each.word in seen for each in drafts) >= 8


@pytest.mark.parametrize("who", ["neighbour", "anonymous"])
def test_the_words_of_experiences_and_films_can_be_seen(scene, settings, who):
    """In the workspace by its own people, also of drafts; the public ones by everybody."""
    settings.MEDIA_ROOT = scene.media
    client, seen = scene.cast.clients[who], set()
    for model, route in ((Experience, "experiences:experience"), (Film, "films:film")):
        for record in model.objects.filter(owner=scene.other.town):
            own = reverse(route, args=[record.pk])
            path = own if who == "neighbour" else record.get_absolute_url()
            answer = asked(client, "GET", path)
            if who == "anonymous" and not record.is_public:
                assert answer.status_code == 404
                continue
            seen |= found_in(answer.getvalue().decode())
    told = {
        (canary.where.split(".")[1], canary.where.rpartition("(")[2].rstrip(")"))
        for word, canary in scene.canaries.given.items()
        if word in seen
    }
    states = {"draft", "submitted", "approved"} if who == "neighbour" else {"approved"}
    for state in states:
        assert {("Experience", state), ("Film", state)} <= told
    assert {
        state for _model, state in told if _model in ("Experience", "Film")
    } == states


def test_enough_was_read():
    """Runs last: the count of all answers looked through."""
    if set(READERS) <= set(answers):
        assert sum(answers.values()) >= LEAST
