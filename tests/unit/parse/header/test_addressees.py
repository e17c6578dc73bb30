"""The lines on which addressees stand."""

from __future__ import annotations

import pytest
from builders import lines

from transforms.parse.header.format_lines import Header, parse_header

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
        pytest.param("TO. RUEHC/SECSTATE WASHDC\nIFNO RUEHPV/AMEMBASSY PORT VESPER",
                     [f"TO {TO}", f"INFO {VESPER}"], id="slips in roles"),
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
        pytest.param("TO RUEHC/SECSTATE WASHDC\n3310-3312\nINFO NSC", [f"TO {TO}", "INFO NSC"],
                     id="range of counts wrapped"),
        pytest.param("TO:  RUEHC/SECSTATE WASHDC 3310 INFO:  RUEHPV/AMEMBASSY PORT VESPER 0021 INFO NSC",
                     [f"TO {TO}", f"INFO {VESPER}", "INFO NSC"], id="roles with colons on a line"),
        pytest.param("INFO RUEHPV/AMEMBASSY PORT VESPER\n12\nRUEHXX/A ONE", [f"INFO {VESPER}", "INFO A ONE"],
                     id="short count wrapped"),
        pytest.param("INFO RUWDQAC/COMDESRON\n9\nRUEHXX/A ONE", ["INFO COMDESRON 9", "INFO A ONE"],
                     id="number of a unit wrapped"),
        pytest.param("INFO RUCNDT/USMISSION USUN NEW\nYORK 12", ["INFO USMISSION USUN NEW YORK"],
                     id="post of three words and its count wrapped"),
        pytest.param("FM AMEMBASSY ELDERPORT\nTO SECSTATE WASHDC\nINFO CJTF-82\nNSC WASHDC",
                     [f"TO {TO}", "INFO CJTF-82", "INFO NSC WASHDC"], id="unit that looks like an office"),
        pytest.param("TO SECSTATE WASHDC\n\nPORT  VESPE  00000417    001.2  OF  002\n\nINFO NSC",
                     [f"TO {TO}", "INFO NSC"], id="page line with doubled blanks between"),
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
        pytest.param("TO SECSTATE WASHDC\nINFO AMEMBASSY BONN 0148-0151\nAMEMBASSY LIMA PRIORITY 0100-0101",
                     [f"TO {TO}", "INFO AMEMBASSY BONN", "INFO AMEMBASSY LIMA"],
                     id="ranges of counts without stations"),
        pytest.param("TO SECSTATE WASHDC\n\nPORT VESPE 00000417 001.2 OF 002\n\nINFO NSC",
                     [f"TO {TO}", "INFO NSC"], id="page line between"),
        pytest.param("TO SECSTATE WASHDC\nINFO RUEHPV AMEMBASSY PORT VESPER 0021\nRUEHNO USMISSION USNATO",
                     [f"TO {TO}", f"INFO {VESPER}", "INFO USMISSION USNATO"], id="slash lost"),
        pytest.param("TO SECSTATE WASHDC\nINFO AMEMBASSY PORT VESPER - PRIORITY", [f"TO {TO}", f"INFO {VESPER}"],
                     id="dash before the precedence"),
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
        ("TO RUCNXYZ/LAGOON COLLECTIVE 0021 INFO XMT AMEMBASSY PORT VESPER",
         ["TO LAGOON COLLECTIVE"], [VESPER]),
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


def test_a_page_line_among_addresses_is_noise() -> None:
    page = "ELDERPORT 00000417 001.2 OF 003"
    claims = parse_header(lines(f"TO {TO}\n{page}\nINFO NSC WASHDC")).claims
    assert ("noise.page_line", len(page)) in [(c.what, c.end - c.start) for c in claims]
