"""The draft as its readers will see it: the whole plan and one section, on the web and in print."""

import io

import pikepdf
import pytest
from django.urls import reverse

from plans.document.excerpt import excerpt
from plans.document.make_snapshot import make_snapshot
from plans.document.models import RegisterData, Section
from plans.publication.pdf.rendering import SECTION, document_html, render_pdf
from tests.making import a_plan, section
from tests.plans.publication.pdf import samples
from tests.plans.publication.pdf.conftest import PUBLISHED, pages  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(cast):
    return a_plan(cast.kredsraad())


def address(name: str, plan, heading: str) -> str:
    return reverse(name, args=[plan.pk, plan.sections.get(heading=heading).pk])


def shown(client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"
    return answer.content.decode()


def test_the_plan_is_shown_as_it_will_stand_and_says_that_it_is_a_draft(cast, as_user, plan):
    page = shown(as_user(cast.medlem_herning), reverse("preview-plan", args=[plan.pk]))
    assert "<title>Udkast: Samarbejdsplan 2027" in page
    assert page.index("<h1>Samarbejdsplan 2027</h1>") < page.index('<p class="draft-mark">UDKAST</p>')
    anchor = plan.sections.get(heading="Trivsel for unge").anchor
    assert f'<h4 id="{anchor}">2.1 Trivsel for unge</h4>\n<p>Flere unge skal trives i skolen.</p>' in page


def test_a_section_is_shown_numbered_under_its_headings_and_alone(cast, as_user, plan):
    page = shown(as_user(cast.sekretariat), address("preview-section", plan, "Trivsel for unge"))
    assert "<title>Udkast: 2.1 Trivsel for unge" in page
    marks = ["UDKAST", ">Del 1</h2>", ">2. Årets indsatsområder</h3>", ">2.1 Trivsel for unge</h4>"]
    assert sorted(marks, key=page.index) == marks
    assert "Kredsrådet mødes" not in page
    assert "Lokale indsatsområder" not in page


def test_what_was_just_saved_is_shown_at_once(cast, as_user, plan, django_assert_max_num_queries):
    Section.objects.filter(heading="Trivsel for unge").update(body="<p>Rettet nu.</p>")
    client = as_user(cast.sekretariat)
    shown(client, reverse("plan", args=[plan.pk]))
    with django_assert_max_num_queries(12):
        assert "Rettet nu." in shown(client, address("preview-section", plan, "Trivsel for unge"))


def test_a_section_by_itself_has_no_link_to_what_is_not_there(cast, as_user, plan):
    other = plan.sections.get(heading="Beredskab")
    words = f'<p>Se <a href="#{other.anchor}">Beredskab</a>, <a href="#a">x</a>.</p>'
    alone = section(plan, "Se også", words)
    Section.objects.filter(pk=alone.pk).update(data=RegisterData.PRIORITIES)
    page = shown(as_user(cast.sekretariat), address("preview-section", plan, "Se også"))
    assert "<p>Se <a>Beredskab</a>, <a>x</a>.</p>" in page
    assert f"#{other.anchor}" not in page
    printed = as_user(cast.sekretariat).get(address("preview-section-pdf", plan, "Se også"))
    assert printed["Content-Type"] == "application/pdf"


def test_a_section_is_printed_as_a_draft(cast, as_user, plan, pages):  # noqa: F811
    alone = plan.sections.get(heading="Trivsel for unge")
    answer = as_user(cast.medlem_herning).get(address("preview-section-pdf", plan, alone.heading))
    name = f"udkast-midt-og-vestjylland-2027-{alone.anchor}.pdf"
    assert answer["Content-Disposition"] == f'inline; filename="{name}"'
    assert answer["Cache-Control"] == "private, no-store"
    [page] = pages(answer.content)
    assert page.startswith("UDKAST · Samarbejdsplan 2027 · Del 1")
    assert "Samarbejdsplan 2027 UDKAST Kredsrådet" in page
    assert page.index("2. Årets indsatsområder") < page.index("2.1 Trivsel for unge Flere unge skal trives")
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        assert str(pdf.docinfo["/Title"]).startswith("Udkast: Samarbejdsplan 2027")


def test_notes_are_counted_from_those_that_stand_before(cast, as_user, plan):
    note = '<p>Ord<span data-footnote="">Se loven.</span>.</p>'
    Section.objects.filter(heading__in=("Kredsrådet", "Trivsel for unge")).update(body=note)
    page = shown(as_user(cast.sekretariat), address("preview-section", plan, "Trivsel for unge"))
    assert 'aria-label="Note 2"' in page
    assert 'aria-label="Note 1"' not in page
    alone = excerpt(make_snapshot(plan), str(plan.sections.get(heading="Trivsel for unge").lineage))
    assert "Note 2" in document_html(alone, edition=0, published_on=PUBLISHED, template=SECTION)


def test_a_section_that_cannot_be_printed_leads_back_in_words(cast, as_user, plan):
    section(plan, "Nyt", "<p>𓀀</p>")
    seen = as_user(cast.sekretariat).get(address("preview-section-pdf", plan, "Nyt"), follow=True)
    assert seen.redirect_chain[0][0] == address("preview-section", plan, "Nyt")
    assert "skrifttype" in seen.content.decode()


def test_every_kind_of_section_can_be_printed_by_itself():
    text = samples.plan()
    for one in text["sections"]:
        part = excerpt(text, one["lineage"])
        assert render_pdf(part, edition=0, published_on=PUBLISHED, template=SECTION).startswith(b"%PDF")
