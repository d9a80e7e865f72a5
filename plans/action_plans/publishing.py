"""An adopted action plan becomes public: frozen, on the web and as PDF."""

from django.db import transaction

from councils.meetings.papers import printed
from councils.models import CouncilKind
from plans.action_plans.freezing import named, public_text, published_activities
from plans.action_plans.models import ActionPlan, PublishedActionPlan, PublishedActionPlanFile
from plans.document.snapshot import content_hash
from plans.publication.models import Edition
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.transitions import Refused, lock


@transaction.atomic
def publish_action_plan(plan: ActionPlan, *, by: User) -> PublishedActionPlan:
    """The first time, and again when it has changed: then the new one takes the place of the one before."""
    plan = lock(plan)  # before the council, as `carry_on` does
    lock(plan.council)  # two topics are given two addresses
    last = plan.published.order_by("-number").first()
    text = public_text(plan)
    _refuse(plan, is_the_same=last is not None and last.content_hash == content_hash(text))
    published = PublishedActionPlan.objects.create(
        plan=plan,
        number=last.number + 1 if last else 1,
        address=last.address if last else _address(plan),
        text=text,
        content_hash=content_hash(text),
        published_by=by,
    )
    context = {"text": text, "activities": published_activities(text), "published": published}
    content = printed("plans/action_plans/public_paper.html", context)
    PublishedActionPlanFile.objects.create(published=published, content=content)
    again = f", {published.number}. udgave" if last else ""
    told = f"Offentliggjorde handleplanen for »{plan.topic}« {plan.year}{again}"
    record("action_plan.published", told, by=by, subject=plan, within=plan.council)
    return published


def _refuse(plan: ActionPlan, *, is_the_same: bool) -> None:
    if plan.is_draft:
        raise Refused("Handleplanen er en kladde. Vedtag den, før den bliver offentlig.")
    if not is_public_year(plan):
        raise Refused(
            f"Samarbejdsplanen for {plan.year} er ikke offentlig endnu. Vent med handleplanen, til den er."
        )
    if is_the_same:
        raise Refused("Handleplanen er allerede offentlig, som den står nu.")


def is_public_year(plan: ActionPlan) -> bool:
    """The district's plan, whose topics it speaks of, is published."""
    editions = Edition.objects.filter(plan__council__kind=CouncilKind.DISTRICT, plan__year=plan.year)
    return editions.filter(plan__council__district=plan.council.district_id).exists()


def _address(plan: ActionPlan) -> str:
    """`trivsel-for-unge`; of two topics that would have the same, the later one has a number behind it."""
    taken = PublishedActionPlan.objects.filter(plan__council=plan.council_id, plan__year=plan.year)
    names = set(taken.values_list("address", flat=True))
    name = named(plan)
    numbered = (f"{name}-{number}" for number in range(2, len(names) + 3))
    return next(one for one in (name, *numbered) if one not in names)
