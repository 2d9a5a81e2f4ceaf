"""The help in other languages: the same topics, of the same shape, with the window's words."""

import re
from collections import Counter
from pathlib import Path

import pytest
from ukrainian_faults import spelling_faults

HELP = Path(__file__).resolve().parents[3] / "resources" / "help"
UKRAINIAN = HELP / "uk"
TOPICS = sorted(path.name for path in HELP.glob("*.md"))
# Names of keys as each language has them.
KEYS = {"Return": "Enter", "Left": "Вліво", "Right": "Вправо", "Up": "Вгору", "Down": "Вниз",
        "Space": "Пробіл"}  # fmt: skip
_CODE = re.compile(r"(`+)(.+?)\1")


def shape(text: str) -> dict[str, object]:
    """Return what a translation keeps: headings, links, code, keys, rows, items, paragraphs."""
    return {
        "headings": [len(marks) for marks in re.findall(r"^(#+) ", text, re.MULTILINE)],
        "links": Counter(re.findall(r"\]\(([^)]*)\)", text)),
        "code": Counter(KEYS.get(code, code) for _, code in _CODE.findall(text)),
        "filled in": Counter(re.findall(r"\{\w+:[^{}]*\}", text)),
        "rows": len(re.findall(r"^\|", text, re.MULTILINE)),
        "items": len(re.findall(r"^(?:[-*]|\d+\.) ", text, re.MULTILINE)),
        "paragraphs": len(re.split(r"\n\s*\n", text.strip())),
    }


def test_each_topic_is_there() -> None:
    assert sorted(path.name for path in UKRAINIAN.glob("*.md")) == TOPICS


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_has_the_shape_of_the_english_one(topic: str) -> None:
    english, ukrainian = (
        shape((folder / topic).read_text(encoding="utf-8")) for folder in (HELP, UKRAINIAN)
    )
    assert ukrainian == english


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_is_spelt_well(topic: str) -> None:
    lines = (UKRAINIAN / topic).read_text(encoding="utf-8").splitlines()
    found = [
        (number, fault)
        for number, line in enumerate(lines, start=1)
        for fault in spelling_faults(_CODE.sub("0", line))
    ]
    assert not found


def test_a_topic_that_lost_something_would_be_found() -> None:
    whole = "# A\n\nPress `Return`, see [B](b.md).\n\n- one\n- two\n"
    for lost in ("# ", "`Return`", "(b.md)", "- two\n"):
        assert shape(whole.replace(lost, "")) != shape(whole)
