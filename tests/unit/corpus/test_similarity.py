import random

from abcstudio.corpus.kinship.split_apart import split_by_family
from abcstudio.corpus.similarity import contours_of, duplicates, families, fingerprint
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.notation.reader.parser import parse

REEL = "X:1\nT:A\nM:C|\nL:1/8\nK:G\n|:D|GABc dedB|dedB AGEG|GABc dedB|AGFA G3:|"


LETTERS = "CDEFGABcdefgab"


def in_d(text: str) -> str:
    """Write a tune in G a fifth higher."""
    head, music = text.rsplit("K:G\n", 1)
    higher = {letter: LETTERS[place + 4] for place, letter in enumerate(LETTERS[:-4])}
    return f"{head}K:D\n" + "".join(higher.get(one, one) for one in music)


def random_tune(seed: int) -> str:
    pick = random.Random(seed)
    measures = ["".join(pick.choice("DEFGABcde") for _ in range(8)) for _ in range(16)]
    return f"X:{seed}\nT:Tune {seed}\nM:4/4\nL:1/8\nK:G\n" + "|".join(measures) + "|]"


def test_key_and_notation_do_not_change_the_fingerprint() -> None:
    in_two_four = REEL.replace("M:C|\nL:1/8", "M:2/4\nL:1/16")
    graced = REEL.replace("dedB", "{e}d~edB")
    other = REEL.replace("AGFA", "AGFD")
    original = fingerprint(parse(REEL))
    assert {fingerprint(parse(text)) for text in (in_d(REEL), in_two_four, graced)} == {original}
    assert fingerprint(parse(other)) != original


def test_a_melody_in_another_key_is_a_duplicate_and_a_variant_is_family() -> None:
    base = random_tune(1)
    head, music = base.rsplit("\n", 1)
    measures = music.split("|")
    variant = (
        head + "\n" + "|".join([*measures[:8], *random_tune(2).rsplit("\n", 1)[1].split("|")[8:]])
    )
    contours = contours_of([base, in_d(base), variant, random_tune(3)])
    assert duplicates(contours) == {1: 0}
    family = families(contours)
    assert family[0] == family[1] == family[2] != family[3]


def test_no_family_stands_on_both_sides() -> None:
    texts = [random_tune(seed) for seed in range(20)]
    texts += [in_d(text) for text in texts]
    tunes = split_tunebook("\n\n".join(texts))
    train, validation = split_by_family(tunes, 0.25, rng_seed=4)
    assert len(validation) == 10
    assert sorted(tune.number for tune in train + validation) == list(range(1, 41))
    assert not {tune.title for tune in train} & {tune.title for tune in validation}
    assert split_by_family(tunes, 0.25, rng_seed=4) == (train, validation)
    assert split_by_family(tunes, 0.25, rng_seed=5) != (train, validation)


def test_empty_and_silent_tunes_are_no_trouble() -> None:
    assert fingerprint(parse("")) == fingerprint(parse("X:1\nK:C\nz4|z4|"))
    assert split_by_family((), 0.1, rng_seed=1) == ((), ())
