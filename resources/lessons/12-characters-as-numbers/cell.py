import numpy as np

# A list of tunes is made for you, other ones at each check.
print(songs[0])

songs_joined = ...  # TODO: all tunes in one text, a blank line between two
vocab = ...  # TODO: the distinct characters of songs_joined, sorted
char2idx = ...  # TODO: a dictionary from each character to its number
idx2char = ...  # TODO: an array from each number to its character


def vectorize_string(string):
    vectorized = ...  # TODO: an array of the numbers of the characters of string
    return vectorized


print(len(vocab), vocab)
