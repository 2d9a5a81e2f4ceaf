import torch
from torch import nn


class LSTMModel(nn.Module):
    def __init__(self, vocab_size, embedding_dim, hidden_size):
        super().__init__()
        self.hidden_size = hidden_size
        # Кожен символ стає вектором, LSTM читає вектори по черзі.
        self.embedding = nn.Embedding(vocab_size, embedding_dim)
        self.lstm = nn.LSTM(embedding_dim, hidden_size, batch_first=True)
        self.fc = ...  # TODO: лінійний шар від прихованого стану до символів

    def init_hidden(self, batch_size):
        zeros = torch.zeros(1, batch_size, self.hidden_size)
        return zeros, zeros.clone()

    def forward(self, x, state=None, return_state=False):
        if state is None:
            state = self.init_hidden(x.size(0))
        x = self.embedding(x)
        out, state = ...  # TODO: що LSTM робить із x і стану
        out = ...  # TODO: що робить із цього лінійний шар
        return (out, state) if return_state else out


model = LSTMModel(vocab_size=83, embedding_dim=16, hidden_size=32)
print(model)
print(model(torch.zeros(2, 10, dtype=torch.long)))
