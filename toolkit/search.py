"""What the public search finds of the toolkit: steps, norms, model documents."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy

from amuprev.foundation.by_key import by_key
from amuprev.foundation.search.documents import Document, Source
from network.search.texts import in_both, numbers, told, years_of
from toolkit.addresses import document_address, norm_address, step_address
from toolkit.models import Instrument, ModelDocument, Step

# After whom and what was done, pages and words of the field; before single activities.
STEP, NORM, DOCUMENT = 17, 18, 19
STEP_TEXTS = ("why", "how", "done", "evidence", "who", "questions", "mistakes")


def _step(step: Any, language: str) -> Document:
    return _made(
        step,
        language,
        kind="step",
        rank=STEP,
        texts=STEP_TEXTS,
        address=step_address(step.slug, language=language),
        facts=(str(step.phase), *(str(term) for term in step.terms.all())),
    )


def _norm(norm: Any, language: str) -> Document:
    articles = [told(each, "summary", language)[0] for each in norm.articles.all()]
    return _made(
        norm,
        language,
        kind="norm",
        rank=NORM,
        texts=("relevance", "doubts"),
        address=norm_address(norm.slug, language),
        names=tuple(filter(None, (norm.number,))),
        facts=(
            str(norm.get_type_display()),
            str(norm.get_country_display()),
            told(norm, "body", language)[0],
            *articles,
        ),
        note=str(norm.get_status_display()),
        day=norm.adopted,
        country=norm.country,
        years=years_of(norm.adopted, norm.adopted),
    )


def _document(document: Any, language: str) -> Document:
    return _made(
        document,
        language,
        kind="modeldocument",
        rank=DOCUMENT,
        texts=("description",),
        address=document_address(document.slug, language),
    )


def _made(record: Any, language: str, *, texts: Sequence[str], **more: Any) -> Document:
    """With its title and all its texts in the language of the first."""
    title, title_language = told(record, "title", language)
    every = [told(record, name, language) for name in texts]
    written = [(text, code) for text, code in every if text]
    first = written[0][1] if written else language
    return Document(
        key=str(record.pk),
        language=language,
        title=title,
        title_language=title_language,
        text=" ".join(text for text, code in written if code == first),
        text_language=first,
        **more,
    )


def _source(
    kind: str, name: Any, model: Any, make: Any, joined: Sequence[str], ahead: Any
) -> Source:
    rows: Any = model.objects.order_by("pk")

    def of(keys: Sequence[str]) -> Any:
        found = rows.filter(pk__in=numbers(keys))
        return found.select_related(*joined).prefetch_related(*ahead)

    def still(keys: Sequence[str]) -> set[str]:
        found = by_key(model.objects.all(), numbers(keys))
        return {str(pk) for pk in found.values_list("pk", flat=True)}

    return Source(
        kind,
        name,
        every=lambda: rows.values_list("pk", flat=True),
        documents=lambda keys: in_both(make)(of(keys)),
        public=still,
    )


STEPS = _source(
    "step", gettext_lazy("Step of the guide"), Step, _step, ("phase",), ("terms",)
)
NORMS = _source("norm", gettext_lazy("Norm"), Instrument, _norm, (), ("articles",))
DOCUMENTS = _source(
    "modeldocument", gettext_lazy("Model document"), ModelDocument, _document, (), ()
)
SOURCES: tuple[Source, ...] = (STEPS, NORMS, DOCUMENTS)
