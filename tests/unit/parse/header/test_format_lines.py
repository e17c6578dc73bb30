"""The transmission header, whole, partial, and run together."""

from __future__ import annotations

import pytest
from builders import HEADER, lines, parsed
from hypothesis import given
from hypothesis import strategies as st

from transforms.parse.header.format_lines import parse_header
from transforms.parse.header.precedence import highest, parse_precedence
from transforms.read.record import Metadata


def _recipients(text: str) -> list[tuple[str, str | None, str, str | None, str | None]]:
    header = parse_header(lines(text))
    return [
        (r.role, r.routing_indicator, r.plad, r.precedence, r.message_serial)
        for r in header.recipients
    ]


def test_a_whole_header() -> None:
    header = parse_header(lines(HEADER))
    assert header.transmission_id == "VZCZCXRO1234"
    assert (header.dtg, header.precedence, header.origin) == (
        "011430Z APR 08",
        "PRIORITY",
        "AMEMBASSY OSLO",
    )
    assert header.de_serial == 417
    assert _recipients(HEADER) == [
        ("TO", "RUEHC", "SECSTATE WASHDC", "PRIORITY", "3310"),
        ("INFO", "RUEHPV", "AMEMBASSY PORT LOUIS", "PRIORITY", "0021"),
    ]
    assert len(header.claims) == 8


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("TO RUEHC/SECSTATE WASHDC 3310", ("TO", "RUEHC", "SECSTATE WASHDC", None, "3310")),
        ("TO SECSTATE WASHDC", ("TO", None, "SECSTATE WASHDC", None, None)),
        (
            "INFO ZEN/AMEMBASSY PORT LOUIS NIACT IMMEDIATE 0114-0117",
            ("INFO", None, "AMEMBASSY PORT LOUIS", "NIACT IMMEDIATE", "0114-0117"),
        ),
        (
            "INFO RHMFISS/HQ USCENTCOM MACDILL AFB FL//POLAD//",
            ("INFO", "RHMFISS", "HQ USCENTCOM MACDILL AFB FL//POLAD//", None, None),
        ),
        (
            "INFO RUCNXYZ/LAGOON STATES COLLECTIVE PRIORTY",
            ("INFO", "RUCNXYZ", "LAGOON STATES COLLECTIVE", "PRIORITY", None),
        ),
    ],
)
def test_address_lines(line: str, expected: tuple) -> None:
    assert _recipients(line) == [expected]


def test_a_line_without_a_role_goes_on_with_the_last_one() -> None:
    text = (
        "TO RUEHC/SECSTATE WASHDC 1\nRUEHPV/AMEMBASSY PORT LOUIS 0021\nINFO RUEHXX/AMEMBASSY LISBON"
    )
    assert [(r[0], r[2]) for r in _recipients(text)] == [
        ("TO", "SECSTATE WASHDC"),
        ("TO", "AMEMBASSY PORT LOUIS"),
        ("INFO", "AMEMBASSY LISBON"),
    ]


def test_a_wrapped_name_is_joined() -> None:
    assert _recipients("INFO RUCNXYZ/LAGOON STATES\nCOLLECTIVE PRIORITY")[0][2:4] == (
        "LAGOON STATES COLLECTIVE",
        "PRIORITY",
    )


def test_exempt_posts_are_no_recipients_but_understood() -> None:
    header = parse_header(lines("TO SECSTATE WASHDC\nXMT AMCONSUL HAMBURG"))
    assert [r.plad for r in header.recipients] == ["SECSTATE WASHDC"]
    assert len(header.claims) == 2


@pytest.mark.parametrize("signals", ["", " ZDK", " ZDS", " ZDK CTG RUEHXX 4169", " ZFF4"])
def test_two_letters_are_action_and_info(signals: str) -> None:
    addresses = "FM AMEMBASSY OSLO\nTO SECSTATE WASHDC\nINFO AMEMBASSY LISBON"
    header = parse_header(lines(f"O R 011430Z APR 08{signals}\n{addresses}"))
    assert [r.precedence for r in header.recipients] == ["IMMEDIATE", "ROUTINE"]
    assert header.precedence == "IMMEDIATE"


def test_a_header_on_one_line() -> None:
    text = HEADER.replace("\n", " ").replace("VZCZCXRO1234 ", "VZCZCXRO1234\n")
    assert _recipients(text) == _recipients(HEADER)


def test_a_header_with_tabs() -> None:
    assert _recipients(HEADER.replace(" ", "\t")) == _recipients(HEADER)


def test_a_header_in_small_letters_is_understood_whole() -> None:
    header = parse_header(lines(HEADER.lower()))
    assert (header.transmission_id, header.dtg) == ("VZCZCXRO1234", "011430z apr 08")
    assert (header.precedence, header.de_serial) == ("PRIORITY", 417)
    assert len(header.claims) == len(parse_header(lines(HEADER)).claims)


def test_the_transmission_id_and_one_station_on_a_line() -> None:
    header = parse_header(lines("VZCZCXRO1234 RR RUEHXX\nR 011430Z APR 08"))
    assert (header.transmission_id, header.precedence) == ("VZCZCXRO1234", "ROUTINE")


@pytest.mark.parametrize(
    "mark",
    ["C O N F I D E N T I A L OSLO 000417", "S  E  C  R  E  T  OSLO  000417", "UNCLAS SECTION 01 OF 02 OSLO 000417",
     "S E C R E T OSLO 000417 SIPDIS E.O. 12958: DECL: 04/01/2018"],
)  # fmt: skip
@pytest.mark.parametrize("last", ["0021", "0021\nNSC WASHDC", "0021\nXMT AMCONSUL HAMBURG"])
@pytest.mark.parametrize("separator", ["\n", " "], ids=["lines", "one line"])
def test_the_marking_line_behind_the_last_address(mark: str, last: str, separator: str) -> None:
    head = f"{HEADER.rpartition(' ')[0]} {last}"
    rest = "\n\nTAGS: PREL\nSUBJECT: A PIER\n\n1. (C) It opened."
    glued = parsed(f"{head}".replace("\n", separator, 7) + f" {mark}{rest}")
    apart = parsed(f"{head}\n\n{mark}{rest}")
    assert (glued.recipients, glued.exempt) == (apart.recipients, apart.exempt)
    assert (glued.mrn, glued.body_classification) == ("OSLO 000417", apart.body_classification)
    assert glued.paragraphs == apart.paragraphs


def test_the_marking_line_behind_the_last_address_and_wrapped() -> None:
    cable = parsed(f"{HEADER} C O N F I D E N T I A L\nSECTION 01 OF 02 OSLO 000417\n\nTAGS: PREL")
    assert (cable.mrn, cable.section_count, cable.coverage) == ("OSLO 000417", 2, 1.0)
    assert [r.message_serial for r in cable.recipients] == ["3310", "0021"]


@pytest.mark.parametrize("count", ["", " 0021", " 0021 INFO NSC WASHDC"])
def test_an_address_with_a_level_in_its_name_is_no_marking_line(count: str) -> None:
    text = f"{HEADER}\nINFO SECRET SERVICE WASHDC{count}\n\nTAGS: PREL"
    cable = parsed(text, metadata=Metadata(mrn="08OSLO417"))
    assert cable.recipients[2].plad == "SECRET SERVICE WASHDC"
    assert cable.mrn is None


@pytest.mark.parametrize(
    "text",
    [
        HEADER.replace("\n", "  ").replace(" ", "  "),
        HEADER.replace("\nTO ", " TO\n").replace("\nINFO ", " INFO\n"),
        HEADER.replace("ZZH\n", "ZZH   "),
    ],
    ids=[
        "one line of doubled blanks",
        "roles at the ends of lines",
        "group behind the security line",
    ],
)
def test_format_lines_that_run_together(text: str) -> None:
    header, whole = parse_header(lines(text)), parse_header(lines(HEADER))
    assert header._replace(claims=()) == whole._replace(claims=())


@pytest.mark.parametrize(
    ("text", "expected"),
    [("PP", "PRIORITY"), ("O", "IMMEDIATE"), ("NIACT IMMEDIATE", "NIACT IMMEDIATE"),
     ("priorty", "PRIORITY"), ("X", None), ("", None), ("PR", None)],
)  # fmt: skip
def test_precedence_words_and_letters(text: str, expected: str | None) -> None:
    assert parse_precedence(text) == expected


def test_the_highest_precedence() -> None:
    assert highest(["ROUTINE", None, "NIACT IMMEDIATE", "PRIORITY"]) == "NIACT IMMEDIATE"
    assert highest([]) is None


@given(st.text(max_size=400))
def test_no_header_raises(text: str) -> None:
    parse_header(lines(text))


@pytest.mark.parametrize(
    "text",
    [
        "INFO  LOG-00   AF-00\n  /001W\n\nVZCZCXRO1234\nPP RUEHAG RUEHROV\nRUEHSR\n" + HEADER,
        "VZCZCXRO1234\nPP RUEHAG RR RUEHROV RUEHSR\n" + HEADER,
        "ORIGIN EUR-12\n\nDRAFTED BY EUR/LAG:AQUILL:MP\nAPPROVED BY EUR/LAG:UMOSS\n" + HEADER,
        HEADER.replace("INFO ", "\nOSLO 00000417 001.2 OF 002\n\nINFO "),
    ],
    ids=[
        "stations-wrapped-below-offices",
        "stations-of-two-precedences",
        "drafter-above",
        "page-line-between",
    ],
)
def test_every_line_around_the_addresses_is_understood(text: str) -> None:
    claims = parse_header(lines(text)).claims
    assert sum(len(text[c.start : c.end].split()) for c in claims) == len(text.split())
    assert _recipients(text) == _recipients(HEADER)
