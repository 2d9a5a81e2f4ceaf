"""The form's part for a second model."""
