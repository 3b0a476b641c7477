"""Telephone: how the numbers of France are written. Pure."""

NUMBER = r"0(?<!\d0)[1-9](?:[ ./-]?[0-9]{2}){4}(?!\d)"
