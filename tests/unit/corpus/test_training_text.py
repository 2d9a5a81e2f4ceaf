from abcstudio.corpus.statistics import statistics_of
from abcstudio.corpus.training_text import training_text
from abcstudio.corpus.tunebook import split_tunebook

TUNES = split_tunebook(
    "X:7\nT:One\nT:Other name\nB:Book, 3\nZ:Somebody\nK:G\n"
    '"Am (soft)"(GA) (3Bcd e2|\nN:remark\n[K:D]d4 %end\n|]\n\n'
    "X:8\r\nK:D\r\n"
    "\r\n\r\nX:9\nL:1/8\nM:6/8\nR:jig\nT:Two\nQ:120\nK:D\nd3 f3|\n\ne6|]\n"
)


def test_the_network_reads_music_without_credits_in_one_order() -> None:
    assert training_text((TUNES[0], TUNES[2])) == (
        'X:1\nT:One\nK:G\n"Am (soft)"GA (3Bcd e2|\n[K:D]d4 %end\n|]\n\n'
        "X:1\nT:Two\nR:jig\nM:6/8\nL:1/8\nK:D\nd3 f3|\ne6|]\n\n"
    )


def test_statistics_count_what_is_there() -> None:
    figures = statistics_of(TUNES)
    assert figures.tunes == 3
    assert figures.rhythms == (("", 2), ("jig", 1))
    assert figures.keys == (("D", 2), ("G", 1))
    assert sum(figures.lengths) == 3
    assert figures.characters == len(training_text(TUNES))
    assert figures.vocabulary == "".join(sorted(set(training_text(TUNES))))
    assert sum(count for _, count in figures.character_counts) == figures.characters


def test_no_tunes_have_statistics_too() -> None:
    figures = statistics_of(())
    assert (figures.tunes, figures.median_measures, figures.vocabulary) == (0, 0, "")
