from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from plans.document.permissions import load_managed_plan, load_read_plan
from plans.pictures.forms import PictureForm
from plans.pictures.models import Picture
from plans.pictures.showing import picture_answer
from plans.pictures.workflow import keep_picture
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.transitions import Refused


@login_required
@require_POST
def add_picture(request: LoggedInRequest, pk: int) -> JsonResponse:
    """What the editor puts in the text, or why not: 422 for the file, 409 for the plan."""
    plan = load_managed_plan(request.user, pk)
    form = PictureForm(request.POST, request.FILES)
    if not form.is_valid():
        wrong = [str(error) for errors in form.errors.values() for error in errors]
        return JsonResponse({"text": " ".join(wrong)}, status=422)
    try:
        kept = keep_picture(plan, form.made, by=request.user)
    except Refused as refusal:
        return JsonResponse({"text": str(refusal)}, status=409)
    address = reverse("draft-picture", args=[plan.pk, kept.name])
    return JsonResponse(
        {"picture": kept.name, "size": f"{kept.width}x{kept.height}", "address": address}, status=201
    )


@login_required
@require_safe
def draft_picture(request: LoggedInRequest, pk: int, name: str) -> HttpResponse:
    """For those who read the draft: a picture of any plan of its council."""
    plan = load_read_plan(request.user, pk)
    return picture_answer(request, Picture.objects.filter(council=plan.council_id), name, public=False)
