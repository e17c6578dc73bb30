"""One addressee: routing indicator, plain-language address, precedence, serial, kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.parse.header.address import kind_of_addressee, parse_address

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
        ("USUN NEW YORK 12", (None, "USUN NEW YORK", None, "12")),
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
        ("RUEKJCS/SECDEF WASHDC//USDP/ISA//PRIORITY",
         ("RUEKJCS", "SECDEF WASHDC//USDP/ISA//", "PRIORITY", None)),
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
        ("AMEMBASSY 0TTAWA", ("post", "OTTAWA")),
        ("AMEMBASSY LISBON//DAO//", ("post", "LISBON")),
        ("AMCONSUL HAMBURG", ("post", "HAMBURG")),
        ("AMEMBASSY PORT LOUIS JUL", ("post", "PORTLOUIS")),
        ("AMEMBASSY PORT LOUIS MAY LIMA", ("post", "PORTLOUIS")),
        ("AMEMBASSY ELDERPORT MAY", ("post", "ELDERPORTMAY")),
        ("USMISSION USNATO", ("post", "USNATO")),
        ("USMISSION USUN NEW YORK", ("post", "USUNNEWYORK")),
        ("US MISSION GENEVA", ("post", "GENEVA")),
        ("USUN NEW YORK", ("post", "USUNNEWYORK")),
        ("AIT TAIPEI", ("post", "AITTAIPEI")),
        ("LAGOON STATES COLLECTIVE", ("collective", None)),
        ("ALL DIPLOMATIC AND CONSULAR POSTS", ("collective", None)),
        ("SPECIAL EMBASSY PROGRAM", ("collective", None)),
        ("LAGOON MEMBER STATES", ("collective", None)),
        ("ASSOCIATION OF LAGOON NATIONS", ("collective", None)),
        ("LAGOON OFFICE UNITED NATIONS", ("agency", None)),
        ("IRAN RPO DUBAI", ("post", "IRANRPODUBAI")),
        ("DEPT OF ENERGY WASHINGTON DC", ("agency", None)),
        ("CIA WASHINGTON DC", ("agency", None)),
    ],
)
def test_kinds_of_addressees(plad: str, expected: tuple[str, str | None]) -> None:
    assert kind_of_addressee(plad) == expected


HEADS = ["RUEHC/SECSTATE WASHDC", "RUEHPV/AMEMBASSY PORT LOUIS PRIORITY", "CTF", "RHMFISS/CJTF",
         "AMEMBASSY OSLO NR", "RUCNXYZ/COLLECTIVE 0114-", "ROOM", "OSLO 0012", "X", ""]  # fmt: skip


@given(st.sampled_from(HEADS), st.sampled_from(["", " ", "  "]), st.from_regex(r"[0-9]{3,5}\Z"))
def test_the_short_way_of_a_count_says_what_the_long_one_says(
    head: str, gap: str, count: str
) -> None:
    text = f"{head}{gap}{count}"
    assert parse_address(text) == parse_address(f"{text}.")
