"""Which texts are addresses, and how one is shown without being told."""

import pytest

from core.access.mail_addresses import AddressWrong, is_address, masked, the_address

LONGEST = f"{'a' * 60}@{'b' * 60}.{'c' * 60}.{'d' * 60}.example"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("anna@example.org", "anna@example.org"),
        ("  <Anna.Orlova+school@Example.ORG> ", "Anna.Orlova+school@example.org"),
        ("mailto:anna@example.org", "anna@example.org"),
        ("anna@почта.рф", "anna@xn--80a1acny.xn--p1ai"),
        (LONGEST, LONGEST),
    ],
)
def test_an_address_is_taken_as_people_write_it(typed: str, address: str) -> None:
    assert the_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "anna",
        "anna@",
        "@example.org",
        "anna@example",
        "anna@localhost",
        "anna@127.0.0.1",
        "anna@-example.org",
        "anna@example..org",
        ".anna@example.org",
        "анна@example.org",
        "anna orlova@example.org",
        "anna@example.org, olga@example.org",
        "anna@example.org\nBcc: olga@example.org",
        "anna@ola@example.org",
        f"{'a' * 65}@example.org",
        f"a@{'b' * 300}.org",
        f"anna@{'b.' * 130}org",
    ],
)
def test_what_is_none_is_refused(typed: str) -> None:
    assert not is_address(typed)
    with pytest.raises(AddressWrong):
        the_address(typed)


@pytest.mark.parametrize(
    ("address", "shown"),
    [("anna@example.org", "a•••@example.org"), ("a@example.org", "a•••@example.org")],
)
def test_a_masked_address_tells_its_first_letter_and_the_domain(address: str, shown: str) -> None:
    assert masked(address) == shown
