import torch

# Матриця matrix уже є, під час кожної перевірки інша.
print(matrix)

row_vector = ...  # TODO: другий рядок matrix
column_vector = ...  # TODO: другий стовпчик matrix
scalar = ...  # TODO: елемент у першому рядку й другому стовпчику

print(row_vector, column_vector, scalar)
