"""Characters drawn many times, beside the probabilities that they should have."""

import torch

NAMED = [
    ("shape", "1", "one-for-all"),
    ("way of drawing", "always the likeliest", "likeliest"),
    ("way of drawing", "all alike", "all-alike"),
    ("way of drawing", "the unlikeliest most often", "turned-round"),
    ("way of drawing", "likelier than it should be", "sharpened"),
    ("way of drawing", "over time", "over-time"),
    ("way of drawing", "less likely than it should be", "softened"),
    ("way of drawing", "by the first step alone", "one-step-for-all"),
    ("way of drawing", "by the last step alone", "one-step-for-all"),
    ("way of drawing", "the same each time", "fixed-seed"),
    ("shape of a single step", "no axis", "squeezed"),
    ("pred afterwards", "changed", "changes-input"),
    ("shape", "4 x 4", "many-for-each"),
    ("shape", "1 x 4", "turned-axes"),
    ("way of drawing", "another", "other-probabilities"),
]

STEPS, V, TIMES = 4, 6, 1200
DRAWS = 200


def given(dice):
    return {"pred": made(dice)}


def made(dice):
    rows = []
    for _ in range(STEPS):
        # So far apart that no two ways of drawing look alike by chance.
        row = [-1.4, 0.0, 0.7, 2.6, -0.7, 1.4]
        dice.shuffle(row)
        rows.append(row)
    return torch.tensor(rows)


def probe(answer, dice):
    pred = made(dice)
    wanted = torch.softmax(pred, dim=-1)

    def shares():
        counts = torch.zeros(STEPS, V)
        for _ in range(TIMES):
            drawn = answer.sampled_characters(pred.clone())
            counts[torch.arange(STEPS), drawn.long()] += 1
        return counts / TIMES

    def near(found, other):
        return bool((found - other).abs().max() < 0.075)

    def way():
        torch.manual_seed(dice.randrange(10**6))
        before, found = torch.initial_seed(), shares()
        if torch.initial_seed() != before:
            return "the same each time"
        ways = (
            ("by the probabilities", wanted),
            ("always the likeliest", torch.eye(V)[pred.argmax(-1)]),
            ("all alike", torch.full((STEPS, V), 1 / V)),
            ("the unlikeliest most often", torch.softmax(-pred, dim=-1)),
            ("likelier than it should be", wanted**2 / (wanted**2).sum(-1, keepdim=True)),
            ("less likely than it should be", torch.softmax(pred / 2, dim=-1)),
            ("less likely than it should be", torch.softmax(wanted, dim=-1)),
            ("by the first step alone", wanted[:1].expand_as(wanted)),
            ("by the last step alone", wanted[-1:].expand_as(wanted)),
            ("over time", (over := torch.softmax(pred, dim=0)) / over.sum(-1, keepdim=True)),
        )
        way = next((words for words, other in ways if near(found, other)), "another")
        # A generator of its own need not be torch's.
        is_fixed = way == "another" and bool((found.max(-1).values == 1).all())
        return "the same each time" if is_fixed else way

    def shape(steps=STEPS):
        drawn = answer.sampled_characters(pred[:steps].clone())
        return " x ".join(map(str, drawn.shape)) or "no axis"

    def afterwards():
        given = pred.clone()
        answer.sampled_characters(given)
        return "as it was" if torch.equal(given, pred) else "changed"

    return {
        "shape": shape,
        "type": lambda: str(answer.sampled_characters(pred.clone()).dtype),
        "way of drawing": way,
        "shape of a single step": lambda: shape(1),
        "pred afterwards": afterwards,
    }


def picture(answer):
    logits = [2.1, 1.4, 0.7, 0.0, -0.7, 1.0]
    choices = [0.3, 0.5, 0.8, 1.0, 1.3, 1.6, 2.0]
    drawn = []
    for temperature in choices:
        rows = torch.tensor([logits]).repeat(DRAWS, 1) / temperature
        numbers = answer.sampled_characters(rows).long().reshape(-1)
        drawn.append((torch.bincount(numbers, minlength=V)[:V] / DRAWS).tolist())
    return {"kind": "odds", "logits": logits, "choices": choices, "drawn": drawn}
