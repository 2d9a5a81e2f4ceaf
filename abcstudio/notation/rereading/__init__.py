"""Reading again only what an edit changed."""
