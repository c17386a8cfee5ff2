"""What is said belongs to the file in which it is said, as captions do."""

from django.db import migrations, models


def fit_lines(apps, schema_editor):
    """The only file of a film, or the one with which its captions were read."""
    lines = apps.get_model("experiences", "TranscriptLine").objects
    tracks = apps.get_model("experiences", "Track").objects
    films = apps.get_model("experiences", "Film").objects
    own = films.filter(current__isnull=False).select_related("current")
    for film in own.iterator():
        digest = film.current.sha256
        said = lines.filter(film=film)
        if film.files.count() > 1:
            read = tracks.filter(film=film, kind="captions", fits=digest)
            said = said.filter(language__in=read.values("language"))
        said.update(fits=digest)


class Migration(migrations.Migration):
    dependencies = [("experiences", "0009_film_corrections")]

    operations = [
        migrations.AddField(
            model_name="transcriptline",
            name="fits",
            field=models.CharField(blank=True, default="", max_length=64),
            preserve_default=False,
        ),
        migrations.RunPython(fit_lines, migrations.RunPython.noop),
    ]
