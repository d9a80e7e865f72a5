from plans.consistency.views.findings import plan_consistency, section_findings, take_back_waiver
from plans.consistency.views.words import list_found_word, unlist_word, word_lists

__all__ = [
    "list_found_word",
    "plan_consistency",
    "section_findings",
    "take_back_waiver",
    "unlist_word",
    "word_lists",
]
