"""The e-mails of publication. They leave once the act is committed."""

from django.db.models import Q, QuerySet

from councils.models import LEADERS, CouncilKind, Membership
from councils.register.mailing import secretariat
from plans.document.models import Plan
from plans.publication.models import Edition, Publication
from samarbejde.accounts.models import User
from samarbejde.addresses import web_address
from samarbejde.outbox.workflow import queue


def tell_of_edition(edition: Edition) -> None:
    """To the director, the mayors, the chairs of the lokalråd and the secretariat."""
    plan = edition.plan
    what = (
        f"{plan.title} er offentliggjort" if edition.number == 1 else f"{plan.title} er kommet i en ny udgave"
    )
    note = f"\n\n{edition.note}" if edition.note else ""
    for person in _readers(plan):
        queue(
            person,
            what,
            f"Kære {person.name}\n\n{what}: {edition.number}. udgave for {plan.council.name}.{note}\n\n"
            f"Læs den her:\n\n{public_address(plan)}",
        )


def tell_of_failure(publication: Publication) -> None:
    plan = publication.plan
    for person in secretariat(plan.council.district_id):
        queue(
            person,
            f"{plan.title} blev ikke offentliggjort",
            f"Kære {person.name}\n\n{plan.title} blev ikke offentliggjort.\n\n{publication.failure}\n\n"
            f"Gå videre her:\n\n{web_address('publish-plan', plan.pk)}",
        )


def tell_of_waiting(publication: Publication) -> None:
    plan = publication.plan
    for person in secretariat(plan.council.district_id):
        queue(
            person,
            f"{plan.title} venter på at blive offentliggjort",
            f"Kære {person.name}\n\n{plan.title} er ikke offentlig endnu.\n\n{publication.failure}\n\n"
            "Planen bliver offentliggjort af sig selv, når det er sket. Du skal ikke bestille den igen.\n\n"
            f"Følg den her:\n\n{web_address('publish-plan', plan.pk)}",
        )


def public_address(plan: Plan) -> str:
    return web_address("edition", plan.council.district.slug, plan.year)


def _readers(plan: Plan) -> QuerySet[User]:
    here = Membership.objects.current().filter(council__district=plan.council.district_id)
    chairs = Q(council__kind=CouncilKind.LOCAL, role__in=LEADERS)
    posts = here.filter(chairs).values("pk").union(here.signatories().order_by().values("pk"))
    told = secretariat(plan.council.district_id)
    return User.objects.filter(Q(memberships__in=posts) | Q(pk__in=[p.pk for p in told])).distinct()
