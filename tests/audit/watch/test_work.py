"""A worker on a real store and real sites: what is due is audited, once, by whoever is there."""
