"""The draft as its readers will see it."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from councils.register.offices import offices
from plans.comments.permissions import readable_channels
from plans.comments.reading import counted_sections
from plans.consistency.findings import Finding
from plans.consistency.preparing import findings_of
from plans.document.make_snapshot import make_snapshot
from plans.document.models import Plan
from plans.document.news import lines_of_news
from plans.document.permissions import load_plan, may_manage_plan
from plans.document.register_data import Register
from plans.document.snapshot import SectionText, content_hash
from plans.document.states import PlanState
from plans.drafting.addresses import of_sections
from plans.drafting.origins import Origin, Origins, origins
from samarbejde.accounts.requests import LoggedInRequest


class SectionWithTools(SectionText):
    edit: str  # addresses
    history: str
    comment: str
    comments: int  # open ones that the person reads
    check: str
    findings: int  # that concern it
    origins: list[Origin]
    key: int  # of its row


@login_required
@require_safe
def plan_text(request: LoggedInRequest, pk: int) -> HttpResponse:
    plan = load_plan(request.user, pk)
    prefetch_related_objects([plan], Prefetch("sections", counted_sections(request.user, plan)))
    register = Register(plan)
    text = make_snapshot(plan, register)
    manages = may_manage_plan(request.user, plan)
    findings = findings_of(plan, register.fields) if manages and plan.is_open else []
    is_heard = plan.state == PlanState.CONSULTATION
    context = {
        "plan": plan,
        "news": lines_of_news(plan, text, content_hash(text)) if is_heard else None,
        "snapshot": {
            **text,
            "sections": _with_tools(text["sections"], plan, findings, origins(plan, request.user)),
        },
        "manages": manages,
        "comments": bool(readable_channels(request.user, plan)),
        "writes": manages and plan.is_open,
        "add": reverse("add-section", args=[plan.pk]),
        "consultation": plan.consultations.first() if is_heard else None,
        "seats": [s for s in offices(request.user).memberships if s.speaks_in(plan.council.district_id)],
        "findings": findings,
    }
    return render(request, "plans/drafting/plan_text.html", context)


def _with_tools(
    sections: Iterable[SectionText], plan: Plan, findings: Iterable[Finding], came_from: Origins
) -> list[SectionWithTools]:
    found = Counter(place.lineage for one in findings for place in set(one.places))
    check = reverse("plan-consistency", args=[plan.pk])
    rows: dict[str, Any] = {str(section.lineage): section for section in plan.sections.all()}
    names = ("edit-section", "section-history", "section-comments")
    edit, history, comment = (of_sections(name, plan.pk) for name in names)
    pairs = ((section, rows[section["lineage"]]) for section in sections)
    return [
        {
            **section,
            "key": row.pk,
            "edit": edit(row.pk),
            "history": history(row.pk),
            "comment": comment(row.pk),
            "comments": row.open_comments,
            "check": f"{check}?sted={section['lineage']}",
            "findings": found[section["lineage"]],
            "origins": came_from.get(row.lineage, []),
        }
        for section, row in pairs
    ]
