"""The line that opens the body: level, sections, post and serial."""

from __future__ import annotations

from datetime import datetime

import pytest
from builders import opened, parsed, table

from transforms.parse.opening.classification import parse_classification, parse_marking_line
from transforms.read.record import Metadata

# Expected: post and serial as written, level, sections, captions.
LINES = r"""
UNCLAS OSLO 000417                                           => OSLO 000417 | UNCLASSIFIED | 1
UNCLASSIFIED OSLO 000417                                     => OSLO 000417 | UNCLASSIFIED | 1
U N C L A S OSLO 000417                                      => OSLO 000417 | UNCLASSIFIED | 1
U N C L A S S I F I E D OSLO 000417                          => OSLO 000417 | UNCLASSIFIED | 1
U N C L A S SECTION 01 OF 02 OSLO 000417                     => OSLO 000417 | UNCLASSIFIED | 2
UNCLAS SENSITIVE OSLO 000417                                 => OSLO 000417 | UNCLASSIFIED | 1 | SENSITIVE
UNCLAS//FOUO OSLO 000417                                     => OSLO 000417 | UNCLASSIFIED | 1 | FOUO
UNCLASSIFIED//FOR OFFICIAL USE ONLY OSLO 000417              => OSLO 000417 | UNCLASSIFIED | 1 | FOUO
UNCLAS E F T O OSLO 000417                                   => OSLO 000417 | UNCLASSIFIED | 1 | EFTO
UNCLAS EFTO SECTION 1 OF 3 OSLO 000417                       => OSLO 000417 | UNCLASSIFIED | 3 | EFTO
UNCLAS NOFORN OSLO 000417                                    => OSLO 000417 | UNCLASSIFIED | 1 | NOFORN
C O N F I D E N T I A L OSLO 000417                          => OSLO 000417 | CONFIDENTIAL | 1
C O N F I D E N T I A L  SECTION 01 OF 02  OSLO  000417      => OSLO 000417 | CONFIDENTIAL | 2
C O N F I D E N T I A L//NOFORN OSLO 000417                  => OSLO 000417 | CONFIDENTIAL | 1 | NOFORN
C O N F I D E N T I A L // NOFORN OSLO 000417                => OSLO 000417 | CONFIDENTIAL | 1 | NOFORN
C O N F I D E N T I A L NOFORN OSLO 000417                   => OSLO 000417 | CONFIDENTIAL | 1 | NOFORN
C O N F I D E N T I A L N O F O R N OSLO 000417              => OSLO 000417 | CONFIDENTIAL | 1 | NOFORN
C O N F I D E N T I A L/NOFORN SECTION 01 OF 02 OSLO 000417  => OSLO 000417 | CONFIDENTIAL | 2 | NOFORN
CONFIDENTIAL//NF OSLO 000417                                 => OSLO 000417 | CONFIDENTIAL | 1 | NOFORN
C O N F I D E N T I A L OSLO 417                             => OSLO 417 | CONFIDENTIAL | 1
CONFIDENTIAL OSLO 417                                        => OSLO 417 | CONFIDENTIAL | 1
CONFIDENTIAL OSLO417                                         => OSLO417 | CONFIDENTIAL | 1
C O N F I D E N T I A L OSLO000417                           => OSLO000417 | CONFIDENTIAL | 1
C O N F I D E N T I A L SECTION 01 OF 02 OSLO000417          => OSLO000417 | CONFIDENTIAL | 2
C O N F I D E N T I A L SECTION 01OF 02 OSLO 000417          => OSLO 000417 | CONFIDENTIAL | 2
C O N F I D E N T I A L SECTION 01 OF02 OSLO 000417          => OSLO 000417 | CONFIDENTIAL | 2
C O N F I D E N T I A L SECTION 1 OF 02 OSLO 000417          => OSLO 000417 | CONFIDENTIAL | 2
C O N F I D E N T I A L SECTION 01 OF 02OSLO 000417          => OSLO 000417 | CONFIDENTIAL | 2
C O N F I D E N T I A LSECTION 01 OF 02 OSLO 000417          => OSLO 000417 | CONFIDENTIAL | 2
S E C R E T//NF OSLO 000417                                  => OSLO 000417 | SECRET | 1 | NOFORN
C O N F I D E N T I A L SECTION 01/02 OSLO 000417            => OSLO 000417 | CONFIDENTIAL | 2
C O N F I D E N T I A L SECTION ONE OF TWO OSLO 000417       => OSLO 000417 | CONFIDENTIAL | 2
C O N F I D E N T I A L SECTION 1 OF TWO OSLO 000417         => OSLO 000417 | CONFIDENTIAL | 2
C O N F I D E N T I A L SECTIONS 01 OF 02 OSLO 000417        => OSLO 000417 | CONFIDENTIAL | 2
C O N F I D E N T I A L SEC 01 OF 02 OSLO 000417             => OSLO 000417 | CONFIDENTIAL | 2
C O N F I D E N T I A L S E C T I O N 01 OF 02 OSLO 000417   => OSLO 000417 | CONFIDENTIAL | 2
C O N F I D E N T I A L FINAL SECTION OF 02 OSLO 000417      => OSLO 000417 | CONFIDENTIAL | 2
C O N F I D E N T I A L SECTION 01 OF 02⏎OSLO 000417         => OSLO 000417 | CONFIDENTIAL | 2
C O N F I D E N T I A L⏎SECTIO 01 0F 02 OSLO 000417          => OSLO 000417 | CONFIDENTIAL | 2
C  O  N  F  I  D  E  N  T  I  A  L⏎SECTION  01  OF  02  OSLO  000417 => OSLO 000417 | CONFIDENTIAL | 2
C O N F I D E N T I A L⏎SECTION 01 OF 02 OSLO 000417         => OSLO 000417 | CONFIDENTIAL | 2
C O N F I D E N T I A L OSLO SECTION 01 OF 02 000417         => OSLO 000417 | CONFIDENTIAL | 2
C O N F I D E N T I A L SECTION 01 OF 02 AMEMBASSY OSLO 000417 => AMEMBASSY OSLO 000417 | CONFIDENTIAL | 2
C O N F I D E N T I A L SECTION 01 OF 02 USUN NEW YORK 000417 => USUN NEW YORK 000417 | CONFIDENTIAL | 2
C O N F I D E N T A L OSLO 000417                            => OSLO 000417 | CONFIDENTIAL | 1
C O N F I D E N I A L OSLO 000417                            => OSLO 000417 | CONFIDENTIAL | 1
C O N F D E N T I A L OSLO 000417                            => OSLO 000417 | CONFIDENTIAL | 1
C O N F I D E N T I A L L OSLO 000417                        => OSLO 000417 | CONFIDENTIAL | 1
C O  N F I D E N T I A L OSLO 000417                         => OSLO 000417 | CONFIDENTIAL | 1
C O N F I D  E N T I A L OSLO 000417                         => OSLO 000417 | CONFIDENTIAL | 1
CO N F I D E N T I A L OSLO 000417                           => OSLO 000417 | CONFIDENTIAL | 1
C ON F I D E N T I A L OSLO 000417                           => OSLO 000417 | CONFIDENTIAL | 1
C O N F I D E N T IA L OSLO 000417                           => OSLO 000417 | CONFIDENTIAL | 1
CC O N F I D E N T I A L OSLO 000417                         => OSLO 000417 | CONFIDENTIAL | 1
O N F I D E N T I A L OSLO 000417                            => OSLO 000417 | CONFIDENTIAL | 1
CONFIDENTAIL OSLO 000417                                     => OSLO 000417 | CONFIDENTIAL | 1
c o n f i d e n t i a l oslo 000417                          => oslo 000417 | CONFIDENTIAL | 1
Confidential Oslo 000417                                     => Oslo 000417 | CONFIDENTIAL | 1
S E C R E T OSLO 000417                                      => OSLO 000417 | SECRET | 1
S E C R E T SECTION 01 OF 03 OSLO 000417                     => OSLO 000417 | SECRET | 3
S E C R E T//NOFORN SECTION 01 OF 03 OSLO 000417             => OSLO 000417 | SECRET | 3 | NOFORN
S E C R E T/NOFORN OSLO 000417                               => OSLO 000417 | SECRET | 1 | NOFORN
S E C R E T NOFORN OSLO 000417                               => OSLO 000417 | SECRET | 1 | NOFORN
S E C R E T NODIS OSLO 000417                                => OSLO 000417 | SECRET | 1 | NODIS
S E C R E T EXDIS SECTION 01 OF 02 OSLO 000417               => OSLO 000417 | SECRET | 2 | EXDIS
SE C R E T OSLO 000417                                       => OSLO 000417 | SECRET | 1
S E C R ET OSLO 000417                                       => OSLO 000417 | SECRET | 1
SECRET//NOFORN//SIPDIS OSLO 000417                           => OSLO 000417 | SECRET | 1 | NOFORN SIPDIS
S E C R T OSLO 000417                                        => OSLO 000417 | SECRET | 1
T O P S E C R E T OSLO 000417                                => OSLO 000417 | TOP SECRET | 1
TOP SECRET//NODIS OSLO 000417                                => OSLO 000417 | TOP SECRET | 1 | NODIS
LIMITED OFFICIAL USE OSLO 000417                             => OSLO 000417 | LIMITED OFFICIAL USE | 1
L I M I T E D OFFICIAL USE OSLO 000417                       => OSLO 000417 | LIMITED OFFICIAL USE | 1
L I M I T E D  O F F I C I A L  U S E SECTION 1 OF 2 OSLO 4417 => OSLO 4417 | LIMITED OFFICIAL USE | 2
LOU OSLO 4417                                                => OSLO 4417 | LIMITED OFFICIAL USE | 1
LIMITED OFF USE OSLO 4417                                    => OSLO 4417 | LIMITED OFFICIAL USE | 1
LIM OFF USE OSLO 4417                                        => OSLO 4417 | LIMITED OFFICIAL USE | 1
UNCLAS OSLO 000417 SIPDIS                                    => OSLO 000417 | UNCLASSIFIED | 1 | SIPDIS
UNCLAS OSLO 000417 SIPDIS SENSITIVE                          => OSLO 000417 | UNCLASSIFIED | 1 | SIPDIS SENSITIVE
UNCLAS OSLO 000417 DEPT FOR EUR                              => OSLO 000417 | UNCLASSIFIED | 1
UNCLAS OSLO 00417 NOFORN                                     => OSLO 00417 | UNCLASSIFIED | 1 | NOFORN
UNCLAS RIO DE JANEIRO 000417                                 => RIO DE JANEIRO 000417 | UNCLASSIFIED | 1
UNCLAS SANTO DOMINGO 000417                                  => SANTO DOMINGO 000417 | UNCLASSIFIED | 1
UNCLAS PORT OF SPAIN 000417                                  => PORT OF SPAIN 000417 | UNCLASSIFIED | 1
UNCLAS SECTION 01 OF 02 PORT-AU-PRINCE 000417                => PORT-AU-PRINCE 000417 | UNCLASSIFIED | 2
UNCLAS N'DJAMENA 000417                                      => N'DJAMENA 000417 | UNCLASSIFIED | 1
UNCLAS ST. PETERSBURG 000417                                 => ST. PETERSBURG 000417 | UNCLASSIFIED | 1
S E C R E T STATE 000417 TOSEC 012345                        => STATE 000417 | SECRET | 1
UNCLAS STATE 000417                                          => STATE 000417 | UNCLASSIFIED | 1
UNCLAS GRAND HALDEN ISLE 000417                              => GRAND HALDEN ISLE 000417 | UNCLASSIFIED | 1
UNCLAS OSLO 000417/01                                        => OSLO 000417 | UNCLASSIFIED | 1
UNCLAS OSLO #0417                                            => OSLO #0417 | UNCLASSIFIED | 1
UNCLAS OSLO 000417.                                          => OSLO 000417 | UNCLASSIFIED | 1
UNCLAS OSLO 000417 C O R R E C T E D COPY                    => OSLO 000417 | UNCLASSIFIED | 1 | CORRECTED COPY
UNCLAS CORRECTED COPY OSLO 000417                            => OSLO 000417 | UNCLASSIFIED | 1 | CORRECTED COPY
UNCLAS  OSLO  00417                                          => OSLO 00417 | UNCLASSIFIED | 1
UNCLAS OSLO 000417 SECTION 01 OF 02                          => OSLO 000417 | UNCLASSIFIED | 2
UNCLASSIFIED SENSITIVE SECTION 01 OF 02 OSLO 000417          => OSLO 000417 | UNCLASSIFIED | 2 | SENSITIVE
CONFIDENTIALOSLO 000417                                      => OSLO 000417 | CONFIDENTIAL | 1
C O N F I D E N T I A LOSLO 000417                           => OSLO 000417 | CONFIDENTIAL | 1
UNCLASSIFIEDPORT LOUIS 000417                                => PORT LOUIS 000417 | UNCLASSIFIED | 1
C	O	N	F	I	D	E	N	T	I	A	L	SECTION	01	OF	02	OSLO	000417 => OSLO 000417 | CONFIDENTIAL | 2
ONFIDENTIAL OSLO 000417                                      => OSLO 000417 | CONFIDENTIAL | 1
ECRET//NOFORN OSLO 000417                                    => OSLO 000417 | SECRET | 1 | NOFORN
NCLAS OSLO 000417                                            => OSLO 000417 | UNCLASSIFIED | 1
NCLASSIFIED OSLO 000417                                      => OSLO 000417 | UNCLASSIFIED | 1
SECET SECTION 01 OF 02 OSLO 000417                           => OSLO 000417 | SECRET | 2
UNCAS OSLO 000417                                            => OSLO 000417 | UNCLASSIFIED | 1
ESCRET OSLO 000417                                           => OSLO 000417 | SECRET | 1
S EE C R E T OSLO 000417                                     => OSLO 000417 | SECRET | 1
C O N F I D E N  I A L NEW DELHI 000417                      => NEW DELHI 000417 | CONFIDENTIAL | 1
C O N F I D N T I AL OSLO 000417                             => OSLO 000417 | CONFIDENTIAL | 1
S C E R E T ST PETERSBURG 000417                             => ST PETERSBURG 000417 | SECRET | 1
UNCLAS SECTION 01 OF 02 BUENOS A IRES 000417                 => BUENOS A IRES 000417 | UNCLASSIFIED | 2
S E R C E T SECTION 01 OF 02 OSLO 000417                     => OSLO 000417 | SECRET | 2
UNLCAS OSLO 000417                                           => OSLO 000417 | UNCLASSIFIED | 1
C O N F I D E N T I A L SECTION 01 0F O2 OSLO 000417         => OSLO 000417 | CONFIDENTIAL | 2
C O N F I D E N T I A L SECTION O1 OF 1O OSLO 000417         => OSLO 000417 | CONFIDENTIAL | 10
C O N F I D E N T I A L SECTION 001 OF 003 OSLO 000417       => OSLO 000417 | CONFIDENTIAL | 3
C O N F I D E N T I A L SECTION 0 1 OF 0 3 OSLO 000417       => OSLO 000417 | CONFIDENTIAL | 3
C O N F I D E N T I A L SECTION 1 / 3 OSLO 000417            => OSLO 000417 | CONFIDENTIAL | 3
C O N F I D E N T I A L SECTION 01 F 03 OSLO 000417          => OSLO 000417 | CONFIDENTIAL | 3
C O N F I D E N T I A L SECTION 01 FO 03 OSLO 000417         => OSLO 000417 | CONFIDENTIAL | 3
C O N F I D E N T I A L SECTON 01 OF 03 OSLO 000417          => OSLO 000417 | CONFIDENTIAL | 3
C O N F I D E N T I A L SECITON 01 OF 03 OSLO 000417         => OSLO 000417 | CONFIDENTIAL | 3
C O N F I D E N T I A L SECTIONN 01 OF 03 OSLO 000417        => OSLO 000417 | CONFIDENTIAL | 3
C O N F I D E N T I A L ECTION 01 OF 03 OSLO 000417          => OSLO 000417 | CONFIDENTIAL | 3
C O N F I D E N T I A L SSECTION 01 OF 03OSLO 000417         => OSLO 000417 | CONFIDENTIAL | 3
C O N F I D E N T I A L SECTION '1 OF 03 OSLO 000417         => OSLO 000417 | CONFIDENTIAL | 3
C O N F I D E N T I A L 01 OF 03 OSLO 000417                 => OSLO 000417 | CONFIDENTIAL | 3
C O N F I D E N T I A L SECT 01 OF 03 NO FOREIGN OSLO 000417 => OSLO 000417 | CONFIDENTIAL | 3 | NOFORN
C O N F I D E N T I A L EFTO OSLO 000417                     => OSLO 000417 | CONFIDENTIAL | 1 | EFTO
C O N F I D E N T I A L OSLO O00417                          => OSLO O00417 | CONFIDENTIAL | 1
C O N F I D E N T I A L OSLO 0OO417                          => OSLO 0OO417 | CONFIDENTIAL | 1
C O N F I D E N T I A L OSLO 000 417                         => OSLO 000417 | CONFIDENTIAL | 1
UNCLAS SECTION 01 OF 02 USUN NEW Y 000417                    => USUN NEW Y 000417 | UNCLASSIFIED | 2
UNCLAS SECTION 01 OF 02 0TTAWA 000417                        => 0TTAWA 000417 | UNCLASSIFIED | 2
UNCLAS SECTION 01 OF 02 SANTIAG0 000417                      => SANTIAG0 000417 | UNCLASSIFIED | 2
Unclas Mar del Plata 000417                                  => Mar del Plata 000417 | UNCLASSIFIED | 1
UNCLAS FOUO OSLO 000417                                      => OSLO 000417 | UNCLASSIFIED | 1 | FOUO
"""


@pytest.mark.parametrize(("line", "expected"), table(LINES))
def test_the_line_that_opens_the_body(line: str, expected: list[str]) -> None:
    cable = opened("SUBJECT: A PIER", mark=line)
    mrn, level, sections, captions = (*expected, "")[:4]
    assert (cable.mrn, cable.body_classification) == (mrn, level)
    assert (cable.section_count, " ".join(cable.captions)) == (int(sections), captions)
    assert (cable.subject, cable.paragraphs, cable.coverage) == ("A PIER", (), 1.0)


@pytest.mark.parametrize(
    ("line", "level", "sections", "post", "serial", "captions"),
    [
        (
            "C O N F I D E N T I A L SECTION 01 OF 03 OSLO 000417",
            "CONFIDENTIAL",
            3,
            "OSLO",
            417,
            (),
        ),
        ("UNCLAS OSLO 000417", "UNCLASSIFIED", None, "OSLO", 417, ()),
        ("UNCLAS E F T O PORT LOUIS 000417", "UNCLASSIFIED", None, "PORT LOUIS", 417, ("EFTO",)),
        ("S E C R E T//NOFORN OSLO 000417", "SECRET", None, "OSLO", 417, ("NOFORN",)),
        ("SS E C R E T OSLO 417", "SECRET", None, "OSLO", 417, ()),
        ("E C R E T OSLO 000417", "SECRET", None, "OSLO", 417, ()),
        ("SECRET SECTION 1 OF 2 NEW DELHI 4417", "SECRET", 2, "NEW DELHI", 4417, ()),
        ("T O P S E C R E T OSLO 000417", "TOP SECRET", None, "OSLO", 417, ()),
        ("LIMITED OFFICIAL USE OSLO 4417", "LIMITED OFFICIAL USE", None, "OSLO", 4417, ()),
        ("unclassified final section of 2 oslo 000417", "UNCLASSIFIED", 2, "oslo", 417, ()),
    ],
)
def test_the_parts_of_the_line(
    line: str, level: str, sections: int | None, post: str, serial: int, captions: tuple[str, ...]
) -> None:
    found = parse_marking_line(line)
    assert found is not None
    assert (
        found.classification,
        found.section_count,
        found.post,
        found.serial,
        found.captions,
    ) == (level, sections, post, serial, captions)


@pytest.mark.parametrize(
    "line",
    ["", "SECRETARY JONES 12", "SECRETARY 12", "UNCLASSY 12", "CONFIDENTIAL", "1. (C) Confidential talks of March 2008",
     "SECRET TALKS BEGAN IN THE SMALL TOWN ON THE COAST OF THE NORTHERN STRAIT IN 2008",
     "UNCLASSIFIED MAR 2008", "Secretary of State 2008", "Confidential sources told us on May 12"],
)  # fmt: skip
def test_other_lines_open_no_body(line: str) -> None:
    assert parse_marking_line(line) is None


def test_a_blank_line_between_the_level_and_the_post() -> None:
    cable = parsed(
        "P 011430Z APR 08\nFM AMEMBASSY OSLO\n\nS E C R E T\n\nOSLO 000417\n\nTAGS: PREL"
    )
    assert (cable.cable_id, cable.body_classification) == ("08OSLO417", "SECRET")
    banner = "SECRET\n\nC O N F I D E N T I A L OSLO 000417\n\nTAGS: PREL"
    assert parsed(f"P 011430Z APR 08\n\n{banner}").body_classification == "CONFIDENTIAL"


@pytest.mark.parametrize("banner", ["SECRET", "UNCLASSIFIED", "LIMITED OFFICIAL USE"])
def test_a_banner_above_the_header_is_no_marking_line(banner: str) -> None:
    head = "VZCZCXRO1234\nPP RUEHXX\nP 011430Z APR 08\nFM AMEMBASSY OSLO\nTO SECSTATE WASHDC"
    cable = parsed(
        f"{banner}\n\n{head}\n\nS E C R E T OSLO 000417\n\nTAGS: PREL\n\n1. (S) It opened."
    )
    assert (cable.cable_id, cable.mrn, cable.transmission_id) == (
        "08OSLO417",
        "OSLO 000417",
        "VZCZCXRO1234",
    )
    assert cable.coverage == 1.0


@pytest.mark.parametrize(
    ("first", "second", "given", "level"),
    [
        ("UNCLAS", "S E C R E T", None, "SECRET"),
        ("S E C R E T", "C O N F I D E N T I A L", None, "SECRET"),
        ("C O N F I D E N T I A L", "S E C R E T", "CONFIDENTIAL", "CONFIDENTIAL"),
    ],
)
def test_the_level_is_the_highest_of_the_sections(
    first: str, second: str, given: str | None, level: str
) -> None:
    text = (
        f"P 011430Z APR 08\n\n{first} SECTION 01 OF 02 OSLO 000417\n\nTAGS: PREL\nSUBJECT: A PIER"
        f"\n\n1. (C) It opened.\n\n{second} SECTION 02 OF 02 OSLO 000417\n\n2. (C) It closed."
    )
    cable = parsed(text, metadata=Metadata(classification=given))
    assert cable.classification == level
    assert [paragraph.text for paragraph in cable.paragraphs] == ["It opened.", "It closed."]


@pytest.mark.parametrize(
    ("text", "level"),
    [("SECRET//NOFORN", "SECRET"), ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", "UNCLASSIFIED"),
     ("confidential", "CONFIDENTIAL"), ("LOU", "LIMITED OFFICIAL USE"),
     ("CONFIDENTIAL//NOFORN", "CONFIDENTIAL"), ("TOP SECRET", "TOP SECRET")],
)  # fmt: skip
def test_levels_of_metadata(text: str, level: str) -> None:
    found = parse_classification(text)
    assert found is not None
    assert found[0] == level


@pytest.mark.parametrize(
    ("given", "mark", "level", "body_level", "disagreements"),
    [
        ("SECRET", "SECRET OSLO 000417", "SECRET", "SECRET", ()),
        ("SECRET", "CONFIDENTIAL OSLO 000417", "SECRET", "CONFIDENTIAL", ("classification",)),
        ("SECRET//NOFORN", "SECRET OSLO 000417", "SECRET", "SECRET", ("captions",)),
        ("SECRET", "SECRET//NOFORN OSLO 000417", "SECRET", "SECRET", ("captions",)),
        ("SECRET//NOFORN", "SECRET//NOFORN OSLO 000417", "SECRET", "SECRET", ()),
        (None, "SECRET OSLO 000417", "SECRET", "SECRET", ()),
        ("SECRET", "SUBJECT: A PIER", "SECRET", None, ()),
        ("XXXXXXXX", "SECRET OSLO 000417", "SECRET", "SECRET", ()),
    ],
)
def test_metadata_and_text_are_both_kept(
    given: str | None,
    mark: str,
    level: str | None,
    body_level: str | None,
    disagreements: tuple[str, ...],
) -> None:
    metadata = Metadata(
        mrn="08OSLO417",
        classification=given,
        sent_at=datetime(2008, 4, 1),
        sent_at_precision="day",
    )
    cable = parsed(f"{mark}\n\n1. (S) The pier.", metadata=metadata)
    assert (cable.classification, cable.body_classification) == (level, body_level)
    assert cable.disagreements == disagreements


@pytest.mark.parametrize("level", ["C O N F I D E N T I A L", "S E C R E T", "UNCLAS"])
@pytest.mark.parametrize(
    "section", ["", " SECTION 02 OF 03", " NOFORN", "//NOFORN SECTION 01 OF 02"]
)
@pytest.mark.parametrize(
    "post",
    ["OSLO", "PORT LOUIS", "OF OSLO", "SIPDIS OSLO", "NOFORN", "SIPDIS", "MAY", "SECTION", "PAGE"],
)
@pytest.mark.parametrize("serial", ["12", "000417"])
def test_the_short_way_of_a_marking_line_says_what_the_long_one_says(
    level: str, section: str, post: str, serial: str
) -> None:
    text = f"{level}{section} {post} {serial}"
    assert parse_marking_line(text) == parse_marking_line(f"{text}.")
