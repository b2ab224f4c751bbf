"""Mutation runs: small faults are put into the code, and the tests of its room must see them."""
