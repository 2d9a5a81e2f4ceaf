"""How a network is built and trained: names, defaults and ranges, written once. No torch.

The window's form, the command line's `--set NAME=VALUE` and validation all read `HyperParameter`
from the fields' metadata. A label is the message `hyperparameter.<name>`, its sentence of meaning
`hyperparameter.<name>.help`.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, cast

from abcstudio.errors import TrainingInputError
from abcstudio.typed_numbers import AmbiguousNumberError, typed_number

_LONGEST_VALUE = 40
LARGEST_SEED = 2**31 - 1
VALIDATION_WINDOW = 500
"""Characters of a piece of held-out text, each read from a zero state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HyperParameter:
    """The range of one field of `TrainingConfig`; `choices` for a closed list, else the bounds.

    Attributes:
        logarithmic: Steps in a form multiply instead of add.
        group: "network", "training" or "data": where a form shows it.
        needs: The field that must be above 0 for this one to have an effect; none if empty.
    """

    group: str
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()
    logarithmic: bool = False
    needs: str = ""


def _setting(
    default: Any,
    group: str,
    minimum: float | None = None,
    maximum: float | None = None,
    *,
    choices: tuple[str, ...] = (),
    logarithmic: bool = False,
    needs: str = "",
) -> Any:
    parameter = HyperParameter(
        group=group,
        minimum=minimum,
        maximum=maximum,
        choices=choices,
        logarithmic=logarithmic,
        needs=needs,
    )
    return field(default=default, metadata={"hyperparameter": parameter})


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingConfig:
    """Everything that decides a training run except its data and device. Defaults are the lab's."""

    cell: str = _setting("lstm", "network", choices=("lstm", "gru", "rnn"))
    num_layers: int = _setting(1, "network", 1, 4)
    embedding_dim: int = _setting(256, "network", 1, 1024)
    hidden_size: int = _setting(1024, "network", 1, 2048)
    dropout: float = _setting(0.0, "network", 0.0, 0.9)
    weight_dropout: float = _setting(0.0, "network", 0.0, 0.9)
    tied_weights: str = _setting("off", "network", choices=("off", "on"))
    pointer_heads: int = _setting(0, "network", 0, 8)
    pointer_width: int = _setting(32, "network", 8, 128, needs="pointer_heads")
    pointer_reach: int = _setting(512, "network", 16, 1024, needs="pointer_heads")
    pointer_dropout: float = _setting(0.0, "network", 0.0, 0.9, needs="pointer_heads")
    steps: int = _setting(3000, "training", 1, 1_000_000, logarithmic=True)
    batch_size: int = _setting(8, "training", 1, 64)
    seq_len: int = _setting(100, "training", 50, 500)
    optimizer: str = _setting(
        "adam", "training", choices=("adam", "adamw", "adagrad", "rmsprop", "sgd")
    )
    learning_rate: float = _setting(5e-3, "training", 1e-5, 1e-1, logarithmic=True)
    schedule: str = _setting("constant", "training", choices=("constant", "cosine"))
    warmup_steps: int = _setting(0, "training", 0, 10_000)
    weight_decay: float = _setting(0.0, "training", 0.0, 1.0)
    gradient_clip: float = _setting(0.0, "training", 0.0, 100.0)
    windows: str = _setting("random", "training", choices=("random", "tunes", "contiguous"))
    patience: int = _setting(0, "training", 0, 1000)
    precision: str = _setting("float32", "training", choices=("float32", "auto"))
    transpositions: int = _setting(0, "data", 0, 11)
    validation_share: float = _setting(0.1, "data", 0.0, 0.5)
    evaluate_every: int = _setting(100, "training", 1, 100_000)
    checkpoint_every: int = _setting(100, "training", 1, 100_000)
    rng_seed: int = _setting(0, "data", 0, LARGEST_SEED)

    def with_value(self, name: str, text: str) -> "TrainingConfig":
        """Return a config in which one field has the value that a person typed.

        Raises:
            TrainingError: There is no such field, or the value does not fit it.
        """
        if name not in hyper_parameters():
            known = ", ".join(hyper_parameters())
            raise TrainingInputError("training.unknown_name", name=name, known=known)
        kind = type(getattr(self, name))
        shown = text[:_LONGEST_VALUE]
        try:
            plain = text.strip() if shown == text else ""
            value: Any = typed_number(plain) if kind is float else kind(plain)
        except AmbiguousNumberError as error:
            raise TrainingInputError(
                "training.ambiguous", name=name, text=text, small=error.small, large=error.large
            ) from None
        except ValueError:
            message_id = "training.not_a_whole_number" if kind is int else "training.not_a_number"
            raise TrainingInputError(message_id, name=name, text=shown) from None
        return check_config(replace(self, **{name: value}))

    def with_network_of(self, other: "TrainingConfig") -> "TrainingConfig":
        """Return a config that trains another config's network in this one's way.

        A network without pointer heads is given those of this config.
        """
        return replace(self, **{name: getattr(other, name) for name in kept_parameters(other)})


def kept_parameters(network: TrainingConfig) -> tuple[str, ...]:
    """Return the names of the fields that a run takes from the network that it continues from."""
    return network_parameters() + (pointer_parameters() if network.pointer_heads else ())


def network_parameters() -> tuple[str, ...]:
    """Return the names of the fields that decide which weights a network has, heads apart."""
    return ("cell", "num_layers", "embedding_dim", "hidden_size", "tied_weights")


def pointer_parameters() -> tuple[str, ...]:
    """Return the names of the fields that decide which pointer heads a network has."""
    return ("pointer_heads", "pointer_width", "pointer_reach")


def changeable_parameters() -> tuple[str, ...]:
    """Return the names of the fields that may be others when a run goes on from its checkpoint."""
    return (
        "dropout",
        "steps",
        "learning_rate",
        "schedule",
        "warmup_steps",
        "weight_decay",
        "gradient_clip",
        "patience",
        "precision",
        "evaluate_every",
        "checkpoint_every",
    )


def has_effect(config: TrainingConfig, name: str) -> bool:
    """Return whether a field changes anything in a run with this config."""
    needed = hyper_parameters()[name].needs
    return not needed or getattr(config, needed) > 0


def hyper_parameters() -> Mapping[str, HyperParameter]:
    """Return the fields of `TrainingConfig` in their order, each with its range."""
    return {item.name: item.metadata["hyperparameter"] for item in fields(TrainingConfig)}


def check_config(config: TrainingConfig) -> TrainingConfig:
    """Return the config when every field lies in its range.

    Raises:
        TrainingError: A field does not; the error names it and its range.
    """
    for name, parameter in hyper_parameters().items():
        value = getattr(config, name)
        if parameter.choices:
            if value not in parameter.choices:
                choices = ", ".join(parameter.choices)
                raise TrainingInputError(
                    "training.not_a_choice", name=name, text=value, choices=choices
                )
            continue
        low, high = cast(float, parameter.minimum), cast(float, parameter.maximum)
        # Not a number is in no range either.
        if not low <= value <= high:
            raise TrainingInputError(
                "training.out_of_range",
                name=name,
                value=value,
                minimum=f"{low:g}",
                maximum=f"{high:g}",
            )
    return config


def config_from(data: object) -> TrainingConfig:
    """Return the config that `config_data` wrote; fields that are missing take their defaults.

    Raises:
        TrainingError: It holds a field or a value that does not fit.
    """
    if not isinstance(data, dict):
        raise TrainingInputError(
            "training.unknown_name", name=data, known=", ".join(hyper_parameters())
        )
    config = TrainingConfig()
    for name, value in data.items():
        config = config.with_value(str(name), str(value))
    return config


def config_data(config: TrainingConfig) -> dict[str, Any]:
    """Return the config as plain data for a JSON file."""
    return asdict(config)
