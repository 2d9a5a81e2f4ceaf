import torch
from torch import nn


class LinearButSometimesIdentity(nn.Module):
    def __init__(self, num_inputs, num_outputs):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)

    def forward(self, inputs, isidentity=False):
        if isidentity:
            return inputs
        return self.linear(inputs)


model = LinearButSometimesIdentity(num_inputs=2, num_outputs=3)
x_input = torch.tensor([[1.0, 2.0]])

out_with_linear = ...  # TODO: викличте модель так, щоб працював лінійний шар
out_with_identity = ...  # TODO: викличте модель так, щоб x_input повернувся без змін

print(out_with_linear, out_with_identity)
