"""Frozen values: what every other floor passes around."""
