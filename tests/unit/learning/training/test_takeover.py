from dataclasses import replace

import pytest
import torch

from abcstudio.learning.checkpoint import LoadedModel, ModelHeader, build_model
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.model import seed_everything
from abcstudio.learning.training.session import take_over
from abcstudio.learning.vocabulary import Vocabulary

OLD = Vocabulary.of("bdfz\n")
NEW = Vocabulary.of("abcdefgz\n")
CONFIG = TrainingConfig(embedding_dim=6, hidden_size=10, num_layers=2)


@pytest.mark.parametrize("tied_weights", ["off", "on"])
def test_known_characters_keep_their_meaning(tied_weights):
    config = replace(CONFIG, tied_weights=tied_weights)
    seed_everything(1)
    old, new = build_model(config, len(OLD)).eval(), build_model(config, len(NEW)).eval()
    take_over(
        LoadedModel(old, ModelHeader(name="Old", vocabulary=OLD, config=config), ""), new, NEW
    )
    text = "bzdf\nfd"
    with torch.no_grad():
        before, _ = old(torch.tensor([OLD.encode(text)]))
        after, _ = new(torch.tensor([NEW.encode(text)]))
    known = NEW.encode(OLD.characters)
    assert torch.allclose(before, after[:, :, known], atol=1e-6)
    fresh = [number for number in range(len(NEW)) if number not in known]
    assert not torch.equal(new.embedding.weight[fresh[0]], new.embedding.weight[fresh[1]])


def test_a_plain_network_is_given_heads_and_stays_nearly_what_it_was():
    seed_everything(1)
    old = build_model(CONFIG, len(OLD)).eval()
    new = build_model(replace(CONFIG, pointer_heads=2), len(OLD)).eval()
    take_over(
        LoadedModel(old, ModelHeader(name="Old", vocabulary=OLD, config=CONFIG), ""), new, OLD
    )
    numbers = torch.tensor([OLD.encode("bzdf\nfd")])
    with torch.no_grad():
        before, _ = old(numbers)
        own, _, pointing = new.read(numbers)
    assert torch.equal(own, before)
    assert pointing.own.min() > 0.95


def test_heads_are_taken_over():
    config = replace(CONFIG, pointer_heads=2)
    seed_everything(1)
    old, new = build_model(config, len(OLD)).eval(), build_model(config, len(OLD)).eval()
    take_over(
        LoadedModel(old, ModelHeader(name="Old", vocabulary=OLD, config=config), ""), new, OLD
    )
    for name, tensor in old.state_dict().items():
        assert torch.equal(tensor, new.state_dict()[name]), name
