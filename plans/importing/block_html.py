"""Blocks → HTML as `samarbejde.text.rich_text.clean` leaves it."""

from html import escape
from itertools import groupby

from plans.importing.blocks import BOLD, BULLET, NUMBERED, ROW, Block, flowing


def as_html(blocks: list[Block]) -> str:
    return "".join(
        _group_html(kind, list(group)) for kind, group in groupby(blocks, key=lambda block: block.kind)
    )


def _group_html(kind: str, blocks: list[Block]) -> str:
    items = "".join(f"<li>{_whole(block)}</li>" for block in blocks)
    if kind == BULLET:
        return f"<ul>{items}</ul>"
    if kind == NUMBERED:
        start = f' start="{blocks[0].number}"' if blocks[0].number > 1 else ""
        return f"<ol{start}>{items}</ol>"
    if kind == ROW:
        return _table_html([block.text.split("\t") for block in blocks])
    return "".join(f"<p>{_whole(block)}</p>" for block in blocks)


def _table_html(rows: list[list[str]]) -> str:
    width = max(map(len, rows))
    html = ""
    for place, row in enumerate(rows):
        cell = "th" if place == 0 and len(rows) > 1 else "td"
        cells = row + [""] * (width - len(row))
        html += "<tr>" + "".join(f"<{cell}>{_inline(text)}</{cell}>" for text in cells) + "</tr>"
    return f"<table><tbody>{html}</tbody></table>"


def _whole(block: Block) -> str:
    return f"<strong>{_inline(block.text)}</strong>" if block.bold else _inline(block.text)


def _inline(text: str) -> str:
    return BOLD.sub(r"<strong>\1</strong>", escape(flowing(text), quote=False)).replace("\n", "<br>")
