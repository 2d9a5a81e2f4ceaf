"""Noticing a network that writes one thing over and over, and which character would go on so."""

LONGEST_PERIOD = 64
_MOST_TIMES = 4
_FEWEST_CHARACTERS = 24
_TAIL = 12


def repeating_character(text: str) -> str:
    """Return the character that would repeat a text's end once more; "" where nothing repeats.

    A text repeats when it ends in the same characters four times in a row, and these are together
    so many that no tune means it: four equal eighths are music, four equal lines are not.
    """
    # What repeats has its end one period earlier too: one search, and it nearly always fails.
    end = text[-_TAIL:]
    earlier = text.rfind(end, max(0, len(text) - _TAIL - LONGEST_PERIOD), len(text) - 1)
    period = len(text) - _TAIL - earlier
    length = max(period * _MOST_TIMES, _FEWEST_CHARACTERS)
    if earlier < 0 or length > len(text):
        return ""
    return text[-period] if text[-length:-period] == text[period - length :] else ""
