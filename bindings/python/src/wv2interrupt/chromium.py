"""The reasons that Chromium alone has.

Source: Chromium's components/download/public/common/download_interrupt_reason_values.h.
"""

from __future__ import annotations

ONLY = {
    15: ("FILE_SAME_AS_SOURCE", "the source and the target of the download were the same."),
    32: ("SERVER_PRECONDITION", "a precondition failed on the server. Obsolete."),
    51: (
        "LOCAL_DOWNLOAD_BLOCKED",
        "the file may not be saved on this computer; a company's rule sends it to cloud storage.",
    ),
}


def name(number: int | None) -> str:
    """Chromium's name of a reason that WebView2 does not have, else ""."""
    return ONLY[number][0] if number in ONLY else ""


def describe(number: int | None) -> str:
    """What Chromium means by a number for which WebView2 has no reason."""
    if number not in ONLY:
        return (
            "This number of Chromium's is not known to this version of wv2interrupt. Keep it, and look it up in "
            "Chromium's download_interrupt_reason_values.h."
        )
    name, meaning = ONLY[number]
    return f"Chromium's {name}: {meaning} WebView2 has no such reason."
