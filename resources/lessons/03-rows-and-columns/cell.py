import torch

# A matrix is made for you, another one at each check.
print(matrix)

row_vector = ...  # TODO: the second row of matrix
column_vector = ...  # TODO: the second column of matrix
scalar = ...  # TODO: the element in the first row and the second column

print(row_vector, column_vector, scalar)
