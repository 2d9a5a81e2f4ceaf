import pytest

from abcstudio.composing.header_completion import (
    completed_usually,
    completion,
    is_meter_open,
    open_fields,
)


@pytest.mark.parametrize(
    ("prompt", "fields"),
    [
        ("X:1\nT:", ""),
        ("X:1\nT:\n", ""),
        ("", ""),
        ("X:1\nT:\nK:D\n", "TRML"),
        ("X:1\nK:D\n", "RML"),
        ("X:1\nT:Mine\nR:jig\nK:D\n", "ML"),
        ("X:1\nT:\nR:jig\n", "T"),
        ("X:1\nT:\nM:6/8\n", "T"),
        ("X:1\nT:\nM:3/4\nK:D\n", "TL"),
        ("X:1\nT:\nM:3/4\nL:1/8\nK:D\n", "T"),
        ("X:1\nT:\nK:D\nABc|", ""),
    ],
)
def test_the_fields_that_are_open(prompt, fields):
    assert open_fields(prompt) == fields


@pytest.mark.parametrize(
    ("prompt", "is_open"),
    [
        ("X:1\nK:D\n", True),
        ("X:1\nK:D\nABc|", True),
        ("X:1\nM:3/4\nK:D\n", False),
        ("X:1\nT:", False),
        ("", False),
    ],
)
def test_a_key_without_a_meter_is_seen(prompt, is_open):
    assert is_meter_open(prompt) is is_open


def writer(*lines):
    return list(lines)


def completed(prompt, lines):
    work = completion(prompt)
    try:
        next(work)
        while True:
            work.send(lines.pop(0))
    except StopIteration as end:
        return end.value


def test_what_was_chosen_stands_and_the_rest_is_written():
    lines = writer("The Ass", "R:reel", "M:4/4", "L:1/8")
    assert completed("X:1\nT:\nK:D\n", lines) == "X:1\nT:The Ass\nR:reel\nM:4/4\nL:1/8\nK:D\n"
    lines = writer("The Ass", "M:6/8", "L:1/8")
    assert completed("X:1\nT:\nR:jig\nK:D\n", lines) == "X:1\nT:The Ass\nR:jig\nM:6/8\nL:1/8\nK:D\n"
    lines = writer("M:6/8", "L:1/8")
    assert completed("X:1\nT:Mine\nC:I\nK:D", lines) == "X:1\nT:Mine\nC:I\nM:6/8\nL:1/8\nK:D"
    assert completed("X:1\nT:\nM:6/8\n", writer("The Ass")) == "X:1\nT:The Ass\nM:6/8\n"


@pytest.mark.parametrize(
    "lines", [("", "M:4/4", "L:1/8"), ("A", "K:G"), ("A", "M:4/4", "K:G"), ("A", "M:", "L:1/8")]
)
def test_a_header_without_title_meter_or_unit_is_none(lines):
    assert completed("X:1\nT:\nK:D\n", writer(*lines)) is None


def test_a_network_that_writes_no_header_gets_the_usual_one():
    assert completed_usually("X:1\nT:\nR:jig\nK:D\n") == "X:1\nT:\nR:jig\nM:6/8\nL:1/8\nK:D\n"
    assert completed_usually("X:1\nT:\nK:D\n") == "X:1\nT:\nM:4/4\nL:1/8\nK:D\n"
    assert completed_usually("X:1\nT:\nM:3/4\nK:D\n") == "X:1\nT:\nM:3/4\nL:1/8\nK:D\n"


@pytest.mark.parametrize("prompt", ["X:1\nM:\nK:D\n", "X:1\nR: \nL:\nM:\nK:D\n"])
def test_an_empty_line_of_an_open_field_does_not_stay_beside_what_is_written(prompt):
    lines = writer("R:jig", "M:6/8", "L:1/8")
    assert completed(prompt, lines) == "X:1\nR:jig\nM:6/8\nL:1/8\nK:D\n"
    assert completed_usually(prompt) == "X:1\nM:4/4\nL:1/8\nK:D\n"
