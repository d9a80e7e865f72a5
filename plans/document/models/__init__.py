"""A plan, its tree of sections, its topics."""

from plans.document.models.agreements import MultiYearAgreement
from plans.document.models.focus_areas import FocusArea, Priority, Scope, is_new
from plans.document.models.frozen_texts import FrozenText
from plans.document.models.kept_versions import LONGEST_NAME, KeptVersion, Step
from plans.document.models.news_lines import LONGEST_LINE, NewsLine
from plans.document.models.plans import FIRST_YEAR, LAST_YEAR, Plan, PlanQuerySet, PlanWriter, Signatory
from plans.document.models.sections import (
    Carried,
    EditMode,
    RegisterData,
    Section,
    SectionKind,
    WritingStatus,
)

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "LONGEST_LINE",
    "LONGEST_NAME",
    "Carried",
    "EditMode",
    "FocusArea",
    "FrozenText",
    "KeptVersion",
    "MultiYearAgreement",
    "NewsLine",
    "Plan",
    "PlanQuerySet",
    "PlanWriter",
    "Priority",
    "RegisterData",
    "Scope",
    "Section",
    "SectionKind",
    "Signatory",
    "Step",
    "WritingStatus",
    "is_new",
]
