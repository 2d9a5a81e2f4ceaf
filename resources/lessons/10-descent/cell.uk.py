import torch

x_f = 4.0  # тут втрати найменші


def descend(start, learning_rate, steps):
    """Спускається вздовж (x - x_f) ** 2; повертає, куди привів кожен крок."""
    x = torch.tensor([float(start)])
    history = []
    for _ in range(steps):
        x = x.detach().requires_grad_(True)
        loss = (x - x_f) ** 2
        loss.backward()
        with torch.no_grad():
            x = ...  # TODO: x мінус швидкість навчання, помножена на градієнт
        history.append(x.item())
    return history


history = descend(start=torch.randn(1).item(), learning_rate=1e-2, steps=500)
print(history[0], history[-1])
