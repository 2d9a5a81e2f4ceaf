"""Properties of the tunebook that comes with the program."""

import hashlib
import shutil

import pytest
from cleaning.cleaning import Book, CleanTune, clean_tune
from cleaning.prepare import rejected_tunes

from abcstudio.corpus.kinship.split_apart import split_by_family
from abcstudio.corpus.similarity import fingerprint
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.training_text import training_text
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tunebook import body_of, header_fields
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_tunebook
from tests.thorough import tries
from tests.unit.counted_work import calls_in

ORDER = "XTCRBSZMLQK"
# The tunebook whose every tune was looked at; a changed one is looked at as a whole again.
LOOKED_AT = "8019a241b9649cb9bbc2bd4d477ecf13"


def every(few: int) -> int:
    """Return which tunes are looked at, every `few`th: each where they are not known yet."""
    digest = hashlib.sha256(bundled_tunebook().read_bytes()).hexdigest()[:32]
    return few if digest == LOOKED_AT and tries(1) == 1 else 1


@pytest.fixture(scope="module")
def tunes() -> tuple[Tune, ...]:
    return read_tunebook(bundled_tunebook())


def test_it_is_read_at_once() -> None:
    tunes: list[Tune] = []
    work = calls_in(lambda: tunes.extend(read_tunebook(bundled_tunebook())))
    assert len(tunes) > 4000
    assert work < 600 * len(tunes)


def test_headers_hold_the_same_fields_in_the_same_order(tunes: tuple[Tune, ...]) -> None:
    for tune in tunes:
        letters = "".join(letter for letter, _ in header_fields(tune.text))
        assert letters == "".join(sorted(set(letters), key=ORDER.index)), tune.text
        assert set("XTMLK") <= set(letters)
        assert tune.origin, tune.text
        assert tune.reference_number == str(tune.number)


def test_bodies_are_music_only_and_end(tunes: tuple[Tune, ...]) -> None:
    for tune in tunes:
        body = body_of(tune.text)
        assert tune.text.endswith(("|]", ":|")), tune.text
        assert not set(body) & set('"!\\%$*+;&\t'), tune.text
        assert not any(line != line.strip() or not line for line in body.split("\n")), tune.text
        assert 6 <= tune.measure_count <= 140, tune.text


def test_it_is_plain_ascii_without_addresses() -> None:
    text = bundled_tunebook().read_text("ascii")
    assert "@" not in text
    assert "\r" not in text


def test_the_network_reads_a_small_closed_set_of_characters(tunes: tuple[Tune, ...]) -> None:
    assert len(set(training_text(tunes))) <= 90


@pytest.mark.slow
def test_cleaning_a_clean_tune_changes_nothing(tunes: tuple[Tune, ...]) -> None:
    changed = []
    for tune in tunes[:: every(16)]:
        again = clean_tune(tune.text, Book("again"))
        assert isinstance(again, CleanTune), tune.text
        if again.body != body_of(tune.text) or dict(again.fields)["T"] != tune.title:
            changed.append(tune.title)
    # A slur within a slur over a triplet, in one tune, needs a second look.
    assert len(changed) <= 2, changed


@pytest.mark.slow
def test_every_tune_parses_and_no_melody_comes_twice(tunes: tuple[Tune, ...]) -> None:
    scores = [parse(tune.text) for tune in tunes[:: every(8)]]
    errors = [
        score.title for score in scores if any(one.severity == "error" for one in score.diagnostics)
    ]
    assert errors == []
    prints = [fingerprint(score) for score in scores]
    assert len(set(prints)) == len(scores)


@pytest.mark.slow
def test_the_split_reaches_its_share(
    tunes: tuple[Tune, ...],
) -> None:
    train, validation = split_by_family(tunes, 0.05, rng_seed=1)
    assert abs(len(validation) - 0.05 * len(tunes)) < 5
    assert len(train) + len(validation) == len(tunes)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("abc2midi") is None, reason="abc2midi is not installed")
def test_abc2midi_finds_no_error(tunes: tuple[Tune, ...]) -> None:
    broken = "X:1\nT:Broken\nM:4/4\nL:1/8\nK:C\n|:C>D2 (EF|]"
    rejected = rejected_tunes("abc2midi", [*(tune.text for tune in tunes), broken])
    assert rejected == {len(tunes)}
