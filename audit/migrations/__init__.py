"""How older stores are brought up to date: one file a version, for both databases."""
