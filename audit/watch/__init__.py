"""Watching: sites that are audited again and again, by one process or by a fleet."""
