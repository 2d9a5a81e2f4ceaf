"""What `abcstudio export` prints, says and answers, and what it keeps whole."""

import errno
import os
from collections.abc import Iterable
from pathlib import Path

import pypdfium2
import pytest

from abcstudio.cli import main
from abcstudio.cli.outcome import DONE, FAILED, UNUSABLE
from abcstudio.files import atomic_write_pieces
from abcstudio.recipes import export as recipe

ONE = "X:1\nT:One\nL:1/4\nK:C\nCDEF|\n"
TWO = ONE + "\nX:2\nT:Two\nL:1/4\nK:C\nGABc|\n"
BAND = "X:1\nT:Band\nL:1/4\nK:C\nV:1\nCDEF|\nV:2\nG,4|\n"
SILENT = "X:1\nK:C\nz4|\n\nX:2\nT:Rest\nK:C\nz4|\n\n" + ONE.replace("X:1", "X:3")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def export(*arguments: str) -> int:
    return main(["export", *arguments])


def write(name: str, text: str) -> str:
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


def test_the_own_tunebook_is_refused_before_anything_is_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("other.abc", ONE)
    write("mine.abc", TWO)
    assert export("--format", "abc", "other.abc", "mine.abc") == UNUSABLE
    printed, said = capsys.readouterr()
    assert printed == ""
    assert said.startswith("abcstudio: other.abc is one of the files that are read")
    assert Path("mine.abc").read_text(encoding="utf-8") == TWO
    assert sorted(path.name for path in Path().iterdir()) == ["mine.abc", "other.abc"]


def test_every_file_that_is_written_is_printed_and_none_twice(
    capsys: pytest.CaptureFixture[str],
) -> None:
    files = [write("a/jig.abc", ONE), write("b/jig.abc", TWO)]
    assert export("--format", "mid", "--out-dir", "out", *files) == DONE
    printed = capsys.readouterr().out.split()
    assert len(set(printed)) == 3
    assert sorted(printed) == sorted(str(path) for path in Path("out").iterdir())


def test_books_of_one_name_do_not_replace_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    files = [write("a/jig.abc", ONE), write("b/jig.abc", TWO)]
    assert export("--format", "pdf", "--book", "--index", "none", *files) == DONE
    assert capsys.readouterr().out.split() == ["jig.pdf", "jig-2.pdf"]
    for name, title in (("jig.pdf", "One"), ("jig-2.pdf", "Two")):
        document = pypdfium2.PdfDocument(Path(name).read_bytes())
        words = "".join(page.get_textpage().get_text_bounded() for page in document)
        document.close()
        assert title in words


def test_a_book_does_not_replace_the_file_that_it_comes_from(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("tunes.pdf", TWO)
    assert export("--format", "pdf", "--book", "tunes.pdf") == UNUSABLE
    assert "tunes.pdf is one of the files that are read" in capsys.readouterr().err
    assert Path("tunes.pdf").read_text(encoding="utf-8") == TWO


def test_a_lost_tune_is_named_before_the_next_is_written(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("silent.abc", SILENT)
    said: list[str] = []
    real = atomic_write_pieces

    def writing(path: Path, pieces: Iterable[bytes], size: int) -> None:
        said.append(capsys.readouterr().err)
        real(path, pieces, size)

    monkeypatch.setattr(recipe, "atomic_write_pieces", writing)
    assert export("--format", "mid", "silent.abc") == FAILED
    assert said[0].splitlines() == [
        "abcstudio: Tune 1 of silent.abc was not written. "
        "This tune has no notes to play, so there is nothing to write.",
        "abcstudio: Tune 2 of silent.abc (Rest) was not written. "
        "Rest has no notes to play, so there is nothing to write.",
    ]
    assert capsys.readouterr().out == "silent-3.mid\n"


def test_a_missing_sound_font_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    write("two.abc", TWO)
    assert export("--format", "wav", "--sound-font", "nix.sf2", "two.abc") == UNUSABLE
    assert capsys.readouterr().err.count("nix.sf2") == 1


def test_a_file_instead_of_a_folder_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    write("two.abc", TWO)
    write("afile", "")
    for more in ((), ("--book",)):
        assert export("--format", "pdf", *more, "--out-dir", "afile", "two.abc") == UNUSABLE
        said = capsys.readouterr().err
        assert said == ("abcstudio: afile is a file, not a folder. Choose a folder to write to.\n")


def test_a_full_disk_ends_the_run_with_one_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("two.abc", TWO)

    def fail(path: Path, _pieces: object, _size: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setattr(recipe, "atomic_write_pieces", fail)
    assert export("--format", "mid", "two.abc") == FAILED
    (said,) = capsys.readouterr().err.splitlines()
    assert said.startswith("abcstudio: two.mid cannot be written: No space left on device.")


def test_a_full_disk_ends_a_run_of_books_with_one_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, _data: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setattr("abcstudio.recipes.book.atomic_write", fail)
    files = [write("one.abc", ONE), write("two.abc", TWO)]
    assert export("--format", "pdf", "--book", "--index", "none", *files) == FAILED
    (said,) = capsys.readouterr().err.splitlines()
    assert said.startswith("abcstudio: one.pdf cannot be written: No space left on device.")


def test_what_was_written_of_a_tune_is_named_when_a_voice_fails(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("band.abc", BAND)
    real = atomic_write_pieces

    def writing(path: Path, pieces: Iterable[bytes], size: int) -> None:
        if path.name == "band-v2.wav":
            raise MemoryError
        real(path, pieces, size)

    monkeypatch.setattr(recipe, "atomic_write_pieces", writing)
    assert (
        export("--format", "wav", "--plain", "--per-voice", "--instrument", "piano", "band.abc")
        == FAILED
    )
    printed, said = capsys.readouterr()
    assert printed == "band-v1.wav\n"
    assert said.startswith(
        "abcstudio: Only a part of tune 1 of band.abc was written: band-v1.wav. There is not"
    )


def test_a_tune_that_was_cut_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    write("long.abc", "X:1\nT:Long\nL:1/1\nM:none\nQ:1/4=5\nK:C\n" + "C64|" * 3 + "\n")
    assert export("--format", "mid", "long.abc") == DONE
    printed, said = capsys.readouterr()
    assert printed == "long.mid\n"
    assert "Tune 1 of long.abc: Long lasts longer than 60 minutes" in said


def test_a_long_name_does_not_keep_the_next_file_from_being_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("good.abc", ONE)
    assert export("--format", "mid", "a" * 300, "good.abc") == UNUSABLE
    printed, said = capsys.readouterr()
    assert printed == "good.mid\n"
    assert "cannot be read: File name too long." in said


@pytest.mark.parametrize(
    ("format", "arguments", "named"),
    [
        ("pdf", ("--per-voice",), "--per-voice means nothing for pdf"),
        ("mid", ("--keep-level",), "--keep-level means nothing for mid"),
        ("svg", ("--tempo", "90"), "--tempo means nothing for svg"),
        ("pdf", ("--instrument", "harp"), "--instrument means nothing for pdf"),
        ("abc", ("--plain",), "--plain means nothing for abc"),
        ("mid", ("--sound-font", "x.sf2"), "--sound-font means nothing for mid"),
        ("mid", ("--paper", "letter"), "only for svg, pdf and png"),
        ("pdf", ("--resolution", "90"), "--resolution means nothing for pdf, only for png"),
        (
            "mid",
            ("--tempo", "abc"),
            "'abc' is not a tempo between 10 and 1000 quarter notes a minute",
        ),
        (
            "mid",
            ("--tempo", "90;5"),
            "'90;5' is not a tempo between 10 and 1000 quarter notes a minute",
        ),
        ("mid", ("--tempo", ""), "'' is not a tempo between 10 and 1000 quarter notes a minute"),
        ("pdf", ("--staff-mm", "x"), "'x' is not a number between"),
        ("png", ("--resolution", "9.5"), "'9.5' is not a whole number between"),
    ],
)
def test_an_argument_that_cannot_be_followed_is_refused(
    capsys: pytest.CaptureFixture[str], format: str, arguments: tuple[str, ...], named: str
) -> None:
    write("one.abc", ONE)
    with pytest.raises(SystemExit) as caught:
        export("--format", format, *arguments, "one.abc")
    assert caught.value.code == UNUSABLE
    assert named in capsys.readouterr().err
    assert [path.name for path in Path().iterdir()] == ["one.abc"]


def test_notes_that_the_instrument_lacks_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    write("low.abc", "X:1\nT:Low\nL:1/4\nK:C\nG,CDE|\n")
    assert export("--format", "mid", "--instrument", "flute", "low.abc") == DONE
    said = capsys.readouterr().err
    assert said == (
        "abcstudio: Tune 1 of low.abc: This instrument (flute, C4 to A6) has no G3."
        " They sound all the same, as written.\n"
    )
    assert export("--format", "mid", "--instrument", "fiddle", "low.abc") == DONE
    assert export("--format", "mid", "--plain", "low.abc") == DONE
    assert not capsys.readouterr().err


def test_the_format_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        export(write("one.abc", ONE))
    assert "required: --format" in capsys.readouterr().err
