import torch
from torch import nn


class LinearWithSigmoidActivation(nn.Module):
    def __init__(self, num_inputs, num_outputs):
        super().__init__()
        self.linear = nn.Linear(num_inputs, num_outputs)
        self.activation = ...  # TODO: сигмоїда як шар

    def forward(self, inputs):
        linear_output = self.linear(inputs)
        output = self.activation(linear_output)
        return output


model = LinearWithSigmoidActivation(num_inputs=2, num_outputs=3)
print(model)
print(model(torch.tensor([[1.0, 2.0]])))
