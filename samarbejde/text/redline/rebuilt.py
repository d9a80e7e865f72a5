"""Paragraphs that became a list, a quote or a table, or the other way round."""

from collections.abc import Callable, Sequence

from samarbejde.text.redline.pairs import paired
from samarbejde.text.redline.reading import Block
from samarbejde.text.redline.words import all_marked, inline

Pair = Callable[[Block, Block], str]
Mark = Callable[[Block, str], str]


def rebuilt(gone: Sequence[Block], fresh: Sequence[Block], pair: Pair, marked: Mark) -> list[str] | None:
    """The newer blocks, each paragraph with what it was, after what is gone. None where none of them was."""
    if not gone or not fresh or {block.tag for block in gone} == {block.tag for block in fresh}:
        return None
    old = [_loose(one) for block in gone for one in block.paragraphs()]
    leaves = [one for block in fresh for one in block.paragraphs()]
    pairs = paired(old, [_loose(one) for one in leaves])
    if not pairs:
        return None
    told = {
        id(leaf): pair(old[pairs[n]], leaf) if n in pairs else marked(leaf, "ins")
        for n, leaf in enumerate(leaves)
    }
    lost = [marked(one, "del") for o, one in enumerate(old) if o not in pairs.values()]
    return [*lost, *(_written(block, told) for block in fresh)]


def _loose(paragraph: Block) -> Block:
    """The same whatever it stands in."""
    html = f"<p>{inline(all_marked(paragraph.tokens, ''))}</p>"
    return Block("p", html, "<p>", runs=paragraph.runs)


def _written(block: Block, told: dict[int, str]) -> str:
    if block.tag == "p":
        return told[id(block)]
    inner = "".join(_written(child, told) for child in block.children)
    return block.around(f"<tbody>{inner}</tbody>" if block.tag == "table" else inner)
