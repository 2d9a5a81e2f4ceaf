import torch
from torch import nn


class DenseLayer(nn.Module):
    def __init__(self, num_inputs, num_outputs):
        super().__init__()
        self.W = nn.Parameter(torch.randn(num_inputs, num_outputs))
        self.bias = nn.Parameter(torch.randn(num_outputs))

    def forward(self, x):
        z = torch.matmul(x, self.W) + self.bias
        y = ...  # TODO: сигмоїда від z
        return y


layer = DenseLayer(num_inputs=2, num_outputs=3)
print(layer(torch.tensor([[1.0, 2.0]])))
