"""The words by which staff find activities; nothing of this is ever public."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Word(models.Model):
    """A word without accents or capitals."""

    text = models.CharField(max_length=24, unique=True)

    class Meta:
        verbose_name = _("word")

    def __str__(self) -> str:
        return self.text


class WordUse(models.Model):
    """An activity in whose name, place or organisation a word stands."""

    pk = models.CompositePrimaryKey("word", "activity")
    # No foreign keys: their indexes would be larger than the rows.
    word = models.IntegerField()
    activity = models.BigIntegerField()

    class Meta:
        verbose_name = _("use of a word")

    def __str__(self) -> str:
        return f"{self.word}/{self.activity}"


class WordedActivity(models.Model):
    """The words under which an activity is found, to take exactly those away again."""

    activity = models.BigIntegerField(primary_key=True)
    words = models.JSONField()

    class Meta:
        verbose_name = _("words of an activity")

    def __str__(self) -> str:
        return f"#{self.activity}"
