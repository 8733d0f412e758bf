"""The pages of a PDF, and nothing beside them."""

from __future__ import annotations

import io

from pypdf import PdfReader, PdfWriter
from pypdf.filters import decode_stream_data
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NullObject, StreamObject

from casework.documents.cleaning.pictures import without_boxes, without_segments

#: Of any object in a PDF: facts about its making, where on earth it shows, and what it does or carries.
_BESIDE = (
    "/Metadata", "/PieceInfo", "/LastModified", "/AA", "/A", "/FS", "/EF", "/AF", "/OPI", "/VP", "/LGIDict", "/Measure",
    "/Thumb", "/CreationDate", "/M", "/NM",
)  # fmt: skip
#: Of a stream: that it lies in another file.
_ELSEWHERE = ("/F", "/FFilter", "/FDecodeParms")
#: Pictures that lie in a PDF as they lie in a file of their own, with all that such a file tells.
_PICTURES = {
    "/DCTDecode": without_segments, "/DCT": without_segments, "/JPXDecode": without_boxes,
}  # fmt: skip


def pages_alone(content: bytes) -> bytes:
    """The PDF with its pages only: title and author, attachments, scripts and forms hang on the document."""
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted:
        raise ValueError("locked")
    writer = PdfWriter()
    for page in reader.pages:
        writer.add_page(page)
    writer.metadata = None
    reached = _cleaned_through(writer.root_object)
    # What hung on what was taken out lies among the objects still, and would be written with them.
    writer._objects = [one if place in reached else None for place, one in enumerate(writer._objects, start=1)]
    into = io.BytesIO()
    writer.write(into)
    return into.getvalue()


def _cleaned_through(root: DictionaryObject) -> set[int]:
    """Take out what stands beside the pages, wherever it hangs: remarks and attachments often stand within the page
    itself, and not among the objects. Returns the numbers of the objects that are left.
    """
    assert root.indirect_reference is not None  # noqa: S101 -- a writer's root has a number
    reached: set[int] = set()
    waiting: list[object] = [root.indirect_reference]
    while waiting:
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            if one.idnum in reached:
                continue
            reached.add(one.idnum)
            one = one.get_object()
        if isinstance(one, DictionaryObject):
            _without_facts(one)
            waiting += one.values()
        elif isinstance(one, ArrayObject):
            waiting += one
    return reached


def _without_facts(one: DictionaryObject) -> None:
    for name in _BESIDE:
        one.pop(NameObject(name), None)
    # A remark: it need not say that it is one (ISO 32000-1, table 164).
    if "/Rect" in one and one.get("/Subtype") != "/Widget":
        # Who wrote it.
        one.pop(NameObject("/T"), None)
    if isinstance(one, StreamObject):
        for name in _ELSEWHERE:
            one.pop(NameObject(name), None)
        _without_its_facts(one)


def _without_its_facts(one: StreamObject) -> None:
    """A picture within its stream, whatever else it is packed in: what is packed around it is unpacked for good."""
    filters = _listed(one, "/Filter")
    clean = _PICTURES.get(str(filters[-1])) if filters else None
    if any(str(name) in _PICTURES for name in filters[:-1]) or "/Crypt" in filters:
        raise ValueError("packed as no program packs it")
    if clean is None:
        return
    how = _listed(one, "/DecodeParms")
    if len(filters) > 1:
        around = StreamObject()
        around._data = one._data
        around[NameObject("/Filter")] = ArrayObject(filters[:-1])
        if how:
            around[NameObject("/DecodeParms")] = ArrayObject(how[: len(filters) - 1])
        one._data = decode_stream_data(around)
    one._data = clean(one._data)
    one[NameObject("/Filter")] = NameObject(str(filters[-1]))
    one.pop(NameObject("/DecodeParms"), None)
    if len(how) == len(filters) and isinstance(how[-1], DictionaryObject):
        one[NameObject("/DecodeParms")] = how[-1]


def _listed(one: StreamObject, name: str) -> list[object]:
    """One, or several in their order."""
    found = one.get(name)
    found = found.get_object() if found is not None else None
    if found is None or isinstance(found, NullObject):
        return []
    return [each.get_object() for each in found] if isinstance(found, ArrayObject) else [found]


__all__ = ["pages_alone"]
