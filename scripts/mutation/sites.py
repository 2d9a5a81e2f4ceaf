"""Places of a source file where one small fault can be planted, each within one line."""

import ast
import warnings
from collections.abc import Iterable
from dataclasses import dataclass

_COMPARISONS: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
}
_ARITHMETIC: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "/"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "*"),
    ast.Mod: ("%", "//"),
}
_LARGEST_NUMBER = 12
# What only moves pixels or writes a log: no one would write a test for it.
_LOOKS = frozenset(
    {
        "addSpacing",
        "addStretch",
        "debug",
        "info",
        "resize",
        "setContentsMargins",
        "setFixedHeight",
        "setFixedWidth",
        "setHorizontalSpacing",
        "setMinimumHeight",
        "setMinimumWidth",
        "setSpacing",
        "setStretchFactor",
        "setVerticalSpacing",
    }
)


@dataclass(frozen=True)
class Site:
    """One possible mutation.

    Attributes:
        path: The file, from the root of the tree.
        line: Its line, the first being 1.
        start: Where the replaced text starts in the line, in bytes of UTF-8.
        old: The replaced text.
        new: The text in its place.
        kind: comparison, arithmetic, logic, not, number, flag, call or return.
        where: The names of the classes and functions around it.
        code: The whole line.
        statement: The first line of the statement around it.
        in_function: Whether it runs when a function is called, not when the module is imported.
    """

    path: str
    line: int
    start: int
    old: str
    new: str
    kind: str
    where: str
    code: str
    statement: int
    in_function: bool

    @property
    def place(self) -> str:
        """The file and the line."""
        return f"{self.path}:{self.line}"

    @property
    def key(self) -> str:
        """A name that an edit elsewhere in the file does not change."""
        return "\n".join((self.path, self.where, self.code.strip(), self.old, self.new, self.kind))

    @property
    def change(self) -> str:
        """The line before and after, for the report."""
        return f"{self.code.strip()}  =>  {self.changed_line.strip()}"

    @property
    def changed_line(self) -> str:
        """The line with the fault."""
        data = self.code.encode()
        end = self.start + len(self.old.encode())
        return (data[: self.start] + self.new.encode() + data[end:]).decode()

    def planted(self, text: str) -> str:
        """Return the text of the file with this fault in it."""
        lines = text.split("\n")
        lines[self.line - 1] = self.changed_line
        return "\n".join(lines)


def sites_of(path: str, text: str) -> list[Site]:
    """Return every mutation of a file; a few may not compile."""
    finder = _Finder(path, text)
    finder.visit(ast.parse(text))
    return finder.sites


def compiles(text: str) -> bool:
    """Return whether a text is Python without a warning of its compiler."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            compile(text, "mutant", "exec")
    except (SyntaxError, ValueError, SyntaxWarning):
        return False
    return True


class _Finder(ast.NodeVisitor):
    """Walks a module, and passes over what no test can or should notice."""

    def __init__(self, path: str, text: str) -> None:
        self.sites: list[Site] = []
        self._path = path
        self._lines = text.split("\n")
        self._names: list[str] = []
        self._functions = 0
        self._statement = 1

    def visit(self, node: ast.AST) -> None:
        before = self._statement
        if isinstance(node, ast.stmt) and not self._is_elif(node):
            self._statement = node.lineno
        super().visit(node)
        self._statement = before

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._names.append(node.name)
        self._visit_all(node.body)
        self._names.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self._function(node)

    def visit_If(self, node: ast.If) -> None:
        if ast.unparse(node.test).endswith("TYPE_CHECKING"):
            self._visit_all(node.orelse)
        else:
            self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_Assert(self, node: ast.Assert) -> None:
        """Pass over an assertion: it is there for readers and types."""

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Constant):
            return
        if isinstance(node.value, ast.Call):
            if _called(node.value) in _LOOKS:
                return
            if _called(node.value) != "__init__":
                self._add(node, "pass", "call")
        self.generic_visit(node)

    def visit_Return(self, node: ast.Return) -> None:
        if node.value is not None and not isinstance(node.value, ast.Constant):
            self._add(node.value, "None", "return")
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        left = node.left
        for operator, right in zip(node.ops, node.comparators, strict=True):
            self._between(left, right, _COMPARISONS[type(operator)], "comparison")
            left = right
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        words = _ARITHMETIC.get(type(node.op))
        if words and not _is_text(node.left) and not _is_text(node.right):
            self._between(node.left, node.right, words, "arithmetic")
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        words = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        if len(node.values) == 2:
            self._between(node.values[0], node.values[1], words, "logic")
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not) and node.lineno == node.operand.lineno:
            self._replace(node.lineno, node.col_offset, ("not ", ""), "not")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self._add(node, str(not node.value), "flag")
        elif isinstance(node.value, int) and 0 <= node.value <= _LARGEST_NUMBER:
            self._add(node, str(node.value + 1), "number")

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Pass over formatted text: places inside it are only known from Python 3.12 on."""

    def _is_elif(self, node: ast.stmt) -> bool:
        return self._lines[node.lineno - 1][node.col_offset :].startswith("elif")

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        if node.name in {"__repr__", "__str__"}:
            return
        for default in [*node.args.defaults, *node.args.kw_defaults]:
            if default is not None:
                self.visit(default)
        self._names.append(node.name)
        self._functions += 1
        self._visit_all(node.body)
        self._functions -= 1
        self._names.pop()

    def _visit_all(self, nodes: list[ast.stmt]) -> None:
        for node in nodes:
            self.visit(node)

    def _add(self, node: ast.expr | ast.stmt, new: str, kind: str) -> None:
        if node.end_lineno == node.lineno:
            line = self._lines[node.lineno - 1].encode()
            old = line[node.col_offset : node.end_col_offset].decode()
            self._replace(node.lineno, node.col_offset, (old, new), kind)

    def _between(self, left: ast.expr, right: ast.expr, words: tuple[str, str], kind: str) -> None:
        """Add the change of an operator that stands between two values of one line."""
        if left.end_lineno != right.lineno or left.end_col_offset is None:
            return
        line = self._lines[right.lineno - 1].encode()
        gap = line[left.end_col_offset : right.col_offset]
        if gap.count(words[0].encode()) == 1:
            start = left.end_col_offset + gap.index(words[0].encode())
            self._replace(right.lineno, start, words, kind)

    def _replace(self, line: int, start: int, words: tuple[str, str], kind: str) -> None:
        code = self._lines[line - 1]
        if not code.encode()[start:].startswith(words[0].encode()):
            return
        self.sites.append(
            Site(
                self._path,
                line,
                start,
                *words,
                kind=kind,
                where=".".join(self._names),
                code=code,
                statement=self._statement,
                in_function=self._functions > 0,
            )
        )


def _called(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _is_text(node: ast.expr) -> bool:
    is_literal = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return is_literal or isinstance(node, ast.JoinedStr)


def with_probes(text: str, sites: Iterable[tuple[int, Site]]) -> str:
    """Return the text of a file that notes, before each site's statement, that it is reached."""
    lines = text.split("\n")
    for number, site in sorted(sites, key=lambda one: -one[1].statement):
        if site.in_function:
            code = lines[site.statement - 1]
            indentation = code[: len(code) - len(code.lstrip())]
            probe = f'{indentation}__import__("abcstudio.reached").reached.note({number})'
            lines.insert(site.statement - 1, probe)
    return "\n".join(lines)
