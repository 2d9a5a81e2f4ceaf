import torch

a = torch.tensor(15)
b = torch.tensor(61)

# Two ways to write the same sum.
c1 = torch.add(a, b)
c2 = a + b
print(c1, c2)


def func(a, b):
    c = ...  # TODO: the sum of a and b
    d = ...  # TODO: b less 1
    e = ...  # TODO: the product of c and d
    return e


print(func(torch.tensor(1.5), torch.tensor(2.5)))
