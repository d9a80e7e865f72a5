from plans.decisions.forms.announcing import AnnounceForm
from plans.decisions.forms.deciding import AcceptForm, MergeForm, RejectForm
from plans.decisions.forms.postponing import PostponeForm
from plans.decisions.forms.reviewing import AnswerDeadlineForm, PointsForm, ReviewForm

__all__ = [
    "AcceptForm",
    "AnnounceForm",
    "AnswerDeadlineForm",
    "MergeForm",
    "PointsForm",
    "PostponeForm",
    "RejectForm",
    "ReviewForm",
]
