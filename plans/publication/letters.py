"""The e-mails of publication."""

from django.db.models import Q, QuerySet

from councils.models import LEADERS, CouncilKind, Membership
from councils.register.mailing import secretariat
from councils.wordings.kinds import SIGNED, Kind, Readers
from plans.approval.mailing import managers
from plans.document.models import Plan
from plans.publication.models import Edition, Publication, Trial
from plans.templatetags.public_addresses import public_address
from samarbejde.accounts.models import User
from samarbejde.outbox.letters import Letter
from samarbejde.site.addresses import web_address, whole_address

_PLAN = {"plan": "Samarbejdsplan 2027"}
_EDITION = _PLAN | {"råd": "Kredsrådet på Fyn", "link": "https://samarbejde.example/fyn/2027/"}
_TO_MEND = _PLAN | {"det_der_skal_rettes": "»Forord«: Tabellen har en række uden celler. Slet rækken."}
_PUBLISH = {"link": "https://samarbejde.example/arbejdsbord/planer/3/offentliggoerelse/"}
_READ = "Læs den her:\n{link}"

PUBLISHED = Kind(
    "plan-offentliggjort",
    SIGNED,
    "Planen er offentliggjort",
    subject="{plan} er offentliggjort",
    text=("{plan} er offentliggjort: {udgave} for {råd}.", "{note}", _READ),
    fields=_EDITION | {"udgave": "1. udgave", "note": "Planen gælder fra nytår."},
    to=Readers.COUNCILS,
)
NEW_EDITION = Kind(
    "plan-i-ny-udgave",
    SIGNED,
    "Planen er kommet i en ny udgave",
    subject="{plan} er kommet i en ny udgave",
    text=("{plan} er kommet i en ny udgave: {udgave} for {råd}.", "{note}", _READ),
    fields=_EDITION | {"udgave": "2. udgave", "note": "Et tal i afsnittet om unge er rettet."},
    needed=("link", "note"),
    to=Readers.COUNCILS,
)
NOT_PUBLISHED = Kind(
    "plan-ikke-offentliggjort",
    SIGNED,
    "Planen kunne ikke offentliggøres",
    subject="{plan} blev ikke offentliggjort",
    text=(
        "{plan} blev ikke offentliggjort.",
        "{det_der_skal_rettes}",
        "Når det er rettet, så offentliggør planen her:\n{link}",
    ),
    fields=_TO_MEND | _PUBLISH,
    needed=("link", "det_der_skal_rettes"),
    to=Readers.MANAGERS,
)
WAITING = Kind(
    "offentliggoerelse-venter",
    SIGNED,
    "Offentliggørelsen venter",
    subject="{plan} venter på at blive offentliggjort",
    text=(
        "{plan} er ikke offentlig endnu.",
        "{årsag}",
        "Planen bliver offentliggjort af sig selv, når det er sket. Du skal ikke bestille den igen.",
        "Følg offentliggørelsen her:\n{link}",
    ),
    fields=_PLAN | _PUBLISH | {"årsag": "Der mangler et program på serveren. Bed driften køre bin/setup."},
    needed=("link", "årsag"),
    to=Readers.MANAGERS,
)
NOT_SENT_TO_BE_SIGNED = Kind(
    "plan-ikke-til-underskrift",
    SIGNED,
    "Planen kunne ikke sendes til underskrift",
    subject="{plan} blev ikke sendt til underskrift",
    text=(
        "{plan} blev ikke sendt til underskrift.",
        "{det_der_skal_rettes}",
        "Når det er rettet, så send planen til underskrift her:\n{link}",
    ),
    fields=_TO_MEND | {"link": "https://samarbejde.example/arbejdsbord/planer/3/underskrifter/"},
    needed=("link", "det_der_skal_rettes"),
    to=Readers.MANAGERS,
)


def published(edition: Edition) -> list[Letter]:
    """To the director, the mayors, the chairs of the lokalråd and the secretariat.

    A lokalråd's plan: to its members, those who approved it, and the secretariat.
    """
    plan, kind = edition.plan, PUBLISHED if edition.number == 1 else NEW_EDITION
    values = {
        "plan": plan.title,
        "råd": plan.council.name,
        "udgave": f"{edition.number}. udgave",
        "note": edition.note,
        "link": whole_address(public_address(plan)),
    }
    return kind.worded(plan.council.district_id).to_each(_readers(plan), values)


def not_published(publication: Publication) -> list[Letter]:
    found = "\n\n".join(map(str, publication.told())) or publication.failure
    told = {"det_der_skal_rettes": found, "link": web_address("publish-plan", publication.plan_id)}
    return _to_managers(NOT_PUBLISHED, publication.plan, told)


def waiting(publication: Publication) -> list[Letter]:
    told = {"årsag": publication.failure, "link": web_address("publish-plan", publication.plan_id)}
    return _to_managers(WAITING, publication.plan, told)


def not_sent_to_be_signed(trial: Trial) -> list[Letter]:
    found = "\n\n".join(map(str, trial.told()))
    told = {"det_der_skal_rettes": found, "link": web_address("signatures", trial.plan_id)}
    return _to_managers(NOT_SENT_TO_BE_SIGNED, trial.plan, told)


def _to_managers(kind: Kind, plan: Plan, told: dict[str, str]) -> list[Letter]:
    return kind.worded(plan.council.district_id).to_each(managers(plan), {"plan": plan.title} | told)


def _readers(plan: Plan) -> QuerySet[User]:
    here = Membership.objects.current().filter(council__district=plan.council.district_id)
    chairs = Q(council__kind=CouncilKind.LOCAL, role__in=LEADERS)
    posts = here.filter(chairs).values("pk").union(here.signatories().order_by().values("pk"))
    if plan.is_local:
        posts = here.filter(Q(council=plan.council_id) | Q(approves__plan=plan)).values("pk")
    told = secretariat(plan.council.district_id)
    return User.objects.filter(Q(memberships__in=posts) | Q(pk__in=[p.pk for p in told])).distinct()
