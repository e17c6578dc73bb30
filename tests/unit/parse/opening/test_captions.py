"""Captions and passing lines: what stands between the marking line and E.O., TAGS, subject."""

from __future__ import annotations

import pytest
from builders import HEADER, OPENING, message, opened, parsed, table

from transforms.parse.opening.captions import parse_caption_line
from transforms.read.record import Metadata

CAPTIONS = r"""
SIPDIS                                                       => SIPDIS
SIPDIS⏎⏎SIPDIS                                               => SIPDIS
S I P D I S                                                  => SIPDIS
sipdis                                                       => SIPDIS
SIPDIS NOFORN                                                => SIPDIS | NOFORN
NOFORN⏎⏎SIPDIS                                               => NOFORN | SIPDIS
NOFORN, EXDIS                                                => NOFORN | EXDIS
STADIS//EXDIS                                                => STADIS | EXDIS
NODIS⏎CHEROKEE⏎SIPDIS                                        => NODIS | CHEROKEE | SIPDIS
EXDIS//NOFORN                                                => EXDIS | NOFORN
LIMDIS                                                       => LIMDIS
STADIS                                                       => STADIS
SENSITIVE                                                    => SENSITIVE
SENSITIVE BUT UNCLASSIFIED                                   => SENSITIVE
SIPDIS⏎⏎VISAS                                                => SIPDIS | VISAS
VISAS LAGOON                                                 => VISAS
SENSITIVE, SIPDIS                                            => SENSITIVE | SIPDIS
SENSITIVE//SIPDIS                                            => SENSITIVE | SIPDIS
SBU                                                          => SBU
SENSITIVE - NOT FOR INTERNET DISTRIBUTION                    => SENSITIVE
FOR OFFICIAL USE ONLY                                        => FOUO
AIDAC                                                        => AIDAC
AIDAC SIPDIS                                                 => AIDAC | SIPDIS
TERREP                                                       => TERREP
CODEL                                                        => CODEL
OFFICIAL INFORMAL                                            => OFFICIAL INFORMAL
OFFICIAL-INFORMAL                                            => OFFICIAL INFORMAL
EYES ONLY                                                    => EYES ONLY
EYES ONLY FOR AMBASSADOR QUILL                               => ONLY
NODIS⏎FOR AMBASSADOR QUILL ONLY                              => NODIS | ONLY
SIPDIS⏎⏎DEPT FOR EUR/LAG ONLY                                => SIPDIS | ONLY
FOR AMBASSADOR QUILL ONLY⏎SIPDIS                             => ONLY | SIPDIS
FOR THE SECRETARY ONLY FROM AMBASSADOR QUILL                 => ONLY
ONLY                                                         => ONLY
DEPT FOR EUR; ONLY THE BOARD KNOWS                           =>
ROGER CHANNEL                                                => ROGER CHANNEL
DISSENT CHANNEL                                              => DISSENT CHANNEL
AGREMENT                                                     => AGREMENT
AGREMENT CHANNEL                                             => AGREMENT CHANNEL
MED CHANNEL                                                  => MED CHANNEL
DIRGEN CHANNEL                                               => DIRGEN CHANNEL
DS CHANNEL                                                   => DS CHANNEL
TM CHANNEL                                                   => TM CHANNEL
RELEASABLE TO NATO                                           => REL TO NATO
REL TO USA, NATO                                             => REL TO USA, NATO
REL NATO                                                     => REL NATO
NOT FOR INTERNET DISTRIBUTION                                =>
CORRECTED COPY                                               => CORRECTED COPY
C O R R E C T E D  C O P Y                                   => CORRECTED COPY
C O R R E C T E D COPY (ADDED TAGS)                          => CORRECTED COPY
CORRECTED COPY - SUBJECT LINE                                => CORRECTED COPY
C O R R E C T E D   C O P Y - TEXT                           => CORRECTED COPY
CORRECTED COPY OF OSLO 416                                   => CORRECTED COPY
NOFORN⏎NODIS⏎NOFORN                                          => NOFORN | NODIS
ORCON, NOCONTRACT                                            => ORCON | NOCONTRACT
SIPDIS⏎DEPT FOR EUR⏎NOFORN                                   => SIPDIS | NOFORN
NOFORN SIPDIS DEPT FOR EUR                                   => NOFORN | SIPDIS
SIPDIS⏎STATE PASS USTR⏎COMMERCE FOR ITA⏎SENSITIVE            => SIPDIS | SENSITIVE
NOFORN⏎SIPDIS⏎EUR/LAG⏎FOR A. QUILL                           => NOFORN | SIPDIS
MINIMIZE CONSIDERED                                          =>
"""

PASSING = r"""
EYES ONLY FOR AMBASSADOR QUILL                               => EYES ONLY FOR AMBASSADOR QUILL
FOR AMBASSADOR QUILL ONLY                                    => FOR AMBASSADOR QUILL ONLY
EXCLUSIVE FOR AMBASSADOR QUILL                               => EXCLUSIVE FOR AMBASSADOR QUILL
NOT FOR DISTRIBUTION OUTSIDE USG                             => NOT FOR DISTRIBUTION OUTSIDE USG
SIPDIS⏎DEPT FOR EUR⏎NOFORN                                   => DEPT FOR EUR
NOFORN, SIPDIS DEPT FOR EUR                                  => DEPT FOR EUR
SIPDIS SENSITIVE STATE PASS USTR⏎NSC FOR MOSS                => STATE PASS USTR | NSC FOR MOSS
SIPDIS⏎STATE PASS USTR⏎COMMERCE FOR ITA⏎SENSITIVE            => STATE PASS USTR | COMMERCE FOR ITA
DEPT FOR EUR/LAG (A. QUILL)⏎NSC FOR MOSS                     => DEPT FOR EUR/LAG (A. QUILL) | NSC FOR MOSS
DEPT FOR EUR, EB,⏎INR AND⏎S/CT⏎STATE PASS USAID              => DEPT FOR EUR, EB, | INR AND | S/CT | STATE PASS USAID
STATE FOR EUR/LAG⏎⏎USEU FOR QUILL⏎⏎NSC PLEASE PASS⏎EMBASSIES PASS TO POSTS => STATE FOR EUR/LAG | USEU FOR QUILL | NSC PLEASE PASS | EMBASSIES PASS TO POSTS
PLEASE PASS TO CODEL QUILL                                   => PLEASE PASS TO CODEL QUILL
ALSO FOR NSC                                                 => ALSO FOR NSC
PASS TO USTR                                                 => PASS TO USTR
FROM AMBASSADOR QUILL                                        => FROM AMBASSADOR QUILL
FOR THE SECRETARY FROM AMBASSADOR QUILL                      => FOR THE SECRETARY FROM AMBASSADOR QUILL
TO DEPT FROM AMBASSADOR                                      => TO DEPT FROM AMBASSADOR
AF/S FOR B. QUILL                                            => AF/S FOR B. QUILL
OSLO FOR USAU                                                => OSLO FOR USAU
GENEVA FOR RMA                                               => GENEVA FOR RMA
PARIS FOR USOECD                                             => PARIS FOR USOECD
EUR FOR LAG                                                  => EUR FOR LAG
TREASURY FOR OASIA:QUILL                                     => TREASURY FOR OASIA:QUILL
USDOC FOR 4212/ITA/QUILL                                     => USDOC FOR 4212/ITA/QUILL
DOL/ILAB FOR QUILL⏎NSC - QUILL                               => DOL/ILAB FOR QUILL | NSC - QUILL
DEPT PLEASE PASS TO AMEMBASSY LIMA                           => DEPT PLEASE PASS TO AMEMBASSY LIMA
S/CT FOR QUILL; EUR FOR MOSS                                 => S/CT FOR QUILL; EUR FOR MOSS
INR/B, EUR/LAG                                               => INR/B, EUR/LAG
DEPARTMENT FOR P/M⏎DOD FOR OSD                               => DEPARTMENT FOR P/M | DOD FOR OSD
NOFORN⏎SIPDIS⏎EUR/LAG⏎FOR A. QUILL                           => EUR/LAG | FOR A. QUILL
H PASS TO SENATOR MOSS                                          => H PASS TO SENATOR MOSS
S FOR QUILL; P FOR MOSS                                         => S FOR QUILL; P FOR MOSS
TO THE SECRETARY FROM AMBASSADOR QUILL                          => TO THE SECRETARY FROM AMBASSADOR QUILL
"""


@pytest.mark.parametrize(("lines", "expected"), table(CAPTIONS))
def test_captions_in_order_once_each(lines: str, expected: list[str]) -> None:
    cable = opened(f"{lines}\n\nTAGS: PREL\nSUBJECT: A PIER", mark="SECRET OSLO 000417")
    assert list(cable.captions) == [caption for caption in expected if caption]
    assert (cable.subject, cable.paragraphs, cable.coverage) == ("A PIER", (), 1.0)


@pytest.mark.parametrize(("lines", "expected"), table(PASSING))
def test_passing_lines(lines: str, expected: list[str]) -> None:
    cable = opened(f"{lines}\n\nTAGS: PREL\nSUBJECT: A PIER", mark="SECRET OSLO 000417")
    assert (cable.attention or "").splitlines() == expected
    assert (cable.subject, cable.paragraphs, cable.coverage) == ("A PIER", (), 1.0)


@pytest.mark.parametrize(
    ("line", "captions"),
    [
        ("SENSITIVE BUT UNCLASSIFIED -- PLEASE HANDLE ACCORDINGLY", ("SENSITIVE",)),
        ("SENSITIVE SIPDIS SENSITIVE", ("SENSITIVE", "SIPDIS")),
        ("The minister was sensitive to that", ()),
        ("SENSITIVE TALKS", ()),
        ("UNCLAS SIPDIS", ("SIPDIS",)),
        ("UNCLASSIFIED//SENSITIVE", ("SENSITIVE",)),
        ("SECRET NOFORN TALKS", ()),
        ("UNCLASSIFIED", ()),
        ("DEPT FOR EUR", ()),
        ("RELATED TO A PIER", ()),
        ("", ()),
    ],
)
def test_a_line_of_captions_holds_nothing_else(line: str, captions: tuple[str, ...]) -> None:
    assert parse_caption_line(line) == captions


@pytest.mark.parametrize(
    ("line", "captions"),
    [
        ("SENSITIVE BUT UNCLASSIFIED; PLEASE PROTECT ACCORDINGLY", ("SENSITIVE",)),
        ("HANDLE AS NODIS", ("NODIS",)),
        ("FOR AMBASSADOR QUILL ONLY", ("ONLY",)),
    ],
)
def test_captions_of_lines_that_say_more(line: str, captions: tuple[str, ...]) -> None:
    assert opened(f"{line}\n\nTAGS: PREL\nSUBJECT: A PIER").captions == captions


@pytest.mark.parametrize(
    ("block", "is_corrected"),
    [
        ("CORRECTED COPY", True),
        ("C O R R E C T E D  C O P Y - TEXT", True),
        ("C O R R E C T E D COPY (ADDED TAGS)", True),
        ("CORRECTED COPY CAPTION", True),
        ("SIPDIS", False),
    ],
)
def test_a_corrected_copy(block: str, is_corrected: bool) -> None:
    cable = opened(f"{block}\n\nSUBJECT: A PIER")
    assert (cable.is_corrected_copy, cable.coverage) == (is_corrected, 1.0)


def test_a_corrected_copy_that_is_said_above_the_marking_line() -> None:
    header = f"{HEADER}\n\nC O R R E C T E D  C O P Y"
    cable = parsed(message("1. (C) The pier.", header=header))
    assert (cable.cable_id, cable.is_corrected_copy) == ("08OSLO417", True)


@pytest.mark.parametrize("below", ["\n\n1. (C) The pier.", "\n\nThe pier.", ""])
@pytest.mark.parametrize(
    "lines",
    [
        "DEPT FOR EUR/NB - QUILL",
        "STATE FOR EUR, PM\nNSC FOR MOSS",
        "TREASURY FOR OIA\nNOFORN\nSIPDIS",
    ],
)
def test_passing_lines_of_a_cable_without_labels(lines: str, below: str) -> None:
    cable = parsed(f"SECRET OSLO 000417\n\n{lines}{below}", metadata=Metadata(mrn="08OSLO417"))
    passing = [line for line in lines.splitlines() if "FOR" in line.split()]
    assert (cable.attention or "").splitlines() == passing
    assert [p.text for p in cable.paragraphs] == ["The pier."] * bool(below)
    assert cable.coverage == 1.0


def test_prose_in_capitals_of_a_cable_without_labels_passes_nothing() -> None:
    prose = "PRIME MINISTER ASKED FOR A SECOND PIER AND SAID THAT\nHE WOULD PAY FOR IT."
    cable = parsed(f"SECRET OSLO 000417\n\n{prose}", metadata=Metadata(mrn="08OSLO417"))
    assert (cable.attention, [p.text for p in cable.paragraphs]) == (
        None,
        [prose.replace("\n", " ")],
    )


@pytest.mark.parametrize(
    ("line", "signal", "is_corrected"),
    [
        ("P 011430Z APR 08", "P 011430Z APR 08 ZDS", True),
        ("ZNY CCCCC ZZH", "ZNY CCCCC ZZH ZDS", True),
        ("ZNY CCCCC ZZH", "ZNY CCCCC ZZH\nZDS", True),
        ("P 011430Z APR 08", "P 011430Z APR 08 ZDK", False),
        ("RUEHYY", "RUEHZDS", False),
        ("INFO RUEHPV/", "INFO ZEN/", False),
    ],
)
def test_an_operating_signal_says_that_this_corrects_another(
    line: str, signal: str, is_corrected: bool
) -> None:
    cable = parsed(f"{HEADER.replace(line, signal)}\n\n{OPENING}\n\n1. (C) It opened.")
    assert (cable.is_corrected_copy, cable.coverage) == (is_corrected, 1.0)


@pytest.mark.parametrize(
    "line",
    [
        "SENSITIVE BUT UNCLASSIFIED -- HANDLE ACCORDINGLY",
        "Sensitive but unclassified; please handle accordingly.",
        "SENSITIVE BUT UNCLASSIFIED.  PLEASE PROTECT ACCORDINGLY.",
        "SBU - PLEASE PROTECT ACCORDINGLY",
    ],
)
def test_a_sentence_on_handling_below_the_subject_is_text_and_caption(line: str) -> None:
    cable = opened(
        f"TAGS: PREL\nSUBJECT: A PIER\nREF: OSLO 12\n\n{line}\n\n1. (SBU) It opened.",
        mark="UNCLAS OSLO 000417",
    )
    assert [(p.number, p.heading, p.text) for p in cable.paragraphs] == [
        (None, None, " ".join(line.split())),
        (1, None, "It opened."),
    ]
    assert cable.captions in {("SENSITIVE",), ("SBU",)}
    assert cable.coverage == 1.0
