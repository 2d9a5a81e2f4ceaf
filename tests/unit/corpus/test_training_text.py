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
