"""What a person has said of a training run."""
