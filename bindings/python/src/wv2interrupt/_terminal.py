"""What is shown of texts from elsewhere."""


def printable(text: str) -> str:
    """A text from elsewhere may hold anything, even what would move a terminal's cursor or turn a name around."""
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in text)
