"""WeasyPrint's tags are mended before the file is written, to keep the rules of ISO 14289-1 (PDF/UA-1)."""

import re
from collections.abc import Mapping

import pydyf

from plans.publication.pdf.job import NotPrintable
from plans.publication.pdf.tag_artifacts import mark_artifacts
from plans.publication.pdf.tag_joins import Joiner
from plans.publication.pdf.tag_lines import fold_lines
from plans.publication.pdf.tag_roles import Roles
from plans.publication.pdf.tag_tree import LinkArea, TagTree


def mend_tags(pdf: pydyf.PDF, link_words: Mapping[str, str]) -> None:
    """`link_words` says in words where a link leads: fragment or full address → words.

    Raises `NotPrintable` where the text itself breaks a rule that cannot be mended here.
    """
    tree = TagTree(pdf)
    joiner, roles = Joiner(tree), Roles(tree)
    joiner.join()
    fold_lines(tree)
    roles.give()
    _demand_unbroken_headings(tree)
    _describe_links(tree, link_words)
    mark_artifacts(tree, left_out=joiner.repeated | roles.decoration)
    tree.write()


def _demand_unbroken_headings(tree: TagTree) -> None:
    before = 0
    for tag in tree.document.walk():
        if found := re.fullmatch(r"H([1-6])", tag.kind):
            level = int(found[1])
            if level > before + 1:
                raise NotPrintable(
                    f"En overskrift på niveau {level} følger lige efter en på niveau {before}. "
                    "Flyt afsnittet, så overskrifterne følger trin for trin."
                )
            before = level


def _describe_links(tree: TagTree, link_words: Mapping[str, str]) -> None:
    for tag in tree.document.walk():
        for area in tag.kids:
            if isinstance(area, LinkArea):
                target = area.annotation["Contents"].string
                area.annotation["Contents"] = pydyf.String(link_words.get(target, target))
