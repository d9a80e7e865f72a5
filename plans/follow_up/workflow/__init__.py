from plans.follow_up.workflow.duties import add_duty, delete_duty, edit_duty

__all__ = ["add_duty", "delete_duty", "edit_duty"]
