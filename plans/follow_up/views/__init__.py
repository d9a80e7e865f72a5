from plans.follow_up.views.duties import add_duty, delete_duty, duties, edit_duty
from plans.follow_up.views.sentences import propose_duties

__all__ = ["add_duty", "delete_duty", "duties", "edit_duty", "propose_duties"]
