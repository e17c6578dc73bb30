"""Generated headers come back as they were, and pieces of headers never raise."""

from __future__ import annotations

from builders import lines
from hypothesis import given
from hypothesis import strategies as st

from transforms.parse.header.format_lines import parse_header


@given(st.integers(0, 2**32), st.integers(0, 12))
def test_pieces_of_headers_in_any_order_never_raise(seed: int, count: int) -> None:
    import random

    dice = random.Random(seed)
    pieces = [
        "FM",
        "TO",
        "INFO ",
        "XMT/",
        "RUEHC/",
        "ZEN/",
        "AMEMBASSY",
        " ",
        "\n",
        "PRIORITY",
        "0114-0117",
        "//POLAD//",
        "EUR-12",
        "COLLECTIVE",
        "PAGE 02 ",
        ":",
        "DESTINATION: ",
    ]
    parse_header(lines("".join(dice.choice(pieces) for _ in range(count * 3))))


STATIONS = [
    ("RUEHC", "SECSTATE WASHDC"), ("RUEHPV", "AMEMBASSY PORT VESPER"),
    ("RUEHGH", "AMEMBASSY GRAND HALDEN ISLE"), ("RUEHLI", "AMEMBASSY LISBON"),
    ("RUEHRI", "AMCONSUL RIO DE JANEIRO"), ("RUEHNY", "USMISSION USUN NEW YORK"),
    ("RUEHNO", "USMISSION USNATO"), ("RUEHUNV", "USMISSION UNVIE VIENNA"),
    ("RUEHBS", "USEU BRUSSELS"), ("RUEHIN", "AIT TAIPEI"),
    ("RUCNXYZ", "LAGOON STATES COLLECTIVE"), ("RUCNSAD", "SOUTHERN LAGOON COMMUNITY COLLECTIVE"),
    ("RHMFISS", "HQ HARBOR COMMAND DRY DOCK FL//POLAD//"), ("RUEPGAB", "CDR614THAOC"),
    ("RHMFISS", "HQ USEUCOM LAGOON GE//J5 DIRECTORATE (MC)//"), ("RHRMDAB", "COMUSNAVLAGOON"),
    ("RUEAIIA", "CIA WASHINGTON DC"), ("RHEFDIA", "DIA WASHINGTON DC//DHO-2//"),
    ("RUEBAAA", "DEPT OF ENERGY WASHINGTON DC"), ("RUCPDOC", "USDOC WASHDC//4322/ITA/MAC//"),
    ("RHMFIUU", "US HARBOR AND BORDER PROTECTION WASHDC"), ("RUEKJCS", "JOINT STAFF WASHINGTON DC"),
    ("RUZEJAA", "JAC LAGOON RAF LAGOON UK"), ("RHEHAAA", "WHITE HOUSE WASHINGTON DC"),
]  # fmt: skip


@st.composite
def _headers(draw: st.DrawFn) -> list[tuple[str, str, str, str | None, str | None]]:
    rows = []
    count = draw(st.integers(1, 9))
    actions = draw(st.integers(1, count))
    for index in range(count):
        routing, plad = draw(st.sampled_from(STATIONS))
        word = draw(st.sampled_from([None, "PRIORITY", "IMMEDIATE", "ROUTINE", "NIACT IMMEDIATE"]))
        serial = draw(st.none() | st.integers(0, 9999).map("{:04d}".format))
        role = "TO" if index < actions else "INFO"
        rows.append((role, routing, plad, word, serial if plad.startswith(("AM", "SEC")) else None))
    return rows


def _lines_of(rows: list[tuple[str, str, str, str | None, str | None]], has_routing: bool) -> str:
    role, written = None, []
    for row in rows:
        words = [word for word in (row[2], row[3], row[4]) if word]
        name = f"{row[1]}/{' '.join(words)}" if has_routing else " ".join(words)
        written.append(name if row[0] == role else f"{row[0]} {name}")
        role = row[0]
    return "\n".join(written)


@given(
    _headers(), st.sampled_from(["lines", "bare", "one line", "blank lines", "wrapped"]), st.data()
)
def test_any_header_comes_back_however_it_is_written(
    rows: list[tuple[str, str, str, str | None, str | None]], form: str, data: st.DataObject
) -> None:
    text = _lines_of(rows, has_routing=form != "bare")
    if form == "one line":
        text = text.replace("\n", " ")
    elif form == "blank lines":
        text = text.replace("\n", "\n\n")
    elif form == "wrapped":
        text = "\n".join(_wrap(line, data.draw(st.integers(28, 60))) for line in text.split("\n"))
    header = parse_header(lines(f"P 011430Z APR 08\nFM AMEMBASSY OSLO\n{text}"))
    assert [
        (r.role, r.routing_indicator, r.plad, r.precedence, r.message_serial)
        for r in header.recipients
    ] == [
        (role, None if form == "bare" else routing, plad, word or "PRIORITY", serial)
        for role, routing, plad, word, serial in rows
    ]


def _wrap(line: str, width: int) -> str:
    """The line, cut at the last blank before a width, as a teletype did."""
    at = line.rfind(" ", len(line.split("/", 1)[0]) + 1, width)
    return line if len(line) <= width or at < 0 else f"{line[:at]}\n{line[at + 1 :]}"
