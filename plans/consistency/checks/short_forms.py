import re
from collections.abc import Iterator

from plans.consistency.check import TextCheck
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.findings import Finding, Replacement

# What tells at once that a text has none, how it is found, and how it is spelt.
_RULES = (
    (("§",), re.compile(r"§+\d+"), lambda said: said.replace(number := said.lstrip("§"), f" {number}")),
    (("mfl.",), re.compile(r"(?<![\w.])mfl\."), lambda said: "m.fl."),
    (
        ("f.eks", "bl.a", "m.fl", "m.v", "d.v.s"),
        re.compile(r"(?<![\w.])(?:f\.eks|bl\.a|m\.fl|m\.v|d\.v\.s)(?![\w.])"),
        lambda said: f"{said}.",
    ),
    (("bl a", "bla"), re.compile(r"(?<![\w.])(?:bl a|bla)\.?(?!\w)"), lambda said: "bl.a."),
    (("f eks",), re.compile(r"(?<![\w.])f eks\.?(?!\w)"), lambda said: "f.eks."),
    (("dvs",), re.compile(r"(?<![\w.])dvs(?![\w.])"), lambda said: "dvs."),
    # »KSP-samarbejdet«: a word that begins with an abbreviation has a hyphen after it
    (
        (" samarbejde",),
        re.compile(r"(?<![\w-])[A-ZÆØÅ]{3,5} samarbejde\w*"),
        lambda said: said.replace(" ", "-"),
    ),
    # »17-årige« is one word with a hyphen before it
    (
        (" årig",),
        re.compile(r"(?<![\w-])\d{1,2}(?:-\d{1,2})? årige?(?!\w)"),
        lambda said: said.replace(" ", "-"),
    ),
    (
        ("stk.", "nr.", "pkt.", "kap.", "kl.", "ca.", "jf.", "pr."),
        re.compile(r"(?<!\w)(?:stk|nr|pkt|kap|kl|ca|jf|pr)\.(?:\d+|§)", re.IGNORECASE),
        lambda said: said.replace(".", ". ", 1),
    ),
    ((" ,", " .", " ;"), re.compile(r"\b\w+ [,.;](?![\w.,])"), lambda said: said.replace(" ", "")),
    # »slut.Og«: an address has no capital after its full stop
    (
        (".",),
        re.compile(r"(?<![\w./@])[a-zæøå]{3,}\.[A-ZÆØÅ][a-zæøå]+"),
        lambda said: said.replace(".", ". "),
    ),
    (("..", ",,"), re.compile(r"\w+(?:\.\.|,,)(?![.,])"), lambda said: said[:-1]),
    (("  ",), re.compile(r"\b\w+ {2,}\w+"), lambda said: " ".join(said.split())),
)


class ShortForms(TextCheck):
    """Short forms as they are spelt: »§ 10«, »m.fl.«."""

    code = "short-forms"
    title = "Tegn"

    def find_in(self, text: Text, plan: CheckedPlan) -> Iterator[Finding]:
        for signs, pattern, right in _RULES:
            has_one = any(sign in text.words for sign in signs)
            for said in dict.fromkeys(pattern.findall(text.words)) if has_one else ():
                spelt = right(said)
                yield self.finding(
                    f"I »{text.place.title}« står der »{said}«. Det skrives »{spelt}«.",
                    text.place,
                    said,
                    Replacement((text.place,), said, spelt) if text.place.section else None,
                )
