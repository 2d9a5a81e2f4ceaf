import torch
from torch import nn

# Шари один за одним: що віддав один, те бере наступний.
model = ...  # TODO: nn.Sequential з лінійного шару, 2 входи й 3 виходи, та сигмоїди

print(model)
print(model(torch.tensor([[1.0, 2.0]])))
