"""Decides whether an address from a report may become a link."""

from urllib.parse import quote, urlsplit

# What RFC 3986 lets stand in an address, less quotes and parentheses, which end attributes and Markdown links.
KEPT = ":/?#[]@!$&*+,;=%-._~"


def safe_url(url: str | None) -> str | None:
    """The address as it may stand in a link, or `None` where it is no http(s) address with a host.

    Characters that could leave an attribute or a Markdown link (quotes, brackets, spaces, ...) are percent-encoded.
    """
    if url is None:
        return None
    text = url.strip()
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:  # an unbalanced [ in the host
        return None
    if parts.scheme not in {"http", "https"} or not host or any(ord(sign) < 32 for sign in text):
        return None
    return quote(text, safe=KEPT)
