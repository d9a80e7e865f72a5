from plans.follow_up.forms.answers import AnswerForm, ReviewForm

__all__ = ["AnswerForm", "ReviewForm"]
