"""The steps of the register of facts."""

from plans.facts.workflow.facts import add_fact, delete_fact, edit_fact
from plans.facts.workflow.figures import take_figures

__all__ = ["add_fact", "delete_fact", "edit_fact", "take_figures"]
