"""The pages behind a partner's personal link.

Nobody logs in, and no session is touched: the link is all that its reader has. What is sent is sent to the
link itself, and a page of somebody else's that could do so would have to know it: there is nothing for a CSRF
token to protect, and it works where a browser keeps no cookies. Opening a page with GET changes nothing.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from plans.consultation import workflow
from plans.consultation.bodies import Body
from plans.consultation.forms import PartnerReplyForm
from plans.consultation.overtaken import overtaken, words_of
from plans.consultation.reading import reply_of
from plans.consultation.sent_text import sent_text
from plans.document.news import lines_of_news
from plans.document.snapshot import content_hash
from plans.partners.links import Closed, Door, opened_by
from plans.partners.models import PartnerInvitation
from plans.partners.permissions import written_to
from plans.pictures.models import Picture
from plans.pictures.showing import picture_answer
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.forms.resending import words_in
from samarbejde.transitions import Refused

View = Callable[..., HttpResponse]


def by_link(view: View) -> View:
    """Kept by nobody, listed nowhere; its address, which is the key, goes to no other site."""

    @wraps(view)
    @csrf_exempt
    @never_cache
    @sensitive_post_parameters()
    def page(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "same-origin"
        return response

    return page


@by_link
@require_safe
def partner_draft(request: HttpRequest, token: str) -> HttpResponse:
    door = opened_by(token)
    if door.invitation is None or not door.is_open:
        return _closed(request, door)
    plan = door.invitation.consultation.plan
    text = sent_text(plan)
    context = _shown(door.invitation, token) | {
        "news": lines_of_news(plan, text, content_hash(text)),
        "snapshot": text,
    }
    return render(request, "plans/consultation/partner_draft.html", context)


@by_link
@require_http_methods(["GET", "HEAD", "POST"])
def partner_reply(request: HttpRequest, token: str) -> HttpResponse:
    door = opened_by(token)
    invitation = door.invitation
    if invitation is None or not door.is_open:
        return _closed(request, door)
    shown = _shown(invitation, token)
    initial = {"text": words_of(invitation), "version": invitation.version}
    form = PartnerReplyForm(typed(request), initial=initial)
    with Attempt(request, form, page_tells=Refused) as attempt:
        if form.is_valid():
            step = workflow.save_draft if form.is_draft else workflow.answer_as_partner
            step(invitation, **form.cleaned_data)
            return redirect("partner-reply", token)
    conflict = overtaken(attempt)
    return attempt.page(
        "plans/consultation/partner_reply.html",
        **shown,
        conflict=conflict,
        refusal=None if conflict else attempt.refusal,
    )


@by_link
@require_safe
def partner_picture(request: HttpRequest, token: str, name: str) -> HttpResponse:
    """One that the draft shows, for as long as it can be read."""
    door = opened_by(token)
    if door.invitation is None or not door.is_open:
        return _closed(request, door)
    council = door.invitation.consultation.plan.council_id
    return picture_answer(request, Picture.objects.filter(council=council), name, public=False)


def _shown(invitation: PartnerInvitation, token: str) -> dict[str, object]:
    consultation = invitation.consultation
    return {
        "invitation": invitation,
        "consultation": consultation,
        "plan": consultation.plan,
        "token": token,
        "standing": reply_of(consultation, Body(None, None, invitation.partner)),
        "addresses": written_to(invitation),
    }


def _closed(request: HttpRequest, door: Door) -> HttpResponse:
    """Why, and whom to write to; 404 for a link that never was, 410 for one that is over."""
    form = PartnerReplyForm(typed(request))
    context: dict[str, object] = {"closed": door.closed, "kept": words_in(form) if form.is_bound else []}
    if door.invitation:
        context |= _shown(door.invitation, "")
        if not door.still_shows:
            context |= {"standing": None}
    status = 404 if door.closed is Closed.UNKNOWN else 410
    return render(request, "plans/consultation/partner_closed.html", context, status=status)
