"""Accents and entities in text strings (ABC 2.1, 8.2)."""

import pytest

from abcstudio.notation.text_strings import decode_text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("plain", "plain"),
        (r"\`a\'e\^i\~n\"u", "àéîñü"),
        (r"\cc\vs\ug\Ho\;a", "çšğőą"),
        (r"\AA\aa\AE\ae\OE\oe\ss\DH\dh\TH\th\/O\/o", "ÅåÆæŒœßÐðÞþØø"),
        (r"S\'iamsa &amp; &eacute;t&#233; &#xe9;", "Síamsa & été é"),
        (r"\u00e9 \U0001d11e", "é 𝄞"),
        (r"\\ \& \%", r"\ & %"),
        (r"\'b \u12 &nothing; &amp \q &#0; \ud800", r"\'b \u12 &nothing; &amp \q &#0; \ud800"),
        ("~", "~"),
    ],
)
def test_decoded(written: str, read: str) -> None:
    assert decode_text(written) == read


def test_a_tilde_can_be_a_blank() -> None:
    assert decode_text(r"of~the\~n", tilde=" ") == "of theñ"
