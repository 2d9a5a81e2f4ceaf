"""Plant small faults in a copy of the program, and report which of them the tests notice.

    python scripts/mutants.py --seed 7 --count 200
    python scripts/mutants.py --seed 7 --count 200 --again      # only those not killed last time
    python scripts/mutants.py --only playback

At first all quick tests run once in a copy whose faults-to-be are probed, so that each mutation
is tried with the tests that reach it, and after them with those that import its module. A mutation
is killed when a test fails or hangs, undecided when the time ends first. The record and the
verdicts are kept in build/mutants; changed test files are recorded again. `same_behaviour.py` names
those that no test can notice, with reasons; they count for nothing. Exits with 1 where an area
kills less than 85 % of the decided ones.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

from mutation.knowing_tests import (
    Record,
    fingerprints,
    loaded,
    nearby_files,
    reaching_tests,
)
from mutation.same_behaviour import reason_of
from mutation.sample import all_sites, area_of, sampled
from mutation.sites import Site
from mutation.trial import FAILED, OUT_OF_TIME, PASSED, copied, ran, record

_ROOT = Path(__file__).parents[1]
_KEPT = _ROOT / "build/mutants"
_SUITES = ("tests/unit", "tests/ui")
_LEAST_RATE = 0.85
_MOST_FILES = 12
KILLED, SURVIVED, UNDECIDED, SAME = "killed", "survived", "undecided", "same"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=40.0, help="processor time of one run")
    parser.add_argument("--workers", type=int, choices=(1, 2), default=1)
    parser.add_argument("--only", metavar="AREA", help="only one row of the table")
    parser.add_argument("--at", action="append", metavar="FILE:LINE", help="only this mutation")
    parser.add_argument("--again", action="store_true", help="only those not killed last time")
    options = parser.parse_args()
    sites = sampled(_ROOT, all_sites(_ROOT), options.seed, options.count)
    verdicts = _last_verdicts()
    wanted = [site for site in sites if _is_wanted(site, options, verdicts)]
    kept = _up_to_date(sites)
    with _copies(options.workers) as copies, ThreadPoolExecutor(options.workers) as pool:

        def tried(site: Site) -> str:
            copy = copies.get()
            try:
                return _verdict(copy, site, kept, options.seconds)
            finally:
                copies.put(copy)

        for site, verdict in zip(wanted, pool.map(tried, wanted), strict=True):
            # Another run, of another area, may write beside this one.
            verdicts = _last_verdicts() | {site.key: verdict}
            print(f"{time.strftime('%H:%M')} {verdict:9} {site.place}  {site.change}", flush=True)
            (_KEPT / "verdicts.json").write_text(json.dumps(verdicts, indent=1), "utf-8")
    return _report([site for site in sites if site.key in verdicts], verdicts)


def _is_wanted(site: Site, options: argparse.Namespace, verdicts: dict[str, str]) -> bool:
    if options.only and area_of(site.path) != options.only:
        return False
    if options.at and site.place not in options.at:
        return False
    return not (options.again and verdicts.get(site.key) in (KILLED, SAME))


def _last_verdicts() -> dict[str, str]:
    path = _KEPT / "verdicts.json"
    return dict(json.loads(path.read_text("utf-8"))) if path.exists() else {}


def _up_to_date(sites: Sequence[Site]) -> Record:
    """Return which tests reach which site, after a run of the test files not yet recorded."""
    path = _KEPT / "record.json"
    kept = loaded(path)
    if not {site.key for site in sites} <= set(kept.reaching):
        kept = Record(reaching={site.key: [] for site in sites})
    now = fingerprints(_ROOT, _SUITES)
    for suite in _SUITES:
        changed = [
            file
            for file, digest in now.items()
            if file.startswith(suite) and kept.files.get(file) != digest
        ]
        if changed:
            print(f"Running {len(changed)} test files of {suite} once, with probes", flush=True)
            with tempfile.TemporaryDirectory(prefix="mutants-", dir=_temporary()) as folder:
                found = record(_ROOT, Path(folder) / "probed", sites, changed)
                kept.forget(changed)
                kept.add(found, sites)
    kept.files = now
    kept.save(path)
    return kept


@contextmanager
def _copies(count: int):  # type: ignore[no-untyped-def]
    """Make copies of the tree, of which each worker takes one."""
    with tempfile.TemporaryDirectory(prefix="mutants-", dir=_temporary()) as folder:
        queue: Queue[Path] = Queue()
        for number in range(count):
            queue.put(copied(_ROOT, Path(folder) / str(number)))
        yield queue


def _temporary() -> str | None:
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def _verdict(copy: Path, site: Site, kept: Record, seconds: float) -> str:
    """Plant a fault, run the tests, and put the file back with its old time."""
    if reason_of(site):
        return SAME
    path = copy / site.path
    before, times = path.read_text("utf-8"), path.stat()
    path.write_text(site.planted(before), "utf-8")
    try:
        return _tried(copy, site, kept, seconds)
    finally:
        path.write_text(before, "utf-8")
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def _tried(copy: Path, site: Site, kept: Record, seconds: float) -> str:
    """Run the tests that reach a site, then for a shorter time those that import its module."""
    reaching = reaching_tests(copy, site, kept, 0.7 * seconds)
    nearby = nearby_files(copy, site, _MOST_FILES)
    rounds = [(reaching, seconds), (nearby, seconds / 4)] if reaching else [(nearby, seconds)]
    is_undecided = False
    for number, (tests, most) in enumerate(rounds):
        for suite in _SUITES:
            those = [test for test in tests if test.startswith(suite)]
            if not those:
                continue
            one = ran(copy, those, most)
            is_late = one.outcome == OUT_OF_TIME
            if one.outcome == FAILED or (is_late and _hangs(copy, one.last, kept, seconds)):
                return KILLED
            is_undecided |= is_late and number == 0
    return UNDECIDED if is_undecided else SURVIVED


def _hangs(copy: Path, test: str, kept: Record, seconds: float) -> bool:
    """Return whether the test that ran last does not end by itself either."""
    usual = kept.seconds.get(test)
    if usual is None or usual > seconds / 4:
        return False
    return ran(copy, [test], max(seconds / 2, 5 * usual)).outcome != PASSED


def _report(sites: Sequence[Site], verdicts: dict[str, str]) -> int:
    """Print a row for each area and every survivor; 1 if an area kills too few."""
    counts = Counter((area_of(site.path), verdicts[site.key]) for site in sites)
    code = 0
    print(f"\n{'area':26} {'killed':>8} {'survived':>9} {'undecided':>10} {'same':>5} {'rate':>6}")
    for area in [*sorted({area for area, _ in counts}), "all"]:
        killed, survived, undecided, same = (
            sum(n for (one, word), n in counts.items() if word == verdict and area in (one, "all"))
            for verdict in (KILLED, SURVIVED, UNDECIDED, SAME)
        )
        rate = killed / max(killed + survived, 1)
        code |= rate < _LEAST_RATE
        print(f"{area:26} {killed:8} {survived:9} {undecided:10} {same:5} {rate:6.0%}")
    for verdict in (SURVIVED, UNDECIDED):
        for site in sites:
            if verdicts[site.key] == verdict:
                print(f"{verdict:9} {site.place}  {site.change}")
    return code


if __name__ == "__main__":
    sys.exit(main())
