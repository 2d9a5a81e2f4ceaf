import torch

x = torch.tensor(3.0, requires_grad=True)
y = x**2
...  # TODO: let PyTorch find the gradient of y
dy_dx = x.grad
print(dy_dx)


def slope(f, value):
    """Return the slope of a function at a value."""
    x = ...  # TODO: a tensor of the value that takes part in gradients
    y = f(x)
    ...  # TODO: let PyTorch find the gradient of y
    return ...  # TODO: the gradient of x


print(slope(torch.sin, 0.0))
