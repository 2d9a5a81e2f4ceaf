"""Pictures of the student's own values."""
