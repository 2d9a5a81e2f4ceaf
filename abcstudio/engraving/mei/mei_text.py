"""MEI as text: elements, attributes and the characters that XML allows."""

import re

# What is forbidden is listed: a set of all that is allowed takes ten times as long to be compiled.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain(text: str) -> str:
    """Return text as XML content; characters that XML forbids are left out."""
    cleaned = _FORBIDDEN.sub("", text)
    return cleaned.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attributes(values: dict[str, object]) -> str:
    """Return attributes in order; empty and missing values are left out."""
    return "".join(
        [
            f' {name}="{_quoted(str(value))}"'
            for name, value in values.items()
            if value or value == 0
        ]
    )


def _quoted(text: str) -> str:
    # Most values are a number or a word, and there are thousands.
    return text if text.isalnum() else plain(text).replace('"', "&quot;")


def tag(name: str, values: dict[str, object] | None = None, content: str = "") -> str:
    """Return an element whose content is XML already."""
    opened = f"<{name}{attributes(values or {})}"
    return f"{opened}>{content}</{name}>" if content else f"{opened}/>"


class Ids:
    """Element ids of one score: a letter, the place in the text and, where needed, a count."""

    def __init__(self) -> None:
        self._used: dict[str, int] = {}

    def new(self, letter: str, offset: int) -> str:
        """Return `letter-offset` the first time, `letter-offset-2` the second, and so on."""
        element_id = f"{letter}-{offset}"
        count = self._used.get(element_id, 0) + 1
        self._used[element_id] = count
        return element_id if count == 1 else f"{element_id}-{count}"
