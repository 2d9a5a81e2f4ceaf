"""Named ways to train. No torch."""

from dataclasses import fields

from abcstudio.learning.config import TrainingConfig, has_effect

_STUDIO = TrainingConfig(
    num_layers=1,
    embedding_dim=128,
    hidden_size=512,
    dropout=0.4,
    weight_dropout=0.2,
    pointer_heads=4,
    steps=3000,
    batch_size=32,
    seq_len=128,
    optimizer="adamw",
    learning_rate=4e-3,
    schedule="cosine",
    warmup_steps=50,
    weight_decay=0.05,
    gradient_clip=1.0,
    precision="auto",
    transpositions=3,
    evaluate_every=250,
    checkpoint_every=250,
)

_QUICK = TrainingConfig(
    num_layers=1,
    embedding_dim=64,
    hidden_size=384,
    dropout=0.25,
    pointer_heads=2,
    steps=800,
    batch_size=32,
    seq_len=100,
    optimizer="adamw",
    learning_rate=6e-3,
    schedule="cosine",
    warmup_steps=20,
    weight_decay=0.02,
    gradient_clip=1.0,
    precision="auto",
)

PRESETS = {
    # The lab's own: its network, its loop, its defaults.
    "lab": TrainingConfig(),
    # Regularized, scheduled, every tune in other keys too: the best that some minutes can give.
    "studio": _STUDIO,
    # Something playable within two minutes on a laptop.
    "quick": _QUICK,
}


def nearest_preset(config: TrainingConfig) -> tuple[str, tuple[str, ...]]:
    """Return the preset that differs least from a config, and the names of what differs."""
    differing = {
        name: tuple(
            item.name
            for item in fields(TrainingConfig)
            if getattr(config, item.name) != getattr(preset, item.name)
            and has_effect(config, item.name)
        )
        for name, preset in PRESETS.items()
    }
    nearest = min(differing, key=lambda name: len(differing[name]))
    return nearest, differing[nearest]
