"""A `pdf/a-3a` file from WeasyPrint becomes one that keeps the rules of ISO 14289-1 and ISO 19005-3, level A."""

import io
import re
from collections.abc import Mapping

import pikepdf
from pikepdf import ObjectStreamMode, String

from plans.publication.pdf import metadata
from plans.publication.pdf.artifacts import mark_artifacts
from plans.publication.pdf.joining import Joiner
from plans.publication.pdf.job import NotPrintable
from plans.publication.pdf.roles import give_roles
from plans.publication.pdf.structure import PRIVATE_KEYS, TagTree, every_tag, is_reference, kids


def finish(data: bytes, link_words: Mapping[str, str]) -> bytes:
    """The finished file; the same bytes for the same input.

    `link_words` says in words where a link leads: fragment or full address → words.
    Raises `NotPrintable` where the text itself breaks a rule that cannot be mended here.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        metadata.say_what_it_is(pdf)
        metadata.list_attachments_once(pdf)
        metadata.forbid_smoothing(pdf)
        tree = TagTree(pdf)
        Joiner(tree).join()
        give_roles(tree)
        mark_artifacts(tree)
        _forget_private_keys(tree)
        _demand_unbroken_headings(tree)
        _describe_links(tree, link_words)
        finished = io.BytesIO()
        pdf.save(
            finished,
            object_stream_mode=ObjectStreamMode.disable,  # a seal on top is validated ten times as fast
            fix_metadata_version=False,
            deterministic_id=True,
        )
    return finished.getvalue()


def _forget_private_keys(tree: TagTree) -> None:
    for tag in every_tag(tree.document):
        for key in PRIVATE_KEYS:
            if key in tag:
                del tag[key]


def _demand_unbroken_headings(tree: TagTree) -> None:
    before = 0
    for tag in every_tag(tree.document):
        if found := re.fullmatch(r"/H([1-6])", str(tag.S)):
            level = int(found[1])
            if level > before + 1:
                raise NotPrintable(
                    f"En overskrift på niveau {level} følger lige efter en på niveau {before}. "
                    "Flyt afsnittet, så overskrifterne følger trin for trin."
                )
            before = level


def _describe_links(tree: TagTree, link_words: Mapping[str, str]) -> None:
    tagged = {kid.Obj.objgen for tag in every_tag(tree.document) for kid in kids(tag) if is_reference(kid)}
    for page in tree.pdf.pages:
        for area in page.get("/Annots", []):
            if area.objgen not in tagged:
                raise NotPrintable("Et link står uden for teksten, og så kan en skærmlæser ikke finde det.")
            target = str(area.Dest) if "/Dest" in area else str(area.A.URI)
            area.Contents = String(link_words.get(target, target))
