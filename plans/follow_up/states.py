"""A body's answer to a duty, from its draft to what the secretariat has seen."""

from django.db import models


class AnswerState(models.TextChoices):
    DRAFT = "draft", "kladde"
    SUBMITTED = "submitted", "indsendt"
    RETURNED = "returned", "sendt tilbage med et spørgsmål"
    SEEN = "seen", "set af sekretariatet"


HANDED_IN = (AnswerState.SUBMITTED, AnswerState.SEEN)

ANSWER_TRANSITIONS: dict[str, frozenset[str]] = {
    AnswerState.DRAFT: frozenset({AnswerState.SUBMITTED}),
    # Corrected before anybody has read it.
    AnswerState.SUBMITTED: frozenset({AnswerState.SUBMITTED, AnswerState.SEEN, AnswerState.RETURNED}),
    AnswerState.RETURNED: frozenset({AnswerState.SUBMITTED}),
    # How it goes may be told again at any time: each answer stands in the series.
    AnswerState.SEEN: frozenset({AnswerState.SUBMITTED, AnswerState.RETURNED}),
}


class Progress(models.TextChoices):
    NOT_BEGUN = "not_begun", "ikke begyndt"
    UNDER_WAY = "under_way", "i gang"
    IN_PLACE = "in_place", "på plads"
    STOPPED = "stopped", "stoppet"
