"""Bucket: a place of S3-compatible (or Google's, or Azure's) storage; keys and address come from the environment."""

from datetime import timedelta
from typing import Any

from audit.database import StoreError


def is_bucket(where: str) -> bool:
    """Whether this is the address of a bucket rather than of a folder."""
    return "://" in where


def bucket_of(where: str, patience: float = 180.0) -> Any:
    """`s3://bucket/prefix` and the like; AWS_ACCESS_KEY_ID … in the environment. It tries again by itself for so many seconds.

    Raises StoreError when it is no bucket.
    """
    try:
        from obstore.store import from_url
    except ModuleNotFoundError as error:
        raise StoreError("archives in a bucket need the extra: pip install 'arobase[s3]'") from error
    try:
        return from_url(where, retry_config={"max_retries": 10, "retry_timeout": timedelta(seconds=patience)})
    except Exception as error:
        raise StoreError(f"{where} is no bucket: {error}") from error
