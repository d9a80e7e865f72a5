from plans.follow_up.forms.duties import DutyForm

__all__ = ["DutyForm"]
