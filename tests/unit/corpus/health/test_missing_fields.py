"""Tunes without a title or a meter get a hint."""

from pathlib import Path

import pytest

from abcstudio.corpus.health.cleaned_book import CleanedBook
from abcstudio.corpus.health.missing_fields import NO_METER, NO_TITLE, missing_fields
from abcstudio.corpus.health.scan import HealthScanner
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.recipes.check import check_file

MUSIC = "K:D\nd2fd A2FA|\n"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("X:1\nT:A\nM:4/4\n" + MUSIC, []),
        ("X:1\nM:4/4\n" + MUSIC, [NO_TITLE]),
        ("X:1\nT: \nM:4/4\n" + MUSIC, [NO_TITLE]),
        ("X:1\nT:A\n" + MUSIC, [NO_METER]),
        ("X:1\nT:A\nM:\n" + MUSIC, [NO_METER]),
        ("X:1\nT:A\nM:none\n" + MUSIC, []),
        ("X:1\nT:A\nK:D\n[M:4/4]d2fd A2FA|\n", []),
        ("X:1\n" + MUSIC, [NO_TITLE, NO_METER]),
        ("X:1\nwithout a key", []),
    ],
)
def test_what_is_missing_is_named(text: str, codes: list[str]) -> None:
    assert [found.code for found in missing_fields(text)] == codes


def test_the_file_may_give_the_meter() -> None:
    assert not list(missing_fields("X:1\nT:A\n" + MUSIC, "M:4/4\n"))


def test_health_and_check_say_it(tmp_path: Path) -> None:
    text = "X:1\nT:A\nM:4/4\n" + MUSIC + "\nX:2\n" + MUSIC
    found = HealthScanner().scan(CleanedBook.of(split_tunebook(text)))
    assert [(one.kind, one.place) for one in found][:2] == [(NO_TITLE, 1), (NO_METER, 1)]
    path = tmp_path / "two.abc"
    path.write_text(text, encoding="utf-8")
    said = [(one.line, one.severity, one.diagnostic.code) for one in check_file(path).found]
    assert said == [(7, "hint", NO_TITLE), (7, "hint", NO_METER)]
