import torch

# Three networks of 128 hidden units learned the studio's tunes for 300 steps. They differ in their
# learning rate alone, and `curves` holds the loss every 25 steps. Run the cell to see them drawn.
for name, curve in curves.items():
    print(name, *curve)

rate_of_a = ...  # TODO: the learning rate of curve A: 1e-4, 5e-3 or 1e-1
rate_of_b = ...  # TODO: that of curve B
rate_of_c = ...  # TODO: that of curve C

# Optimization parameters:
num_training_iterations = ...  # TODO: 3000 or more
batch_size = ...  # TODO: from 1 to 64
seq_length = ...  # TODO: from 50 to 500
learning_rate = ...  # TODO: from 1e-5 to 1e-1

# Model parameters:
embedding_dim = 256
hidden_size = ...  # TODO: from 1 to 2048

characters_read = ...  # TODO: how many characters the whole training reads, from these numbers
