"""Finds what is wrong with a translation, whatever its language: placeholders, marks, access keys.

A translation that has lost a placeholder raises where it is said, and one with an access key too
few cannot be reached by the keyboard. `lrelease` lets both pass.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from translation_files import Sentence

_PLACEHOLDERS = re.compile(r"\{\{|\}\}|\{[^{}]*\}")
_PATTERNS = (
    (_PLACEHOLDERS, "placeholders"),
    (re.compile(r"%(?:L?n|L?\d)"), "numbers"),
    (re.compile(r"\(\*\.[^)]*\)|;;"), "file patterns"),
    (re.compile(r"</?\w+[^<>]*>"), "tags"),
    (re.compile(r"\n"), "line breaks"),
)
_ACCESS_KEY = re.compile(r"&(\w)(?!\w*;)")
_FIELD_END = re.compile(r"\b[A-Za-z]:$")


def faults(sentences: Iterable[Sentence], *, access_letters: str = "") -> Iterator[str]:
    """Yield what is wrong with finished translations, a line each.

    Args:
        sentences: Those of one file of translations.
        access_letters: The letters that may be access keys, as a class of a regular expression;
            any letter where there are none.
    """
    for sentence in sentences:
        if sentence.is_done:
            for form in sentence.forms:
                for fault in form_faults(sentence.source, form, access_letters):
                    yield f"{sentence.name}: {fault}: {form}"


def form_faults(source: str, form: str, access_letters: str = "") -> Iterator[str]:
    """Yield what is wrong with one translation, or with one form of it."""
    for pattern, name in _PATTERNS:
        if Counter(pattern.findall(source)) != Counter(pattern.findall(form)):
            yield f"{name} differ"
    for end in (":", "…"):
        if _ends(source, end) != _ends(form, end):
            yield f"one of the two ends in {end}"
    if _outer_spaces(source) != _outer_spaces(form):
        yield "outer spaces differ"
    yield from _access_key_faults(source, form, access_letters)


def state_faults(sentences: Iterable[Sentence]) -> Iterator[str]:
    """Yield which sentences are not translated, and which the code no longer has."""
    for sentence in sentences:
        if sentence.state in ("obsolete", "vanished"):
            yield f"{sentence.name}: the code has it no longer"
        elif not sentence.is_done:
            yield f"{sentence.name}: not translated"


def listed(found: Iterable[str], say: Callable[[str], object], most: int = 40) -> int:
    """Say the first of some faults, and how many there are; returns that number."""
    lines = list(found)
    for line in lines[:most]:
        say(f"  {line}")
    if len(lines) > most:
        say(f"  … and {len(lines) - most} more")
    return len(lines)


def _ends(text: str, end: str) -> bool:
    """Whether a text ends so; the colon of a field's name is no mark."""
    return text.rstrip().endswith(end) and not _FIELD_END.search(text.rstrip())


def _outer_spaces(text: str) -> tuple[int, int]:
    return len(text) - len(text.lstrip()), len(text) - len(text.rstrip())


def _access_key_faults(source: str, form: str, letters: str) -> Iterator[str]:
    wanted, found = _ACCESS_KEY.findall(source), _ACCESS_KEY.findall(form)
    if len(wanted) != len(found):
        yield "access keys differ"
    elif letters and any(not re.match(f"[{letters}]", key) for key in found):
        yield "an access key that this keyboard has not"
