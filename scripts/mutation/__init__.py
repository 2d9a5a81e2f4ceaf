"""Mutation testing: small faults are planted in a copy of the program, and the tests run on it."""
