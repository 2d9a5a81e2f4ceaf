import torch

# A table of numbers: a tensor with two axes, of at least two rows and two columns.
matrix = ...  # TODO: a 2-d tensor

# Ten pictures of 256 x 256 points in three colours, all black.
images = ...  # TODO: a 4-d tensor of zeros, 10 x 3 x 256 x 256

print(matrix)
print(images.ndim, images.shape)
