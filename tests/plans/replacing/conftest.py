import pytest

from plans.document.models import FocusArea, Plan, Scope, Section, SectionKind
from plans.replacing import workflow
from plans.replacing.finding import found
from samarbejde.text.rich_text_replacing import Sought

SOUGHT = Sought("kreds")


@pytest.fixture
def plan(cast) -> Plan:
    """»kreds« four times in two sections and once in a topic of Herning's."""
    plan = Plan.objects.create(council=cast.kredsraad(), year=2027)

    def section(position: int, heading: str, body: str, closing: str = "") -> None:
        Section.objects.create(
            plan=plan,
            position=position,
            kind=SectionKind.CHAPTER,
            heading=heading,
            body=body,
            closing=closing,
        )

    section(1, "Vores kreds", "<p>En <strong>kre</strong>ds.</p>", "<p>kreds</p>")
    section(2, "Natteliv", "<p>Hele kredsen</p>")
    section(3, "Beredskab", "<p>Intet.</p>")
    FocusArea.objects.create(
        plan=plan,
        own_title="Torvet",
        description="<p>Midt i kredsen</p>",
        scope=Scope.LOCAL,
        council=cast.lokalraad("Herning"),
    )
    return plan


@pytest.fixture
def keys(plan):
    return lambda: [place.key for text in found(plan, SOUGHT) for place in text.places]


@pytest.fixture
def replaced(plan, keys, cast):
    return lambda put="egn": workflow.replace(plan, SOUGHT, put, chosen=keys(), by=cast.sekretariat)


@pytest.fixture
def texts(plan):
    """Every text of the plan, joined."""

    def read() -> str:
        rows = plan.sections.order_by("position").values_list("heading", "body", "closing")
        topics = plan.focus_areas.values_list("own_title", "description")
        return " ".join(text for row in [*rows, *topics] for text in row)

    return read
