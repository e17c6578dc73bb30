"""Addressees: one address, and the lines on which they stand."""

from __future__ import annotations

import pytest
from builders import lines
from hypothesis import given
from hypothesis import strategies as st

from transforms.parse.address import kind_of_addressee, parse_address
from transforms.parse.header import Header, parse_header

Row = tuple[str | None, str, str | None, str | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SECSTATE WASHDCPRIORITY 3310", (None, "SECSTATE WASHDC", "PRIORITY", "3310")),
        ("RUEHC/SECSTATE WASHDC PRIORITY3310", ("RUEHC", "SECSTATE WASHDC", "PRIORITY", "3310")),
        ("RUEHC/SECSTATE WASHDC3310", ("RUEHC", "SECSTATE WASHDC", None, "3310")),
        ("RUEHC SECSTATE WASHDC 3310", ("RUEHC", "SECSTATE WASHDC", None, "3310")),
        ("RUEHC / SECSTATE  WASHDC  3310", ("RUEHC", "SECSTATE WASHDC", None, "3310")),
        ("RUEHC//SECSTATE WASHDC", ("RUEHC", "SECSTATE WASHDC", None, None)),
        ("RUEHC/ZEN/SECSTATE WASHDC", ("RUEHC", "SECSTATE WASHDC", None, None)),
        ("ZEN/RUEHC/SECSTATE WASHDC", ("RUEHC", "SECSTATE WASHDC", None, None)),
        ("ZEN/AMEMBASSY PORT VESPER", (None, "AMEMBASSY PORT VESPER", None, None)),
        ("ZEN / AMEMBASSY PORT VESPER 12", (None, "AMEMBASSY PORT VESPER", None, "12")),
        ("PRIORITY RUEHC/SECSTATE WASHDC", ("RUEHC", "SECSTATE WASHDC", "PRIORITY", None)),
        ("RUEHC/SECSTATE PRIORITY WASHDC 1", ("RUEHC", "SECSTATE WASHDC", "PRIORITY", "1")),
        ("RUEHC/SECSTATE WASHDC 3310 PRIORITY", ("RUEHC", "SECSTATE WASHDC", "PRIORITY", "3310")),
        ("RUEHC/SECSTATE WASHDC NIACT IMMEDIATE 3310",
         ("RUEHC", "SECSTATE WASHDC", "NIACT IMMEDIATE", "3310")),
        ("SECSTATE WASHDC IMMEDIATE NIACT", (None, "SECSTATE WASHDC", "NIACT IMMEDIATE", None)),
        ("SECSTATE WASHDC NIACT 4042", (None, "SECSTATE WASHDC", "NIACT IMMEDIATE", "4042")),
        ("SECSTATE WASHDC NIACT IMMED 4042", (None, "SECSTATE WASHDC", "NIACT IMMEDIATE", "4042")),
        ("SECSTATE WASHDC FLASH 4042", (None, "SECSTATE WASHDC", "FLASH", "4042")),
        ("SECSTATE WASHDC PIORITY 1", (None, "SECSTATE WASHDC", "PRIORITY", "1")),
        ("SECSTATE WASHDC PRIORTY", (None, "SECSTATE WASHDC", "PRIORITY", None)),
        ("SECSTATE WASHDC PRIOIRTY", (None, "SECSTATE WASHDC", "PRIORITY", None)),
        ("SECSTATE WASHDC IMMEDIATTE", (None, "SECSTATE WASHDC", "IMMEDIATE", None)),
        ("SECSTATE WASHDC IMMDIATE", (None, "SECSTATE WASHDC", "IMMEDIATE", None)),
        ("SECSTATE WASHDC ROUTNE", (None, "SECSTATE WASHDC", "ROUTINE", None)),
        ("SECSTATE WASHDC (PRIORITY) 3310", (None, "SECSTATE WASHDC", "PRIORITY", "3310")),
        ("SECSTATE WASHDC priority", (None, "SECSTATE WASHDC", "PRIORITY", None)),
        ("SECSTATE WASHDC PRIORITY, 3310.", (None, "SECSTATE WASHDC", "PRIORITY", "3310")),
        ("SECSTATE WASHDC;", (None, "SECSTATE WASHDC", None, None)),
        ("SECSTATE WASHDC//", (None, "SECSTATE WASHDC", None, None)),
        ("SECSTATE WASHDC #3310", (None, "SECSTATE WASHDC", None, "3310")),
        ("SECSTATE WASHDC NR. 3310", (None, "SECSTATE WASHDC", None, "3310")),
        ("SECSTATE WASHDC 561", (None, "SECSTATE WASHDC", None, "561")),
        ("AMEMBASSY PORT VESPER O021", (None, "AMEMBASSY PORT VESPER", None, "O021")),
        ("AMEMBASSY PORT VESPER 0114-0117", (None, "AMEMBASSY PORT VESPER", None, "0114-0117")),
        ("AMEMBASSY PORT VESPER 0114/0117", (None, "AMEMBASSY PORT VESPER", None, "0114/0117")),
        ("AMEMBASSY PORT VESPER PRIORITY 0114 - 0117",
         (None, "AMEMBASSY PORT VESPER", "PRIORITY", "0114 - 0117")),
        ("AMCONSUL DRY HARBOR 7", (None, "AMCONSUL DRY HARBOR", None, "7")),
        ("USMISSION USNATO 21", (None, "USMISSION USNATO", None, "21")),
        ("RHMFISS/HQ USCENTCOM MACDILL AFB FL//POLAD//",
         ("RHMFISS", "HQ USCENTCOM MACDILL AFB FL//POLAD//", None, None)),
        ("RHMFISS/HQ USCENTCOM MACDILL AFB FL//POLAD// PRIORITY 0033",
         ("RHMFISS", "HQ USCENTCOM MACDILL AFB FL//POLAD//", "PRIORITY", "0033")),
        ("RUCNFB/FBI WASHDC//HARBOR/PIER WATCH//",
         ("RUCNFB", "FBI WASHDC//HARBOR/PIER WATCH//", None, None)),
        ("RUEAIIA/CIA WASHINGTON DC 0021", ("RUEAIIA", "CIA WASHINGTON DC", None, "0021")),
        ("RHMFISS/CJTF 101", ("RHMFISS", "CJTF 101", None, None)),
        ("RHMFISS/CTF 151 PRIORITY", ("RHMFISS", "CTF 151", "PRIORITY", None)),
        ("RHRMAKS/COMDESRON 50", ("RHRMAKS", "COMDESRON 50", None, None)),
        ("RUCNXYZ/LAGOON STATES COLLECTIVE PRIORTY",
         ("RUCNXYZ", "LAGOON STATES COLLECTIVE", "PRIORITY", None)),
        ("ROME/PIER OFFICE", (None, "ROME/PIER OFFICE", None, None)),
        ("USDA/FAS WASHDC 0012", (None, "USDA/FAS WASHDC", None, "0012")),
        ("RUEHC/SecState WashDC Priority 3310", ("RUEHC", "SecState WashDC", "PRIORITY", "3310")),
        ("ALL DIPLOMATIC AND CONSULAR POSTS PRIORITY",
         (None, "ALL DIPLOMATIC AND CONSULAR POSTS", "PRIORITY", None)),
        ("EUCOM", (None, "EUCOM", None, None)),
        ("SECSTATE WASHDC 3310 SIPDIS", (None, "SECSTATE WASHDC", None, "3310")),
        ("SECSTATE WASHDC PRIORITY BT", (None, "SECSTATE WASHDC", "PRIORITY", None)),
        ("PRIORITY 3310", (None, "", "PRIORITY", "3310")),
        ("0021", (None, "", None, "0021")),
    ],
)  # fmt: skip
def test_one_address(text: str, expected: Row) -> None:
    a = parse_address(text)
    assert (a.routing_indicator, a.plad, a.precedence, a.message_serial) == expected


@pytest.mark.parametrize(
    ("plad", "expected"),
    [
        ("SECSTATE WASHDC", ("post", "STATE")),
        ("AMEMBASSY TEL AVIV", ("post", "TELAVIV")),
        ("AMEMBASSY PORT VESPER", ("post", "PORTVESPER")),
        ("AMEMBASSY LISBON//DAO//", ("post", "LISBON")),
        ("AMCONSUL HAMBURG", ("post", "HAMBURG")),
        ("USMISSION USNATO", ("post", "USNATO")),
        ("USMISSION USUN NEW YORK", ("post", "USUNNEWYORK")),
        ("USUN NEW YORK", ("post", "USUNNEWYORK")),
        ("AIT TAIPEI", ("post", "AITTAIPEI")),
        ("LAGOON STATES COLLECTIVE", ("collective", None)),
        ("ALL DIPLOMATIC AND CONSULAR POSTS", ("collective", None)),
        ("SPECIAL EMBASSY PROGRAM", ("collective", None)),
        ("DEPT OF ENERGY WASHINGTON DC", ("agency", None)),
        ("CIA WASHINGTON DC", ("agency", None)),
    ],
)
def test_kinds_of_addressees(plad: str, expected: tuple[str, str | None]) -> None:
    assert kind_of_addressee(plad) == expected


TO = "SECSTATE WASHDC"
VESPER = "AMEMBASSY PORT VESPER"


def _names(text: str) -> list[str]:
    return [f"{r.role} {r.plad}" for r in parse_header(lines(text)).recipients]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("TORUEHC/SECSTATE WASHDC 1\nINFORUEHPV/AMEMBASSY PORT VESPER",
                     [f"TO {TO}", f"INFO {VESPER}"], id="roles without a blank"),
        pytest.param("FMAMEMBASSY ELDERPORT\nTOSECSTATE WASHDC", [f"TO {TO}"], id="FM glued"),
        pytest.param("TO:RUEHC/SECSTATE WASHDC\nINFO: RUEHPV/AMEMBASSY PORT VESPER",
                     [f"TO {TO}", f"INFO {VESPER}"], id="colons"),
        pytest.param("TO\nRUEHC/SECSTATE WASHDC\nINFO\nRUEHPV/AMEMBASSY PORT VESPER",
                     [f"TO {TO}", f"INFO {VESPER}"], id="roles alone"),
        pytest.param("INFO RUEHPV/AMEMBASSY PORT VESPER\nTO RUEHC/SECSTATE WASHDC",
                     [f"INFO {VESPER}", f"TO {TO}"], id="INFO first"),
        pytest.param("TO RUEHC/SECSTATE WASHDC\nINFO RUEHXX/A ONE\nTO RUEHYY/B TWO\nINFO NSC",
                     [f"TO {TO}", "INFO A ONE", "TO B TWO", "INFO NSC"], id="roles repeat"),
        pytest.param("TO RUEHC/SECSTATE WASHDC\nINFO RUEHXX/A ONE\nINFO RUEHYY/B TWO",
                     [f"TO {TO}", "INFO A ONE", "INFO B TWO"], id="INFO on each line"),
        pytest.param("TO RUEHC/SECSTATE WASHDC\nZEN/AMEMBASSY PORT VESPER",
                     [f"TO {TO}", f"TO {VESPER}"], id="ZEN goes on with TO"),
        pytest.param("TO PAGE 02 STATE 091234 021530Z\nRUEHPV/AMEMBASSY PORT VESPER",
                     [f"TO {VESPER}"], id="page line glued to the role"),
        pytest.param("TO RUEHC/SECSTATE WASHDC\nPAGE 02 STATE 091234 021530Z\nINFO NSC WASHDC",
                     [f"TO {TO}", "INFO NSC WASHDC"], id="page line between"),
        pytest.param("TO RUEHC/SECSTATE WASHDC\nELDERPORT 00000417 001.2 OF 003\nINFO NSC WASHDC",
                     [f"TO {TO}", "INFO NSC WASHDC"], id="page line of a post between"),
        pytest.param("TO RUEHC/SECSTATE WASHDC 3310 ELDERPORT 00000417 001.2 OF 003\nINFO NSC WASHDC",
                     [f"TO {TO}", "INFO NSC WASHDC"], id="page line glued to an address"),
        pytest.param("TO RUEHC/SECSTATE WASHDC\n\nSIPDIS\n\nINFO RUEHPV/AMEMBASSY PORT VESPER",
                     [f"TO {TO}", f"INFO {VESPER}"], id="SIPDIS and blanks between"),
        pytest.param("INFO RUEHXX/A ONE\n\n\nRUEHYY/B TWO\nSIPDIS\nRUEHZZ/C THREE",
                     ["INFO A ONE", "INFO B TWO", "INFO C THREE"], id="blanks within INFO"),
        pytest.param("TO RUEHC/SECSTATE WASHDC INFO RUEHPV/AMEMBASSY PORT VESPER 0021",
                     [f"TO {TO}", f"INFO {VESPER}"], id="two roles on a line"),
        pytest.param("INFO AMEMBASSY ANKARA AMEMBASSY BONN AMCONSUL HAMBURG",
                     ["INFO AMEMBASSY ANKARA", "INFO AMEMBASSY BONN", "INFO AMCONSUL HAMBURG"],
                     id="several on a line"),
        pytest.param("INFO AMEMBASSY ANKARA, AMEMBASSY BONN; AMCONSUL HAMBURG",
                     ["INFO AMEMBASSY ANKARA", "INFO AMEMBASSY BONN", "INFO AMCONSUL HAMBURG"],
                     id="separated by commas"),
        pytest.param("INFO RUEHXX/A ONE RUEHYY/B TWO 0012 RUEHZZ/C THREE",
                     ["INFO A ONE", "INFO B TWO", "INFO C THREE"], id="stations on a line"),
        pytest.param("INFO RUCNXYZ/LAGOON STATES\nCOLLECTIVE PRIORITY\nRUEHPV/AMEMBASSY PORT VESPER",
                     ["INFO LAGOON STATES COLLECTIVE", f"INFO {VESPER}"], id="collective wrapped"),
        pytest.param("INFO RUEHPL/AMEMBASSY PORT\nLOUIS 0021\nRUEHXX/A ONE",
                     ["INFO AMEMBASSY PORT LOUIS", "INFO A ONE"], id="post wrapped"),
        pytest.param("INFO AMEMBASSY PORT\nLOUIS 0021\nAMEMBASSY BONN",
                     ["INFO AMEMBASSY PORT LOUIS", "INFO AMEMBASSY BONN"], id="bare post wrapped"),
        pytest.param("INFO RUEHPV/AMEMBASSY\nPORT VESPER 0021", [f"INFO {VESPER}"],
                     id="wrapped behind AMEMBASSY"),
        pytest.param("INFO RUEHPV/\nAMEMBASSY PORT VESPER 0021", [f"INFO {VESPER}"],
                     id="wrapped behind the slash"),
        pytest.param("INFO RUEHPS/AMEMBASSY PORT-\nOF-SPAIN 0021", ["INFO AMEMBASSY PORT-OF-SPAIN"],
                     id="wrapped at a hyphen"),
        pytest.param("INFO RHMFISS/HQ USCENTCOM MACDILL\nAFB FL//POLAD//\nRUEHXX/A ONE",
                     ["INFO HQ USCENTCOM MACDILL AFB FL//POLAD//", "INFO A ONE"],
                     id="command wrapped"),
        pytest.param("INFO RHMFISS/HQ USCENTCOM MACDILL AFB FL\n//POLAD//",
                     ["INFO HQ USCENTCOM MACDILL AFB FL//POLAD//"], id="symbols wrapped"),
        pytest.param("INFO RUEBAAA/DEPT OF\nENERGY WASHINGTON DC PRIORITY",
                     ["INFO DEPT OF ENERGY WASHINGTON DC"], id="department wrapped"),
        pytest.param("INFO RUEAWJA/DEPARTMENT OF JUSTICE\nWASHINGTON DC PRIORITY",
                     ["INFO DEPARTMENT OF JUSTICE WASHINGTON DC"], id="city wrapped"),
        pytest.param("TO RUEHC/SECSTATE WASHDC\nPRIORITY 3310\nINFO NSC", [f"TO {TO}", "INFO NSC"],
                     id="precedence wrapped"),
        pytest.param("TO RUEHC/SECSTATE WASHDC PRIORITY\n3310\nINFO NSC", [f"TO {TO}", "INFO NSC"],
                     id="count wrapped"),
        pytest.param("INFO SECDEF\nEUCOM\nCSAF", ["INFO SECDEF", "INFO EUCOM", "INFO CSAF"],
                     id="bare names are not wrapped"),
        pytest.param("INFO AMEMBASSY BONN\nROME\nPARIS",
                     ["INFO AMEMBASSY BONN", "INFO ROME", "INFO PARIS"],
                     id="a post alone is no called station"),
        pytest.param("INFO RUEHZL/LAGOON COLLECTIVE\nNSC WASHINGTON DC",
                     ["INFO LAGOON COLLECTIVE", "INFO NSC WASHINGTON DC"],
                     id="a complete name is not gone on with"),
        pytest.param("FM AMEMBASSY ELDERPORT\nRUEHC/SECSTATE WASHDC 3310\nINFO RUEHXX/A ONE",
                     [f"TO {TO}", "INFO A ONE"], id="TO lost"),
        pytest.param("RUEHC/SECSTATE WASHDC 3310\nINFO RUEHXX/A ONE", [f"TO {TO}", "INFO A ONE"],
                     id="header begins in the middle"),
        pytest.param("ACTION SECSTATE WASHDC IMMEDIATE 12\nINFO NSC", [f"TO {TO}", "INFO NSC"],
                     id="ACTION for TO"),
        pytest.param("TO RUEHC/SECSTATE WASHDC\nFM AMEMBASSY ELDERPORT\nINFO RUEHXX/A ONE",
                     [f"TO {TO}", "INFO A ONE"], id="FM behind TO"),
        pytest.param("FM AMEMBASSY ELDERPORT\nTO SECSTATE WASHDC\nFM AMEMBASSY ELDERPORT\n"
                     "TO SECSTATE WASHDC\nINFO NSC", [f"TO {TO}"], id="header repeated"),
        pytest.param("TO RUEHC/SECSTATE WASHDC\nID: 417\nORIGIN: Embassy Elderport\n"
                     "DATE: 4/1/2008\nCLASSIFICATION: SECRET\nMISC: 08OSLO1",
                     [f"TO {TO}"], id="key block below"),
        pytest.param("TO RUEHC/SECSTATE WASHDC\n>\n08ELDERPORT417\n4/1/2008 14:30\n"
                     "Embassy Elderport", [f"TO {TO}"], id="csv fields below"),
        pytest.param("TO SECSTATE WASHDC\nINFO NSC\n\nTuesday, 1 April 2008, 14:30",
                     [f"TO {TO}", "INFO NSC"], id="date of the body"),
    ],
)  # fmt: skip
def test_lines_of_addresses(text: str, expected: list[str]) -> None:
    assert _names(text) == expected


@pytest.mark.parametrize(
    ("text", "recipients", "exempt"),
    [
        ("TO SECSTATE WASHDC\nXMT AMCONSUL DRY HARBOR", [f"TO {TO}"], ["AMCONSUL DRY HARBOR"]),
        ("TO RUCNXYZ/LAGOON COLLECTIVE\nXMT/AMCONSUL DRY HARBOR\nAMEMBASSY PORT VESPER",
         ["TO LAGOON COLLECTIVE"], ["AMCONSUL DRY HARBOR", VESPER]),
        ("TO RUCNXYZ/LAGOON COLLECTIVE XMT AMEMBASSY PORT VESPER", ["TO LAGOON COLLECTIVE"],
         [VESPER]),
        ("INFO RUCNXYZ/LAGOON COLLECTIVE\nINFO XMT AMEMBASSY PORT VESPER\nINFO NSC",
         ["INFO LAGOON COLLECTIVE", "INFO NSC"], [VESPER]),
        ("XMT: AMEMBASSY PORT VESPER PRIORITY 12", [], [VESPER]),
    ],
)  # fmt: skip
def test_exempt_posts_are_kept_apart(text: str, recipients: list[str], exempt: list[str]) -> None:
    header = parse_header(lines(text))
    assert (_names(text), list(header.exempt)) == (recipients, exempt)
    assert len(header.claims) >= 1


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("ACTION EUR-12", ["ACTION EUR-12"]),
        ("INFO  LOG-00  EEB-00  /012W", ["INFO LOG-00", "INFO EEB-00"]),
        ("ORIGIN EUR-12\n\nINFO OCT-01 ISO-00 /048 W", ["ORIGIN EUR-12", "INFO OCT-01", "INFO ISO-00"]),
        ("INFO OCT-01\n      ISO-00\n      SS-15 /016 R", ["INFO OCT-01", "INFO ISO-00", "INFO SS-15"]),
        ("INFO LOG-00\n  /001W", ["INFO LOG-00"]),
    ],
)  # fmt: skip
def test_offices_are_no_recipients(text: str, offices: list[str]) -> None:
    header = parse_header(lines(f"{text}\nFM AMEMBASSY ELDERPORT\nTO SECSTATE WASHDC"))
    assert list(header.office_distribution) == offices
    assert [r.plad for r in header.recipients] == [TO]


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("FM AMEMBASSY ELDERPORT", "AMEMBASSY ELDERPORT"),
        ("FM  AMEMBASSY   ELDERPORT.", "AMEMBASSY ELDERPORT"),
        ("FM: AMEMBASSY ELDERPORT", "AMEMBASSY ELDERPORT"),
        ("FM RUEHEP/AMEMBASSY ELDERPORT", "AMEMBASSY ELDERPORT"),
        ("FM AMEMBASSY ELDERPORT PRIORITY 0417", "AMEMBASSY ELDERPORT"),
        ("FM\nAMEMBASSY ELDERPORT\nTO SECSTATE WASHDC", "AMEMBASSY ELDERPORT"),
        ("FM AMEMBASSY\nELDERPORT\nTO SECSTATE WASHDC", "AMEMBASSY ELDERPORT"),
        ("FMAMEMBASSY ELDERPORT", "AMEMBASSY ELDERPORT"),
        ("fm amembassy elderport", "amembassy elderport"),
        ("FM CTF 151", "CTF 151"),
        ("FM SECSTATE WASHDC TO AMEMBASSY PORT VESPER", "SECSTATE WASHDC"),
    ],
)
def test_origin(text: str, origin: str) -> None:
    assert parse_header(lines(text)).origin == origin


def _whole() -> Header:
    return parse_header(
        lines(
            "VZCZCXRO1234\nPP RUEHXX\nDE RUEHEP #0417/01 0921430\nZNY CCCCC ZZH\n"
            "P R 011430Z APR 08\nFM AMEMBASSY ELDERPORT\nTO RUEHC/SECSTATE WASHDC PRIORITY 3310\n"
            "INFO RUEHPV/AMEMBASSY PORT VESPER 0021\nRUCNXYZ/LAGOON STATES COLLECTIVE\n"
            "XMT AMCONSUL DRY HARBOR"
        )
    )


@pytest.mark.parametrize(
    "separator", [" ", "\n\n", "\n \n", "\r\n".replace("\r", "")], ids=["one line", *"abc"]
)
def test_a_header_reads_the_same_however_its_lines_run(separator: str) -> None:
    text = (
        "VZCZCXRO1234|PP RUEHXX|DE RUEHEP #0417/01 0921430|ZNY CCCCC ZZH|P R 011430Z APR 08|"
        "FM AMEMBASSY ELDERPORT|TO RUEHC/SECSTATE WASHDC PRIORITY 3310|"
        "INFO RUEHPV/AMEMBASSY PORT VESPER 0021|RUCNXYZ/LAGOON STATES COLLECTIVE|"
        "XMT AMCONSUL DRY HARBOR"
    )
    found, whole = parse_header(lines(text.replace("|", separator))), _whole()
    assert found.recipients == whole.recipients
    assert (found.dtg, found.origin, found.exempt) == (whole.dtg, whole.origin, whole.exempt)


def test_a_header_in_a_pasted_key_is_read() -> None:
    text = (
        "ID: 417\nDATE: 4/1/2008 14:30\nDESTINATION: PP RUEHXX DE RUEHEP #0417 0921430 "
        "ZNY CCCCC ZZH P 011430Z APR 08 FM AMEMBASSY ELDERPORT TO RUEHC/SECSTATE WASHDC 3310 "
        "INFO RUEHPV/AMEMBASSY PORT VESPER 0021"
    )
    header = parse_header(lines(text))
    assert (header.dtg, header.origin) == ("011430Z APR 08", "AMEMBASSY ELDERPORT")
    assert [r.plad for r in header.recipients] == [TO, VESPER]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("R 011430Z APR 08\nTO SECSTATE WASHDC PRIORITY", "PRIORITY"),
        ("P 011430Z APR 08\nTO SECSTATE WASHDC NIACT IMMEDIATE", "NIACT IMMEDIATE"),
        ("Z 011430Z APR 08\nTO SECSTATE WASHDC NIACT IMMEDIATE", "FLASH"),
        ("OO RUEHXX\n011430Z APR 08\nTO SECSTATE WASHDC", "IMMEDIATE"),
        ("PP RUEHXX\nO 011430Z APR 08", "IMMEDIATE"),
        ("PRIORITY 011430Z APR 08", "PRIORITY"),
        ("O/R 011430Z APR 08", "IMMEDIATE"),
        ("PR 011430Z APR 08", "PRIORITY"),
        ("TO SECSTATE WASHDC IMMEDIATE\nINFO NSC PRIORITY", "IMMEDIATE"),
        ("TO SECSTATE WASHDC", None),
    ],
)
def test_the_precedence_of_the_message_is_its_highest(text: str, expected: str | None) -> None:
    assert parse_header(lines(text)).precedence == expected


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


HEADS = ["RUEHC/SECSTATE WASHDC", "RUEHPV/AMEMBASSY PORT LOUIS PRIORITY", "CTF", "RHMFISS/CJTF",
         "AMEMBASSY OSLO NR", "RUCNXYZ/COLLECTIVE 0114-", "ROOM", "OSLO 0012", "X", ""]  # fmt: skip


@given(st.sampled_from(HEADS), st.sampled_from(["", " ", "  "]), st.from_regex(r"[0-9]{3,5}\Z"))
def test_the_short_way_of_a_count_says_what_the_long_one_says(
    head: str, gap: str, count: str
) -> None:
    text = f"{head}{gap}{count}"
    assert parse_address(text) == parse_address(f"{text}.")
