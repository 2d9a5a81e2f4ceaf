"""Answers whose worth is known."""

RIGHT = [
    ("nn.Linear(hidden_size, vocab_size)", "self.lstm(x, state)", "self.fc(out)"),
    (
        "nn.Linear(in_features=hidden_size, out_features=vocab_size)",
        "self.lstm(input=x, hx=state)",
        "self.fc(out)",
    ),
    (
        "torch.nn.Linear(self.hidden_size, vocab_size, bias=True)",
        "self.lstm(x, (state[0], state[1]))",
        "self.fc.forward(out)",
    ),
    (
        "nn.Linear(hidden_size, self.embedding.num_embeddings)",
        "self.lstm(x, tuple(state))",
        "F.linear(out, self.fc.weight, self.fc.bias)",
    ),
    (
        "nn.Linear(hidden_size, vocab_size)",
        "self.lstm(x, state)",
        "out @ self.fc.weight.T + self.fc.bias",
    ),
    (
        "nn.Linear(hidden_size, vocab_size)",
        "self.lstm(x, state)",
        "torch.stack([self.fc(step) for step in out.unbind(1)], dim=1)",
    ),
    ("nn.Linear(self.lstm.hidden_size, vocab_size)", "self.lstm(x, state)", "self.fc(input=out)"),
]

WRONG = [
    ("linear-turned-round", {1: "nn.Linear(vocab_size, hidden_size)"}),
    ("embedding-for-hidden", {1: "nn.Linear(embedding_dim, vocab_size)"}),
    ("to-embedding", {1: "nn.Linear(hidden_size, embedding_dim)"}),
    ("to-hidden", {1: "nn.Linear(hidden_size, hidden_size)"}),
    ("to-one", {1: "nn.Linear(hidden_size, 1)"}),
    ("no-linear", {1: "nn.Sigmoid()"}),
    ("without-bias", {1: "nn.Linear(hidden_size, vocab_size, bias=False)"}),
    ("softmax-inside", {3: "torch.softmax(self.fc(out), dim=-1)"}),
    ("log-softmax-inside", {3: "F.log_softmax(self.fc(out), dim=-1)"}),
    ("bent", {3: "torch.relu(self.fc(out))"}),
    ("bent", {3: "torch.sigmoid(self.fc(out))"}),
    ("no-linear-used", {3: "out"}),
    ("last-step-only", {3: "self.fc(out[:, -1])"}),
    ("no-memory", {3: "self.fc(torch.nn.functional.pad(x, (0, self.hidden_size - x.size(-1))))"}),
    ("state-ignored", {2: "self.lstm(x)"}),
    ("state-ignored", {2: "self.lstm(x, self.init_hidden(x.size(0)))"}),
    ("state-for-input", {2: "self.lstm(state, x)"}),
    ("state-kept-in-output", {2: "self.lstm(x, state), state"}),
    (
        "rows-see-each-other",
        "class LSTMModel(nn.Module):\n"
        "    def __init__(self, vocab_size, embedding_dim, hidden_size):\n"
        "        super().__init__()\n"
        "        self.hidden_size = hidden_size\n"
        "        self.embedding = nn.Embedding(vocab_size, embedding_dim)\n"
        "        self.lstm = nn.LSTM(embedding_dim, hidden_size)\n"
        "        self.fc = nn.Linear(hidden_size, vocab_size)\n"
        "    def forward(self, x, state=None, return_state=False):\n"
        "        out, state = self.lstm(self.embedding(x), state)\n"
        "        out = self.fc(out)\n"
        "        return (out, state) if return_state else out\n",
    ),
    (
        "sees-the-future",
        "class LSTMModel(nn.Module):\n"
        "    def __init__(self, vocab_size, embedding_dim, hidden_size):\n"
        "        super().__init__()\n"
        "        self.embedding = nn.Embedding(vocab_size, embedding_dim)\n"
        "        self.lstm = nn.LSTM(embedding_dim, hidden_size, batch_first=True, "
        "bidirectional=True)\n"
        "        self.fc = nn.Linear(2 * hidden_size, vocab_size)\n"
        "    def forward(self, x, state=None, return_state=False):\n"
        "        out, state = self.lstm(self.embedding(x), state)\n"
        "        out = self.fc(out)\n"
        "        return (out, state) if return_state else out\n",
    ),
    ('vocabulary-goes-in', {1: 'nn.Linear(vocab_size, vocab_size)'}),
    ('no-linear', {1: 'nn.Embedding(hidden_size, vocab_size)'}),
    ('sizes-missing', {1: 'nn.Linear(vocab_size)'}),
    ('embedding-to-linear', {3: 'self.fc(x)'}),
    ("changed-between", {3: "self.fc(torch.tanh(out))"}),
    ("state-changed", {2: "self.lstm(x, (state[1], state[0]))"}),
    ("cut-off", {3: "self.fc(out.detach())"}),
    ("cut-off", {2: "self.lstm(x.detach(), state)"}),
    ("squeezed", {3: "self.fc(out).squeeze()"}),
    ("", {3: "self.fc(out) * 0"}),
    ("other-vocabulary", {1: "nn.Linear(hidden_size, 83)"}),
    ("other-vocabulary", {1: "nn.Linear(hidden_size, vocab_size - 1)"}),
    ("character-chosen", {3: "self.fc(out).argmax(-1)"}),
    ("state-changed", {2: "self.lstm(x, (state[0], state[0]))"}),
]  # fmt: skip
