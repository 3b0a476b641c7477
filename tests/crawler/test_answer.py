"""What an answer says: media types, Retry-After."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.answer import DAY, media_type, readable, retry_after

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("1.5", 1.5),
        ("99999999999999999999999999999999999", DAY),
        ("Sun, 01 Jun 2025 12:02:00 GMT", 120.0),
        ("Sunday, 01-Jun-25 12:02:00 GMT", 120.0),
        ("Sun, 01 Jun 2025 12:02:00", 120.0),
        ("Sun, 01 Jun 2025 14:02:00 +0200", 120.0),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", DAY),
        ("-5", None),
        ("1e9", None),
        ("inf", None),
        ("nan", None),
        ("soon", None),
        ("", None),
        (None, None),
        ("٣", None),
        ("Sun, 99 Jun 2025 99:99:99 GMT", None),
    ],
)
def test_retry_after(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


@given(st.text())
def test_retry_after_never_fails(value: str) -> None:
    wait = retry_after(value, NOW)
    assert wait is None or 0 <= wait <= DAY


@pytest.mark.parametrize(
    ("said", "kind", "read"),
    [
        ("text/html; charset=utf-8", "text/html", True),
        ("TEXT/HTML", "text/html", True),
        ("text/html, text/plain", "text/html", True),
        ("html", "", True),
        ("", "", True),
        ("application/xhtml+xml", "application/xhtml+xml", True),
        ("application/atom+xml;type=feed", "application/atom+xml", True),
        ("image/svg+xml", "image/svg+xml", False),
        ("text/plain", "text/plain", False),
        ("multipart/x-mixed-replace;boundary=x", "multipart/x-mixed-replace", False),
    ],
)
def test_media_type(said: str, kind: str, read: bool) -> None:
    assert media_type({"content-type": said}) == kind
    assert readable(kind) is read
