from abcstudio.learning.config import TrainingConfig
from abcstudio.recipes.models import available_models
from abcstudio.recipes.train import TrainRequest, train


def test_the_models_of_runs_follow_the_bundled_one(tmp_path, caplog):
    runs = tmp_path / "runs"
    config = TrainingConfig(embedding_dim=8, hidden_size=8, steps=1)
    for name in ("first", "second"):
        request = TrainRequest(
            config=config,
            training_text="abc|dcb|" * 40,
            name=name,
            device="cpu",
            runs=runs,
            threads=1,
        )
        result = train(request, lambda report: None)
    bundled = tmp_path / "bundled.safetensors"
    bundled.write_bytes(result.best_model.read_bytes())
    (runs / "first" / "best.safetensors").write_bytes(b"damaged")
    models = available_models(bundled, runs, tmp_path / "models")
    assert [(model.name, model.bundled) for model in models] == [
        ("second", True),
        ("second", False),
    ]
    assert "first" in caplog.text
