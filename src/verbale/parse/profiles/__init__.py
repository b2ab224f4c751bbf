"""Profiles: what a person says of a family of texts, told as data."""
