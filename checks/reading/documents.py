"""Documents: the files that a page hands out, told by their address. Pure."""

from checks.text.traits import Trait
from crawler.url import path

DOCUMENTS = (".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods", ".zip", ".rtf")
FILES = (*DOCUMENTS, ".jpg", ".jpeg", ".png")
"""Those that may be scanned as well."""


@Trait
def is_document(href: str) -> bool:
    return path(href).lower().endswith(DOCUMENTS)


@Trait
def is_file(href: str) -> bool:
    return path(href).lower().endswith(FILES)
