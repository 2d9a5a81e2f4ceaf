"""Answers that would hang, fill or end the program: one sentence each, and nothing is left."""

import sys
from pathlib import Path

import pytest

from abcstudio.lessons.running.limits import Limits
from abcstudio.lessons.running.one_run import OneRun
from abcstudio.lessons.running.stopped import stopped
from tests.deadline import until
from tests.unit.lessons.running.check_files import check_task

LIMITS = Limits(seconds=0.5)
PATIENT = Limits(seconds=120.0)

ENDLESS_THREAD = """import threading
x = 1
def count():
    while True:
        sum(range(1000))
threading.Thread(target=count).start()
"""
MANY_FILES = """for number in range(4000):
    with open(f"file{number}", "wb") as file:
        file.write(bytes(999_000))
"""
CAUGHT_FORKS = """import os
for number in range(50):
    try:
        os.fork()
    except Exception:
        pass
"""

HOSTILE = {
    "an endless loop": ("x = 1\nwhile True:\n    pass", LIMITS, "Line", "Does a loop never end?"),
    "an endless loop that catches all": (
        "while True:\n  try:\n    print('y' * 10000)\n  except BaseException:\n    pass",
        LIMITS, "Line", "Does a loop never end?",
    ),
    "8 GB": ("a = 1\nb = bytearray(8_000_000_000)", PATIENT, "Line 2", "more memory"),
    "exit()": ("x = 1\nexit()", PATIENT, "Line 2", "ends the program here"),
    "os._exit(0)": ("import os\nos._exit(0)", PATIENT, "The code ended", "os._exit"),
    "a segmentation fault": (
        "import ctypes\nctypes.string_at(0)", PATIENT, "Line 2", "brought Python itself down",
    ),
    "100 MB of print": (
        "for _ in range(1000):\n    print('x' * 100_000)", PATIENT, "Line 2", "prints more than",
    ),
    "100 MB below Python": (
        "import os\nfor _ in range(1000):\n    os.write(1, b'x' * 100_000)",
        PATIENT, "Your code", "prints more than",
    ),
    "a file of 4 GB": (
        "with open('big', 'wb') as file:\n    for _ in range(4000):\n"
        "        file.write(bytes(1_000_000))",
        PATIENT, "Line 3", "file became longer",
    ),
    "4 GB of files": (MANY_FILES, PATIENT, "The code wrote more files", "8 MB"),
    "50 forks": (
        "import os\nfor _ in range(50):\n    os.fork()", PATIENT, "Line 3", "start a program",
    ),
    "50 forks, each refusal caught": (CAUGHT_FORKS, PATIENT, "Your code", "start a program"),
    "a thread that never ends": (ENDLESS_THREAD, PATIENT, "A thread", "was stopped"),
    "input()": ("x = input('how many?')", PATIENT, "Line 1", "asks for input"),
    "a closed output": (
        "import sys\nsys.stdout.close()\nprint('x')", PATIENT, "Line 3", "has closed",
    ),
    "all descriptors closed": (
        "import os\nos.closerange(0, 100)", PATIENT, "The code ended", "could be looked at",
    ),
    "another meaning for a name of a library": (
        "import math\nmath.sqrt = lambda x: x", PATIENT, "math.sqrt now means", "another name",
    ),
    "a program": ("import subprocess\nsubprocess.run(['sleep', '9'])", PATIENT, "Line 2",
                  "start a program"),
    "its own process": ("import os\nos.kill(os.getpid(), 9)", PATIENT, "Line 2", "end a process"),
    "the network": (
        "import socket\nsocket.create_connection(('127.0.0.1', 9))", PATIENT, "Line 2", "network",
    ),
}  # fmt: skip

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits differ by system")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_answer_gets_a_sentence_and_leaves_nothing(name: str, tmp_path: Path) -> None:
    code, limits, begin, part = HOSTILE[name]
    one, said = _said_of(code, limits, tmp_path)
    if limits is LIMITS and not said.startswith(begin):
        # A machine may be so busy that the code has not begun by then.
        one, said = _said_of(code, Limits(seconds=10.0), tmp_path)
    assert said.startswith(begin)
    assert part in said
    assert not one.folder.parent.exists()
    until(lambda: not _session_of(one.pid), what="no process of the answer is left")


def _said_of(code: str, limits: Limits, folder: Path) -> tuple[OneRun, str]:
    """Run an answer; return its process, and what is said of it."""
    one = OneRun(limits, libraries=())
    one.prepare(check_task(folder), 7)
    return one, str(stopped(one.run(code), limits))


def test_processes_that_got_past_the_barrier_are_ended_too(tmp_path: Path) -> None:
    """The forks of the check itself: what is typed is refused them, this is the second line."""
    source = """
def given(dice):
    import os
    for _ in range(3):
        if os.fork() == 0:
            while True:
                pass
    return {}
def probe(answer, dice):
    return {}
"""
    one = OneRun(Limits(seconds=PATIENT.seconds, processes=3), libraries=())
    one.prepare(check_task(tmp_path), 7)
    one.prepare(check_task(tmp_path, source, "x = 1"), 7)
    outcome = one.run("while True:\n    pass")
    assert outcome.ending == "processes"
    until(lambda: not _session_of(one.pid), what="no process of the answer is left")


def test_a_file_outside_the_folder_is_not_written(tmp_path: Path) -> None:
    wanted = tmp_path / "outside"
    wanted.mkdir()
    codes = [
        f"open({str(wanted / 'file')!r}, 'w').write('x')",
        f"from pathlib import Path\nPath({str(wanted / 'file')!r}).touch()",
        f"import os\nos.mkdir({str(wanted / 'folder')!r})",
        f"import os\nos.rmdir({str(wanted)!r})",
        "open('../above', 'w')",
    ]
    for code in codes:
        one = OneRun(PATIENT, libraries=())
        one.prepare(check_task(tmp_path), 7)
        outcome = one.run(code)
        assert "outside its folder" in str(stopped(outcome))
    assert wanted.is_dir()
    assert not list(wanted.iterdir())


def test_a_file_in_the_folder_is_written_and_goes_with_it(tmp_path: Path) -> None:
    one = OneRun(PATIENT, libraries=())
    one.prepare(check_task(tmp_path), 7)
    outcome = one.run("open('own', 'w').write('x')\nx = open('own').read()")
    assert stopped(outcome) is None
    assert outcome.facts["x"]["value"] == "x"
    assert not one.folder.exists()


def test_what_python_compiles_at_a_first_import_is_no_write_of_the_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    library = tmp_path / "library"
    library.mkdir()
    (library / "never_compiled.py").write_text("y = 5\n", encoding="utf-8")
    one = OneRun(PATIENT, libraries=())
    one.prepare(check_task(tmp_path), 7)
    outcome = one.run(
        f"import sys\nsys.path.append({str(library)!r})\nimport never_compiled\nx = 5"
    )
    assert stopped(outcome) is None
    assert [path.name for path in library.iterdir()] == ["never_compiled.py"]


def _session_of(leader: int) -> list[str]:
    """Return the processes of a session that are no zombies."""
    found = []
    for folder in (each for each in Path("/proc").iterdir() if each.name.isdecimal()):
        try:
            words = (folder / "stat").read_bytes().rpartition(b")")[2].split()
        except OSError:
            continue
        if int(words[3]) == leader and words[0] not in (b"Z", b"X"):
            found.append(folder.name)
    return found
