"""Writing XML documents for other programs: elements, attributes, allowed characters."""

import re
from collections.abc import Iterator
from fractions import Fraction
from xml.etree.ElementTree import Element, SubElement

from abcstudio.stopping import stoppable

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_QUOTES = str.maketrans({'"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#09;"})


def add(parent: Element, tag: str, content: object = None, /, **attributes: object) -> Element:
    """Add an element to another and return it.

    Args:
        parent: What it becomes the last child of.
        tag: Its name.
        content: Its text, if any; characters that XML forbids are left out.
        attributes: An underscore stands for the hyphen of a name; None and "" are left out.
    """
    element = SubElement(parent, tag)
    if content is not None:
        element.text = clean(str(content))
    for key, value in attributes.items():
        if value not in (None, ""):
            element.set(key.replace("_", "-"), clean(str(value)))
    return element


def clean(text: str) -> str:
    """Return text without the characters that XML forbids."""
    return text if text.isascii() and text.isprintable() else _FORBIDDEN.sub("", text)


def decimal(number: Fraction) -> str:
    """Return a number as XML writes it, with up to six decimal places."""
    if number.denominator == 1:
        return str(number.numerator)
    return f"{float(number):.6f}".rstrip("0").rstrip(".")


def document(root: Element, doctype: str) -> str:
    """Return a whole document, indented; an element has either a text or others in it."""
    lines = "\n".join(stoppable(_lines(root, "")))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{doctype}\n{lines}\n'


def _lines(element: Element, indent: str) -> Iterator[str]:
    values = "".join(f' {name}="{_quoted(value)}"' for name, value in element.items())
    begin = f"{indent}<{element.tag}{values}"
    if len(element):
        yield f"{begin}>"
        for child in element:
            yield from _lines(child, f"{indent}  ")
        yield f"{indent}</{element.tag}>"
    elif element.text:
        yield f"{begin}>{_escaped(element.text)}</{element.tag}>"
    else:
        yield f"{begin} />"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(value: str) -> str:
    return _escaped(value).translate(_IN_QUOTES)
