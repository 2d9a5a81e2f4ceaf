import torch

# Одне число — тензор без осей.
integer = ...  # TODO: тензор із цілим числом 1234
decimal = ...  # TODO: тензор із десятковим числом 3.14159265359

# Рядок чисел — тензор з однією віссю.
fibonacci = ...  # TODO: тензор із числами 1, 1, 2, 3, 5, 8
count_to_100 = ...  # TODO: тензор із числами range(100)

print(integer.ndim, decimal.ndim, fibonacci.ndim, count_to_100.ndim)
print(fibonacci.shape, count_to_100.shape)
