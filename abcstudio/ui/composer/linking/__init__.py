"""The link of the text's tune to its engraved score."""
