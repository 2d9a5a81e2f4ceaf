import torch

a = torch.tensor(15)
b = torch.tensor(61)

# Два способи записати ту саму суму.
c1 = torch.add(a, b)
c2 = a + b
print(c1, c2)


def func(a, b):
    c = ...  # TODO: сума a і b
    d = ...  # TODO: b мінус 1
    e = ...  # TODO: добуток c і d
    return e


print(func(torch.tensor(1.5), torch.tensor(2.5)))
