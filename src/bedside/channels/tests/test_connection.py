import pytest

from bedside.channels.connection import Begun, Connected, server_address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("social.example", "https://social.example"),
        (" https://Social.Example/about?x=1 ", "https://social.example"),
        ("@clinic@social.example", "https://social.example"),
        ("clinic@social.example", "https://social.example"),
        ("http://localhost:2583", "http://localhost:2583"),
        ("social.example:8443", "https://social.example:8443"),
    ],
)
def test_server_is_understood_however_it_is_typed(typed, address):
    assert server_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "ftp://social.example",
        "javascript:alert(1)",
        "https://",
        "https://[::1",
        "social example",
        "social.example:99999",
        "https://social.example:",
    ],
)
def test_what_is_no_server_is_not_guessed(typed):
    assert server_address(typed) == ""


def test_secrets_are_not_shown():
    connected = Connected("clinic", "https://s.example", "1", secrets={"access": "hush"})
    begun = Begun("https://s.example", "hush", {"client_secret": "hush"})

    assert "hush" not in repr(connected) + repr(begun)
