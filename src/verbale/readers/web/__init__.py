"""Fetching the addresses that a person gives."""
