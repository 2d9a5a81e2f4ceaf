import torch
from torch import nn

# Layers one behind the other: what one gives, the next one takes.
model = ...  # TODO: nn.Sequential of a linear layer, 2 inputs and 3 outputs, and a sigmoid

print(model)
print(model(torch.tensor([[1.0, 2.0]])))
