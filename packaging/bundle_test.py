"""Use the packaged program as people use it: in a bare root, offline, with an empty environment.

`make bundle-test` runs it; it needs root, debootstrap, Xvfb and xdotool. The program lies under a
path with blanks and Cyrillic letters, and belongs to another user than the one who runs it. Each
check prints a line; the exit code is 0 when all pass. EDITION in the environment says which program
is tried; the one without torch has to refuse what needs it.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bare_root import HOME, BareRoot
from debian_package import dependency_names
from editions import chosen_edition
from window_journey import MADE, OPENED, WindowJourney, screen

ROOT = Path(__file__).resolve().parent.parent
PLACE = "/opt/студія для нот/abcstudio"
PROGRAM = f"{PLACE}/abcstudio"
# Where the program may write, inside the person's home: its own folders, and what the system's
# libraries keep of typefaces and shaders, and Qt of its dialog for files.
OWN_FOLDERS = (".config/abcstudio", ".local/share/abcstudio", ".local/state/abcstudio")
OF_LIBRARIES = (
    ".cache/fontconfig", ".cache/mesa_shader_cache", ".cache/qtshadercache",
    ".config/QtProject.conf",
)  # fmt: skip
WAIT_SECONDS = 240
_MB = 2**20
# A program of the system's own Qt, behind `xdg-open` as a file manager or a viewer is.
QT_PACKAGE, QT_PROGRAM = "qdbus-qt6", "/usr/lib/qt6/bin/qdbus"
_OPENER = f"""#!/bin/sh
{{
    echo "asked $1"
    env | sed 's/^/env /'
    ldd {QT_PROGRAM} | sed 's/^/loads /'
    {QT_PROGRAM} --help > /dev/null
    echo "ended $?"
}} > "$HOME/{OPENED}" 2>&1
"""


class Trial:
    """The checks, one after another, in one root."""

    def __init__(self, root: BareRoot) -> None:
        """Take a root in which the program lies."""
        self.root = root
        self.home = root.folder / HOME.lstrip("/")
        self.failures = 0

    def check(self, name: str, look: Callable[[], str]) -> None:
        """Run one check and print what came of it."""
        began = time.perf_counter()
        try:
            found = look()
        except Exception as error:  # noqa: BLE001 - every check is tried
            self.failures += 1
            print(f"FAILED  {name}: {error}", flush=True)
        else:
            print(f"ok      {name}: {found} ({time.perf_counter() - began:.1f} s)", flush=True)

    def run(self, *arguments: str, **variables: str) -> str:
        """Run a command of the program; return what it prints, and refuse any complaint."""
        done = self.root.run([PROGRAM, *arguments], variables)
        if done.returncode:
            raise AssertionError(f"{arguments}: exit {done.returncode}\n{done.stdout}{done.stderr}")
        complaints = [line for line in done.stderr.splitlines() if not _is_said(line)]
        if complaints:
            raise AssertionError(f"{arguments}: on the error output: {complaints[:5]}")
        return done.stdout

    # --- The command line ---------------------------------------------------------------------

    def selftest(self) -> str:
        """Go through every part without a screen."""
        lines = self.run("selftest").splitlines()
        if not all(line.startswith("ok ") for line in lines):
            raise AssertionError("\n".join(lines))
        return f"{len(lines)} parts"

    def doctor(self) -> str:
        """Nothing is missing but what a bare root has not."""
        return self.run("doctor").splitlines()[-1]

    def train(self) -> str:
        """Train, be killed in the midst of it, go on, and compose with the result."""
        small = ["--set", "hidden_size=32", "--set", "evaluate_every=20",
                 "--set", "checkpoint_every=10", "--threads", "1"]  # fmt: skip
        self.run("train", "--preset", "quick", *small, "--steps", "20", "--out", "run")
        command = [PROGRAM, "train", "--preset", "quick", *small, "--steps", "100000",
                   "--out", "killed"]  # fmt: skip
        with self.root.start(command) as process:
            _wait(lambda: any((self.home / "killed").rglob("*.safetensors")), "a checkpoint")
            process.send_signal(signal.SIGKILL)
        before = (self.home / "killed" / "run.json").stat().st_size
        self.run("train", "--resume", "killed", "--steps", "60", "--threads", "1")
        tune = self.run("compose", "--model", "killed", "--max-chars", "60", "--rng-seed", "1")
        return f"killed with {before} bytes of notes, resumed, {len(tune)} characters composed"

    def no_training(self) -> str:
        """Refuse what needs torch, in a sentence that says how to get it."""
        lesson = f"{PLACE}/_internal/abcstudio/resources/lessons/09-gradient"
        for arguments in (["train", "--steps", "1"], ["learn", "check", lesson]):
            done = self.root.run([PROGRAM, *arguments])
            (line,) = done.stderr.splitlines() or [""]
            if done.returncode != 2 or "ABC Studio Player" not in line:
                raise AssertionError(f"{arguments}: exit {done.returncode}: {done.stderr}")
        return "each in one sentence"

    def music(self) -> str:
        """Compose with the guard, look for problems, rewrite, and write every kind of file."""
        self.run("compose", "--takes", "1", "--out-dir", "takes", "--rng-seed", "3")
        (take,) = (self.home / "takes").glob("*.abc")
        name = f"takes/{take.name}"
        self.run("check", name)
        self.run("rewrite", name, "--measures", "2-3", "--out-dir", "other", "--rng-seed", "1")
        for kind in ("mid", "wav", "flac", "musicxml", "pdf", "svg", "png"):
            self.run("export", "--format", kind, "--out-dir", "files", name)
        self.run("import", "--out-dir", "back", *_names(self.home, "files", "*.mid"))
        made = sorted(path.suffix for path in (self.home / "files").iterdir())
        if len(made) < 7 or any(
            not path.stat().st_size for path in (self.home / "files").iterdir()
        ):
            raise AssertionError(f"only these files were written: {made}")
        return " ".join(made)

    def lesson(self) -> str:
        """Check a lesson by its own answers, in the process of lessons."""
        lesson = f"{PLACE}/_internal/abcstudio/resources/lessons/09-gradient"
        self.run("learn", "check", lesson, "--repeats", "1")
        return "09-gradient"

    def report(self) -> str:
        """Write the report as each kind of file."""
        for kind in ("docx", "pdf", "html", "zip"):
            self.run("report", f"report.{kind}", "--language", "uk")
        return " ".join(f"{path.stat().st_size}" for path in sorted(self.home.glob("report.*")))

    # --- The window ---------------------------------------------------------------------------

    def journey(self, display: str) -> str:
        """Go through every page of the window on a screen, from inside."""
        printed = self.run("selftest", DISPLAY=display, QT_QPA_PLATFORM="xcb")
        if "FAILED" in printed:
            raise AssertionError(printed)
        return printed.splitlines()[-1].partition("window: ")[2]

    def window(self, display: str, *, trains: bool) -> str:
        """Open the window as a menu entry does, use all of it by keys alone, and close it."""
        shutil.copy(ROOT / "resources" / "tunes" / "welcome.abc", self.home / "моя мелодія.abc")
        began = time.perf_counter()
        variables = {"DISPLAY": display, "SDL_AUDIODRIVER": "dummy"}
        with self.root.start([PROGRAM, "моя мелодія.abc"], variables) as process:
            journey = WindowJourney(display, self.home, process)
            try:
                journey.come_up()
                seconds = time.perf_counter() - began
                journey.see_pages()
                if trains:
                    journey.train()
                    journey.check_lesson()
                journey.export()
                opened = journey.show_folder()
                said = journey.close()
            except BaseException:
                process.kill()
                raise
        if said:
            raise AssertionError(f"said: {said}")
        if PLACE in opened or "ended 0" not in opened or "loads " not in opened:
            raise AssertionError(f"what is opened meets the bundle: {opened}")
        kinds = {words[1] for words in journey.children}
        expected = {"--engraver", "--lesson"} if trains else {"--engraver"}
        if kinds != expected:
            raise AssertionError(f"other programs were started: {journey.children}")
        return f"up after {seconds:.1f} s, children {len(journey.children)}"

    # --- What is left -------------------------------------------------------------------------

    def traces(self, before: set[str]) -> str:
        """Nothing is written outside the person's folders, and no temporary file stays."""
        allowed = tuple(f"{HOME}/{name}" for name in (*OWN_FOLDERS, *OF_LIBRARIES))
        made = {"takes", "other", "files", "back", "run", "killed", "моя мелодія.abc"}
        made |= {*MADE, OPENED}
        strange = [
            path
            for path in sorted(_files(self.root.folder) - before)
            if not path.startswith(allowed)
            and not (path.startswith(f"{HOME}/") and _first(path) in made)
            and not _first(path).startswith("report.")
        ]
        if strange:
            raise AssertionError(f"written: {strange[:8]}")
        return "only in the person's folders"


def add_opener(root: BareRoot) -> None:
    """Give the root an `xdg-open` with a program of the system's own Qt behind it."""
    root.install(QT_PACKAGE)
    opener = root.folder / "usr/bin/xdg-open"
    opener.write_text(_OPENER, encoding="utf-8")
    opener.chmod(0o755)


def size(bundle: Path, most_mb: int) -> str:
    """The folder takes no more than the rule allows, and holds nothing of the left-out."""
    sizes = [path.lstat() for path in bundle.rglob("*")]
    megabytes = sum(each.st_blocks * 512 for each in sizes) / _MB
    names = [str(path.relative_to(bundle)) for path in bundle.rglob("*")]
    strange = [name for name in names if any(part in name for part in (
        "readline", "libgtk", "libgdk", "DarkGarden", "libpango", "libcairo"))]  # fmt: skip
    if strange:
        raise AssertionError(f"these should be left out: {strange}")
    if broken := [path.name for path in bundle.rglob("*") if not path.exists()]:
        raise AssertionError(f"links that lead nowhere: {broken}")
    for name in ("LICENSE", "THIRD-PARTY.txt"):
        if not (bundle / "_internal/abcstudio/resources/licences" / name).is_file():
            raise AssertionError(f"{name} is missing")
    if megabytes > most_mb:
        raise AssertionError(f"{megabytes:.0f} MB, and {most_mb} are allowed")
    return f"{megabytes:.0f} MB on disk in {len(names)} files"


def _is_said(line: str) -> bool:
    """Whether a line of the error output is what a command says on purpose."""
    return line.startswith("abcstudio: ")


def _names(home: Path, folder: str, pattern: str) -> Sequence[str]:
    return [str(path.relative_to(home)) for path in (home / folder).glob(pattern)]


def _first(path: str) -> str:
    return path.removeprefix(f"{HOME}/").split("/")[0]


def _files(folder: Path) -> set[str]:
    """Return every file of the root with its time and size, but for what a system mounts."""
    skipped = {folder / "proc", folder / "dev", folder / "sys"}
    found = set()
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if Path(place) / name not in skipped]
        for name in names:
            found.add("/" + str((Path(place) / name).relative_to(folder)))
    return found


def _wait(is_there: Callable[[], bool], what: str) -> None:
    until = time.monotonic() + WAIT_SECONDS
    while not is_there():
        if time.monotonic() > until:
            raise AssertionError(f"waited in vain for {what}")
        time.sleep(0.2)


def main() -> int:
    """Make the root, run the checks, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--distribution", default="trixie", help="of Debian (trixie)")
    parser.add_argument("--mirror", default="", help="where debootstrap takes it from")
    options = parser.parse_args()
    lacking = [
        name
        for name in ("debootstrap", "unshare", "Xvfb", "xdotool", "import")
        if shutil.which(name) is None
    ]
    if os.geteuid() != 0 or lacking:
        print(
            "bundle-test makes a root of its own: run it as root, with", *lacking, file=sys.stderr
        )
        return 2
    edition = chosen_edition(os.environ)
    bundle = edition.folder(ROOT / "dist")
    base = BareRoot(ROOT / "build" / "roots" / options.distribution)
    base.make(options.distribution, options.mirror)
    with tempfile.TemporaryDirectory(prefix="abcstudio-bundle-", dir=ROOT / "build") as place:
        root = base.copy_to(Path(place) / "root")
        root.install(*dependency_names())
        root.add_user()
        target = root.folder / PLACE.lstrip("/")
        target.parent.mkdir(parents=True)
        subprocess.run(["cp", "-al", str(bundle), str(target)], check=True)
        trial = Trial(root)
        before = _files(root.folder)
        trial.check("size and licences", lambda: size(bundle, edition.most_mb))
        of_torch = (trial.train, trial.lesson) if edition.trains else (trial.no_training,)
        for look in (trial.selftest, trial.doctor, *of_torch, trial.music, trial.report):
            trial.check(look.__name__, look)
        with screen() as display:
            trial.check("journey", lambda: trial.journey(display))
            trial.check("traces", lambda: trial.traces(before))
            # Not before: what this Qt needs of the system must not help the bundle's.
            add_opener(root)
            before = _files(root.folder)
            trial.check("window", lambda: trial.window(display, trains=edition.trains))
        trial.check("traces", lambda: trial.traces(before))
    return 1 if trial.failures else 0


if __name__ == "__main__":
    sys.exit(main())
