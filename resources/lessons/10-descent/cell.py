import torch

x_f = 4.0  # where the loss is least


def descend(start, learning_rate, steps):
    """Go downhill on (x - x_f) ** 2; return where each step has led."""
    x = torch.tensor([float(start)])
    history = []
    for _ in range(steps):
        x = x.detach().requires_grad_(True)
        loss = (x - x_f) ** 2
        loss.backward()
        with torch.no_grad():
            x = ...  # TODO: x less the learning rate times its gradient
        history.append(x.item())
    return history


history = descend(start=torch.randn(1).item(), learning_rate=1e-2, steps=500)
print(history[0], history[-1])
