"""Prints the functions of the parser that are called while a cable is parsed, one to a line.

A program of its own, for in a process that parsed before, remembered answers would not be computed.
"""

from __future__ import annotations

import sys
from types import FrameType

from builders import HEADER, OPENING, record

from transforms.parse.parse import parse

OFFICES = "ACTION EUR-12\nINFO LOG-00 SS-15 NSC-05 /048 W"
BODY = """1. (C) Summary: The minister hopes for a pier (Ref A). End summary.

A Pier and Its Critics

2. (SBU) The harbor board objected, saying that XXXXXXXXXXXX had
seen no tide table, as 07 ELDERPORT 1291 reported.

QUILL
"""


def main() -> None:
    """Parse a cable with a bit of everything, and print what was called."""
    opening = OPENING.replace(
        "SIPDIS", "SIPDIS\n\nH PASS TO SENATOR MOSS\nDEPT FOR EUR/LAG (A. QUILL)"
    ).replace(
        "STATE 41120",
        "STATE 41120 AND 41121 (NOTAL)\n     B. QUILL E-MAIL OF MARCH 2\n"
        "     C. OSLO MSG DTG 021415Z FEB 08",
    )
    called: set[str] = set()

    def watch(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call":
            called.add(f"{frame.f_globals.get('__name__')}.{frame.f_code.co_qualname}")

    sys.setprofile(watch)
    for blocks in ((HEADER, opening, BODY), (OFFICES, HEADER, opening, BODY)):
        parse(record("\n\n".join(blocks)))
    sys.setprofile(None)
    for name in sorted(called):
        sys.stdout.write(f"{name}\n")


main()
