from typing import Any

from councils.minutes.publishing import publish_minutes
from tests.cast import Cast
from tests.councils.minutes.stages import approved, with_a_chosen_file
from tests.making import a_plan, an_edition, section
from tests.permissions.rows import Row
from tests.plans.action_plans import stages as action_plans
from tests.plans.local_plans import stages as local_plans
from tests.plans.pictures.making import figure, kept

EVERYBODY = "*=200 anonym=200"
ONLY_READ = "*=405 anonym=405"


def a_district(cast: Cast) -> dict[str, Any]:
    return {"district": cast.district.slug}


def published(cast: Cast, **more: Any) -> dict[str, Any]:
    edition = an_edition(a_plan(cast.kredsraad()))
    return a_district(cast) | {"year": edition.plan.year} | more


def after_another(cast: Cast) -> dict[str, Any]:
    an_edition(a_plan(cast.kredsraad(), 2025))
    return published(cast)


def numbered(cast: Cast) -> dict[str, Any]:
    return published(cast, number=1)


def a_local_plan(cast: Cast, **more: Any) -> dict[str, Any]:
    local_plans.published(cast)
    return a_district(cast) | {"year": local_plans.YEAR, "municipality": "herning"} | more


def a_local_plan_to_sign(cast: Cast) -> dict[str, Any]:
    local_plans.sent(cast)
    return a_district(cast) | {"year": local_plans.YEAR, "municipality": "herning"}


def in_herning(cast: Cast) -> dict[str, Any]:
    return published(cast, municipality="herning")


def a_draft(cast: Cast) -> dict[str, Any]:
    plan = a_plan(cast.kredsraad())
    return a_district(cast) | {"year": plan.year}


def showing_a_picture(cast: Cast) -> dict[str, Any]:
    plan = a_plan(cast.kredsraad())
    picture = kept(plan, cast.sekretariat)
    section(plan, "Torvet", figure(picture))
    an_edition(plan)
    return a_district(cast) | {"year": plan.year, "name": picture.name}


def minutes(cast: Cast) -> dict[str, Any]:
    return a_district(cast) | {"name": publish_minutes(approved(cast), by=cast.formand_herning).address}


def a_file_of_minutes(cast: Cast) -> dict[str, Any]:
    published = publish_minutes(with_a_chosen_file(cast), by=cast.formand_herning)
    key = published.attachments.get().file_id[:16]
    return a_district(cast) | {"name": published.address, "key": key}


def with_minutes(cast: Cast) -> dict[str, Any]:
    minutes(cast)
    return a_district(cast)


def action_plan(cast: Cast) -> dict[str, Any]:
    return action_plans.public_place(action_plans.published(cast))


def adopted_alone(cast: Cast) -> dict[str, Any]:
    """The lokalråd has not made it public."""
    where = {"year": action_plans.publishable(cast).year, "municipality": "herning"}
    return a_district(cast) | where | {"name": "trivsel-for-unge"}


def reads(make: Any) -> Row:
    return Row(EVERYBODY, ONLY_READ, make)


HIDDEN = Row("*=404 anonym=404", ONLY_READ, a_draft)

ROWS = {
    "front": Row(EVERYBODY, ONLY_READ),
    "search": Row(EVERYBODY, ONLY_READ),
    "health": Row(EVERYBODY, ONLY_READ),
    "accessibility-statement": Row(EVERYBODY, ONLY_READ),
    "favicon": Row("*=301 anonym=301", ONLY_READ),
    "district": reads(a_district),
    "edition": reads(published),
    "edition: kun en kladde": HIDDEN,
    "edition-pdf": reads(published),
    "edition-pdf: kun en kladde": HIDDEN,
    "edition-picture": reads(showing_a_picture),
    "edition-changes": reads(after_another),
    "edition-changes: kun en plan": Row("*=404 anonym=404", ONLY_READ, published),
    "numbered-edition": reads(numbered),
    "numbered-edition-pdf": reads(numbered),
    "municipality-page": reads(in_herning),
    "public-meetings": reads(with_minutes),
    "public-minutes": reads(minutes),
    "public-minutes-file": reads(a_file_of_minutes),
    "public-minutes-pdf": reads(minutes),
    "public-action-plan": reads(action_plan),
    "public-action-plan: kun vedtaget": Row("*=404 anonym=404", ONLY_READ, adopted_alone),
    "public-action-plan-pdf": reads(action_plan),
    "local-edition": reads(a_local_plan),
    "local-edition: kun sendt til underskrift": Row("*=404 anonym=404", ONLY_READ, a_local_plan_to_sign),
    "local-edition-pdf": reads(a_local_plan),
    "local-numbered-edition": reads(lambda cast: a_local_plan(cast, number=1)),
    "local-numbered-edition-pdf": reads(lambda cast: a_local_plan(cast, number=1)),
    "public-action-plan-pdf: kun vedtaget": Row("*=404 anonym=404", ONLY_READ, adopted_alone),
}
