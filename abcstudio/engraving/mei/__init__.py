"""A `Score` written as MEI, which Verovio reads."""
