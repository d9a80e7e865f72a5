from plans.follow_up.views.duties import add_duty, delete_duty, duties, edit_duty

__all__ = ["add_duty", "delete_duty", "duties", "edit_duty"]
