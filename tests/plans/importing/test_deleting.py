"""An uploaded document may hold what nobody should keep: the secretariat deletes it."""

import pytest
from django.urls import reverse

from plans.document.models import Plan
from plans.importing.models import ImportedDocument
from plans.importing.views import A_PAGE
from samarbejde.events.models import Event
from tests.plans.importing.test_pages import UPLOAD, preview_of, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def secretariat(cast, as_user):
    return as_user(cast.sekretariat)


def page_of(document: ImportedDocument) -> str:
    return reverse("delete-import", args=[document.pk])


def test_a_document_is_deleted_on_the_second_word(secretariat, cast):
    preview = preview_of(secretariat)
    document = ImportedDocument.objects.get()
    for page in (UPLOAD, preview):
        assert f'href="{page_of(document)}"' in secretariat.get(page).text
    asked = secretariat.get(page_of(document)).text
    assert "Slet plan.md" in asked
    assert ImportedDocument.objects.exists()
    answer = secretariat.post(page_of(document), follow=True)
    assert answer.redirect_chain == [(UPLOAD, 302)]
    assert "plan.md er slettet." in answer.text
    assert not ImportedDocument.objects.exists()
    event = Event.objects.get(verb="document.deleted")
    assert (event.actor, event.text) == (
        cast.sekretariat,
        "Slettede dokumentet plan.md (planår 2024)",
    )
    assert event.internal
    assert secretariat.post(page_of(document)).status_code == 404


def test_the_plan_that_it_became_stays(secretariat):
    secretariat.post(preview_of(secretariat))
    plan, document = Plan.objects.get(), ImportedDocument.objects.get()
    assert "Samarbejdsplan 2024 bliver stående" in secretariat.get(page_of(document)).text
    secretariat.post(page_of(document))
    assert plan.sections.exists()
    assert Event.objects.about(plan).filter(verb="document.deleted").exists()


def test_only_the_secretariat_of_the_district_deletes(secretariat, cast, as_user, client):
    preview_of(secretariat)
    page = page_of(ImportedDocument.objects.get())
    assert client.post(page).status_code == 302
    assert as_user(cast.formand_herning).post(page).status_code == 403
    assert as_user(cast.sekretariat_fyn).post(page).status_code == 404
    assert as_user(cast.administrator).post(page).status_code == 404
    assert ImportedDocument.objects.exists()


def test_every_document_can_be_found_to_be_deleted(secretariat):
    for number in range(A_PAGE + 1):
        send(secretariat, name=f"plan{number}.md")
    first, second = (secretariat.get(UPLOAD, {"side": side}).text for side in (1, 2))
    assert first.count("Ikke indlæst") == A_PAGE
    assert "plan0.md" not in first
    assert "plan0.md" in second
