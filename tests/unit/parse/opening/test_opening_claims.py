"""Words of the opening that became nothing are not claimed; everything else is."""

from __future__ import annotations

import pytest
from builders import HEADER, OPENING, message, parsed

from transforms.parse.coverage import find_gaps

BODY = "1. (C) The pier opened."

KEPT = [
    ("tags", "TAGS: PREL, ETRD", "TAGS: PREL ETRD"),
    ("tags-of-a-person", "TAGS: PREL, ETRD", "TAGS: OVIP (QUILL, AUGUSTA), PREL"),
    ("tags-run-together", "TAGS: PREL, ETRD", "TAGS: PGOVPRELNO"),
    ("tags-as-links", "TAGS: PREL, ETRD", "TAGS: [PREL](#) [XL](/tag/XL_0.html)"),
    ("a-broken-tag", "TAGS: PREL, ETRD", "TAGS: PG OV, PREL, ET\nRD"),
    ("tags-with-markup", "TAGS: PREL, ETRD", "TAGS: <a href='/tag/PREL_0.html'>PREL</a> /tag/XL.html XL"),
    ("an-unknown-tag", "TAGS: PREL, ETRD", "TAGS: PREL, HARBOR WATCH"),
    ("an-event", "DECL: 04/01/2018", "DECL: TEN YEARS AFTER THE LAGOON UNION"),
    ("a-date-in-words", "DECL: 04/01/2018", "DECL: APRIL 1, 2018"),
    ("a-short-date", "DECL: 04/01/2018", "DECL: 4/1/18"),
    ("no-declassification", "DECL: 04/01/2018", "N/A"),
    ("a-slip-in-decl", "DECL: 04/01/2018", "DELC: 04/01/2018"),
    ("several-refs", "REF: A. STATE 41120", "REFS: (A) 07 OSLO 41 (NOTAL), (B) STATE 2 AND 3"),
    ("a-ref-with-a-title", "A. STATE 41120", "A. STATE 41120 (THE GREAT FAIR OF 2006)"),
    ("a-ref-to-an-embassy-in-no-list", "A. STATE 41120", "A. AMEMBASSY ELDERPORT 41"),
    ("a-ref-with-a-pilcrow", "A. STATE 41120", "A. STATE 41120\n\n[1](#)B. OSLO 12"),
    ("a-ref-with-an-entity", "A. STATE 41120", "A. STATE 41120\n\n&para;B. OSLO 12 &#182;C. OSLO 13"),
    ("a-ref-with-a-damaged-pilcrow", "A. STATE 41120", "A. STATE 41120\n\nÂ¶B. OSLO 12"),
    ("a-page-line-in-the-refs", "A. STATE 41120", "A. STATE 41120 OSLO 00000417  002 OF 003 B. OSLO 1"),
    ("a-page-line-over-two-lines", "A. STATE 41120", "A. STATE 41120\nOSLO 00000417 001.2\nOF 002 B.\nOSLO 1"),
    ("a-ref-to-itself", "A. STATE 41120", "A. STATE 41120 B. OSLO 417"),
    ("a-ref-to-nothing", "A. STATE 41120", "SEPTEL"),
    ("an-e-mail", "A. STATE 41120", "A. QUILL-MOSS E-MAIL OF MARCH 3, 2008"),
    ("reasons", "reasons 1.4 (b) and (d).", "for reasons 1.4(b/d)"),
    ("reasons-run-together", "reasons 1.4 (b) and (d).", "reason: 1.4 (bd)"),
    ("a-title-and-an-office", "DCM Una Bellweather,", "Una Bellweather, Deputy Chief, Embassy Oslo,"),
    ("a-broken-word", "DCM Una Bellweather, reasons 1.4",
     "Economic Counselor Augusta Bellweather of Elderport Harbor, for rea\nsons 1.4"),
    ("captions", "SIPDIS", "SIPDIS\n\nSTADIS//EXDIS\n\nSENSITIVE BUT UNCLASSIFIED"),
    ("a-level-in-words", "C O N F I D E N T I A L", "UNCLASSIFIED//FOR OFFICIAL USE ONLY"),
    ("a-corrected-copy", "SIPDIS", "C O R R E C T E D COPY (CHANGED TAGS)\n\nSIPDIS"),
    ("a-passing-line", "SIPDIS", "SIPDIS\n\nDEPT FOR EUR/NB (A. QUILL)\nNSC FOR MOSS"),
    ("a-section", "L OSLO", "L SECTION 01 OF 03 OSLO"),
    ("a-slip-in-the-level", "C O N F I D E N T I A L", "C O N F I D E N T A L"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"), [case[1:] for case in KEPT], ids=[case[0] for case in KEPT]
)
def test_what_became_a_value_is_claimed(old: str, new: str) -> None:
    assert old in OPENING
    text = message(BODY, opening=OPENING.replace(old, new, 1))
    cable = parsed(text)
    assert find_gaps(text, cable.claims) == ()
    assert cable.coverage == 1.0


FORMS = {
    "E.O. 12958: DECL: 04/01/2018": """
E.O.: 12958 DECL: 1.4 (B) 04/01/2018
E.O. 12958: DECL: 1.4 (B) AND (D) 04/01/2018
E.O. 12958: DECL: 04-01-18 REASON: 1.4 (B) AND (D)
E.O. 12958: DECL: 04/01/2018 FOR REASONS 1.4 (B) AND (D)
E.O. 12958: DECL 04/01/2018 (1.4 B AND D)
E.O. 12958 (AS AMENDED) DECL 04/01/2018
E. O. 12958: DECL: 1 APRIL 2018
EO: 12958 DECL 04/01/2018
EXECUTIVE ORDER 12958: DECLASSIFY ON: APRIL 1, 2018
E.O. 12958: DECL: 1.6X1, 1.6X6
E.O. 12958: DECL: 25X-1, HUMAN
E.O. 12958: DECL: 10 YEARS FROM DATE OF SIGNATURE
E.O. 12958: DECL: SOURCE MARKED OADR, DATE OF SOURCE: 04/01/2008
E.O. 11652: XGDS (B) (3)
E.O. 12065: XDS-4 8/13/09 (QUILL, AUGUSTA) OR-M
""",
    "TAGS: PREL, ETRD": """
TAGS: PREL; ETRD; XL.
TAGS: PREL/ETRD/XL
TAGS: (PREL, ETRD)
TAGS PREL, ETRD AND XL
TAGS: SHUM, XL, BELLWEATHER, UNA
TAGS: OVIP (BELLWEATHER, UNA M.), PREL
""",
    "Classified By: DCM Una Bellweather, reasons 1.4 (b) and (d).": """
Classified By: Ambassador Una Bellweather for reasons 1.4 (b) and (d) of E.O. 12958
Classified By: DCM A. Quill, Reasons 1.4 B/D of EO 12958 as amended
Classified By: DCM A. Quill for Reasons 1.4 (b) and (d) of Executive Order 12958, as amended.
Classified By: DCM A. Quill under E.O. 12958, Section 1.4 (b) and (d)
Classified By: DCM A. Quill in accordance with E.O. 12958, reasons 1.4 (b,d)
Classified By: DCM A. Quill under authority of E.O. 12958 section 1.4 (b) and (d)
Classified By: DCM A. Quill pursuant to Section 1.4 (b/d)
Classified By: DCM A. Quill for reasons stated in section 1.4 (b) and (d)
Classified By: DCM A. Quill as per reasons 1.4 (b,d)
Classified By: DCM A. Quill by reason of 1.4 (b,d)
Classified By: DCM A. Quill. E.O. 12958, Reasons 1.4 (b) and (d).
Classified By: DCM A. Quill. This message is classified for reasons 1.4 (b) and (d).
Classified By: DCM A. Quill; reason: foreign policy 1.4(d)
Classified By: DCM A. Quill for reasons 1.4 (b) (ferry secrets) and (d) (foreign relations)
REASON: foreign policy 1.4(d)
CLASSIFIED BY: DCM A. QUILL. REASONS: 1.5 (B) AND (D). DECLASSIFY ON: 04/01/2018
Classified By: Multiple Sources; Declassify On: 04/01/2018
Classified By: A. Quill, DCM. Derived from: DSCG 05-1 (D)
Derived from: DSCG 05-1, B and D
DERIVED FROM: DSCG 11-01, B, C, D, PARA 4
""",
}
"""Lines of the opening, and other wordings that are understood to the last word."""


@pytest.mark.parametrize(
    ("old", "new"),
    [(old, new) for old, lines in FORMS.items() for new in lines.strip().splitlines()],
)
def test_every_wording_is_understood(old: str, new: str) -> None:
    assert old in OPENING
    text = message(BODY, opening=OPENING.replace(old, new, 1))
    assert [gap.text for gap in find_gaps(text, parsed(text).claims)] == []


LOST = [
    (
        "behind-the-date",
        "DECL: 04/01/2018",
        "DECL: 04/01/2018 REASON 1.4 (B). Return it",
        ["Return it"],
    ),
    ("in-the-refs", "A. STATE 41120", "A. STATE 41120 AND THE OTHER ONE", ["OTHER ONE"]),
    ("behind-the-reasons", "(b) and (d).", "(b) and (d). Ferry tickets", ["Ferry tickets"]),
]


@pytest.mark.parametrize(
    ("old", "new", "words"), [case[1:] for case in LOST], ids=[case[0] for case in LOST]
)
def test_what_became_nothing_is_a_gap(old: str, new: str, words: list[str]) -> None:
    text = message(BODY, opening=OPENING.replace(old, new, 1))
    cable = parsed(text)
    gaps = find_gaps(text, cable.claims)
    assert [gap.text for gap in gaps] == words
    missing = sum(len("".join(gap.text.split())) for gap in gaps)
    assert cable.coverage == pytest.approx(1 - missing / len("".join(text.split())))


def test_a_line_of_the_header_that_became_nothing_is_a_gap_with_its_place() -> None:
    text = message(BODY, header=HEADER.replace("FM ", "  ???!   what is this\nFM "))
    (gap,) = find_gaps(text, parsed(text).claims)
    assert (gap.line, gap.column, gap.text) == (6, 3, "???!   what is this")
    assert text[gap.start : gap.end] == gap.text


def test_the_date_that_a_mirror_put_above_the_text_is_noise() -> None:
    text = message(BODY, header=f"{HEADER}\n\nTuesday, 1 April 2008, 14:30")
    cable = parsed(text)
    assert (cable.coverage, len(cable.recipients)) == (1.0, 2)
