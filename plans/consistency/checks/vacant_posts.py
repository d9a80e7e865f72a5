import re
from collections.abc import Iterator

from plans.consistency.check import Check
from plans.consistency.checked_plan import CheckedPlan
from plans.consistency.findings import Finding

_POSTS = {"chair": "formand", "vice_chair": "næstformand"}
_NAME = r"[A-ZÆØÅ][\w.]*(?:[\s-][A-ZÆØÅ][\w.]*)*\s[A-ZÆØÅ]\w+"
# »næstformanden, borgmester …«, and the other way round: »… er valgt til næstformand«.
_NAMED = (
    rf"\b{{post}}(?:en)?,?\s(?:er\s|(?:for|i)\s\w+\s)?(?:borgmester\s)?{_NAME}"
    rf"|{_NAME},?\s(?:(?:er|blev)\s)?(?:(?:valgt|udpeget)\s)?(?:(?:som|til)\s)?(?:kredsrådets\s)?{{post}}\b"
)


class VacantPosts(Check):
    """The kredsråd's posts that nobody holds in the register, and whose holder the text does not name."""

    code = "vacant-posts"
    title = "Navne og titler"

    def find(self, plan: CheckedPlan) -> Iterator[Finding]:
        if plan.facts.council_kind != "district" or not plan.sections:
            return
        held = {holder.role for holder in plan.facts.holders if holder.council_kind == "district"}
        if not held:
            held.add("chair")  # the director, by law; a register without members says nothing of it
        for role, post in _POSTS.items():
            named = re.compile(_NAMED.format(post=post))
            if role not in held and not any(named.search(text.words) for text in plan.sections):
                yield self.finding(
                    f"Kredsrådet har ingen {post} i registret, og planen nævner ingen. "
                    "Bed administratoren om at føre hvervet ind.",
                    quotation=post,
                )
