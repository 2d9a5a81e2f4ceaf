"""Counts what the shape of the code is held to: circles, arrows, sizes, names, and weight.

    python benchmarks/structure.py            # the counts and their limits; rc 1 where one is over
    python benchmarks/structure.py --list     # and what stands behind each that is over

An arrow is an import between two rooms, however many files it takes; imports under `TYPE_CHECKING`
and inside functions count. Rooms and their order are read from the contracts in pyproject.toml.

Weight is coupling: imports per module, parameters per constructor, signal connections per page,
close methods, fields copied one by one, ids of commands written again. A limit is a warning, not a
target, so shapes within two of a limit are counted, too.
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

# So many fields in one call are a record copied; so few lines are a fragment.
_COPIED, _SHORT = 4, 60
# About what there is today. Each step of the refactoring lowers some; none is ever raised.
_MOST = {
    "fan_out": 29, "wide": 2, "constructor": 9, "full": 4, "connections": 22, "copies": 25,
    "fragments": 49, "closes": 22, "stops": 3, "files": 1450, "imports": 14_550, "near": 33,
    "ids": 0,
}  # fmt: skip


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


def fan_out(graph: Graph) -> list[tuple[int, str]]:
    """Return how many modules each module imports, the most first."""
    return sorted(((len(targets), name) for name, targets in graph.items()), reverse=True)


def constructors(modules: Mapping[str, Source]) -> list[tuple[int, str]]:
    """Return how many parameters each `__init__` has, the most first."""
    found = []
    for name, source in modules.items():
        for holder in ast.walk(source.tree):
            if not isinstance(holder, ast.ClassDef):
                continue
            for node in holder.body:
                if isinstance(node, ast.FunctionDef) and node.name == "__init__":
                    given = node.args
                    count = len(given.posonlyargs) + len(given.args) + len(given.kwonlyargs) - 1
                    found.append((count, f"{name}.{holder.name}"))
    return sorted(found, reverse=True)


def connections(modules: Mapping[str, Source]) -> list[tuple[int, str]]:
    """Return how many signals each module of the window connects, the most first."""
    return sorted(
        (
            (sum(map(_is_connection, ast.walk(source.tree))), name)
            for name, source in modules.items()
            if name.startswith("abcstudio.ui.")
        ),
        reverse=True,
    )


def _is_connection(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "connect"
    )


def field_copies(modules: Mapping[str, Source]) -> list[str]:
    """Return the fields that calls copy from one record: `name=that.name`, four times and more.

    What a class passes on of itself, and a command of its options, is made there.
    """
    found = []
    for name, source in modules.items():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call):
                copied: dict[str, list[str]] = defaultdict(list)
                for word in node.keywords:
                    if isinstance(word.value, ast.Attribute) and word.value.attr == word.arg:
                        copied[ast.unparse(word.value.value)].append(word.arg)
                for record, fields in copied.items():
                    if len(fields) >= _COPIED and record not in ("self", "options"):
                        found += [f"{name}: {record}.{field}" for field in fields]
    return found


def fragments(modules: Mapping[str, Source], graph: Graph) -> list[str]:
    """Return the short modules that one other imports."""
    importers: Counter[str] = Counter()
    for targets in graph.values():
        importers.update(targets)
    return [
        name
        for name, source in modules.items()
        if importers[name] == 1
        and len(source.text.splitlines()) < _SHORT
        and source.path.name != "__init__.py"
    ]


def parameters_named(modules: Mapping[str, Source], wanted: str) -> list[str]:
    """Return the functions with a parameter of a name."""
    found = []
    for name, source in modules.items():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                given = node.args
                every = (*given.posonlyargs, *given.args, *given.kwonlyargs)
                if any(each.arg == wanted for each in every):
                    found.append(f"{name}.{node.name}")
    return found


def methods_named(modules: Mapping[str, Source], wanted: str) -> list[str]:
    """Return the classes of the window that have a method of a name."""
    return [
        f"{name}.{node.name}"
        for name, source in modules.items()
        if name.startswith("abcstudio.ui.")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ClassDef)
        and any(isinstance(each, ast.FunctionDef) and each.name == wanted for each in node.body)
    ]


def repeated_ids(modules: Mapping[str, Source]) -> list[str]:
    """Return the ids of commands that the module of the command, or another command, has again."""
    homes: Counter[str] = Counter()
    found = []
    for name, source in modules.items():
        nodes = list(ast.walk(source.tree))
        texts = Counter(node.value for node in nodes if isinstance(node, ast.Constant))
        for node in nodes:
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "CommandSpec":
                own = node.args[0]
                if isinstance(own, ast.Constant):
                    homes[str(own.value)] += 1
                    if texts[own.value] > 1:
                        found.append(f"{name}: {own.value!s}")
    return found + [f"{each}: {count} commands" for each, count in homes.items() if count > 1]


def weight(modules: Mapping[str, Source], graph: Graph) -> list[Count]:
    """Return the counts of coupling with their limits."""
    widest, fullest, busiest = fan_out(graph), constructors(modules), connections(modules)
    copies, short = field_copies(modules), fragments(modules, graph)
    stops, closes = parameters_named(modules, "should_stop"), methods_named(modules, "close")
    again = repeated_ids(modules)
    imports = sum(
        (node.end_lineno or node.lineno) - node.lineno + 1
        for source in modules.values()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
    )
    return [
        Count(f"modules that one imports ({widest[0][1]})", widest[0][0], _MOST["fan_out"]),
        Count("modules that import more than 25", sum(each > 25 for each, _ in widest),
              _MOST["wide"], [f"{name}: {each}" for each, name in widest if each > 25]),
        Count(f"parameters of a constructor ({fullest[0][1]})", fullest[0][0],
              _MOST["constructor"]),
        Count("constructors of more than 6 parameters", sum(each > 6 for each, _ in fullest),
              _MOST["full"], [f"{name}: {each}" for each, name in fullest if each > 6]),
        Count(f"connections of a module ({busiest[0][1]})", busiest[0][0], _MOST["connections"]),
        Count("fields copied one by one", len(copies), _MOST["copies"], copies),
        Count("short files with one reader", len(short), _MOST["fragments"], short),
        Count("close methods in the window", len(closes), _MOST["closes"], closes),
        Count("functions that take should_stop", len(stops), _MOST["stops"], stops),
        Count("command ids written again", len(again), _MOST["ids"], again),
        Count("files", len(modules), _MOST["files"]),
        Count("lines of imports", imports, _MOST["imports"]),
    ]  # fmt: skip


def near_limits(
    lengths: Sequence[tuple[str, int]],
    sizes: Sequence[tuple[str, str, int]],
    folders: Mapping[Path, int],
) -> Count:
    """Return the functions, classes and folders within two of their limit."""
    near = [f"{name}: {lines} lines" for name, lines in lengths if 48 <= lines <= 50]
    near += [f"{module}.{name}: {count} methods" for module, name, count in sizes if count >= 33]
    near += [f"{path.relative_to(ROOT)}: {count} files" for path, count in folders.items()
             if count >= 22]  # fmt: skip
    return Count("shapes within 2 of a limit", len(near), _MOST["near"], near)


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
        near_limits(all_functions, all_classes, folders),
        *weight(modules, graph),
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
