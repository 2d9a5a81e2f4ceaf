"""Steps over batches until the loss is low: gradients, guards, evaluation, resuming."""
