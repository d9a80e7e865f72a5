"""What people type from consultation to signature."""

from plans.approval.forms.consulting import ConsultationForm
from plans.approval.forms.discussing import DiscussionForm
from plans.approval.forms.signing import (
    PaperSignaturesForm,
    ReopenForm,
    RoundForm,
    SignaturesForm,
    SignForm,
    renewal_form,
    round_form,
)

__all__ = [
    "ConsultationForm",
    "DiscussionForm",
    "PaperSignaturesForm",
    "ReopenForm",
    "RoundForm",
    "SignForm",
    "SignaturesForm",
    "renewal_form",
    "round_form",
]
