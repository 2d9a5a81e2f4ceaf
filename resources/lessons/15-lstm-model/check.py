"""A small network: its parts, its shape, and how its characters depend on each other."""

import torch

NAMED = [
    ("linear layer", "11 x 11", "vocabulary-goes-in"),
    ("linear layer", "0 x 0", "no-linear"),
    ("kind of output", "tuple", "state-in-output"),
    ("kind of output", "NoneType", "nothing-comes-back"),
    ("shape of output", "3 x 11", "last-step-only"),
    ("shape of output", "3 x 6 x 7", "no-linear-used"),
    ("shape of output", "18 x 11", "flattened"),
    ("linear layer", "11 x 7", "linear-turned-round"),
    ("linear layer", "5 x 11", "embedding-for-hidden"),
    ("linear layer", "7 x 5", "to-embedding"),
    ("linear layer", "7 x 7", "to-hidden"),
    ("linear layer", "7 x 1", "to-one"),
    ("output", "probabilities", "softmax-inside"),
    ("output", "logarithms of probabilities", "log-softmax-inside"),
    ("output", "grows with the linear layer, but bent", "bent"),
    ("what the LSTM gives", "is changed before the linear layer", "changed-between"),
    ("rows of a batch", "see each other", "rows-see-each-other"),
    ("a character", "sees what comes after it", "sees-the-future"),
    ("a character", "sees itself only", "no-memory"),
    ("state", "is ignored", "state-ignored"),
    ("gradients", "do not come to all layers", "cut-off"),
    ("shape of one character", "11", "squeezed"),
    ("linear layer", "7 x 10", "other-vocabulary"),
    ("linear layer", "7 x 12", "other-vocabulary"),
    ("linear layer", "7 x 83", "other-vocabulary"),
    ("shape of output", "3 x 6", "character-chosen"),
    ("state", "does something else", "state-changed"),
    ("kind of state", "Tensor", "other-cell"),
    ("parameters", 983, "more-layers"),
]

V, E, H, B, L = 11, 5, 7, 3, 6


def linear_of(model):
    found = [each for each in model.modules() if isinstance(each, torch.nn.Linear)]
    return found[-1] if found else None


class Looks:
    """Looks at networks that are made anew each time, all with the same weights."""

    def __init__(self, answer, dice):
        self.answer = answer
        self.seed = dice.randrange(10**6)
        self.x = torch.tensor([[dice.randrange(V) for _ in range(L)] for _ in range(B)])

    def made(self):
        torch.manual_seed(self.seed)
        return self.answer.LSTMModel(V, E, H).eval()

    def run(self, model, *values, **options):
        with torch.no_grad():
            return model(*(values or (self.x,)), **options)

    def other(self, place):
        """Return the batch with another character at a place of each row."""
        other = self.x.clone()
        other[:, place] = (other[:, place] + 1) % V
        return other

    def linear(self):
        layer = linear_of(self.made())
        return "0 x 0" if layer is None else f"{layer.in_features} x {layer.out_features}"

    def output(self):
        model = self.made()
        before = self.run(model)
        if is_one(before.sum(-1)) and bool((before >= 0).all()):
            return "probabilities"
        if is_one(before.exp().sum(-1)):
            return "logarithms of probabilities"
        with torch.no_grad():
            for parameter in linear_of(model).parameters():
                parameter.mul_(-7.0)
        is_straight = torch.allclose(self.run(model), -7.0 * before, rtol=1e-3, atol=1e-4)
        return "grows with the linear layer" + ("" if is_straight else ", but bent")

    def handed_on(self):
        """Say whether the linear layer, where it is called, is given what the LSTM has made."""
        model, made, given = self.made(), [], []
        for layer in model.modules():
            if isinstance(layer, torch.nn.LSTM):
                layer.register_forward_hook(lambda _layer, _given, found: made.append(found[0]))
        last = linear_of(model)
        if last is not None:
            last.register_forward_hook(
                lambda _layer, values, named, _found: given.extend((*values, *named.values())[:1]),
                with_kwargs=True,
            )
        self.run(model)
        if not made or not given:
            return "goes into the linear layer"
        numbers = [torch.cat([each.reshape(-1) for each in all]).sort().values
                   for all in (made, given)]  # fmt: skip
        is_so = numbers[0].shape == numbers[1].shape and torch.allclose(*numbers, atol=1e-6)
        return "goes into the linear layer" if is_so else "is changed before the linear layer"

    def rows(self):
        model, other = self.made(), self.x.clone()
        other[0] = (other[0] + 1) % V
        are_apart = torch.allclose(self.run(model)[1:], self.run(model, other)[1:])
        return "are apart" if are_apart else "see each other"

    def character(self):
        model = self.made()
        before = self.run(model)
        if not torch.allclose(before[:, :-1], self.run(model, self.other(-1))[:, :-1]):
            return "sees what comes after it"
        if torch.allclose(before[:, 1:], self.run(model, self.other(0))[:, 1:]):
            is_blind = torch.allclose(before[:, -1], self.run(model, self.other(-1))[:, -1])
            return "sees nothing" if is_blind else "sees itself only"
        return "sees what came before it"

    def gradients(self):
        model = self.made()
        model(self.x).square().sum().backward()
        reached = [each.grad is not None and bool(each.grad.any()) for each in model.parameters()]
        return "come to all layers" if all(reached) else "do not come to all layers"

    def state(self):
        model = self.made()
        half, kept = self.run(model, self.x[:, :3], return_state=True)
        rest = self.run(model, self.x[:, 3:], kept)
        if torch.allclose(torch.cat([half, rest], 1), self.run(model), atol=1e-5):
            return "goes on in a second half"
        alone = self.run(model, self.x[:, 3:])
        return "is ignored" if torch.allclose(rest, alone) else "does something else"


def is_one(sums):
    return torch.allclose(sums, torch.ones_like(sums), atol=1e-4)


def probe(answer, dice):
    looks = Looks(answer, dice)
    made, run = looks.made, looks.run
    return {
        "a character": lambda: looks.character(),
        "rows of a batch": lambda: looks.rows(),
        "linear layer": lambda: looks.linear(),
        "kind of output": lambda: type(run(made())).__name__,
        "shape of output": lambda: " x ".join(map(str, run(made()).shape)),
        "kind of state": lambda: type(run(made(), return_state=True)[1]).__name__,
        "state": lambda: looks.state(),
        "output": lambda: looks.output(),
        "what the LSTM gives": lambda: looks.handed_on(),
        "parameters": lambda: sum(each.numel() for each in made().parameters()),
        "gradients": lambda: looks.gradients(),
        "shape of one character": lambda: " x ".join(map(str, run(made(), looks.x[:1, :1]).shape)),
    }


def picture(answer):
    """Send the batch of the lab through a small network, and note what each layer gives."""
    model = answer.LSTMModel(83, 16, 32).eval()
    layers, states = [], []

    def look_at(name):
        def note(layer, _given, found):
            is_pair = isinstance(found, tuple)
            if is_pair:
                states.append(list(found[1][0].shape))
            layers.append(
                {
                    "name": name,
                    "shape": list((found[0] if is_pair else found).shape),
                    "parameters": sum(each.numel() for each in layer.parameters()),
                    "carries": is_pair,
                }
            )

        return note

    for name, layer in model.named_children():
        layer.register_forward_hook(look_at(name))
    with torch.no_grad():
        model(torch.zeros(32, 100, dtype=torch.long))
    return {
        "kind": "unrolled",
        "characters": ["X", ":", "1"],
        "input": [32, 100],
        "layers": layers,
        "state": states[0] if states else [],
    }
