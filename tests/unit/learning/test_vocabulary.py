import pytest

from abcstudio.errors import PromptError
from abcstudio.learning.vocabulary import Vocabulary


def test_characters_are_distinct_and_ascending():
    assert Vocabulary.of("hello", "world").characters == "dehlorw"


def test_encoding_and_decoding_give_the_text_back():
    vocabulary = Vocabulary.of("X:1\nK:D\n")
    assert vocabulary.decode(vocabulary.encode("K:X1\n")) == "K:X1\n"


def test_unknown_characters_are_all_named():
    vocabulary = Vocabulary.of("abc")
    with pytest.raises(PromptError) as caught:
        vocabulary.encode("a&b%&")
    assert caught.value.message_id == "prompt.unknown_characters"
    assert caught.value.parameters["characters"] == "% &"
    assert vocabulary.without_unknown("a&b%&") == "ab"


@pytest.mark.parametrize("characters", ["ba", "aa"])
def test_an_unsorted_vocabulary_is_refused(characters):
    with pytest.raises(ValueError, match="ascending"):
        Vocabulary(characters)
