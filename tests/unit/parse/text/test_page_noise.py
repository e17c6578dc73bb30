"""Noise of transmission and export: lines, and pieces of lines; no word of it in any paragraph."""

from __future__ import annotations

import pytest
from builders import message, parsed

from transforms.parse.text.page_noise import (
    drop_page_marks,
    find_inline_noise,
    find_page_mark,
    noise_of,
)

LINES = {
    "OSLO 00000417  002 OF 003": "page_line",
    "BUENOS AIR 00000417  002.2 OF 003": "page_line",
    "PORT AU PR 00000417  002.2 OF 003": "page_line",
    "N'DJAMENA 00000417  002 OF 003": "page_line",
    "Oslo 00000417 002 of 003": "page_line",
    "00000417 002 OF 003": "page_line",
    "COTON0U 00000417 002 OF 003": "page_line",
    "0TTAWA 00000417 002 OF 003": "page_line",
    "PAGE 02 RUEHNY0417 C O N F I D E N T I A L": "page_line",
    "PAGE 02        ELDERP  04423  01 OF 02  111535Z": "page_line",
    "SIPDIS": "stray_caption",
    "S I P D I S": "stray_caption",
    "Sipdis": "stray_caption",
    "sipdis": "stray_caption",
    "SIPDIS.": "stray_caption",
    "SIPDIS NOFORN": "stray_caption",
    "NOFORN": "stray_caption",
    "NOFORN SIPDIS": "stray_caption",
    "SENSITIVE": "stray_caption",
    "N O D I S": "stray_caption",
    "SENSITIVE, SIPDIS": "stray_caption",
    "C O R R E C T E D C O P Y (ADDED TAGS)": "stray_caption",
    "CORRECTED COPY": "stray_caption",
    "CONFIDENTIAL": "banner",
    "C O N F I D E N T I A L": "banner",
    "S E C R E T": "banner",
    "SECRET//NOFORN": "banner",
    "S E C R E T NOFORN": "banner",
    "UNCLASSIFIED//FOR OFFICIAL USE ONLY": "banner",
    "LIMITED OFFICIAL USE": "banner",
    "CONFIDENTIAL   PTQ1234": "banner",
    "UNCLASSIFIED": "banner",
    "C O N F I D E N T I A L SECTION 02 OF 03 OSLO 000417": "section_header",
    "S E C R E T SECTION 02 OF 03 OSLO 000417": "section_header",
    "UNCLAS SECTION 02 OF 02 OSLO 000417": "section_header",
    "C O N F I D E N T I A L FINAL SECTION OF 03": "section_header",
    "C O N F I D E N T I A L FINAL SECTION OF 03 OSLO 000417": "section_header",
    "S E C R E T SECTION 02 OF 02 OSLO 000417 NOFORN": "section_header",
    "S E C R E T //NOFORN//": "banner",
    "CONFIDENTIAL/NOFORN": "banner",
    "UNCLAS SENSITIVE": "banner",
    "SIPDIS SIPDIS": "stray_caption",
    "C O R R E C T E D  C O P Y  PARA 3": "stray_caption",
    "Minimize considered": "operating_signal",
    "#0417/01": "operating_signal",
    "NNNNVV ESA123": "operating_signal",
    "NNNNVV ESN962BRA293": "operating_signal",
    "C O N F I D E N T I A L OSLO 000417": "section_header",
    "BT": "operating_signal",
    "#0417": "operating_signal",
    "NNNN": "operating_signal",
    "NNN": "operating_signal",
    "null": "operating_signal",
    "/tag/PREL.html": "link",
    "/tag/PREL.html /tag/XL_0.html, /tag/ETRD.html": "link",
    "MINIMIZE CONSIDERED": "operating_signal",
    "MINIMIZE CONSIDERED.": "operating_signal",
    "End Cable Text": "end_mark",
    "=======================CABLE ENDS============================": "end_mark",
    "2003ELDERPORT00417 - Classification: SECRET//NOFORN": "end_mark",
    "2003ELDERPORT00417 - Classification was not discussed": None,
    "2003ELDERPORT00417 - CONFIDENTIAL": "end_mark",
    "2003ELDERPORT00417 - CONFIDENTIAL TALKS": None,
    "-": "spacer",
    ".": "spacer",
    "END OF PARA.": "spacer",
    "GP-3": "downgrading_group",
    "EXEMPT": "downgrading_group",
    "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005": "release_stamp",
    "Oslo opened 002 of 003 berths": None,
    "The confidential talks": None,
    "Confidential talks went on": None,
    "SECRET TALKS": None,
    "SECRET TALKS 2009": None,
    "UNCLASSIFIED DOCUMENTS WERE SENT": None,
    "Sensitive issues remain": None,
    "SIPDIS is a caption that the text explains": None,
    "BELLWEATHER": None,
    "PAGE": None,
    "Page two of the report": None,
    "The serial 00000417 stood on the crate": None,
    "NORTH": None,
    "": None,
}


@pytest.mark.parametrize("line", LINES)
def test_noise_lines(line: str) -> None:
    kind = LINES[line]
    assert noise_of(line) == (kind and f"noise.{kind}")
    assert noise_of(f"   {line}") == (kind and f"noise.{kind}")


def test_page_marks_within_text() -> None:
    assert find_page_mark("he said BUENOS AIR 00000417  002 OF 003") == (len("he said "), 39)
    assert find_page_mark("in May GRAND HALD 00000417 002 OF 003") == (len("in May "), 37)
    assert find_page_mark("he said 002 OF 003") is None
    assert drop_page_marks("A. LIMA 1 OSLO 00000417 001 OF 002 B. LIMA 2").split() == (
        "A. LIMA 1 B. LIMA 2".split()
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("he said OSLO 00000417  002 OF 003 that", "noise.page_line"),
        ("saying that the SIPDIS tide tables", "noise.stray_caption"),
        ("SIPDIS tide tables had been", "noise.stray_caption"),
        ("the board. Declassified/Released US Department of State EO Systematic Review 30 JUN 2005",
         "noise.release_stamp"),
        ("the pier /tag/PREL.html will wait", "noise.link"),
        ("[1](/tag/1_0.html)2. (C) The board", None),
        ("Embassy used the SIPDIS caption", None),
        ('the caption "SIPDIS" was', None),
        ("a NODIS/SIPDIS message", None),
        ("Please begin all responses with SIPDIS.", None),
        ("SIPDIS and slug for the board.", None),
        ("the pier cost 100 crowns", None),
    ],
)  # fmt: skip
def test_noise_within_a_line(text: str, kind: str | None) -> None:
    found = find_inline_noise(text)
    assert (found[2] if found else None) == kind


PIER = "The harbor board objected at some length, saying that the"
TIDES = "tide tables had been ignored."
NOISE = {
    "page-line": "OSLO 00000417  002 OF 003",
    "mixed-case": "Oslo 00000417 002 of 003",
    "caption": "SIPDIS",
    "group": "CONFIDENTIAL\n\nCONFIDENTIAL\n\nPAGE 02 RUEHEP0417 C O N F I D E N T I A L OSLO 000417",
    "page-and-caption": "OSLO 00000417  002 OF 003\n\nSIPDIS",
    "corrected-copy": "OSLO 00000417  002 OF 003\n\nC O R R E C T E D C O P Y (ADDED TAGS)",
    "next-section": "C O N F I D E N T I A L SECTION 02 OF 03 OSLO 000417\n\nSIPDIS\n\n"
    "E.O. 12958: DECL: 04/01/2018\nTAGS: PREL, ETRD\nSUBJECT: FERRY MINISTER WANTS A SECOND\nPIER\n",
    "broken-stamp": "Una B. Quill\nDeclassified/Released\nUS Department of State\nEO Systematic Review\n30 JUN 2005",
    "wrapped-stamp": "Declassified/Released US Department of State EO Systematic\n\nReview 30 JUN 2005",
    "next-section-with-passing-lines": "UNCLAS SECTION 02 OF 03 OSLO 000417\n\nSIPDIS\n\n"
    "LAGOON FOR POL/QUILL; MCC FOR MOSS\nAND BELLWEATHER\n\nE.O. 12958: N/A\nTAGS: PREL\n",
    "operating-signals": "BT\n#0417",
    "links": "/tag/PREL.html\n/tag/NO.html",
}


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n"])
@pytest.mark.parametrize("name", NOISE)
def test_a_sentence_goes_on_across_noise(name: str, gap: str) -> None:
    cable = parsed(message(f"1. (C) {PIER}{gap}{NOISE[name]}{gap}{TIDES}\n\n2. (C) It will wait."))
    assert [(p.number, p.text) for p in cable.paragraphs] == [
        (1, f"{PIER} {TIDES}"),
        (2, "It will wait."),
    ]
    assert cable.coverage == 1.0


@pytest.mark.parametrize(
    "noise", ["OSLO 00000417  002 OF 003", "SIPDIS", "BUENOS AIR 00000417  002 OF 003"]
)
def test_noise_glued_into_a_line_is_cut_out(noise: str) -> None:
    cable = parsed(message(f"1. (C) {PIER} {noise} {TIDES}\n\n2. (C) It will wait."))
    assert [p.text for p in cable.paragraphs] == [f"{PIER} {TIDES}", "It will wait."]
    assert {claim.what for claim in cable.claims} >= {"paragraphs.text"}
    assert cable.coverage == 1.0


def test_noise_between_sentences_and_paragraphs_leaves_no_trace() -> None:
    page = "OSLO 00000417  002 OF 003"
    cable = parsed(message(f"1. (C) It opened.\n\n{page}\n\n2. (C) It closed.\n\n{page}\n\nMOSS"))
    assert [p.text for p in cable.paragraphs] == ["It opened.", "It closed."]
    assert cable.signed_by == "MOSS"


def test_nothing_follows_the_end_of_the_message() -> None:
    cable = parsed(message("1. (C) It opened.\nMOSS\n\nEnd Cable Text\n\nAPPROVED: X\nDRAFTED: Y"))
    assert [p.text for p in cable.paragraphs] == ["It opened."]
    assert (cable.signed_by, cable.coverage) == ("MOSS", 1.0)


def test_captions_below_the_header_of_a_later_section() -> None:
    header = (
        "UNCLAS SECTION 02 OF 03 OSLO 000417\n\nAIDAC\nSIPDIS\n\nTAGS: PREL\nSUBJECT: THE PIER\n"
    )
    cable = parsed(
        message(
            f"1. (C) The board said that the\n\n{header}\ntide tables were old.\n\n2. (C) It rose."
        )
    )
    assert [p.text for p in cable.paragraphs] == [
        "The board said that the tide tables were old.",
        "It rose.",
    ]


MARKS = [
    "OSLO 00000417 002 OF 003",
    "BUENOS AIR 00000417 001.2 OF 003",
    "PORT AU PR 00000417 002.6 OF 012",
    "OSLO 00123456 001 OF 002",
    "PAGE 02 OSLO 00417",
]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("place", range(5))
@pytest.mark.parametrize("is_within", [True, False], ids=["within-text", "alone"])
def test_page_marks_that_a_wrap_broke(mark: str, place: int, is_within: bool) -> None:
    words = mark.split(" ")
    place = 2 if mark.startswith("PAGE") else min(place + 1, len(words) - 1)
    broken = " ".join(words[:place]) + "\n" + " ".join(words[place:])
    gap = " " if is_within and not mark.startswith("PAGE") else "\n"
    cable = parsed(message(f"1. (C) {PIER}{gap}{broken}{gap}{TIDES}\n\n2. (C) It waits."))
    assert [p.text for p in cable.paragraphs] == [f"{PIER} {TIDES}", "It waits."]
    assert cable.coverage == 1.0


@pytest.mark.parametrize(
    "line",
    [
        "subject and rose.",
        "State for Ports.",
        "state of the art for ferries.",
        "tags were sold.",
        "Classified rooms.",
    ],
)
def test_a_sentence_goes_on_below_the_header_of_a_later_section(line: str) -> None:
    header = "C O N F I D E N T I A L SECTION 02 OF 03 OSLO 000417\n\nSIPDIS"
    cable = parsed(
        message(f"1. (C) The board discussed the\n\n{header}\n\n{line}\n\n2. (C) It voted.")
    )
    assert [p.text for p in cable.paragraphs] == [f"The board discussed the {line}", "It voted."]


@pytest.mark.parametrize(
    "written",
    [
        "met at OSLO 00000417 001 OF 003 the pier OSLO\n00000417 002 OF 003 and rose.",
        "met at SIPDIS the pier OSLO\n00000417 002 OF 003 and rose.",
        "met at the pier and\nOslo\n00000417  002 OF 003\nrose.",
    ],
    ids=["behind-a-whole-mark", "behind-a-caption", "in-small-letters"],
)
def test_broken_marks_among_other_noise(written: str) -> None:
    cable = parsed(message(f"1. (C) The board {written}\n\n2. (C) It voted."))
    text = " ".join(cable.paragraphs[0].text.split())
    assert text == "The board met at the pier and rose."
    assert cable.coverage == 1.0


@pytest.mark.parametrize("link", ["[1](#)", "¶", "1"])
def test_a_broken_mark_below_a_link_takes_no_text_with_it(link: str) -> None:
    cable = parsed(
        message(
            f"{link}1. (C) The board BUENOS AIR\n00000417 002 OF 003 met.\n\n{link}2. (C) It rose."
        )
    )
    assert [p.text for p in cable.paragraphs] == ["The board met.", "It rose."]
    assert cable.coverage == 1.0


@pytest.mark.parametrize(
    "line",
    [
        "PAGE 2 OF THE REPORT IS LOST, HE SAID.",
        "PAGE 12 REPORTS THE OPENING OF THE PIER.",
        "They opened it in OSLO 00000417 002 OF 003",
        "it opened OSLO 00000417 002 OF 003",
        "it opened at the Embassy OSLO 00000417 002 OF 003",
        "it opened near an Embassy BUENOS AIR\n00000417 002 OF 003",
    ],
)
def test_words_of_the_text_are_not_taken_with_noise(line: str) -> None:
    cable = parsed(message(f"1. (C) {PIER}\n{line}\n{TIDES}"))
    kept = line.partition(" OSLO 0")[0].partition(" BUENOS")[0]
    assert cable.paragraphs[0].text == f"{PIER} {kept} {TIDES}"


HEADER = """VZCZCXRO1235
PP RUEHXX RUEHYY
DE RUEHNY #0417/02 0921430
ZNY CCCCC ZZH
P 011430Z APR 08
FM AMEMBASSY OSLO
TO RUEHC/SECSTATE WASHDC PRIORITY 3311
INFO RUEHPV/AMEMBASSY PORT VESPER 0022
LAGOON COLLECTIVE
"""
MARKING = "C O N F I D E N T I A L SECTION 02 OF 02 OSLO 000417\n\nSIPDIS"


@pytest.mark.parametrize(
    "header",
    [
        f"{HEADER}\n{MARKING}",
        f"BT\n#0417\n\nNNNN\n{HEADER}BT\n{MARKING}",
        f"{HEADER}\n{MARKING}\n\nTAGS: PREL\nSUBJECT: A PIER\n",
        f"P 011430Z APR 08\nFM AMEMBASSY OSLO\n\n{MARKING}",
    ],
    ids=["header", "signals", "labels", "short"],
)
@pytest.mark.parametrize("is_within", [True, False], ids=["within-a-sentence", "between"])
def test_the_header_of_a_later_section_leaves_no_trace(header: str, is_within: bool) -> None:
    joint = f"\n\n{header}\n\n"
    text = f"{PIER}{joint}{TIDES}" if is_within else f"{PIER}\n{TIDES}{joint}"
    cable = parsed(message(f"1. (C) {text}\n\n2. (C) It waits."))
    assert [p.text for p in cable.paragraphs] == [f"{PIER} {TIDES}", "It waits."]
    assert (cable.coverage, len(cable.recipients)) == (1.0, 2)


@pytest.mark.parametrize("below", ["", f"\n{TIDES.upper()}"])
@pytest.mark.parametrize("line", ["FM QUILL SAID THAT HE WOULD LEAVE.", "FM QUILL ROSE."])
def test_a_foreign_minister_opens_no_header(line: str, below: str) -> None:
    text = f"{PIER.upper()}\n{line}{below}"
    cable = parsed(message(f"1. {text}\n\n{MARKING}\n\n2. IT WAITS."))
    assert cable.paragraphs[0].text == text.replace("\n", " ")


def test_capitals_above_a_section_without_a_header_of_its_own_stay() -> None:
    cable = parsed(message(f"1. {PIER.upper()}\n{TIDES.upper()}\n\n{MARKING}\n\n2. IT WAITS."))
    assert [p.number for p in cable.paragraphs] == [1, 2]
    assert cable.paragraphs[0].text == f"{PIER} {TIDES}".upper()
