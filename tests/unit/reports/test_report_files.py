"""Reports as other files, of other standings, in both languages."""

import json
import re
import zipfile
from pathlib import Path

import pytest

from abcstudio.errors import CancelledError, ReportError
from abcstudio.lessons.progress import (
    LessonStanding,
    Passed,
    read_passed,
    told_by,
    write_answer,
    write_passed,
    write_standing,
)
from abcstudio.own_files import pass_over
from abcstudio.paths import report_texts_dir
from abcstudio.recipes.lessons.course import read_course
from abcstudio.recipes.reports.report import write_report
from abcstudio.recipes.reports.report_request import ReportRequest
from abcstudio.reports.content import OwnBox, Style, spans
from abcstudio.reports.figures_in_words import Numbers
from abcstudio.reports.own_words import BOXES, OwnWords, read_own_words, write_own_words
from abcstudio.reports.template import TemplatePlace, read_template
from abcstudio.stopping import stopping
from tests.unit.lessons.test_theory import PAGE
from tests.unit.reports.made_runs import make_places, make_run

GRAPH = {
    "kind": "graph",
    "nodes": [{"input": "a", "value": 1.5}, {"value": 2.0}, {"sign": "+", "of": [0, 1]}],
    "result": 2,
}
CODE = "x = 5\nadd = lambda a, b: b + a  # сума\n"


def ignore(_report: object) -> None:
    pass


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A person's folder with a run and a lesson that has passed, picture included."""
    home = tmp_path_factory.mktemp("home")
    make_run(home / "runs", "base", 1)
    places = make_places(home)
    write_answer(places.answers, "01-sums", CODE)
    standing = LessonStanding(done="2026-11-28T01:00:00", attempts=7, hints=2)
    write_standing(places.answers, "01-sums", standing)
    (lesson,) = read_course(places.lessons, places.answers).lessons
    write_passed(places.answers, "01-sums", told_by(CODE, lesson.edition), Passed(GRAPH))
    return home


def write(home: Path, name: str, words: OwnWords | None = None) -> Path:
    request = ReportRequest(words=words or OwnWords(), target=home / name, checks_answers=False)
    return write_report(request, make_places(home), ignore).path


def test_a_page_holds_answer_picture_and_curve(home: Path) -> None:
    text = write(home, "report.html", OwnWords(author="A <b>")).read_text()
    assert "<pre>x = 5\nadd = lambda a, b: b + a  # сума</pre>" in text
    assert "A &lt;b&gt;" in text
    # The graph, the network, the curve, the score.
    assert text.count("<img") == text.count("alt=") == 4


def test_hints_are_told_only_where_the_person_wants_that(home: Path) -> None:
    assert "Appendix B" not in write(home, "report.html").read_text()
    text = write(home, "report.html", OwnWords(tells_hints=True)).read_text()
    assert "<td>1. Sums</td><td>7</td><td>2</td>" in text


def test_a_pdf_has_cyrillic_letters(home: Path) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(write(home, "report.pdf", OwnWords(language="uk")))
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    for words in ("Хід роботи", "# сума", "Розмір прихованого стану"):
        assert words in text


def test_a_package_holds_tunes_sound_logs_and_answers(home: Path) -> None:
    with zipfile.ZipFile(write(home, "report.zip")) as package:
        names = set(package.namelist())
        assert package.read("lessons/01-sums/answer.py").decode() == CODE
        facts = json.loads(package.read("runs/base/run.json"))
        assert package.read("takes/step-000040.wav")[:4] == b"RIFF"
    assert facts["name"] == "base"
    assert {"report.docx", "report.pdf", "report.html", "takes/step-000040.abc"} <= names
    assert {"runs/base/losses.f32", "runs/base/takes/step-000010.abc"} <= names
    assert not [name for name in names if "standing" in name or name.endswith(".safetensors")]


def test_without_runs_and_lessons_the_way_is_named(tmp_path: Path) -> None:
    text = write(tmp_path, "report.html").read_text()
    assert "There is no training run." in text
    assert "No lesson of this part has been passed yet" in text
    assert "Exercises passed: 0 of 1." in text


def test_a_changed_answer_is_no_longer_the_one_that_passed(home: Path) -> None:
    answers = make_places(home).answers
    (lesson,) = read_course(make_places(home).lessons, answers).lessons
    assert read_passed(answers, "01-sums", told_by(CODE, lesson.edition)) == Passed(GRAPH)
    assert read_passed(answers, "01-sums", told_by(CODE + "1", lesson.edition)) is None
    assert read_passed(answers, "01-sums", told_by(CODE, "other")) is None


def test_a_run_that_is_not_there_and_a_kind_that_is_none_are_refused(home: Path) -> None:
    with pytest.raises(ReportError, match=r"report.unknown_run"):
        write(home, "report.html", OwnWords(runs=("other",)))
    with pytest.raises(ReportError, match=r"report.unknown_format"):
        write(home, "report.odt")


def test_a_report_that_is_stopped_is_not_written(home: Path) -> None:
    request = ReportRequest(words=OwnWords(), target=home / "no.docx", checks_answers=False)
    with pytest.raises(CancelledError), stopping(lambda: True):
        write_report(request, make_places(home), ignore)
    assert not (home / "no.docx").exists()


def test_the_languages_say_the_same() -> None:
    english, ukrainian = (read_template(report_texts_dir(), each) for each in ("en", "uk"))
    assert [type(part) for part in english.parts] == [type(part) for part in ukrainian.parts]
    for kind in (TemplatePlace, OwnBox):
        names = [
            [part.name for part in each.parts if isinstance(part, kind)]
            for each in (english, ukrainian)
        ]
        assert names[0] == names[1]
    assert [part.name for part in english.parts if isinstance(part, OwnBox)] == list(BOXES)
    assert english.words.keys() == ukrainian.words.keys()
    for name, words in english.words.items():
        places = sorted(re.findall(r"\{\w+\}", words))
        assert sorted(re.findall(r"\{\w+\}", ukrainian.words[name])) == places, name


def test_numbers_are_written_as_a_language_does() -> None:
    assert Numbers("uk").real(3.14159, 2) == "3,14"
    assert Numbers("uk").whole(1234567) == "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"
    assert Numbers("en").whole(1234567) == "1,234,567"
    assert Numbers("en").setting(1e-5) == "0.00001"
    assert Numbers("uk").setting(0.005) == "0,005"
    assert Numbers("en").real(None) == Numbers("en").real(float("nan")) == "–"


def test_a_line_has_its_marks() -> None:
    assert [(span.text, span.style) for span in spans("**A** b_{t} `c`.")] == [
        ("A", Style.BOLD), (" b", Style.PLAIN), ("t", Style.BELOW), (" ", Style.PLAIN),
        ("c", Style.CODE), (".", Style.PLAIN),
    ]  # fmt: skip


def test_own_words_are_kept_with_what_a_newer_version_wrote(tmp_path: Path) -> None:
    write_own_words(tmp_path, OwnWords(aim="Щоб чути", newer={"mood": 3}))
    words = read_own_words(tmp_path, pass_over)
    assert (words.aim, words.newer) == ("Щоб чути", {"mood": 3})


def test_control_questions_stand_with_their_answers(tmp_path: Path) -> None:
    places = make_places(tmp_path)
    for name, standing in {
        "t1-sums": LessonStanding(choice="1", words="A sum is\nall together."),
        "t2-more": LessonStanding(choice="0"),
        "t3-not-yet": LessonStanding(),
    }.items():
        (places.lessons / name).mkdir()
        (places.lessons / name / "page.en.md").write_text(PAGE)
        write_standing(places.answers, name, standing)
    text = write(tmp_path, "report.html").read_text()
    assert text.count("What is a sum?") == 2
    assert "Chosen, and right: It adds." in text
    # A heading stays on the page of what follows.
    assert text.count("<h4>What is a sum?</h4>") == 2
    assert "A sum is</p>" in text
    assert "Chosen, and not right: A difference." in text
    assert text.count("Not answered in one’s own words yet.") == 1
