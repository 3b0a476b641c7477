"""Telephone: how the numbers of France are written. Pure."""

AFTER_NOUGHT = r"(?<!\d0)[1-9](?:[ ./-]?[0-9]{2}){4}(?!\d)"
"""The pattern of what follows the first figure."""
NUMBER = f"0{AFTER_NOUGHT}"
