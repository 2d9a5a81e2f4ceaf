"""Counts what the shape of the code is held to: circles, arrows, sizes, names.

    python benchmarks/structure.py            # the counts and their limits; rc 1 where one is over
    python benchmarks/structure.py --list     # and what stands behind each that is over

An arrow is an import between two rooms, however many files it takes; imports under `TYPE_CHECKING`
and inside functions count. Rooms and their order are read from the contracts in pyproject.toml.
"""

import argparse
import ast
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "abcstudio"

Graph = Mapping[str, set[str]]


@dataclass(frozen=True, slots=True)
class Count:
    """A count, what it may be, and what stands behind it."""

    words: str
    value: int
    limit: int
    cases: Sequence[str] = ()

    @property
    def is_over(self) -> bool:
        """Whether it is more than it may be."""
        return self.value > self.limit


@dataclass(frozen=True, slots=True)
class Source:
    """A module with its text and its tree."""

    module: str
    path: Path
    text: str
    tree: ast.Module


def sources() -> dict[str, Source]:
    """Return every module of the program by its dotted name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        text = path.read_text(encoding="utf-8")
        found[name] = Source(name, path, text, ast.parse(text))
    return found


def graph_of(modules: Mapping[str, Source]) -> dict[str, set[str]]:
    """Return which modules each module imports, wherever in its text."""
    graph: dict[str, set[str]] = {}
    for name, source in modules.items():
        targets: set[str] = set()
        for node in ast.walk(source.tree):
            if isinstance(node, ast.ImportFrom) and node.module is not None:
                within = {f"{node.module}.{alias.name}" for alias in node.names} & modules.keys()
                targets |= within or {node.module}
            elif isinstance(node, ast.Import):
                targets |= {alias.name for alias in node.names}
        graph[name] = (targets & modules.keys()) - {name}
    return graph


def circles(graph: Graph) -> list[list[str]]:
    """Return the groups of modules that import each other in a circle (Tarjan 1972)."""
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []
    found = []

    def visit(module: str) -> None:
        order[module] = lowest[module] = len(order)
        stack.append(module)
        for target in sorted(graph[module]):
            if target not in order:
                visit(target)
                lowest[module] = min(lowest[module], lowest[target])
            elif target in stack:
                lowest[module] = min(lowest[module], order[target])
        if lowest[module] == order[module]:
            place = stack.index(module)
            group = stack[place:]
            del stack[place:]
            if len(group) > 1:
                found.append(sorted(group))

    for module in graph:
        if module not in order:
            visit(module)
    return found


def layers() -> dict[str, list[set[str]]]:
    """Return each container of the contracts with its rooms, the highest layer first."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found = {}
    for contract in settings["tool"]["importlinter"]["contracts"]:
        if contract["type"] == "layers":
            for container in contract["containers"]:
                found[container] = [
                    {room.strip(" ()") for room in layer.replace(":", "|").split("|")}
                    for layer in contract["layers"]
                ]
    return found


def room_of(module: str, container: str) -> str:
    """Return the room of a container that a module stands in, "" for none."""
    inside = module.removeprefix(f"{container}.")
    return "" if inside == module else inside.partition(".")[0]


def arrows(graph: Graph, container: str) -> set[tuple[str, str]]:
    """Return the pairs of rooms of which the first imports the second."""
    pairs = set()
    for module, targets in graph.items():
        here = room_of(module, container)
        pairs |= {(here, room_of(target, container)) for target in targets if here}
    return {(here, there) for here, there in pairs if there and there != here}


def arrows_up(graph: Graph) -> list[str]:
    """Return the arrows that lead to a higher layer, in every container."""
    found = []
    for container, order in layers().items():
        height = {room: place for place, rooms in enumerate(order) for room in rooms}
        found += [
            f"{container}: {here} -> {there}"
            for here, there in sorted(arrows(graph, container))
            if height[here] > height[there]
        ]
    return found


def rooms_of_ui(graph: Graph) -> set[tuple[str, str]]:
    """Return the arrows between the rooms of the window, those inside the composer too."""
    return arrows(graph, "abcstudio.ui")


def functions(modules: Mapping[str, Source]) -> Iterator[tuple[str, int]]:
    """Yield each function with its length in lines."""
    for name, source in modules.items():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert node.end_lineno is not None
                yield f"{name}.{node.name}", node.end_lineno - node.lineno + 1


def classes(modules: Mapping[str, Source]) -> Iterator[tuple[str, str, int]]:
    """Yield each class: its module, its name, how many methods it has."""
    for name, source in modules.items():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.ClassDef):
                methods = sum(isinstance(each, ast.FunctionDef) for each in node.body)
                yield name, node.name, methods


def percentile(lengths: Sequence[int], share: float) -> int:
    """Return the length that a share of all does not exceed."""
    return sorted(lengths)[min(len(lengths) - 1, round(share * len(lengths)))]


def counts() -> list[Count]:
    """Return every count with its limit."""
    modules = sources()
    graph = graph_of(modules)
    round_ones = circles(graph)
    upward = arrows_up(graph)
    between = rooms_of_ui(graph)
    folders = Counter(source.path.parent for source in modules.values())
    fullest, most = folders.most_common(1)[0]
    all_functions = list(functions(modules))
    all_classes = list(classes(modules))
    long_ones = [f"{name}: {lines}" for name, lines in all_functions if lines > 50]
    large_ones = [f"{m}.{name}: {number}" for m, name, number in all_classes if number > 35]
    homes: dict[str, list[str]] = defaultdict(list)
    for module, name, _ in all_classes:
        if not name.startswith("_"):
            homes[name].append(module)
    twice = [f"{name}: {', '.join(where)}" for name, where in homes.items() if len(where) > 1]
    files = [len(source.text.splitlines()) for source in modules.values()]
    return [
        Count("circles", len(round_ones), 0, [" ".join(each) for each in round_ones]),
        Count("arrows up", len(upward), 0, upward),
        Count(
            "arrows between the rooms of ui", len(between), 64, sorted(map(" -> ".join, between))
        ),
        Count(f"files in the fullest folder ({fullest.relative_to(ROOT)})", most, 24),
        Count("lines of a file, 90th percentile", percentile(files, 0.9), 250),
        Count(
            "lines of a function, 90th percentile",
            percentile([lines for _, lines in all_functions], 0.9),
            20,
        ),
        Count("functions over 50 lines", len(long_ones), 0, long_ones),
        Count("classes over 35 methods", len(large_ones), 0, large_ones),
        Count("public class names that occur twice", len(twice), 0, twice),
    ]


def main() -> int:
    """Print the counts; return 1 where one is over its limit."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--list", action="store_true", help="what stands behind each that is over")
    options = parser.parse_args()
    found = counts()
    for count in found:
        sign = "over" if count.is_over else "ok"
        print(f"{count.words:<62}{count.value:>6}  (at most {count.limit})  {sign}")
        if options.list and count.is_over:
            for case in count.cases:
                print(f"    {case}")
    return int(any(count.is_over for count in found))


if __name__ == "__main__":
    raise SystemExit(main())
