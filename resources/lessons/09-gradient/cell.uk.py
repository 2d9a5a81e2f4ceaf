import torch

x = torch.tensor(3.0, requires_grad=True)
y = x**2
...  # TODO: дайте PyTorch знайти градієнт y
dy_dx = x.grad
print(dy_dx)


def slope(f, value):
    """Повертає нахил функції в точці."""
    x = ...  # TODO: тензор зі значенням value, для якого потрібен градієнт
    y = f(x)
    ...  # TODO: дайте PyTorch знайти градієнт y
    return ...  # TODO: градієнт x


print(slope(torch.sin, 0.0))
