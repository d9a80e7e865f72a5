"""What may stand of the check's findings, and the words that the check knows."""

from plans.consistency.workflow.waivers import take_back, told_of, told_of_end, waive
from plans.consistency.workflow.words import list_word, unlist_word

__all__ = ["list_word", "take_back", "told_of", "told_of_end", "unlist_word", "waive"]
