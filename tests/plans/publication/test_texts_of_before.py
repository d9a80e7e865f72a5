"""A text that was kept before its shape had today's version: shown, signed, published, verified as ever."""

import hashlib
import json
import subprocess
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from councils.models import Meeting
from plans.approval.models import (
    CorrectionsMade,
    Discussion,
    GivenSignature,
    RoundState,
    Signature,
    SignatureRound,
)
from plans.desk.workflow import cancel_edition
from plans.document.models import FrozenText, Plan, Section
from plans.document.snapshot import VERSION, content_hash, read_snapshot, wording
from plans.document.states import PlanState
from plans.publication import workflow
from plans.publication.models import (
    Edition,
    EditionFile,
    Passage,
    Publication,
    PublicationState,
    Trial,
    TrialState,
)
from plans.publication.passages import make_searchable
from plans.publication.pdf.rendering import render_pdf
from plans.verification import corrections, editions, signatures
from samarbejde.events.recording import record
from tests.database import behind_the_back
from tests.plans.approval import stages
from tests.plans.desk.editions import shown
from tests.plans.document import kept
from tests.plans.publication.stages import order, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("workers")]


def keep_as_version_1(row: FrozenText | Publication | Trial) -> dict:
    """The row as the portal left it before the upgrade."""
    text = kept.as_version_1(row.snapshot)
    fields = {"snapshot": json.dumps(text)}
    if isinstance(row, FrozenText):
        fields["content_hash"] = content_hash(text)
    names = ", ".join(f"{name} = %s" for name in fields)
    with behind_the_back(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {row._meta.db_table} SET {names} WHERE id = %s", [*fields.values(), row.pk])
    return text


def faults() -> list[str]:
    return [*signatures.faults(), *corrections.faults(), *editions.faults()]


def an_edition_of(cast, text: dict) -> Edition:
    """The kept text with all that stood around it: meeting, frozen text, names, order, event, PDF."""
    plan = Plan.objects.create(
        council=cast.kredsraad(),
        year=text["year"],
        state=PlanState.PUBLISHED,
        signed_on=text["signed_on"],
        signed_place=text["signed_place"],
    )
    told = read_snapshot(text)["discussed"]
    meeting = Meeting.objects.create(council=plan.council, held_on=told["held_on"], place=told["place"])
    discussion = Discussion.objects.create(plan=plan, meeting=meeting, early_reason=told["early_reason"])
    _sign(cast, plan, text)
    at, by = timezone.now(), cast.sekretariat
    Publication.objects.create(
        plan=plan,
        discussion=discussion,
        snapshot=text,
        ordered_by=by,
        ordered_at=at,
        state=PublicationState.DONE,
    )
    pdf = render_pdf(read_snapshot(text), edition=1, published_on=timezone.localdate(at))
    edition = Edition.objects.create(
        plan=plan,
        number=1,
        snapshot=text,
        content_hash=content_hash(text),
        pdf_sha256=hashlib.sha256(pdf).hexdigest(),
        published_at=at,
        published_by=by,
    )
    EditionFile.objects.create(edition=edition, content=pdf)
    edition.refresh_from_db()
    make_searchable(edition)
    record("plan.published", "Planen blev offentliggjort i 1. udgave", by=by, subject=edition, within=plan)
    return edition


def _sign(cast, plan: Plan, text: dict) -> None:
    """The names that stand in the text, under the same text without them."""
    asked = json.loads(json.dumps(text)) | {"signed_on": None}
    [data] = [part["data"] for part in asked["sections"] if part["data_kind"] == "signatories"]
    names = [dict(row) for row in data["rows"]]
    data["date"] = None
    for row in data["rows"]:
        row["signed_at"] = None
    frozen = FrozenText.objects.create(snapshot=asked, content_hash=content_hash(asked))
    round_ = SignatureRound.objects.create(
        plan=plan,
        text=frozen,
        place=text["signed_place"],
        opened_at=parse_datetime(names[0]["signed_at"]),
    )
    for position, row in enumerate(names, start=1):
        place = cast.lokalraad(row["municipality"]).municipality if row["municipality"] else None
        signature = Signature.objects.create(
            round=round_, position=position, name=row["name"], title=row["title"], municipality=place
        )
        at = parse_datetime(row["signed_at"])
        GivenSignature.objects.create(signature=signature, signed_at=at, signed_hash=frozen.content_hash)
    round_.state, round_.closed_at = RoundState.COMPLETE, at
    round_.save()


def letters(text: str) -> str:
    """Without what a line's end divides words by."""
    return "".join(filter(str.isalnum, text))


@pytest.mark.parametrize("version", kept.VERSIONS)
def test_an_edition_of_each_version_is_shown_printed_found_and_verified(cast, client, version):
    text = kept.of_version(version)
    edition = an_edition_of(cast, text)
    parts = read_snapshot(text)["sections"]
    said = [word for part in parts for block in wording(part) for word in block.split()]
    page = client.get(f"/midt-og-vestjylland/{text['year']}/")
    assert edition.content_hash == content_hash(text)
    assert edition.content_hash in page.text
    for part in parts:
        assert f'id="{part["anchor"]}"' in page.text
    assert "går området igennem" in page.text
    assert "Boligområdet Trekanten" in client.get(f"{page.request['PATH_INFO']}kommuner/holstebro/").text
    pdf = bytes(EditionFile.objects.get().content)
    command = ["pdftotext", "-", "-"]
    printed = letters(subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode())
    assert [word for word in said if letters(word) not in printed] == []
    assert [passage.title for passage in Passage.objects.all()] == [part["title"] for part in parts]
    assert client.get("/soeg/", {"q": "Trekanten"}).text.count(f"#{parts[7]['anchor']}") == 1
    assert list(editions.faults()) == []


def test_names_and_an_order_of_before_become_an_edition_that_can_be_begun_anew_and_cancelled(cast, client):
    plan = stages.corrected(cast)
    stages.open_round(cast, plan)
    for frozen in FrozenText.objects.all():
        keep_as_version_1(frozen)
    stages.sign_all(plan)
    publication = order(cast, stages.fresh(plan))
    assert publication.snapshot["version"] == VERSION
    text = keep_as_version_1(publication)

    workflow.publish(publication.pk)

    edition = Edition.objects.get()
    assert (edition.snapshot, edition.content_hash) == (text, content_hash(text))
    assert "Kredsrådet mødes fire gange." in client.get("/midt-og-vestjylland/2027/").text
    assert faults() == []
    plan = stages.reopen(cast, stages.fresh(plan))
    assert cancel_edition(plan, seen=shown(plan), by=cast.sekretariat).state == PlanState.PUBLISHED


def test_a_round_of_before_becomes_an_edition_of_today(cast, as_user):
    plan = stages.signing(cast)
    keep_as_version_1(FrozenText.objects.get(round__isnull=False))
    mayor = stages.mine(plan, cast.borgmester("Skive"))
    page = as_user(mayor.membership.user).get(reverse("sign", args=[mayor.pk])).text
    assert mayor.round.content_hash in page
    stages.sign_all(plan)
    assert published(cast, stages.fresh(plan)).snapshot["version"] == VERSION
    assert faults() == []


def test_a_trial_print_of_before_is_of_the_same_text(cast):
    plan = stages.discussed(cast)
    deadline = timezone.localdate() + timedelta(days=14)
    trial = workflow.send_to_signature(plan, place="Viborg", deadline=deadline, by=cast.sekretariat)
    keep_as_version_1(trial)
    workflow.try_out(trial.pk)
    trial.refresh_from_db()
    assert trial.state == TrialState.PASSED


def test_a_version_is_no_correction(cast):
    plan = stages.correcting(cast)
    keep_as_version_1(FrozenText.objects.get(discussed__isnull=False))
    Section.objects.filter(plan=plan, heading="Beredskab").update(body="<p>Staben samles ved sne.</p>")
    stages.workflow.end_corrections(plan, by=cast.sekretariat)
    assert [change["title"] for change in CorrectionsMade.objects.get().changes] == ["3. Beredskab"]
