"""The steps of a whole year in which every text field is given code."""

import itertools
from datetime import timedelta
from uuid import uuid4

from django.urls import reverse
from django.utils import timezone

from councils.models import Figure, Forum, ForumParticipation, Membership, OrganisationUnit, PreventionArea
from plans.comments.models import Comment
from plans.decisions.sealing import seal_of
from plans.document.models import RegisterData, SectionKind
from plans.proposals.models import Proposal
from plans.proposals.states import UNDECIDED
from plans.publication import workflow as publication
from plans.publication.models import Edition
from plans.suggestions.models import Suggestion
from samarbejde.accounts.models import User
from tests.cast import Cast
from tests.making import a_plan, section
from tests.plans.approval import stages
from tests.plans.proposals.stages import accepting, merging, rejecting, remarking, typed
from tests.security.doors import everybody, visitor
from tests.security.pages import words

CODE = "</title>\"'><script>alert(71)</script><img src=x onerror=alert(71)>"
WORD = "ordet"  # stands in every poisoned text, and so wherever the text is shown
LINE = f"{WORD} {CODE}"
RICH = f"""<p onclick="alert(71)" style="background:url(//evil.example)">{WORD} <b>fedt</b></p>
<script>alert(71)</script><img src=x onerror=alert(71)><svg onload=alert(71)><a href="#">x</a></svg>
<iframe srcdoc="<script>alert(71)</script>"></iframe><a href="java\tscript:alert(71)">link</a>
<a href="data:text/html,<script>alert(71)</script>">link</a><style>*{{background:url(//evil.example)}}</style>
<math><mi xlink:href="javascript:alert(71)">m</mi></math><form action="//evil.example"><input></form>
<p>{{{{ 7|add:7 }}}} &lt;script&gt;alert(71)&lt;/script&gt;</p>
<table><tr><td background="//evil.example">celle</td></tr></table>"""

# A field that is not filled in stops a plan: it stands in all words but the plan's.
FIELD = "{{ 7|add:7 }}"
IN_PLAN = RICH.replace(FIELD, "{% now 'Y' %}")


def in_days(days: int) -> str:
    return f"{timezone.localdate() + timedelta(days=days):%d-%m-%Y}"


class Year:
    """The steps of the year with `LINE` and `RICH` for every word, each sent from the page of the step."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.people = everybody(cast)
        User.objects.update(name=LINE)
        Membership.objects.update(title=LINE)
        self.fill_register()
        self.plan = a_plan(cast.kredsraad())
        for data in RegisterData.values:
            section(self.plan, f"{LINE} {data}", kind=SectionKind.CHAPTER, data=data)

    def fill_register(self) -> None:
        place, district = self.cast.municipalities[0], self.cast.district
        forum = Forum.objects.create(
            district=district,
            name=LINE,
            code="<b>SSP</b>",
            purpose=IN_PLAN,
            parties=IN_PLAN,
            participants=IN_PLAN,
            rhythm=LINE,
            responsible=LINE,
        )
        ForumParticipation.objects.create(forum=forum, municipality=place, takes_part=False, reason=LINE)
        PreventionArea.objects.create(municipality=place, name=LINE, from_year=2020)
        OrganisationUnit.objects.create(district=district, name=LINE)
        Figure.objects.create(
            district=district,
            table=LINE,
            row=LINE,
            value=1,
            unit="<i>kr</i>",
            year=2027,
            source=LINE,
            as_of=timezone.localdate(),
        )

    def send(self, person: str, page: str, *args: object, ask: str = "", **fields: object) -> None:
        address = reverse(page, args=args) + ask
        response = visitor(self.people[person]).post(address, fields)
        assert response.status_code == 302, (page, response.status_code, words(response)[:2000])

    def write(self) -> None:
        foreword = self.plan.sections.get(kind=SectionKind.FOREWORD)
        self.send(
            "sekretariat",
            "edit-section",
            self.plan.pk,
            foreword.pk,
            heading=LINE,
            body=IN_PLAN,
            closing=IN_PLAN,
            kind="foreword",
            register_data="signatories",
            version=foreword.version,
        )
        self.remark(foreword.pk)
        herning = self.cast.lokalraad("Herning").pk
        for council in ("", herning):
            self.send(
                "sekretariat", "add-focus-area", self.plan.pk, title=LINE, text=IN_PLAN, council=council
            )
        duty = {"wording": IN_PLAN, "addressee": "office", "who": LINE, "modality": "skal", "asked": "answer"}
        self.send("sekretariat", "add-duty", self.plan.pk, **duty, due_year=2027)
        timeless = {"due_year": "", "condition": LINE}
        self.send("sekretariat", "add-duty", self.plan.pk, **duty, **timeless)

    def remark(self, section: int) -> None:
        for channel in ("internal", "shared"):
            typed = {"text": RICH, "exact": "", "channel": channel, "form_key": uuid4()}
            self.send("sekretariat", "section-comments", self.plan.pk, section, **typed)
        for comment in Comment.objects.all():
            self.send("sekretariat", "comment", self.plan.pk, comment.pk, text=LINE, form_key=uuid4())
        words = {"heading": f"{LINE} 2", "body": RICH, "closing": RICH, "reason": RICH, "version": 1}
        for key in (uuid4(), uuid4()):
            self.send("sekretariat", "suggest-change", self.plan.pk, section, **words, form_key=key)
        declined = Suggestion.objects.latest("pk")
        self.send("sekretariat", "decline-suggestion", self.plan.pk, declined.pk, answer=RICH[:1500])

    def propose(self) -> None:
        herning, viborg = (self.cast.lokalraad(place).pk for place in ("Herning", "Viborg"))
        plan = self.plan.pk
        self.send("sekretariat", "open-round", plan, guidance=RICH, deadline=in_days(14))
        self.send("sekretariat", "extend-deadline", plan, viborg, deadline=in_days(20), reason=RICH[:300])
        for who, council in (*itertools.repeat(("formand", herning), 5), ("nabo", viborg)):
            fields = typed(title=LINE, background=RICH, text=RICH, submit="1")
            self.send(who, "write-proposal", plan, council, **fields)
        self.send("formand", "write-proposal", plan, herning, **typed(title=LINE, background=RICH, text=RICH))

    def decide(self) -> None:
        accepted, rejected, asked, merged, reviewed = Proposal.objects.filter(
            council=self.cast.lokalraad("Herning"), submitted_at__isnull=False
        ).order_by("pk")
        other = Proposal.objects.get(council=self.cast.lokalraad("Viborg"))
        who, name = "sekretariat", "decide-proposal"
        own = {"scope": "local", "title": f"{LINE} 2", "text": IN_PLAN, "reason": RICH}
        self.send(who, name, accepted.pk, ask="?valg=optag", **accepting(**own))
        self.send(who, name, rejected.pk, ask="?valg=afvis", **rejecting(reason=RICH))
        self.send(who, name, merged.pk, ask="?valg=saml", **merging(other, reason=RICH))
        until = timezone.localdate() + timedelta(days=9)
        self.send(who, "request-changes", asked.pk, seen=1, point_1=RICH, point_2=LINE, until=until)
        asked.refresh_from_db()
        answers = {f"answer_{point.pk}": RICH for point in asked.change_requests.all()}
        fields = typed(title=LINE, text=RICH, version=asked.version, submit="1", **answers)
        self.send("formand", "edit-proposal", asked.pk, **fields)
        read = seal_of(self.plan.proposal_round)
        self.send(who, "announce-decisions", self.plan.pk, seen=read)
        for audience in ("internal", "shared"):
            fields = remarking(comment=RICH, audience=audience)
            self.send(who, "review-proposal", reviewed.pk, **fields)

    def agree(self) -> None:
        plan, today = self.plan, timezone.localdate()
        left = plan.proposal_round.proposals.filter(state__in=UNDECIDED).values_list("pk", flat=True)
        self.send("sekretariat", "postpone-proposals", plan.pk, proposals=list(left), reason=RICH[:900])
        self.send("sekretariat", "send-to-consultation", plan.pk, note=RICH[:1500], answer_by=in_days(5))
        for reason in (RICH[:900], ""):
            told = stages.typed_meeting(plan, today, place=LINE[:100], minutes=RICH, early_reason=RICH[:900])
            self.send("sekretariat", "record-discussion", plan.pk, **told)
            self.send("sekretariat", "signatures", plan.pk, place=LINE[:100], deadline=in_days(9))
            publication.try_out(plan.trials.latest("pk").pk)
            if reason:
                stages.put_name_under(stages.standing_round(plan).signatures.pending().first())
                self.send("sekretariat", "reopen-plan", plan.pk, reason=reason)
                self.send("sekretariat", "send-to-consultation", plan.pk, note="")
        stages.sign_all(plan)

    def publish(self) -> Edition:
        self.send("sekretariat", "publish-plan", self.plan.pk, note=LINE)
        publication.publish(self.plan.publications.get().pk)
        return self.plan.editions.get()

    def addresses(self) -> list[str]:
        """Every page that shows a word of this year."""
        plan = self.plan.pk
        one = {name: reverse(name, args=[plan]) for name in OF_A_PLAN}
        parts = list(self.plan.sections.all())
        council = [self.cast.lokalraad(place).pk for place in ("Herning", "Viborg")]
        deep = [
            *(reverse(name, args=[plan, parts[0].pk]) for name in OF_A_SECTION),
            *(reverse("edit-section", args=[plan, part.pk]) for part in parts),
            *(reverse("edit-focus-area", args=[plan, area.pk]) for area in self.plan.focus_areas.all()[:3]),
            *(reverse("comment", args=[plan, row.pk]) for row in Comment.objects.all()),
            *(reverse("suggestion", args=[plan, row.pk]) for row in Suggestion.objects.all()),
            *(reverse("edit-duty", args=[plan, duty.pk]) for duty in self.plan.duties.all()),
            *(reverse("priorities", args=[plan, pk]) for pk in council),
            *(reverse(name, args=[plan, pk]) for name in OF_A_COUNCIL for pk in council),
            *(reverse(name, args=[row.pk]) for row in Proposal.objects.all() for name in OF_A_PROPOSAL),
            *(f"{reverse('decide-proposal', args=[row.pk])}?valg=saml" for row in Proposal.objects.all()),
        ]
        return [reverse("desk"), reverse("plans"), *one.values(), *deep]


OF_A_PLAN = ("plan", "plan-text", "plan-outline", "add-section", "focus-areas", "add-focus-area", "duties")
OF_A_PLAN += ("add-duty", "proposal-board", "open-round", "send-to-consultation", "record-discussion")
OF_A_PLAN += ("reopen-plan", "signatures", "text-to-sign", "record-paper-signatures", "publish-plan")
OF_A_PLAN += ("plan-comments", "plan-suggestions")
OF_A_SECTION = ("section-history", "delete-section", "section-comments", "suggest-change")
OF_A_COUNCIL = ("council-proposals", "write-proposal", "extend-deadline")
OF_A_PROPOSAL = ("proposal", "edit-proposal", "withdraw-proposal", "review-proposal", "request-changes")
