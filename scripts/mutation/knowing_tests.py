"""Which tests can notice a mutation: those that reach it, then those that import its module."""

import ast
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import log
from pathlib import Path

from mutation.sites import Site

_MOST_STEPS = 2
_LOADING_SECONDS = 0.3
_AT_FIRST = 3


@dataclass
class Record:
    """What a run of the tests with probes has shown.

    Attributes:
        reaching: For each mutation's key, the tests that ran its statement.
        seconds: How long each test took.
        files: The test files that were run, with fingerprints.
    """

    reaching: dict[str, list[str]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    def add(self, folder: Path, sites: Sequence[Site]) -> None:
        """Read what a probed copy has written."""
        found: dict[str, set[str]] = defaultdict(set)
        for line in (folder / "reached.txt").read_text("utf-8").splitlines():
            number, _, test = line.partition("\t")
            if test:
                found[sites[int(number)].key].add(test.rpartition(" (")[0])
        for key, tests in found.items():
            self.reaching[key] = sorted({*self.reaching.get(key, ()), *tests})
        seconds: dict[str, float] = defaultdict(float)
        for line in (folder / "times.txt").read_text("utf-8").splitlines():
            took, _, test = line.partition("\t")
            # What is made before a test, and taken down behind it, counts.
            seconds[test] += float(took)
        self.seconds |= seconds

    def forget(self, files: Iterable[str]) -> None:
        """Drop what is known of test files that have changed."""
        gone = set(files)
        for key, tests in self.reaching.items():
            self.reaching[key] = [test for test in tests if file_of(test) not in gone]

    def save(self, path: Path) -> None:
        """Write it as JSON."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(vars(self), indent=1), "utf-8")


def loaded(path: Path) -> Record:
    """Read a record; an empty one if there is none."""
    return Record(**json.loads(path.read_text("utf-8"))) if path.exists() else Record()


def file_of(test: str) -> str:
    return test.partition("::")[0]


def fingerprints(root: Path, folders: Iterable[str]) -> dict[str, str]:
    """Return a digest of each test file."""
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in folders
        for path in sorted((root / folder).rglob("test_*.py"))
    }


def reaching_tests(root: Path, site: Site, record: Record, seconds: float) -> list[str]:
    """Return tests that reach a site, the likeliest first, and no more than fit into a time.

    Of a line that a whole window runs, there are hundreds: those come first whose file and name
    share rare words with the line, its function and its module.
    """
    own = f"test_{Path(site.path).stem}"
    by_file = _by_file(site, record, own)
    words = _words(" ".join((site.path, site.where, site.code)))
    rarity = _rarity(root)

    named = _words(Path(site.path).stem)

    def alike(text: str, wanted: frozenset[str] = words) -> float:
        found = _words(text)
        shared = sum(rarity[word] for word in wanted & found)
        # A long file has many words.
        return shared / (sum(rarity[word] for word in wanted) or 1.0) / (1 + len(found) / 200)

    def cost(test: str) -> float:
        return record.seconds.get(test, 1.0)

    def rank(file: str) -> float:
        in_name, in_text = alike(Path(file).stem, named), alike((root / file).read_text("utf-8"))
        return -_nearness(file, site) - 2 * in_name - 6 * in_text

    first: list[list[str]] = []
    rest: list[list[str]] = []
    for file in sorted(by_file, key=rank):
        tests = sorted(by_file[file], key=lambda one: (-alike(one), cost(one)))
        # Some of each file before the rest of the first; all of the module's own.
        count = len(tests) if Path(file).stem == own else _AT_FIRST
        first.append(tests[:count])
        rest.append(tests[count:])
    chosen: list[str] = []
    left = seconds
    for of_file in (*first, *rest):
        left -= _LOADING_SECONDS
        for test in of_file:
            left -= cost(test)
            if left > 0 or not chosen:
                chosen.append(test)
    return chosen


def _by_file(site: Site, record: Record, own: str) -> dict[str, list[str]]:
    """Return the tests that reach a site by their files; of the module's own file, all."""
    by_file: dict[str, list[str]] = defaultdict(list)
    for test in record.reaching.get(site.key, ()):
        by_file[file_of(test)].append(test)
    for test in record.seconds if by_file else ():
        # What tests share is made in the first of them; the others know it too.
        file = file_of(test)
        if Path(file).stem == own and test not in by_file[file]:
            by_file[file].append(test)
    return by_file


def _words(text: str) -> frozenset[str]:
    parted = re.sub(r"([a-z])([A-Z])", r"\1 \2", text).lower()
    return frozenset(word.removesuffix("s") for word in re.findall("[a-z]{3,}", parted))


@cache
def _rarity(root: Path) -> dict[str, float]:
    """Return for each word of the tests how few of their files have it."""
    counts = Counter[str]()
    files = sorted((root / "tests").rglob("test_*.py"))
    for file in files:
        counts.update(_words(file.read_text("utf-8")))
    return defaultdict(float, {word: log(len(files) / count) for word, count in counts.items()})


def nearby_files(root: Path, site: Site, most: int) -> list[str]:
    """Return test files that import a site's module in one step or two, the nearest first."""
    importers = _importers(root)
    steps = {_module(site.path): 0}
    front = list(steps)
    for step in range(1, _MOST_STEPS + 2):
        front = [one for name in front for one in importers[name] if one not in steps]
        steps |= dict.fromkeys(front, step)
    stem = Path(site.path).stem
    files = {
        f"{name.replace('.', '/')}.py": step
        for name, step in steps.items()
        if name.startswith("tests.") and name.rpartition(".")[2].startswith("test_")
    }

    def rank(file: str) -> tuple[int, str]:
        is_named = Path(file).stem == f"test_{stem}"
        return files[file] - _nearness(file, site) - 3 * is_named, file

    near = [file for file in files if _nearness(file, site) or files[file] == 1]
    return sorted(near, key=rank)[:most]


def _nearness(file: str, site: Site) -> int:
    """Return how many folders a test shares with the module, the tests' own two left out."""
    shared = 0
    for one, other in zip(file.split("/")[2:], site.path.split("/")[1:], strict=False):
        if one != other and one != f"test_{other}":
            break
        shared += 1
    return shared


@cache
def _importers(root: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for folder in ("abcstudio", "tests/unit", "tests/ui"):
        for path in sorted((root / folder).rglob("*.py")):
            name = _module(path.relative_to(root).as_posix())
            for imported in _imports(path):
                found[imported].append(name)
    return found


def _imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def _module(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
