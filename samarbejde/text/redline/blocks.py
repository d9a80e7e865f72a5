"""Blocks of the newer text in their order, each with what it was; what is gone stands where it stood."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from html import escape

from samarbejde.text.redline.pairs import paired, stayed
from samarbejde.text.redline.parted import Span, parts_told, spans
from samarbejde.text.redline.reading import Block
from samarbejde.text.redline.rebuilt import rebuilt
from samarbejde.text.redline.tables import columns_of
from samarbejde.text.redline.words import all_marked, compared, inline
from samarbejde.text.rich_text import plain_text

NOTE = "redline-note"
_TOLD = 6  # words of what has moved

Pair = Callable[[Block, Block], str]
Mark = Callable[[Block, str], str]
# "from" or "to", the place in the newer text, the paragraph; None where the move is to be told in a note
Move = Callable[[str, int, str], str | None]


def pair(old: Block, new: Block) -> str:
    """One block that was another of its kind."""
    if old.html == new.html:
        return new.html
    if new.tag == "p":
        return new.around(inline(compared(old.tokens, new.tokens)))
    if new.tag == "table":
        columns = columns_of(old, new)
        as_row = partial(columns.pair, cell=pair, marked=marked)
        gone_or_new = partial(columns.marked, marked=marked)
        return new.around(f"<tbody>{redlined(old.children, new.children, as_row, gone_or_new)}</tbody>")
    if [child.tag for child in old.children] == [child.tag for child in new.children] == ["p"]:
        return new.around(pair(old.children[0], new.children[0]))  # however few words they share
    return new.around(redlined(old.children, new.children))


def marked(block: Block, mark: str) -> str:
    """All its words in <ins> or <del>, which stand inside blocks, never around them."""
    if block.tag == "p":
        return block.around(inline(all_marked(block.tokens, mark)))
    inner = "".join(marked(child, mark) for child in block.children)
    return block.around(f"<tbody>{inner}</tbody>" if block.tag == "table" else inner)


def redlined(
    old: Sequence[Block],
    new: Sequence[Block],
    as_pair: Pair = pair,
    as_marked: Mark = marked,
    as_moved: Move | None = None,
) -> str:
    return "".join(_Walk(old, new, as_pair, as_marked, as_moved).parts())


class _Walk:
    def __init__(
        self,
        old: Sequence[Block],
        new: Sequence[Block],
        as_pair: Pair,
        as_marked: Mark,
        as_moved: Move | None,
    ) -> None:
        self.old, self.new = old, new
        self.as_pair, self.as_marked, self.as_moved = as_pair, as_marked, as_moved
        pairs = paired(old, new)
        self.stay = stayed(pairs, new)
        known = list(spans(old, new, pairs))
        self.by_place = {n: span for span in known for n in span.new}
        self.by_old_place = {o: span for span in known for o in span.old}
        self.shown = 0  # so many of the older blocks are

    def parts(self) -> Iterator[str]:
        waiting: list[int] = []  # newer blocks since the last one that stayed
        for n in range(len(self.new)):
            span = self.by_place.get(n)
            if span is None or span.anchor not in self.stay:
                waiting.append(n)
            elif n == span.new.start:
                yield from self._gap(span.old.start, waiting)
                yield self._told(span)
                waiting, self.shown = [], span.old.stop
        yield from self._gap(len(self.old), waiting)

    def _gap(self, end: int, waiting: list[int]) -> Iterator[str]:
        """Between two that stayed: what is gone, then what is new or came from elsewhere."""
        places = range(self.shown, end)
        gone = [self.old[o] for o in places if o not in self.by_old_place]
        fresh = [n for n in waiting if n not in self.by_place]
        together = not fresh or fresh == waiting[waiting.index(fresh[0]) :][: len(fresh)]
        again = rebuilt(gone, [self.new[n] for n in fresh], pair, marked) if together else None
        for o in places:
            span = self.by_old_place.get(o)
            if span is not None and o == span.old.start and self.old[o].tag not in ("li", "tr"):
                note = _note(f"Flyttet herfra: »{_beginning(self.old[o])}«")
                yield self._moved_whole("from", span) or note
            elif span is None and again is None:
                yield self.as_marked(self.old[o], "del")
        for n in waiting:
            span = self.by_place.get(n)
            if again is not None and n == fresh[0]:
                yield _noted("Opsat på en anden måde:", "".join(again))
            elif span is not None and n == span.new.start:
                yield self._moved_whole("to", span) or _moved_here(self.new[n], self._told(span))
            elif span is None and again is None:
                yield self.as_marked(self.new[n], "ins")

    def _moved_whole(self, which: str, span: Span) -> str | None:
        """A paragraph whose every word came along, for whoever tells of moves in a way of their own."""
        old, new = self.old[span.old.start], self.new[span.new.start]
        if self.as_moved is None or old.tag != "p" or old.html != new.html:
            return None
        return self.as_moved(which, span.anchor, new.html)

    def _told(self, span: Span) -> str:
        if len(span.new) == len(span.old) == 1:
            return self.as_pair(self.old[span.old.start], self.new[span.new.start])
        told = parts_told(span, self.old, self.new)
        if len(span.new) > 1:
            return _noted(f"Delt i {_number(len(span.new))}:", told)
        return _noted(f"Samlet af {_number(len(span.old))}:", told)


def _note(text: str) -> str:
    return f'<p class="{NOTE}">{escape(text, quote=False)}</p>'


def _noted(text: str, told: str) -> str:
    return f'<div class="redline-told">{_note(text)}{told}</div>'


def _moved_here(block: Block, told: str) -> str:
    """In a list or a table the note stands within the item, or in its first cell."""
    if block.tag not in ("li", "tr"):
        return _noted("Flyttet hertil:", told)
    within = block.children[0].opening if block.tag == "tr" and block.children else ""
    opening = block.opening + within
    note = f'<span class="{NOTE}">Flyttet hertil: </span>'
    return f"{opening}{note}{told.removeprefix(opening)}" if told.startswith(opening) else told


def _number(count: int) -> str:
    return {2: "to", 3: "tre", 4: "fire", 5: "fem"}.get(count, str(count))


def _beginning(block: Block) -> str:
    words = plain_text(block.html).split()
    return " ".join([*words[:_TOLD], *(["…"] if len(words) > _TOLD else [])])
