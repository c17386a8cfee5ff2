"""The search's own tables: what is public, the words in it, words that mean the same."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchDocument(models.Model):
    """One public thing for readers of one language; made from its record or page.

    Beside it stands `foundation_searchindex`, in the form each database searches fast:
    FTS5 on SQLite, a tsvector on PostgreSQL.
    """

    # By rank, then newest first: the order of a list nobody ranked.
    place = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=80)
    language = models.CharField(max_length=2)
    title = models.TextField()
    title_language = models.CharField(max_length=2)
    text = models.TextField(blank=True)
    text_language = models.CharField(max_length=2)
    note = models.CharField(max_length=400, blank=True)
    address = models.CharField(max_length=400)
    day = models.DateField(null=True, blank=True)
    country = models.CharField(max_length=2, blank=True)
    tokens = models.TextField()

    class Meta:
        verbose_name = _("document of the search")
        constraints = (
            models.UniqueConstraint(
                fields=("kind", "key", "language"), name="one_document_each"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind}/{self.key}/{self.language}"


class SearchWord(models.Model):
    """A word that stands in something public, for whoever mistypes it.

    The row of the empty word is held by whoever changes the search, so that changes
    come one after another.
    """

    text = models.CharField(max_length=40, primary_key=True)
    # With its accents, as it was first read.
    written = models.CharField(max_length=40, blank=True)

    class Meta:
        verbose_name = _("word of the search")

    def __str__(self) -> str:
        return self.text


class SearchSynonyms(models.Model):
    """Words that mean the same to whoever searches; kept by the secretariat."""

    key = models.SlugField(_("key"), max_length=80, unique=True)
    words = models.TextField(
        _("words that mean the same"),
        help_text=_(
            "One word or expression per line, in Spanish or English. Whoever looks for "
            "one of them also finds the others."
        ),
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    objects = models.Manager()

    class Meta:
        verbose_name = _("synonyms of the search")
        verbose_name_plural = _("synonyms of the search")
        ordering = ("key",)

    def __str__(self) -> str:
        return " = ".join(self.expressions) or self.key

    @property
    def expressions(self) -> list[str]:
        """The words, one by one."""
        return [line.strip() for line in self.words.splitlines() if line.strip()]
