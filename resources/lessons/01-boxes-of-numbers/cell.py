import torch

# One number is a tensor without axes.
integer = ...  # TODO: a tensor with the whole number 1234
decimal = ...  # TODO: a tensor with the decimal number 3.14159265359

# A row of numbers is a tensor with one axis.
fibonacci = ...  # TODO: a tensor with 1, 1, 2, 3, 5, 8
count_to_100 = ...  # TODO: a tensor with the numbers of range(100)

print(integer.ndim, decimal.ndim, fibonacci.ndim, count_to_100.ndim)
print(fibonacci.shape, count_to_100.shape)
