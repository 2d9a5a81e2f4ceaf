"""Answers to lessons run, judged or tried in bulk."""
