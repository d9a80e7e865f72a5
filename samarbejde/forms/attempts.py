"""A page's attempt at a step: the step is taken, or the page shows what was typed, and why it was not.

    form = DutyForm(typed(request), plan=plan)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            workflow.add_duty(plan, form.answers, by=request.user)
            return attempt.done("Opgaven er føjet til planen.", "duties", plan.pk)
    return attempt.page("plans/follow_up/edit_duty.html", plan=plan)

Where nothing is typed, as by a button in a list, the view goes back to the list after the block.

A form that saves itself while somebody writes is sent to the same view, which asks `attempt.is_autosave` once
and answers `attempt.kept(row)`; what is wrong or refused is then told in a line of JSON, not on a page.
"""

from types import TracebackType
from typing import Protocol, Self

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render, resolve_url
from django.utils.timezone import localtime

from samarbejde.forms.resending import words_in
from samarbejde.transitions import Refused, Stale

AUTOSAVED = "Gemt undervejs"  # what a history says of it


def typed(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to: nothing, until something is sent."""
    return request.POST if request.method == "POST" else None


class Versioned(Protocol):
    version: int


class Attempt:
    """What the block refuses is kept in `refusal` and becomes a message.

    `page_tells` are the refusals that the page itself tells of, so that no message does.
    """

    def __init__(
        self,
        request: HttpRequest,
        form: BaseForm | None = None,
        *,
        page_tells: type[Refused] | tuple[type[Refused], ...] = (),
    ) -> None:
        self.request = request
        self.form = form
        self.page_tells = page_tells
        self.refusal: Refused | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if not isinstance(raised, Refused):
            return False
        self.refusal = raised
        if not isinstance(raised, self.page_tells) and not self.is_autosave:
            messages.error(self.request, str(raised))
        return True

    @property
    def is_autosave(self) -> bool:
        """The page has sent its form by itself, and stays where it is."""
        return self.request.method == "POST" and self.request.headers.get("Accept") == "application/json"

    def kept(self, row: Versioned, to: str = "", *args: object) -> JsonResponse:
        """What the page goes on with: the version that stands now, and where the form is sent from now on."""
        return JsonResponse(
            {
                "version": row.version,
                "at": f"{localtime():%H.%M}",
                "address": resolve_url(to, *args) if to else "",
            }
        )

    def done(self, text: str, to: str, *args: object) -> HttpResponse:
        """On to the page `to`, which says that the step is taken."""
        messages.success(self.request, text)
        return redirect(to, *args)

    @property
    def status(self) -> int:
        """409: the state, or what somebody else did, refuses it. 422: what was typed is wrong."""
        if self.refusal:
            return 409
        return 422 if self.form is not None and self.form.errors else 200

    def page(self, template: str, **context: object) -> HttpResponse:
        """Shown before the step, and again, as it was filled in, when the step was not taken.

        `kept` is what was typed, for where the state has no room for the form any more.
        """
        if self.is_autosave:
            return self._line()
        shown: dict[str, object] = {}
        if self.form is not None:
            shown = {"form": self.form, "kept": words_in(self.form) if self.form.is_bound else []}
        return render(self.request, template, shown | context, status=self.status)

    def _line(self) -> JsonResponse:
        """Why it is not saved, and whether somebody else was first."""
        wrong = [str(error) for errors in self.form.errors.values() for error in errors] if self.form else []
        text = str(self.refusal) if self.refusal else " ".join(wrong)
        return JsonResponse({"text": text, "stale": isinstance(self.refusal, Stale)}, status=self.status)
