"""Numbers as people type them, whatever their language, in the window and on the command line."""

import re

_PLAIN_SIGNS = str.maketrans({"\N{MINUS SIGN}": "-", "\N{FULLWIDTH COMMA}": ","})
_BLANKS = re.compile(r"[\s'\N{RIGHT SINGLE QUOTATION MARK}]+")
# A Ukrainian exponent is a Cyrillic letter.
_EXPONENTS = re.compile("[E\N{CYRILLIC SMALL LETTER IE}\N{CYRILLIC CAPITAL LETTER IE}]")
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?")
_AMBIGUOUS = re.compile(r"([+-]?[1-9]\d{0,2}),(\d{3})")
_TYPEABLE = re.compile(r"[\d\s.,'eE\N{CYRILLIC SMALL LETTER IE}+\-\N{MINUS SIGN}’]*")
# Longer ones are beyond every box, and a number of a million digits takes minutes to read.
_MAX_DIGITS = 40


class AmbiguousNumberError(ValueError):
    """A comma may part the thousands of a number, or its decimals.

    Attributes:
        small: The number where it parts the decimals, written with a point.
        large: The number where it parts the thousands, written without.
    """

    def __init__(self, small: str, large: str) -> None:
        super().__init__(small, large)
        self.small = small
        self.large = large


def is_typeable(text: str) -> bool:
    """Return whether a text has only characters that some number is written with."""
    return _TYPEABLE.fullmatch(text) is not None


def number_from(text: str, group_separator: str) -> float | None:
    """Return the number that a text is, None where it is none.

    Point and comma both part the decimals. The group separator parts thousands only where it
    stands as it would be written: 4,096 but not 0,005.

    Args:
        text: What was typed: "5e-3", "0.005", "0,005", "4 096".
        group_separator: The sign between thousands in the person's language.
    """
    plain = _EXPONENTS.sub("e", _BLANKS.sub("", text.translate(_PLAIN_SIGNS)))
    if len(plain) > _MAX_DIGITS:
        return None
    plain = _with_a_point(plain, group_separator)
    return float(plain) if _NUMBER.fullmatch(plain) else None


def typed_number(text: str) -> float:
    """Return the number that an argument is; nothing tells the language of who typed it.

    Raises:
        AmbiguousNumberError: It may be two: 1,000.
        ValueError: It is none.
    """
    if match := _AMBIGUOUS.fullmatch(text.strip()):
        raise AmbiguousNumberError(f"{match[1]}.{match[2]}", f"{match[1]}{match[2]}")
    number = number_from(text, "")
    if number is None:
        raise ValueError(text[:_MAX_DIGITS])
    return number


def _with_a_point(text: str, group_separator: str) -> str:
    """Return a number without thousands separators and with a decimal point."""
    for sign, other in ((".", ","), (",", ".")):
        if sign not in text:
            continue
        is_grouped = re.fullmatch(rf"[+-]?[1-9]\d{{0,2}}(\{sign}\d{{3}})+(\{other}.*)?", text)
        if is_grouped and (sign == group_separator or text.count(sign) > 1 or other in text):
            return text.replace(sign, "").replace(other, ".")
    return text.replace(",", ".")
