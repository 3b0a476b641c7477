"""Wordings: how pages tell of one thing in their own words. What a feature that has many of them reads, by its subject."""
