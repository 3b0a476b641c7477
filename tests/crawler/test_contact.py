"""`mailto:` and `tel:` links as they are written: what cannot work is named, what software forgives is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.contact import mail_fault, phone_fault


@pytest.mark.parametrize(
    "written",
    [
        "mailto:mairie@valclair.fr",
        "MAILTO:mairie@valclair.fr?subject=Bonjour%20%40",
        "mailto: mairie@valclair.fr ",
        "mailto:a@b.fr,c@d.fr?cc=e@f.fr",
        "mailto:a%40b.fr",
        "mailto:Mairie%20de%20Valclair%20<mairie@valclair.fr>",
        "mailto:?subject=A%20lire",
        "mailto:jean-luc.o'neil+x@sous.domaine.valclair.gouv.fr",
        "mailto:mairie@évry-courcouronnes.fr",
    ],
)
def test_mail_that_works(written: str) -> None:
    assert mail_fault(written) == ""


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("mailto:", "no address"),
        ("mailto:mairie", "no @ in the address"),
        ("mailto:mairie[at]valclair.fr", "no @ in the address"),
        ("mailto:mairie@valclair", "not a domain after the @"),
        ("mailto:mairie@valclair.fr.", "not a domain after the @"),
        ("mailto:mairie@-valclair.fr", "not a domain after the @"),
        ("mailto:@valclair.fr", "not a mail address"),
        ("mailto://mairie@valclair.fr", "not a mail address"),
        ("mailto:a@b@valclair.fr", "not a mail address"),
        ("mailto:mai rie@valclair.fr", "a space in the address"),
        ("mailto:a@b.fr,mairie", "no @ in the address"),
    ],
)
def test_mail_that_cannot_work(written: str, fault: str) -> None:
    assert mail_fault(written) == fault


@pytest.mark.parametrize(
    "written",
    [
        "tel:+33381000000",
        "tel:+33 (0)3 81 00 00 00".replace("(0)", ""),
        "TEL:03.81.00.00.00",
        "tel:03%2081%2000%2000%2000",
        "tel:15",
        "tel:3949",
        "tel:118712",
        "tel:0590 12 34 56",
        "tel:+4122-345-67-89;ext=12",
        "tel:*31#0381000000",
        "tel:+596 596 00 00 00",
    ],
)
def test_phone_that_works(written: str) -> None:
    assert phone_fault(written) == ""


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("tel:", "no number"),
        ("tel:mairie", "not a number"),
        ("tel:0381000000/0381000001", "not a number"),
        ("tel:{{telephone}}", "not a number"),
        ("tel:+330381000000", "a 0 after +33"),
        ("tel:+33 (0)3 81 00 00 00", "a 0 after +33"),
        ("tel:+3338100000", "too short or too long"),
        ("tel:038100000", "too short or too long"),
        ("tel:1", "too short or too long"),
        ("tel:+1234567890123456", "too short or too long"),
    ],
)
def test_phone_that_cannot_work(written: str, fault: str) -> None:
    assert phone_fault(written) == fault


@given(st.text(max_size=80))
def test_nothing_written_raises(written: str) -> None:
    assert isinstance(mail_fault(f"mailto:{written}"), str)
    assert isinstance(phone_fault(f"tel:{written}"), str)
