from plans.proposals.forms.deciding import AcceptForm, MergeForm, RejectForm
from plans.proposals.forms.postponing import PostponeForm
from plans.proposals.forms.reviewing import PointsForm, ReviewForm
from plans.proposals.forms.rounds import ExtensionForm, RoundForm
from plans.proposals.forms.writing import ProposalForm

__all__ = [
    "AcceptForm",
    "ExtensionForm",
    "MergeForm",
    "PointsForm",
    "PostponeForm",
    "ProposalForm",
    "RejectForm",
    "ReviewForm",
    "RoundForm",
]
