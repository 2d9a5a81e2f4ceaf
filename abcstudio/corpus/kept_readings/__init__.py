"""The tunes of sources as they were read, kept so that a later start need not read them anew."""
