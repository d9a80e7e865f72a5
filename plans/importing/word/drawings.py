"""Pictures, charts and drawings: what the document says that they show."""

from plans.importing.word.elements import Element

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/"
_VML = "{urn:schemas-microsoft-com:vml}"
_DESCRIBED = f"{_DRAWING}wordprocessingDrawing}}docPr"
_SHOWN = (
    f"{_DRAWING}picture}}pic",
    f"{_DRAWING}chart}}chart",
    f"{_DRAWING}diagram}}relIds",
    f"{_VML}imagedata",
)


def shows(drawing: Element) -> str | None:
    """In words, "" when the document has none; None when it shows no more than lines and text boxes."""
    described = next(drawing.iter(_DESCRIBED), None)
    words = "" if described is None else described.get("descr") or ""
    shapes = (shape.get("alt") or "" for shape in drawing.iter() if str(shape.tag).startswith(_VML))
    words = " ".join((words or next(filter(None, shapes), "")).split())
    is_picture = any(True for _ in drawing.iter(*_SHOWN))
    return words if words or is_picture else None
