"""Published action plans against their texts, their action plan and the events that tell of them."""

from collections.abc import Iterator

from plans.action_plans.freezing import named
from plans.action_plans.models import ActionPlan, PublishedActionPlan
from plans.document.snapshot import content_hash
from plans.verification.acts import as_far_as_readable, is_told
from samarbejde.danish import moment_text


def faults() -> Iterator[str]:
    known = ActionPlan.objects.values("pk")
    for pk in PublishedActionPlan.objects.exclude(plan__in=known).values_list("pk", flat=True):
        yield f"Offentlig handleplan {pk}: handleplanen, som den er af, findes ikke"
    whole = PublishedActionPlan.objects.filter(plan__in=known).select_related("plan")
    for published in whole.order_by("pk").iterator(chunk_size=1):
        for fault in as_far_as_readable(_of(published)):
            yield f"{published}: {fault}"


def _of(published: PublishedActionPlan) -> Iterator[str]:
    text, plan = published.text, published.plan
    if content_hash(text) != published.content_hash:
        yield "teksten passer ikke til sin kontrolsum"
    if (text["year"], text["topic"]) != (plan.year, plan.topic):
        yield "teksten er et andet års eller et andet emnes"
    if not published.address.startswith(named(plan)):
        yield "adressen er et andet emnes"
    if not hasattr(published, "file") or not bytes(published.file.content).startswith(b"%PDF-"):
        yield "der er ingen PDF af den"
    at, by = published.published_at, published.published_by_id
    if not is_told("action_plan.published", plan, at=at, by=by):
        yield f"ingen hændelse fortæller, at den person offentliggjorde den {moment_text(at)}"
