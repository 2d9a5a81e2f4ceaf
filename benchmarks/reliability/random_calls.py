"""Random calls of the command line: good and hostile values for every option of every command.

    python benchmarks/reliability/random_calls.py --calls 1800 --seed 7

Each call runs in a process and a folder of its own. None may end in a traceback or with an unknown
exit code, run longer than a minute, or change a file that was there, unless its option says that it
is replaced. Prints each fault as a line of JSON, then the counts; exits 0 only without a fault.
"""

import argparse
import io
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from abcstudio.cli import main as command_line
from abcstudio.cli.commands.command_table import COMMAND_TABLE
from abcstudio.cli.main import make_parser
from abcstudio.cli.targets import REPLACED
from abcstudio.paths import bundled_model

TUNES = (
    "X:1\nT:One\nM:4/4\nL:1/8\nR:reel\nK:D\ndAFA DFAd|dAFA B2A2|\n\n"
    "X:2\nT:Two\nM:6/8\nL:1/8\nR:jig\nK:G\nGAB dBG|cde d3|\n"
)
LIMIT_SECONDS = 60
CODES = {0, 1, 2, 130}
HOSTILE = (
    "",
    "--",
    "-",
    "nan",
    "-1",
    "1e400",
    "9" * 40,
    "\x1b[2J",
    "a\udcffb",
    "gone.abc",
    "..",
)
FILES = (
    "tune.abc", "tune.mid", "tune.txt", "answer.py", "empty.abc", "binary.abc", "runs.csv",
    "steps.json", "mine.zip", "report.html", "model.safetensors", "folder", "link.abc",
)  # fmt: skip
WORDS = (
    "1",
    "2",
    "0.8",
    "4/4",
    "D",
    "reel",
    "1-2",
    "all",
    "GABd",
    "X:1\\nT:",
    "cpu",
    "en",
    "quick",
)


def leaves(
    parser: argparse.ArgumentParser, name: str
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Yield the parser of a command, or of each of its actions, by its name."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each, below in action.choices.items():
                yield from leaves(below, f"{name} {each}")
            return
    yield name, parser


def parsers() -> dict[str, argparse.ArgumentParser]:
    """Return the parser of every command and action."""
    found: dict[str, argparse.ArgumentParser] = {}
    for command in COMMAND_TABLE:
        if command == "selftest":
            continue
        for action in make_parser(command)._actions:
            if isinstance(action, argparse._SubParsersAction):
                found |= dict(leaves(action.choices[command], command))
    return found


def value_for(action: argparse.Action, rng: random.Random) -> str:
    """Return a value: mostly one that fits, at times a hostile one."""
    if rng.random() < 0.15:
        return rng.choice(HOSTILE)
    if action.choices and rng.random() < 0.9:
        return str(rng.choice(list(action.choices)))
    return rng.choice(WORDS if action.type is not Path and rng.random() < 0.7 else FILES)


def call(name: str, parser: argparse.ArgumentParser, rng: random.Random) -> list[str]:
    """Return the arguments of a random call of a command."""
    words = name.split()
    behind: list[str] = []
    for action in parser._actions:
        if action.dest == "help":
            continue
        count = rng.choice((1, 1, 2)) if action.nargs in ("+", "*") else 1
        if not action.option_strings:
            behind += [value_for(action, rng) for _ in range(count)]
        elif action.required or rng.random() < 0.25:
            option = rng.choice(action.option_strings)
            if action.nargs == 0:
                words.append(option)
            elif rng.random() < 0.5:
                words.append(f"{option}={value_for(action, rng)}")
            else:
                words += [option, *(value_for(action, rng) for _ in range(count))]
    if name.startswith(("train", "sweep", "learn train")):
        words += ["--set", "steps=2", "--device", "cpu"][: 2 if name == "learn train" else 4]
    return [*words, *behind]


def furnish(folder: Path) -> None:
    """Put the files of a call into an empty folder."""
    for name in FILES:
        path = folder / name
        if name == "folder":
            path.mkdir()
            (path / "more.abc").write_text(TUNES)
        elif name == "link.abc":
            path.symlink_to("tune.abc")
        elif name == "model.safetensors":
            shutil.copy(bundled_model(), path)
        elif name == "binary.abc":
            path.write_bytes(bytes(range(256)) * 9)
        else:
            path.write_text("" if name == "empty.abc" else TUNES)


def tree(folder: Path) -> dict[str, bytes]:
    """Return what is in the files of a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "home" not in path.relative_to(folder).parts
    }


def run_in_child(words: list[str], folder: Path) -> int:
    """Run a call in a forked process; its output goes into files beside the folder."""
    pid = os.fork()
    if pid:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    code = 99
    said = io.StringIO()
    try:
        signal.alarm(LIMIT_SECONDS)
        os.chdir(folder)
        os.environ["ABCSTUDIO_HOME"] = str(folder / "home")
        out = (folder.parent / "out.txt").open("w", errors="replace")
        with out, redirect_stdout(out), redirect_stderr(said):
            code = command_line(words)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    except BaseException:  # noqa: BLE001 - each is the fault that is looked for
        traceback.print_exc(file=said)
    (folder.parent / "err.txt").write_text(said.getvalue(), errors="replace")
    os._exit(code)


def allowed(words: list[str], parser: argparse.ArgumentParser) -> set[str]:
    """Return the files that a call may replace: those that its options name as outputs."""
    replacing = [each for each in parser._actions if REPLACED in (each.help or "")]
    options = {option for each in replacing for option in each.option_strings}
    named = {word.partition("=")[2] for word in words if word.partition("=")[0] in options}
    named |= {words[at + 1] for at, word in enumerate(words[:-1]) if word in options}
    if any(not each.option_strings for each in replacing):
        named |= set(words)
    return named


def fault_of(words: list[str], parser: argparse.ArgumentParser, folder: Path) -> str:
    """Return what is wrong with a call, "" for nothing."""
    furnish(folder)
    before = tree(folder)
    code = run_in_child(words, folder)
    after = tree(folder)
    error = folder.parent / "err.txt"
    if code == -signal.SIGALRM:
        return "too long"
    if "Traceback" in error.read_text(errors="replace"):
        return "traceback: " + error.read_text(errors="replace").strip().splitlines()[-1]
    if code not in CODES:
        return f"code {code}"
    may = allowed(words, parser)
    for name, data in before.items():
        is_derived = words[0] in ("export", "prepare") and name not in FILES
        if after.get(name) != data and name not in may and not is_derived:
            return f"replaced {name}"
    return ""


def main() -> int:
    """Make the calls; return 1 where one has a fault."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--calls", type=int, default=1800)
    options.add_argument("--seed", type=int, default=7)
    chosen = options.parse_args()
    rng = random.Random(chosen.seed)
    known = parsers()
    kinds: Counter[str] = Counter()
    for number in range(chosen.calls):
        name = rng.choice(list(known))
        words = call(name, known[name], rng)
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "here"
            folder.mkdir()
            fault = fault_of(words, known[name], folder)
        kinds["faults" if fault else "sound"] += 1
        if fault:
            print(json.dumps({"call": number, "fault": fault, "words": words}), flush=True)
    print(json.dumps({"calls": chosen.calls, "seed": chosen.seed, **kinds}))
    return 1 if kinds["faults"] else 0


if __name__ == "__main__":
    sys.exit(main())
