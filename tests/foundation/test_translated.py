from types import SimpleNamespace

from django.forms import (
    CharField,
    CheckboxSelectMultiple,
    Form,
    MultipleChoiceField,
    SplitDateTimeField,
)
from django.utils.translation import override

from amuprev.foundation.templatetags.foundation_tags import (
    error_links,
    translated,
    translated_prose,
)

BOTH = SimpleNamespace(name_es="Red <b>", name_en="Network")
SPANISH_ONLY = SimpleNamespace(name_es="Red <b>", name_en="")


def test_translated_gives_the_readers_language():
    with override("en"):
        assert translated(BOTH, "name") == "Network"
    with override("es"):
        assert translated(BOTH, "name") == "Red &lt;b&gt;"


def test_translated_falls_back_to_spanish_and_marks_it():
    with override("en"):
        assert (
            translated(SPANISH_ONLY, "name") == '<span lang="es">Red &lt;b&gt;</span>'
        )


def test_translated_of_an_unsuffixed_field_counts_as_spanish():
    record = SimpleNamespace(title="Taller")
    with override("en"):
        assert translated(record, "title") == '<span lang="es">Taller</span>'
    with override("es"):
        assert translated(record, "title") == "Taller"


def test_translated_of_nothing_is_empty():
    assert translated(SimpleNamespace(name_es="", name_en=""), "name") == ""
    assert translated_prose(SimpleNamespace(name_es=None, name_en=None), "name") == ""


def test_translated_prose_says_that_it_fell_back():
    with override("en"):
        html = translated_prose(SPANISH_ONLY, "name")
        assert "Only available in Spanish." in html
        assert '<div class="prose" lang="es">' in html
        assert "language-notice" not in translated_prose(
            SPANISH_ONLY, "name", notice=False
        )


class SampleForm(Form):
    name = CharField()
    groups = MultipleChoiceField(
        choices=[("a", "A")], widget=CheckboxSelectMultiple, label="Groups"
    )
    moment = SplitDateTimeField()


def test_error_links_lead_to_the_control_to_mend():
    targets = [link["target"] for link in error_links(SampleForm({}))]
    assert targets == ["id_name", "id_groups_0", "id_moment_0"]
    assert error_links(SampleForm()) == []
    assert error_links(None) == []
