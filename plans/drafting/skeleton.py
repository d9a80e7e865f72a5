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


def local_skeleton(year: int) -> Iterator[Bone]:
    """Of a lokalråd's plan; the district-wide topics come in below its own chapter for them."""
    chapter, appendix = SectionKind.CHAPTER, SectionKind.APPENDIX
    yield Bone(SectionKind.FOREWORD, "Forord", RegisterData.SIGNATORIES)
    yield Bone(chapter, "Lokalrådets organisering og ansvar", RegisterData.MEMBERS)
    yield Bone(chapter, f"Prioriterede indsatsområder {year}", RegisterData.PRIORITIES)
    yield Bone(chapter, "Møder i årets løb", RegisterData.MEETINGS)
    yield Bone(chapter, "Opgaver og afrapporteringer", RegisterData.DUTIES)
    yield Bone(appendix, "Samarbejdsfora", RegisterData.FORUMS)
    yield Bone(appendix, "Boligområder på forebyggelseslisten", RegisterData.PREVENTION_AREAS)


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
