"""The sentences that say what is wrong with a film, its captions or its address."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from experiences.media.spoken import BadLine
from experiences.media.webvtt import BadTrack

FILE_FAULTS: dict[str, Any] = {
    "empty": gettext_lazy(
        "This file is empty. Choose it again, or choose another one."
    ),
    "too_heavy": gettext_lazy(
        "This video is larger than the portal takes. Save it with a lower quality, or "
        "send it to yourself by WhatsApp and choose that copy."
    ),
    "not_a_film": gettext_lazy(
        "This file is not a video we can read. Choose an MP4, MOV, WebM or AVI file."
    ),
    "no_pictures": gettext_lazy(
        "This file has sound but no pictures. Choose the video itself."
    ),
    "damaged": gettext_lazy(
        "This video is damaged. Play it on your device to see that it is whole and "
        "choose it again."
    ),
    "truncated": gettext_lazy(
        "The end of this video is missing: perhaps it was copied while it was still "
        "being saved. Copy it again and choose the new file."
    ),
    "too_long": gettext_lazy(
        "This video lasts more than one hour, or its file says so. Cut it into parts, "
        "or save it again."
    ),
    "too_short": gettext_lazy("This video lasts less than half a second."),
    "too_large": gettext_lazy(
        "The pictures of this video are larger than 4K. Save it with smaller ones."
    ),
    "odd_codec": gettext_lazy(
        "This video is written in a way that the portal cannot read. Save it again as "
        "MP4 (H.264) and choose the new file."
    ),
    "no_room": gettext_lazy(
        "There is no room left on the portal's disk. Nothing was lost: tell the "
        "secretariat and try again later."
    ),
}
RENDITION_FAULTS: dict[str, Any] = {
    "broken": gettext_lazy(
        "The video could not be read to its end. Press «Try again»; if it fails again, "
        "save the video as MP4 (H.264) and upload that file."
    ),
    "too_slow": gettext_lazy(
        "It took more than 25 minutes. Upload a shorter video or one with smaller "
        "pictures, or press «Try again» when less is going on."
    ),
    "no_room": FILE_FAULTS["no_room"],
    "lost": gettext_lazy(
        "The uploaded file is no longer on the portal's disk. Upload it again."
    ),
    "interrupted": gettext_lazy(
        "The work was interrupted. Press «Try again»: the uploaded video is safe."
    ),
}
TRACK_FAULTS: dict[str, Any] = {
    "too_large": gettext_lazy(
        "This file is larger than 1 MB: captions are words alone."
    ),
    "not_webvtt": gettext_lazy(
        "This file is not captions. Choose a WebVTT (.vtt) or SubRip (.srt) file."
    ),
    "encoding": gettext_lazy(
        "The letters of this file cannot be read. Save it as UTF-8 and choose it again."
    ),
    "empty": gettext_lazy("This file has no words with times."),
    "time": gettext_lazy(
        "The time is not written as in 00:01:05.000 --> 00:01:08.000."
    ),
    "backwards": gettext_lazy(
        "The time runs backwards: it ends before it begins, or begins before the one "
        "above."
    ),
    "too_long": gettext_lazy("More than 1,000 letters stand there at once."),
    "too_many": gettext_lazy("There are more than 5,000 captions."),
    "beyond": gettext_lazy(
        "The last words come after the video has ended: are these the captions of "
        "another video?"
    ),
}
MENDED: dict[str, Any] = {
    "windows1252": gettext_lazy(
        "The file was written in an old encoding (Windows-1252) and was converted: "
        "check the accents."
    ),
    "utf16": gettext_lazy("The file was written in UTF-16 and was converted."),
    "subrip": gettext_lazy("The file was SubRip (.srt) and was converted to WebVTT."),
    "overlap": gettext_lazy(
        "Some captions overlapped: each now ends where the next begins."
    ),
    "tags": gettext_lazy(
        "Signs like < and > that are no marks of captions are shown as they are."
    ),
}
LINE_FAULTS: dict[str, Any] = {
    "time": gettext_lazy("Begin the line with its time, as in «0:05 Buenos días»."),
    "backwards": gettext_lazy("The time is not later than that of the line above."),
}
ADDRESS_FAULTS: dict[str, Any] = {
    "no_address": gettext_lazy(
        "Paste the address of the video, as in https://youtu.be/…"
    ),
    "other_site": gettext_lazy(
        "Only videos of YouTube, Vimeo and Facebook can be pointed to. From another "
        "site, ask for the file and upload it here."
    ),
    "no_film": gettext_lazy(
        "That address names a channel, a list or a page, not one video. Open the video "
        "and copy its own address."
    ),
}


def said_of_track(fault: BadTrack | BadLine) -> str:
    """What is wrong with captions or a transcript, and in which line."""
    sentences = TRACK_FAULTS if isinstance(fault, BadTrack) else LINE_FAULTS
    sentence = str(sentences[fault.code])
    if not fault.line:
        return sentence
    return _("Line %(line)d: %(sentence)s") % {"line": fault.line, "sentence": sentence}
