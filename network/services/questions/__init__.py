"""Answering readers and publishing what helps others; this file only re-exports."""

from network.services.questions.answering import (
    StaleQuestion,
    answer_question,
    close_question,
    reopen_question,
)
from network.services.questions.publishing import (
    PUBLIC_TEXTS,
    hide_question,
    may_be_public,
    may_stand_there,
    offer_question_kind,
    publish_question,
    show_question,
    unpublish_question,
)
from network.services.questions.recurring import forget_askers, remind_of_waiting

__all__ = [
    "PUBLIC_TEXTS",
    "StaleQuestion",
    "answer_question",
    "close_question",
    "forget_askers",
    "hide_question",
    "may_be_public",
    "may_stand_there",
    "offer_question_kind",
    "publish_question",
    "remind_of_waiting",
    "reopen_question",
    "show_question",
    "unpublish_question",
]
