"""A character network: encoded text in; a trained model, sampled characters out. Knows no music.

With `lessons` the only package that imports torch, and only inside the functions that need it
(`config` and `vocabulary` import without it).
"""
