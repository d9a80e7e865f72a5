"""What is done to a plan as a whole: one that was begun by mistake goes away again."""

from plans.desk.workflow.cancelling import cancel_edition
from plans.desk.workflow.deleting import delete_plan

__all__ = ["cancel_edition", "delete_plan"]
