"""The chosen tune, drawn or heard."""
