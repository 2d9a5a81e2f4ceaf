"""Writing XML documents for other programs: elements, attributes, allowed characters."""

import re
from fractions import Fraction
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


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
    """Return a whole document, indented."""
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{doctype}\n{text}\n'
