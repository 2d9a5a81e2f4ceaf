"""What goes to a terminal is shown by it and never obeyed."""

import io
import sys

import pytest

from abcstudio.cli.main import main
from abcstudio.cli.output import for_stream

HOSTILE = "\x1b]52;c;aGk=\x07 \x1b[2J \u202eabc\ttab\n\x9b31m é"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_obeys_no_sign_of_a_text():
    shown = for_stream(HOSTILE, Terminal())
    assert shown == "\\x1b]52;c;aGk=\\x07 \\x1b[2J \\u202eabc\ttab\n\\x9b31m é"


def test_another_program_gets_the_text_as_it_is():
    assert for_stream(HOSTILE, io.StringIO()) == HOSTILE


def test_check_shows_what_is_wrong_without_obeying_it(tmp_path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "esc.abc"
    path.write_text('X:1\nK:C\n"\x1b[2J"C \x07|\n', encoding="utf-8")
    out, err = Terminal(), Terminal()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    main(["check", str(path), str(tmp_path / "gone\x1b.abc")])
    said = out.getvalue() + err.getvalue()
    assert "U+001B[2J" in said
    assert "gone\\x1b.abc" in said
    assert "\x1b" not in said
