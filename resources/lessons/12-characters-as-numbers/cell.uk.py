import numpy as np

# Список мелодій songs уже є, під час кожної перевірки інший.
print(songs[0])

songs_joined = ...  # TODO: усі мелодії в одному тексті, між ними порожній рядок
vocab = ...  # TODO: різні символи songs_joined, упорядковані
char2idx = ...  # TODO: словник Python: від кожного символу до його номера
idx2char = ...  # TODO: масив: від кожного номера до його символу


def vectorize_string(string):
    vectorized = ...  # TODO: масив із номерів символів string
    return vectorized


print(len(vocab), vocab)
