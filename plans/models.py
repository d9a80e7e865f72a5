"""The rooms' tables, gathered for Django: one app, one migration history."""

from plans.action_plans.models import (
    ActionPlan,
    Activity,
    PublishedActionPlan,
    PublishedActionPlanFile,
)
from plans.approval.models import (
    Consultation,
    CorrectionPass,
    CorrectionsMade,
    Discussion,
    GivenSignature,
    Signature,
    SignatureRound,
    Voiding,
)
from plans.approvers.models import ApprovalRules, Approver
from plans.comments.models import Comment, CommentReply
from plans.consistency.models import ImportRemark, ListedWord, TakenBack, Waiver
from plans.consultation.models import ConsultationReply
from plans.decisions.models import PendingDecision
from plans.document.models import (
    FocusArea,
    FrozenText,
    KeptVersion,
    MultiYearAgreement,
    Plan,
    PlanWriter,
    Priority,
    Section,
    Signatory,
)
from plans.drafting.models import Presence
from plans.duties.models import DeclinedSentence, Duty
from plans.follow_up.models import (
    AnswerAttachment,
    AnswerQuestion,
    AnswerSubmission,
    DutyAnswer,
    DutyReminder,
    SubmittedAttachment,
)
from plans.importing.models import ImportedDocument
from plans.local_decisions.models import PreventionDecision, TopicChange
from plans.partners.models import Partner, PartnerInvitation
from plans.pictures.models import Picture
from plans.proposal_board.models import Handling
from plans.proposals.models import (
    AnswerReminder,
    ChangeRequest,
    Decision,
    DecisionAnnouncement,
    Extension,
    HandedInAttachment,
    NoProposals,
    Proposal,
    ProposalAttachment,
    ProposalRound,
    ProposalSender,
    Review,
    RoundReminder,
    Submission,
)
from plans.publication.models import DraftPrint, Edition, EditionFile, Passage, Publication, SearchWord, Trial
from plans.replacing.models import ReplacedText, Replacement
from plans.returned_drafts.models import ReturnedDraft, ReturnedFile, ReturnedRemark
from plans.suggestions.models import Suggestion
from plans.year_cycle.models import CalendarAddress
from plans.yearly_account.models import (
    AccountPart,
    AccountTakenBack,
    PresentedAccount,
    PresentedAccountFile,
    YearlyAccount,
)

__all__ = [
    "AccountPart",
    "AccountTakenBack",
    "ActionPlan",
    "Activity",
    "AnswerAttachment",
    "AnswerQuestion",
    "AnswerReminder",
    "AnswerSubmission",
    "ApprovalRules",
    "Approver",
    "CalendarAddress",
    "ChangeRequest",
    "Comment",
    "CommentReply",
    "Consultation",
    "ConsultationReply",
    "CorrectionPass",
    "CorrectionsMade",
    "Decision",
    "DecisionAnnouncement",
    "DeclinedSentence",
    "Discussion",
    "DraftPrint",
    "Duty",
    "DutyAnswer",
    "DutyReminder",
    "Edition",
    "EditionFile",
    "Extension",
    "FocusArea",
    "FrozenText",
    "GivenSignature",
    "HandedInAttachment",
    "Handling",
    "ImportRemark",
    "ImportedDocument",
    "KeptVersion",
    "ListedWord",
    "MultiYearAgreement",
    "NoProposals",
    "Partner",
    "PartnerInvitation",
    "Passage",
    "PendingDecision",
    "Picture",
    "Plan",
    "PlanWriter",
    "Presence",
    "PresentedAccount",
    "PresentedAccountFile",
    "PreventionDecision",
    "Priority",
    "Proposal",
    "ProposalAttachment",
    "ProposalRound",
    "ProposalSender",
    "Publication",
    "PublishedActionPlan",
    "PublishedActionPlanFile",
    "ReplacedText",
    "Replacement",
    "ReturnedDraft",
    "ReturnedFile",
    "ReturnedRemark",
    "Review",
    "RoundReminder",
    "SearchWord",
    "Section",
    "Signatory",
    "Signature",
    "SignatureRound",
    "Submission",
    "SubmittedAttachment",
    "Suggestion",
    "TakenBack",
    "TopicChange",
    "Trial",
    "Voiding",
    "Waiver",
    "YearlyAccount",
]
