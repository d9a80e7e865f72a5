"""The e-mails of publication."""

from django.db.models import Q, QuerySet

from councils.models import LEADERS, CouncilKind, Membership
from councils.register.mailing import secretariat
from plans.approval.mailing import to_managers
from plans.document.models import Plan
from plans.publication.models import Edition, Publication, Trial
from plans.templatetags.public_addresses import public_address
from samarbejde.accounts.models import User
from samarbejde.outbox.letters import Letter, letter
from samarbejde.site.addresses import web_address, whole_address


def published(edition: Edition) -> list[Letter]:
    """To the director, the mayors, the chairs of the lokalråd and the secretariat.

    A lokalråd's plan: to its members, those who approved it, and the secretariat.
    """
    plan = edition.plan
    what = (
        f"{plan.title} er offentliggjort" if edition.number == 1 else f"{plan.title} er kommet i en ny udgave"
    )
    return [
        letter(
            person,
            what,
            f"{what}: {edition.number}. udgave for {plan.council.name}.",
            edition.note,
            f"Læs den her:\n{whole_address(public_address(plan))}",
        )
        for person in _readers(plan)
    ]


def not_published(publication: Publication) -> list[Letter]:
    plan = publication.plan
    return to_managers(
        plan,
        f"{plan.title} blev ikke offentliggjort",
        f"{plan.title} blev ikke offentliggjort.",
        *(map(str, publication.told()) if publication.obstacles else [publication.failure]),
        f"Når det er rettet, så offentliggør planen her:\n{web_address('publish-plan', plan.pk)}",
    )


def waiting(publication: Publication) -> list[Letter]:
    plan = publication.plan
    return to_managers(
        plan,
        f"{plan.title} venter på at blive offentliggjort",
        f"{plan.title} er ikke offentlig endnu.",
        publication.failure,
        "Planen bliver offentliggjort af sig selv, når det er sket. Du skal ikke bestille den igen.",
        f"Følg offentliggørelsen her:\n{web_address('publish-plan', plan.pk)}",
    )


def not_sent_to_be_signed(trial: Trial) -> list[Letter]:
    plan = trial.plan
    return to_managers(
        plan,
        f"{plan.title} blev ikke sendt til underskrift",
        f"{plan.title} blev ikke sendt til underskrift.",
        *map(str, trial.told()),
        f"Når det er rettet, så send planen til underskrift her:\n{web_address('signatures', plan.pk)}",
    )


def _readers(plan: Plan) -> QuerySet[User]:
    here = Membership.objects.current().filter(council__district=plan.council.district_id)
    chairs = Q(council__kind=CouncilKind.LOCAL, role__in=LEADERS)
    posts = here.filter(chairs).values("pk").union(here.signatories().order_by().values("pk"))
    if plan.is_local:
        posts = here.filter(Q(council=plan.council_id) | Q(approves__plan=plan)).values("pk")
    told = secretariat(plan.council.district_id)
    return User.objects.filter(Q(memberships__in=posts) | Q(pk__in=[p.pk for p in told])).distinct()
