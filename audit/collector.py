"""Collector: how seldom Python looks for cycles. Pages leave none behind, and what a worker has loaded stays until it ends."""

import gc


def seldom() -> None:
    """Looking for cycles every 700 objects took a twentieth of the time of an audit, and more where many walk at once."""
    gc.set_threshold(50_000, 20, 20)


def settled() -> None:
    """What is there now is never looked through again."""
    gc.collect()
    gc.freeze()
