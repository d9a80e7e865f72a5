"""The sections that a samarbejdsplan begins with when nothing is carried forward."""

from collections.abc import Iterator
from dataclasses import dataclass

from plans.document.models import RegisterData, SectionKind


@dataclass(frozen=True)
class Bone:
    kind: SectionKind
    heading: str
    data: RegisterData = RegisterData.NONE
    below: "tuple[Bone, ...]" = ()


def skeleton(year: int) -> Iterator[Bone]:
    chapter, section, appendix = SectionKind.CHAPTER, SectionKind.SECTION, SectionKind.APPENDIX
    yield Bone(SectionKind.FOREWORD, "Forord", RegisterData.SIGNATORIES)
    yield Bone(
        SectionKind.PART,
        "Organisering og prioriteringer",
        below=(
            Bone(chapter, "Kredsrådets organisering og ansvar"),
            Bone(
                chapter,
                "Lokalrådenes organisering og ansvar",
                below=(Bone(section, "Rådenes medlemmer", RegisterData.MEMBERS),),
            ),
            Bone(
                chapter,
                f"Prioriterede indsatsområder {year}",
                RegisterData.FOCUS_AREAS,
                below=(Bone(section, "Lokalrådenes prioriteringer", RegisterData.PRIORITIES),),
            ),
            Bone(chapter, "Opgaver og afrapporteringer", RegisterData.DUTIES),
        ),
    )
    yield Bone(
        SectionKind.PART,
        "Rammer og oversigter",
        below=(
            Bone(chapter, "Flerårsaftalen og særlige indsatser"),
            Bone(chapter, "Boligområder på forebyggelseslisten", RegisterData.PREVENTION_AREAS),
            Bone(appendix, "Samarbejdsfora", RegisterData.FORUMS),
            Bone(appendix, "Politikredsen i tal", RegisterData.FIGURES),
            Bone(appendix, "Politikredsens organisation", RegisterData.ORGANISATION),
        ),
    )
