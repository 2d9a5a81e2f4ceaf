import numpy as np
import torch


def get_batch(vectorized_songs, seq_length, batch_size):
    # Останнє місце, де ще вміщуються фрагмент і його ціль.
    n = vectorized_songs.shape[0] - 1
    starts = np.random.choice(n - seq_length, batch_size)

    input_batch = ...  # TODO: від кожного початку фрагмент із seq_length чисел
    output_batch = ...  # TODO: те саме, на одне місце праворуч

    x_batch = torch.tensor(np.array(input_batch), dtype=torch.long)
    y_batch = torch.tensor(np.array(output_batch), dtype=torch.long)
    return x_batch, y_batch


# Два фрагменти з цілями: символи цього тексту пронумеровано по порядку.
x, y = get_batch(np.arange(20), 4, 2)
print(x)
print(y)
