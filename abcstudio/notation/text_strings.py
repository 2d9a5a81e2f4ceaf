r"""Accents and special characters in text strings: `\'e`, `&eacute;`, `\u00e9` (ABC 2.1, 8.2)."""

import re
import unicodedata
from html.entities import html5

_COMBINING = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "c": "\u0327",
    "v": "\u030c", "u": "\u0306", "H": "\u030b", ";": "\u0328", "r": "\u030a",
}  # fmt: skip
_LIGATURES = {
    "AA": "Å", "aa": "å", "AE": "Æ", "ae": "æ", "OE": "Œ", "oe": "œ", "ss": "ß", "DH": "Ð",
    "dh": "ð", "TH": "Þ", "th": "þ", "/O": "Ø", "/o": "ø", "/D": "Đ", "/d": "đ", "/L": "Ł",
    "/l": "ł",
}  # fmt: skip
_ESCAPE = re.compile(
    r"\\u(?P<four>[0-9A-Fa-f]{4})|\\U(?P<eight>[0-9A-Fa-f]{8})"
    r"|\\(?P<two>AA|aa|AE|ae|OE|oe|ss|DH|dh|TH|th|/[OoDdLl])"
    r"|\\(?P<accent>[`'^~\"cvuH;r])(?P<letter>[A-Za-z])|\\(?P<plain>[\\%&\"])"
    r"|&#(?P<number>\d{1,7});|&#[xX](?P<hex>[0-9A-Fa-f]{1,6});|&(?P<entity>[A-Za-z][A-Za-z0-9]{1,30};)"
    r"|(?P<tilde>~)"
)


def decode_text(text: str, tilde: str = "~") -> str:
    """Return a text string as it is meant to be read; what is no escape stays as it stands.

    Args:
        text: The text as written.
        tilde: What a bare `~` stands for; in lyrics a space.
    """
    if "\\" not in text and "&" not in text and (tilde == "~" or "~" not in text):
        return text

    def decoded(match: re.Match[str]) -> str:
        if match["tilde"] is not None:
            return tilde
        if match["two"] is not None:
            return _LIGATURES[match["two"]]
        if match["accent"] is not None:
            return _accented(match)
        if match["plain"] is not None:
            return match["plain"]
        if match["entity"] is not None:
            return html5.get(match["entity"], match[0])
        return _by_number(match)

    return _ESCAPE.sub(decoded, text)


def _accented(match: re.Match[str]) -> str:
    """Return a letter with its accent; as written where Unicode has no such letter."""
    composed = unicodedata.normalize("NFC", match["letter"] + _COMBINING[match["accent"]])
    return composed if len(composed) == 1 else match[0]


def _by_number(match: re.Match[str]) -> str:
    """Return the character of a code point; as written when there is none."""
    digits = match["four"] or match["eight"] or match["hex"]
    number = int(digits, 16) if digits else int(match["number"])
    is_character = 0x20 <= number < 0x110000 and not 0xD800 <= number < 0xE000
    return chr(number) if is_character else match[0]
