"""The choice of mutations: some of each area of the program, the same ones for one seed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

from mutation.sites import Site, compiles, sites_of

_LEAST = 15
_SMALL = {
    "engraving": "engraving, interchange",
    "interchange": "engraving, interchange",
    "lessons": "lessons, reports, runs",
    "reports": "lessons, reports, runs",
    "runs": "lessons, reports, runs",
}
_REST = "workers, single modules"
_OWN_ROW = frozenset(
    {"notation", "composing", "learning", "corpus", "playback", "recipes", "ui", "cli"}
)


def area_of(path: str) -> str:
    """Return the row of the report to which a file belongs; small packages share one."""
    package = path.split("/")[1]
    return package if package in _OWN_ROW else _SMALL.get(package, _REST)


def all_sites(root: Path) -> list[Site]:
    """Return every site of the program, but for `selftest`, which is a test itself."""
    found = sorted((root / "abcstudio").rglob("*.py"))
    paths = [path for path in found if "selftest" not in path.parts]
    return [
        site
        for path in paths
        for site in sites_of(path.relative_to(root).as_posix(), path.read_text("utf-8"))
    ]


def sampled(root: Path, sites: Sequence[Site], seed: int, count: int) -> list[Site]:
    """Return mutations of different lines, in the order of their places.

    A site's rank depends on the seed, its function and its line, not on its line number. So an
    edit elsewhere changes nothing.
    """
    by_area: dict[str, list[Site]] = defaultdict(list)
    for site in sorted(sites, key=lambda one: _rank(one, seed)):
        by_area[area_of(site.path)].append(site)
    chosen: list[Site] = []
    for area, quota in _quotas(
        {area: len(those) for area, those in by_area.items()}, count
    ).items():
        here: dict[str, Site] = {}
        places: set[str] = set()
        for site in by_area[area]:
            is_new = site.key not in here and site.place not in places
            if len(here) < quota and is_new and _compiles(root, site):
                here[site.key] = site
                places.add(site.place)
        chosen += here.values()
    return sorted(chosen, key=lambda one: (one.path, one.line))


def _quotas(sizes: Mapping[str, int], count: int) -> dict[str, int]:
    """Give each area its least number, and share the rest by size."""
    least = min(_LEAST, count // len(sizes))
    rest, total = count - least * len(sizes), sum(sizes.values())
    exact = {area: rest * size / total for area, size in sizes.items()}
    quotas = {area: least + int(share) for area, share in exact.items()}
    missing = count - sum(quotas.values())
    for area in sorted(exact, key=lambda one: int(exact[one]) - exact[one])[:missing]:
        quotas[area] += 1
    return quotas


def _compiles(root: Path, site: Site) -> bool:
    return compiles(site.planted((root / site.path).read_text("utf-8")))


def _rank(site: Site, seed: int) -> bytes:
    return blake2b(f"{seed}\n{site.key}".encode(), digest_size=8).digest()
