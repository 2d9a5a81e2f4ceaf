"""The automatic combination of all listed sources."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from abcstudio.corpus.combined_sources import (
    SourcePart,
    is_combination,
    load_combination,
    save_combination,
)
from abcstudio.corpus.tune import Tune
from abcstudio.errors import CorpusError

BUNDLED_NAME = "Bundled tunebook"


def parts_of_all(bundled: Path, listed: Iterable[Path]) -> tuple[SourcePart, ...]:
    """Return the bundled tunebook and all listed sources, each once and with a distinct name.

    A listed combination is replaced by its parts; an unreadable one is skipped.
    """
    paths = tuple(dict.fromkeys((bundled, *_single(listed))))
    counts = Counter(path.name for path in paths if path != bundled)
    return tuple(
        SourcePart(str(path), own_name=_own_name(path, bundled, is_only=counts[path.name] < 2))
        for path in paths
    )


def write_all(target: Path, parts: Sequence[SourcePart]) -> None:
    """Write the combination of all sources, unless the file is up to date.

    Raises:
        OSError: It cannot be written.
    """
    try:
        is_written = load_combination(target) == tuple(parts)
    except CorpusError:
        is_written = False
    if not is_written:
        save_combination(target, parts)


def numbered_by_file(tunes: Iterable[Tune]) -> Iterator[Tune]:
    """Number tunes within their files; a tune without a file name keeps its number."""
    counts = Counter[str]()
    for tune in tunes:
        counts[tune.file] += 1
        yield replace(tune, number=counts[tune.file]) if tune.file else tune


def _single(listed: Iterable[Path]) -> Iterator[Path]:
    for path in listed:
        if not is_combination(path):
            yield path
            continue
        try:
            yield from (Path(part.path) for part in load_combination(path))
        except CorpusError:
            continue


def _own_name(path: Path, bundled: Path, *, is_only: bool) -> str:
    if path == bundled:
        return BUNDLED_NAME
    return "" if is_only else f"{path.name} ({path.parent.name})"
