"""A `Score` written as MEI: which signs Verovio draws, in which place."""
