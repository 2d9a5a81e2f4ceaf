"""Hearing the tune under the hand."""
