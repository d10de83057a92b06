"""Which addresses become links."""

import pytest

from dashboard.reports import safe_url


@pytest.mark.parametrize(
    ("url", "link", "why"),
    [
        ("https://a.b/c?d=1&e=2#f", "https://a.b/c?d=1&e=2#f", "an ordinary address"),
        (" http://a.b ", "http://a.b", "spaces around it"),
        ("https://a.b/%D0%BA", "https://a.b/%D0%BA", "what is encoded stays so"),
        (
            "https://a.b/(c)'\"<>`",
            "https://a.b/%28c%29%27%22%3C%3E%60",
            "signs that end an attribute or a link",
        ),
        ("javascript:alert(1)", None, "a script"),
        ("JaVaScRiPt:alert(1)//http://a.b", None, "a script in disguise"),
        ("data:text/html,x", None, "a page of its own"),
        ("//a.b/c", None, "no scheme"),
        ("a.b/c", None, "no scheme either"),
        ("https://", None, "no host"),
        ("http://[a.b", None, "no address at all"),
        ("https://a.b/\nc", None, "a control character"),
        ("", None, "nothing"),
        (None, None, "not stated"),
    ],
)
def test_safe_url(url: str | None, link: str | None, why: str) -> None:
    assert safe_url(url) == link, why
