"""The REF block within a cable: whatever stands around it and however it is wrapped, same rows."""

from __future__ import annotations

import csv
import html
import io
import re
import textwrap

import pytest
from builders import parsed, read_bytes
from ref_cases import cases, show

from transforms.parse.cable import Cable
from transforms.parse.parse import parse
from transforms.read.record import Metadata, Record

_LABEL_AHEAD = re.compile(r" (?=(?:\[1\]\(#\)|¶)\(?[B-K](?:[.)]|:))")
_WRAPS = {
    "one line": lambda text: text,
    "narrow": lambda text: "\n".join(textwrap.wrap(text, 40, break_on_hyphens=False)),
    "by label": lambda text: _LABEL_AHEAD.sub("\n     ", text),
    "blank lines": lambda text: _LABEL_AHEAD.sub("\n\n", text),
}
_MARKING = "C O N F I D E N T I A L ELDERPORT 000417\n"
_OPENING = "E.O. 12958: DECL: 04/01/2018\nTAGS: PREL, XL\n"
_AROUND = {
    "minimal": _MARKING + "\nSUBJECT: HARBOR DUES\n\n{}\n\n1. (C) Summary: The board met.\n",
    "no blank line": _MARKING + "SUBJECT: HARBOR DUES\n{}\n1. (C) Summary: The board met.\n",
    "unnumbered": _MARKING + "SUBJECT: HARBOR DUES\n\n{}\n\nThe board met on May 12 and rose.\n",
    "into summary": _MARKING + "SUBJECT: HARBOR DUES\n{}\nSUMMARY: It met in Oslo 2008.\n",
    "classified by": _MARKING + _OPENING + "SUBJECT: HARBOR DUES\n\n{}\nClassified By: DCM Una "
    "Bellweather, reasons 1.4 (b) and (d).\n\n¶1. (C) The board met.\n",
    "before the subject": _MARKING + _OPENING + "{}\n\nSUBJECT: HARBOR DUES\n\n1. It met.\n",
    "before TAGS": _MARKING + "{}\nTAGS: PREL, XL\nSUBJECT: HARBOR DUES\n\n1. It met.\n",
    "dash rule": _MARKING + "SUBJECT: HARBOR DUES\n\n{}\n-------\nSUMMARY\n-------\n\n1. It met.\n",
    "sensitive": _MARKING
    + "SUBJECT: HARBOR DUES\n\n{}\n\nSensitive but Unclassified.\n\n1. It met.\n",
    "nothing else": "{}\n\n1. The board met.\n",
}


def _rows(cable: Cable) -> list[str]:
    return [show(ref, with_raw=False) for ref in cable.refs]


def _expected(rows: list[str]) -> list[str]:
    """Without what was written, and without references to the citing cable itself."""
    bare = [re.sub(r" <[^>]*>", "", row) for row in rows]
    return [row for row in bare if not re.search(r"\b08ELDERPORT417$", row)]


@pytest.mark.parametrize("around", _AROUND)
def test_every_block_in_a_cable(around: str) -> None:
    wraps = list(_WRAPS.values())
    turn = list(_AROUND).index(around)
    wrong = []
    for place, (text, year, rows) in enumerate(cases()):
        metadata = Metadata(mrn=f"{year % 100:02d}ELDERPORT417")
        block = wraps[(place + turn) % len(wraps)](text)
        cable = parsed(_AROUND[around].format(block), metadata=metadata)
        if _rows(cable) != _expected(rows):
            wrong.append((block, _rows(cable)))
    assert wrong == []


@pytest.mark.parametrize(
    "block",
    [
        "REF: A. OSLO 60 -- Ferry talks in May ¶B. PARIS 7, PARA 4",
        "REF: STATE 41120 DATED MARCH 3, 2008 (EXDIS)",
        "REF: QUILL AND MOSS E-MAIL OF MARCH 3, 2008 AND STATE 9 CIRCULAR",
        "REF: A. STATE 1120 1B. OSLO 33",
        "REF: NOT APPLICABLE",
        "REF: SEPTEL ON FERRIES",
        "REF: OSLO 60 AND OTHERS; CABLE 07 PARIS 7 AND EARLIER MESSAGES; SEE ROME 8 AND REFS THEREIN",
    ],
)
def test_titles_and_dates_of_a_reference_are_understood(block: str) -> None:
    text = _AROUND["minimal"].format(block)
    assert parsed(text, metadata=Metadata(mrn="08ELDERPORT417")).coverage == 1.0


def test_prose_behind_a_reference_is_not_understood() -> None:
    prose = "the harbor board met and talked about the dues of the ferries and the pier " * 4
    text = _AROUND["minimal"].format(f"REF: OSLO 60 {prose}")
    assert parsed(text, metadata=Metadata(mrn="08ELDERPORT417")).coverage < 1.0


_BLOCK = "REF: A. STATE 41120\n¶B. 07 OSLO 12 (NOTAL)\n¶C. QUILL/MOSS E-MAIL 3/4/08"
_BODY = _MARKING + "\nSUBJECT: HARBOR DUES\n\n" + _BLOCK + "\n\n¶1. (C) The board met.\n"
_BLOCK_ROWS = ["A 08STATE41120", "B 07OSLO12 notal", "C email"]


def _only(items: list[object]) -> Cable:
    cables = [parse(item) for item in items if isinstance(item, Record)]
    assert len(cables) == 1
    assert isinstance(cables[0], Cable)
    return cables[0]


def test_html_page() -> None:
    linked = html.escape(_BODY).replace("¶", "<a id='parB' href='#parB'>¶</a>")
    page = (
        "<h3>Viewing cable 08ELDERPORT417, HARBOR DUES</h3><table class='cable'><tr><th>Reference"
        " ID</th><th>Created</th><th>Classification</th><th>Origin</th></tr><tr><td>08ELDERPORT417"
        "</td><td>2008-04-01 14:30</td><td>CONFIDENTIAL</td><td>Embassy Elderport</td></tr></table>"
        f"<code><pre>{linked.replace(chr(10), '&#x000A;')}</pre></code>"
    )
    assert _rows(_only(read_bytes(page.encode()))) == _BLOCK_ROWS


def test_csv_record() -> None:
    out = io.StringIO()
    row = ["1", "4/1/2008 14:30", "08ELDERPORT417", "Embassy Elderport", "CONFIDENTIAL", "", "", ""]
    row[7] = _BODY.replace("¶", "")
    csv.writer(out, quoting=csv.QUOTE_ALL, doublequote=False, escapechar="\\").writerow(row)
    assert _rows(_only(read_bytes(out.getvalue().encode()))) == _BLOCK_ROWS


def test_a_label_with_nothing_behind_it_takes_no_prose() -> None:
    text = _MARKING + "SUBJECT: HARBOR DUES\n\nREF:\n\nThe board met on Tuesday.\n"
    cable = parsed(text, metadata=Metadata(mrn="08ELDERPORT417"))
    assert cable.refs == ()
    assert [paragraph.text for paragraph in cable.paragraphs] == ["The board met on Tuesday."]


@pytest.mark.parametrize(
    ("block", "ids"),
    [
        ("REF: A) OSLO 12\n\n(FERRY DUES) B) OSLO 14", ["08OSLO12", "08OSLO14"]),
        ("REF: A. OSLO 12\n\n(THE SECOND PIER)\n\nB. OSLO 14", ["08OSLO12", "08OSLO14"]),
        ("REF: A. OSLO 12 B.\nBERN\n\n14", ["08OSLO12", "08BERN14"]),
        ("REF: A. OSLO 12\n\n(SBU) B. The Board and OSLO 14", ["08OSLO12"]),
        ("REF: A. OSLO 12\n\n(First of two cables on OSLO 14)", ["08OSLO12"]),
    ],
)
def test_a_blank_line_within_a_reference_does_not_end_the_block(block: str, ids: list[str]) -> None:
    text = f"{_MARKING}SUBJECT: HARBOR DUES\n\n{block}\n\n1. (C) The board met.\n"
    cable = parsed(text, metadata=Metadata(mrn="08ELDERPORT417"))
    assert [ref.target_id for ref in cable.refs] == ids


def test_a_reference_to_the_cable_itself_is_dropped() -> None:
    text = _MARKING + "SUBJECT: HARBOR DUES\n\nREF: A. ELDERPORT 417 B. OSLO 5\n\n1. It met.\n"
    cable = parsed(text, metadata=Metadata(mrn="08ELDERPORT417"))
    assert [(ref.ordinal, ref.target_id) for ref in cable.refs] == [(1, "08OSLO5")]


def test_a_caption_in_brackets_is_said_of_the_reference_above() -> None:
    text = f"{_MARKING}SUBJECT: HARBOR DUES\n\nREF: OSLO 12\n(EXDIS)\n\n1. (C) The board met.\n"
    cable = parsed(text, metadata=Metadata(mrn="08ELDERPORT417"))
    assert ([ref.target_id for ref in cable.refs], cable.captions) == (["08OSLO12"], ())


@pytest.mark.parametrize("mark", ["(C) ", "(U) ", "(S//NF) ", "¶(SBU) "])
def test_a_portion_mark_before_the_label(mark: str) -> None:
    opening = f"{_MARKING}SUBJECT: HARBOR DUES\n\n{mark}REFS: (A) STATE 12 (B) OSLO 88 (NOTAL)"
    text = f"{opening}\n\n1. (C) The board met.\n"
    cable = parsed(text, metadata=Metadata(mrn="08ELDERPORT417"))
    assert [(ref.label, ref.raw, ref.is_notal) for ref in cable.refs] == [
        ("A", "STATE 12", False),
        ("B", "OSLO 88", True),
    ]
    assert (cable.subject, cable.coverage) == ("HARBOR DUES", 1.0)


@pytest.mark.parametrize(
    "gap",
    [
        "\n     ",
        "\n\n",
        "\n\n     ¶",
        "\n-     ",
        "\n\n-     ",
        "\n[1](#)",
        f"\n{'ELDERPORT 00000417  001.2 OF 003'}\n\n\n     ",
    ],
)
@pytest.mark.parametrize(
    "form",
    ["a) | b) | c) ", "(a) | (b) | (c) ", "a. | b. | c. ", "(A)|(B)|(C)", "[a] | [b] | [c] "],
)
def test_labels_of_any_form_behind_a_gap(form: str, gap: str) -> None:
    first, second, third = form.split("|")
    block = f"Refs: {first}Oslo 12{gap}{second}Port Louis 88{gap}{third}E-mail Moss/Quill 3/4/08"
    cable = parsed(_AROUND["minimal"].format(block), metadata=Metadata(mrn="08ELDERPORT417"))
    assert _rows(cable) == ["A 08OSLO12", "B 08PORTLOUIS88", "C email"]


@pytest.mark.parametrize("form", ["A ) | B ) | C ) ", "A., | B., | C., ", "- (A) | - (B) | - (C) "])
def test_labels_with_unusual_signs_behind_a_gap(form: str) -> None:
    first, second, third = form.split("|")
    block = f"REF: {first}OSLO 12\n\n{second}(C) PORT VESPER 88\n\n{third}IIR 6 999 0042 08"
    cable = parsed(_AROUND["minimal"].format(block), metadata=Metadata(mrn="08ELDERPORT417"))
    assert _rows(cable) == ["A 08OSLO12", "B 08PORTVESPER88", "C report"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "line",
    [
        "(SBU) SUMMARY: The board met in Oslo 400 times.",
        "(C) ENTIRE TEXT",
        "CONFIDENTIAL - ENTIRE TEXT",
        "Post asks for guidance on 3 questions; see paragraph 12.",
        "(U) This is an action request. Please see paragraph 12.",
        "Paragraph 12 is an action request.",
        "See paragraph 12 for action request",
        "(SBU) Sensitive but unclassified. Protect accordingly.",
        "(U) THIS DOCUMENT IS SENSITIVE. NOT FOR INTERNET PUBLICATION.",
        "¶1.  SUMMARY: The board met.",
        "1.  (SBU)  The board met.",
    ],
)
def test_no_reference_is_made_of_the_line_below(line: str, gap: str) -> None:
    block = f"REF: A. STATE 41120\n     B. OSLO 12 AND PREVIOUS{gap}{line}"
    cable = parsed(_AROUND["minimal"].format(block), metadata=Metadata(mrn="08ELDERPORT417"))
    assert _rows(cable) == ["A 08STATE41120", "B 08OSLO12 prev"]


def test_a_serial_that_begins_a_line_is_no_echo_of_the_transmission() -> None:
    text = _AROUND["minimal"].format("REF: OSLO 12, 07 PORT LOUIS\n#3040\n\nBT\n#0417\n")
    cable = parsed(text, metadata=Metadata(mrn="08ELDERPORT417"))
    assert _rows(cable) == ["08OSLO12", "07PORTLOUIS3040"]


@pytest.mark.parametrize(
    "line",
    ["F-16 SALES TO 12 COUNTRIES", "G-8: OSLO 2008 SUMMIT", "K. QUILL MET 12 MINISTERS", "M/V 12"],
)
def test_a_letter_far_from_the_labels_above_opens_no_reference(line: str) -> None:
    text = f"{_MARKING}SUBJECT: HARBOR DUES\n\nREF: OSLO 12\n\n{line}\n\nIT ROSE.\n"
    cable = parsed(text, metadata=Metadata(mrn="08ELDERPORT417"))
    assert [ref.target_id for ref in cable.refs] == ["08OSLO12"]
    assert cable.paragraphs[0].text == line


def test_labels_out_of_order_behind_gaps() -> None:
    block = "REF: A. OSLO 12\n\nD. OSLO 14\n\nB. OSLO 16 (S)\n\nC. OSLO 18"
    cable = parsed(_AROUND["minimal"].format(block), metadata=Metadata(mrn="08ELDERPORT417"))
    assert _rows(cable) == ["A 08OSLO12", "D 08OSLO14", "B 08OSLO16", "C 08OSLO18"]


_PAGE = "ELDERPORT 00000417  001.2 OF 003"


@pytest.mark.parametrize(
    "page", [f"\n{_PAGE}\n\n\n", f"\n\n{_PAGE}\n\n", "\nSIPDIS\n", "\n\nSIPDIS\n\n"]
)
@pytest.mark.parametrize(
    "block",
    [
        "REF: A. STATE 41120 (NOTAL) B. EMBASSY PORT LOUIS|01290, 1291 AND 1292",
        "REF: A. STATE 41120 (NOTAL) B. OSLO 5 C. 07 HO CHI|MINH CITY 1258",
        "REF: A. STATE 41120 B. OSLO 5 C. 07 HO CHI|MINH CITY 1258",
        "REF: A. STATE 41120 (NOTAL) B. EMBASSY PORT LOUIS|14.",
        "REF: [A] STATE 41120; [B] QUILL-MOSS TELCON 4/3/08; [C]|IIR 6 812 0012 08",
        "REF: A. STATE 41120 (FERRIES, PIERS) (NOTAL) B. 07|CAPE TOWN 1784 C. OSLO 5",
        "REF: A. STATE 41120 (NOTAL) B. OSLO 5 (THE 12 PIERS|OF THE COAST) C. PARIS 7",
        "REF: A. STATE 41120 (NOTAL) B. OSLO 5 AND PREVIOUS C.|MOSS/QUILL TELCON OF MARCH 12",
        "REF: A. STATE 41120 (NOTAL) AND PREVIOUS B. OSLO 5|(S/NF); C. PARIS 7 (EXDIS)",
    ],
)
def test_a_page_line_within_an_item(block: str, page: str) -> None:
    text = _AROUND["classified by"].format(block.replace("|", page))
    cable = parsed(text, metadata=Metadata(mrn="08ELDERPORT417"))
    whole = parsed(
        _AROUND["classified by"].format(block.replace("|", " ")),
        metadata=Metadata(mrn="08ELDERPORT417"),
    )
    assert _rows(cable) == _rows(whole)


@pytest.mark.parametrize("line", ["COUNTRY TEAM MESSAGE", "OSLO 2008: THE BOARD VOTES"])
def test_a_page_line_behind_the_block(line: str) -> None:
    block = f"REF: A. STATE 41120 (FERRIES, PIERS) (NOTAL) B. 07 OSLO 12\n{_PAGE}\n\n\n{line}"
    cable = parsed(_AROUND["minimal"].format(block), metadata=Metadata(mrn="08ELDERPORT417"))
    assert _rows(cable) == ["A 08STATE41120 notal", "B 07OSLO12"]


def test_a_serial_that_begins_a_line_before_a_label_opens_no_paragraph() -> None:
    block = "REF: (A) STATE 41120 (B) IIR 6 812 0012\n08 (C) LIMA 4195 (D) OSLO\n12 (S) PARIS 7"
    cable = parsed(_AROUND["minimal"].format(block), metadata=Metadata(mrn="08ELDERPORT417"))
    assert _rows(cable)[:3] == ["A 08STATE41120", "B report", "C 08LIMA4195"]
    assert "08OSLO12" in [ref.target_id for ref in cable.refs]


@pytest.mark.parametrize(
    "line",
    [
        "ref A. Quill would not say why, although others do so",
        "Ref B suggests that it will be so in the end for all",
        "reftel A was right, and that the pier would be built",
        "refs A and B say, and that the pier would be built by",
    ],
)
def test_a_sentence_that_cites_at_a_line_start_is_no_block(line: str) -> None:
    body = f"The board met and said at some length what stands in\n{line}\nthen.\n\nIt rose."
    top = "UNCLAS OSLO 000417\n\nTAGS: PREL\nSUBJECT: A PIER"
    cable = parsed(f"{top}\n\n{body}\n\nMOSS", metadata=Metadata(mrn="08OSLO417"))
    text = f"The board met and said at some length what stands in {line} then."
    assert [p.text for p in cable.paragraphs] == [text, "It rose."]
    assert (cable.refs, cable.signed_by) == ((), "MOSS")
