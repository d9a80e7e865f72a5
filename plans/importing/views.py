from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from plans.importing import workflow
from plans.importing.blocks.stored import restored
from plans.importing.forms import AnswerForm, ConfirmForm, CorrectionForm, UploadForm
from plans.importing.models import ImportedDocument
from plans.importing.permissions import importing_districts, load_document
from plans.importing.preview import as_snapshot
from plans.importing.report import summary
from samarbejde.accounts.requests import LoggedInRequest
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.transitions import Refused

A_PAGE = 20  # documents


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: LoggedInRequest) -> HttpResponse:
    districts = importing_districts(request.user)
    form = UploadForm(typed(request), request.FILES or None, districts=districts)
    if form.is_valid():
        file, place = form.cleaned_data["document"], form.cleaned_data["district"]
        try:
            document = workflow.upload_document(
                file.name, file.read(), district=place, year=form.cleaned_data["year"], by=request.user
            )
            return redirect("preview-import", document.pk)
        except Refused as refusal:
            form.add_error("document", str(refusal))
    uploaded = (
        ImportedDocument.objects.filter(district__in=districts)
        .defer("content", "blocks")
        .select_related("plan")
    )
    page = Paginator(uploaded, A_PAGE).get_page(request.GET.get("side"))
    return Attempt(request, form).page("plans/importing/upload.html", page=page)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: LoggedInRequest, pk: int) -> HttpResponse:
    """The plan as it will be, before anything is written; a POST writes it."""
    document = load_document(request.user, pk)
    standing = workflow.standing_plan(document.district, document.year)
    form = ConfirmForm(typed(request), replaces=standing is not None)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            plan = workflow.import_document(document, by=request.user, replace=standing is not None)
            told = f"{plan.title} er indlæst som kladde. Læs den igennem, før du går videre."
            return attempt.done(told, "plan", plan.pk)
    try:
        reading = workflow.plan_of(document)
    except Refused as refusal:
        messages.error(request, f"{document.name} kan ikke længere læses: {refusal}")
        return redirect("import-plan")
    return attempt.page(
        "plans/importing/preview.html",
        document=document,
        standing=standing,
        obstacles=workflow.obstacles(standing, replace=True),
        reading=reading,
        summary=summary(reading),
        snapshot=as_snapshot(reading, document.district, document.year),
    )


@login_required
@require_POST
def answer(request: LoggedInRequest, pk: int) -> HttpResponse:
    """What the document leaves open: the preview shows the plan with the answer."""
    document = load_document(request.user, pk)
    with Attempt(request):
        form = AnswerForm(request.POST, questions=workflow.plan_of(document).questions.asked)
        if not form.is_valid():
            raise Refused("Filen giver ikke længere det spørgsmål. Her er den, som den læses nu.")
        question, choice = form.cleaned_data["question"], form.cleaned_data["choice"]
        workflow.answer_question(document, question, choice, by=request.user)
        return redirect(f"{reverse('preview-import', args=[pk])}#questions")
    return redirect("preview-import", pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: LoggedInRequest, pk: int) -> HttpResponse:
    """The file line by line, and what each line was read as: the plan's sections stand beside it."""
    document = load_document(request.user, pk)
    try:
        blocks = restored(workflow.blocks_of(document)).blocks
        reading = workflow.plan_of(document)
    except Refused as refusal:
        messages.error(request, f"{document.name} kan ikke længere læses: {refusal}")
        return redirect("import-plan")
    form = CorrectionForm(typed(request), blocks=blocks, standing=document.corrections)
    with Attempt(request, form) as attempt:
        if form.is_valid():
            workflow.correct_document(document, form.corrections, seen=form.seen_corrections, by=request.user)
            return attempt.done("Linjerne er rettet. Planen er læst igen.", "correct-import", pk)
    if attempt.refusal:
        document.refresh_from_db(fields=["corrections"])
        form.look_again(document.corrections)
    return attempt.page(
        "plans/importing/correct.html",
        document=document,
        snapshot=as_snapshot(reading, document.district, document.year),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: LoggedInRequest, pk: int) -> HttpResponse:
    document = load_document(request.user, pk)
    if request.method == "POST":
        workflow.delete_document(document, by=request.user)
        messages.success(request, f"{document.name} er slettet.")
        return redirect("import-plan")
    return render(request, "plans/importing/delete.html", {"document": document})
