"""A document as PDF, set by Typst: tagged, PDF/UA-1 and PDF/A-2a at once (not independently validated).

The document goes in as JSON, so nothing in it is ever markup. Fonts come from packages, never from the machine,
unless a character has no shape in them.
"""

from __future__ import annotations

import functools
import importlib.util
import json
import re
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from talktrack.kit.blocks import Heading, Passage
from talktrack.kit.documents import Document
from talktrack.kit.errors import InternalError
from talktrack.kit.render.words import plain

_TEMPLATES = Path(__file__).parent / "typst"
_STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
_FONTS = (
    "font_source_sans_pro/files",
    "font_source_serif_pro/files",
    "manimgx_fonts",  # Noto Sans for nineteen more scripts, symbols, and emoji in one colour
    "noto_cjk_sans_jp_regular",  # Chinese, Japanese, Korean
)
_SHAPELESS = "\U0010f8a1"  # a private character that no font has
_NO_SHAPE = re.compile(r'the text `"(.+?)"` could not be displayed')


@dataclass(frozen=True)
class Pdf:
    """What was made of a document."""

    content: bytes
    pages: int
    notices: tuple[str, ...] = ()
    """What the person should know, such as characters that have no shape here. Empty when all is well."""


class _MissingShapes(Exception):
    """Characters that no font at hand can draw; the standards do not allow them."""


def render(document: Document) -> Pdf:
    """The document as PDF. The same document gives the same bytes, unless a font of the machine had to help."""
    try:
        return _compile(document, of_machine=False, standards=_STANDARDS)
    except _MissingShapes as missing:
        odd = str(missing)
    try:
        made = _compile(document, of_machine=True, standards=_STANDARDS)
        notice = f"{odd}: drawn with a font of this computer, since Talktrack's own fonts do not have it."
    except _MissingShapes as missing:
        made = _compile(document, of_machine=True, standards=[])
        notice = (
            f"{missing}: no font here has a shape for this, so it shows as an empty box. It can still be copied from "
            "the file. The file is tagged, but claims neither PDF/UA nor PDF/A."
        )
    return Pdf(made.content, made.pages, (notice,))


def pages(document: Document) -> int:
    """How many pages the document takes, without making the file: for fitting it to one."""
    return _count(_compiler(document, of_machine=False))


def _compile(document: Document, *, of_machine: bool, standards: list[typst.PDFStandard]) -> Pdf:
    compiler = _compiler(document, of_machine=of_machine, shapeless="" if standards else _SHAPELESS)
    midnight = datetime.combine(document.date, datetime.min.time(), UTC)
    try:
        content = compiler.compile(format="pdf", pdf_standards=standards, timestamp=midnight)
    except typst.TypstError as error:
        without_shape = _NO_SHAPE.findall(error.diagnostic)
        if without_shape and standards:
            raise _MissingShapes(_listed(without_shape)) from None
        raise InternalError(f"kit.render.pdf: {type(error).__name__}") from error
    assert isinstance(content, bytes)
    return Pdf(content, _count(compiler))


def _count(compiler: typst.Compiler) -> int:
    return int(compiler.query("<pages>", field="value", one=True))


def _compiler(document: Document, *, of_machine: bool, shapeless: str = "") -> typst.Compiler:
    return typst.Compiler(
        str(_TEMPLATES / "document.typ"),
        root=str(_TEMPLATES),
        font_paths=_fonts(of_machine),
        ignore_system_fonts=not of_machine,
        sys_inputs={"document": json.dumps(_plain_data(document), ensure_ascii=False), "shapeless": shapeless},
    )


@functools.cache
def _fonts(of_machine: bool) -> typst.Fonts:
    folders = []
    for where in _FONTS:
        package, _, folder = where.partition("/")
        found = importlib.util.find_spec(package)
        if found is None or not found.submodule_search_locations:
            raise InternalError(f"kit.render.pdf: no package {package}")
        folders.append(str(Path(found.submodule_search_locations[0]) / folder))
    return typst.Fonts(include_system_fonts=of_machine, include_embedded_fonts=False, font_paths=folders)


def _plain_data(document: Document) -> dict[str, Any]:
    language, *rest = document.language.split("-")
    region = next((part.upper() for part in rest if len(part) == 2), None)
    return {
        "title": plain(document.title),
        "author": plain(document.author),
        "language": [language.lower(), region],
        "date": [document.date.year, document.date.month, document.date.day],
        "kind": document.kind,
        "subtitle": plain(document.subtitle),
        "footer": plain(document.footer),
        "blocks": _Encoder().encode(document.blocks),
    }


class _Encoder:
    """Blocks as JSON values. No heading skips a level: PDF/UA forbids it, and a dropped section may cause it."""

    def __init__(self) -> None:
        self._level = 0

    def encode(self, value: object) -> Any:
        if isinstance(value, Passage):
            return plain(value)
        if isinstance(value, tuple):
            return [self.encode(part) for part in value if not _is_blank_heading(part)]
        if not is_dataclass(value):
            return value
        data = {each.name: self.encode(getattr(value, each.name)) for each in fields(value)}
        if isinstance(value, Heading):
            self._level = data["level"] = min(value.level, self._level + 1)
        return data | {"block": type(value).__name__}


def _is_blank_heading(value: object) -> bool:
    return isinstance(value, Heading) and not plain(value.text)


def _listed(texts: list[str]) -> str:
    r"""The distinct characters, as "ꦗ, U+10FFFD"; Typst writes those that do not print as \u{10fffd}."""
    whole = re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), "".join(texts))
    signs = list(dict.fromkeys(sign for sign in whole if not sign.isspace()))
    shown = ", ".join(sign if sign.isprintable() else f"U+{ord(sign):04X}" for sign in signs[:12])
    return f"{shown} and {len(signs) - 12} more" if len(signs) > 12 else shown
