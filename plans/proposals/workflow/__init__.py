"""What a lokalråd does in a proposal round."""

from plans.proposals.workflow.attaching import attach_to_proposal, remove_attachment
from plans.proposals.workflow.entering import enter
from plans.proposals.workflow.sending import name_senders
from plans.proposals.workflow.taking_back import reopen, withdraw
from plans.proposals.workflow.writing import rewrite, say_no_proposals, submit, write

__all__ = [
    "attach_to_proposal",
    "enter",
    "name_senders",
    "remove_attachment",
    "reopen",
    "rewrite",
    "say_no_proposals",
    "submit",
    "withdraw",
    "write",
]
