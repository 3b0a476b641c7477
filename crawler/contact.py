"""Contact: whether a `mailto:` or `tel:` link can work as it is written. Nothing is asked, nobody is rung. Pure.

Lenient where software is: spaces and dots in numbers, names before an address, no recipient at all (« partager par courriel »).
RFC 6068 (mailto), RFC 3966 (tel), and the numbering plan of France.
"""

import re
from urllib.parse import unquote

_NAMED = re.compile(r"<([^<>]*)>\s*\Z")
_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
_SEPARATORS = re.compile(r"[\s().\-\u00a0\u202f\u2010-\u2015]")
_NUMBER = re.compile(r"\+?[\d*#]+\Z", re.ASCII)


def mail_fault(raw: str) -> str:
    """What is wrong with a `mailto:` link, '' when nothing is."""
    written, _, rest = raw.strip()[len("mailto:") :].partition("?")
    # `unquote` never raises: what is no escape stays as it is.
    people = [person.strip() for person in unquote(written).split(",")]
    if not any(people):
        return "" if rest else "no address"
    for person in people:
        fault = _address_fault(person) if person else ""
        if fault:
            return fault
    return ""


def _address_fault(person: str) -> str:
    named = _NAMED.search(person)
    whole = named[1].strip() if named else person
    local, at, domain = whole.rpartition("@")
    if not at:
        return "no @ in the address"
    if not local or "@" in local or local.startswith("//"):
        return "not a mail address"
    if re.search(r"\s", whole):
        return "a space in the address"
    labels = domain[:300].split(".")
    if not (len(labels) > 1 and len(domain) < 254 and len(labels[-1]) > 1 and all(map(_LABEL.fullmatch, labels))):
        return "not a domain after the @"
    return ""


def phone_fault(raw: str) -> str:
    """What is wrong with a `tel:` link, '' when nothing is."""
    number = _SEPARATORS.sub("", unquote(raw.strip()[len("tel:") :]).partition(";")[0])
    if not number:
        return "no number"
    if not _NUMBER.match(number):
        return "not a number"
    digits = re.sub(r"\D", "", number)
    if "*" in number or "#" in number:
        return ""
    if not 2 <= len(digits) <= 15:
        return "too short or too long"
    if number.startswith("+330"):
        return "a 0 after +33"
    french = number.startswith("+33")
    national = number.startswith("0") and not number.startswith("00")
    if (french and len(digits) != 11) or (national and len(digits) != 10):
        return "too short or too long"
    return ""
