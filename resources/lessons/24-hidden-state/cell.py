import torch


def next_state(h, x, W_hh, W_xh, b_h):
    """Return the hidden state after reading x, where h was the state before."""
    return ...  # TODO: the tanh of W_hh h + W_xh x + b_h


def states(xs, W_hh, W_xh, b_h):
    """Return the state after each of several inputs, beginning with zeros."""
    h = torch.zeros(W_hh.shape[0])
    found = []
    for x in xs:
        h = ...  # TODO: the next state
        found.append(h)
    return found


two, one = torch.eye(2), torch.ones(2, 1)
print(states([torch.ones(1)] * 3, 0.5 * two, one, torch.zeros(2)))
