"""The mutations of `make mutants`: distinct, the same for one seed, and Python."""

import ast
from pathlib import Path

from mutation.sample import area_of, sampled
from mutation.sites import compiles, sites_of, with_probes

TEXT = '''\
"""A module of 2 lines."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    LIMIT = 4


class Box:
    """Holds 3 things."""

    def __repr__(self) -> str:
        return f"{1 + 2}"

    def put(self, thing: int, most: int = 5) -> bool:
        """Put 1 thing in."""
        assert thing != 7
        if not thing or thing >= most and len("é") < most:
            self.layout.setSpacing(8)
            self.things.append(thing - 1)
            return True
        elif thing is None:
            return max(thing, 0)
        return None
'''


def test_each_kind_of_fault_is_planted_where_a_test_could_notice_it() -> None:
    sites = sites_of("abcstudio/box.py", TEXT)
    assert [(site.line, site.kind, site.old, site.new) for site in sites] == [
        (15, "number", "5", "6"),
        (18, "logic", "or", "and"),
        (18, "not", "not ", ""),
        (18, "logic", "and", "or"),
        (18, "comparison", ">=", ">"),
        (18, "comparison", "<", "<="),
        (20, "call", "self.things.append(thing - 1)", "pass"),
        (20, "arithmetic", "-", "+"),
        (20, "number", "1", "2"),
        (21, "flag", "True", "False"),
        (22, "comparison", "is", "is not"),
        (23, "return", "max(thing, 0)", "None"),
        (23, "number", "0", "1"),
    ]
    for site in sites:
        lines = site.planted(TEXT).split("\n")
        assert compiles(site.planted(TEXT))
        assert [n for n, line in enumerate(TEXT.split("\n"), 1) if line != lines[n - 1]] == [
            site.line
        ]


def test_probes_leave_a_module_that_compiles() -> None:
    sites = sites_of("abcstudio/box.py", TEXT)
    probed = with_probes(TEXT, enumerate(sites))
    ast.parse(probed)
    # A default is read when the module is imported: no test reaches it by a call.
    assert probed.count(".note(") == len(sites) - 1


def test_a_seed_chooses_distinct_lines_of_every_area(tmp_path: Path) -> None:
    sites = []
    for package in ("corpus", "notation", "engraving", "interchange"):
        for name in ("one", "two"):
            path = tmp_path / f"abcstudio/{package}/{name}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(TEXT, "utf-8")
            sites += sites_of(path.relative_to(tmp_path).as_posix(), TEXT)
    chosen = sampled(tmp_path, sites, seed=7, count=18)
    assert chosen == sampled(tmp_path, sites[::-1], seed=7, count=18)
    assert chosen != sampled(tmp_path, sites, seed=8, count=18)
    assert len({site.place for site in chosen}) == 18
    assert {area_of(site.path) for site in chosen} == {
        "corpus", "notation", "engraving, interchange",
    }  # fmt: skip
