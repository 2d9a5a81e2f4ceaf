import numpy as np
import torch


def get_batch(vectorized_songs, seq_length, batch_size):
    # The last place at which a piece and its target still fit in.
    n = vectorized_songs.shape[0] - 1
    starts = np.random.choice(n - seq_length, batch_size)

    input_batch = ...  # TODO: a piece of seq_length numbers from each start
    output_batch = ...  # TODO: the same, one place further to the right

    x_batch = torch.tensor(np.array(input_batch), dtype=torch.long)
    y_batch = torch.tensor(np.array(output_batch), dtype=torch.long)
    return x_batch, y_batch


# Of a text whose characters are numbered in order, two pieces with their targets.
x, y = get_batch(np.arange(20), 4, 2)
print(x)
print(y)
