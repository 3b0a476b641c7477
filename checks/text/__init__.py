"""Text: how French words are folded, searched and read, whatever page they stand on."""
