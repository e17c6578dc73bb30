"""Headings right beside other text: none of it goes into a heading, none of a heading into it."""

from __future__ import annotations

import pytest
from builders import message, parsed

P2 = "2. (C) The board objected."
FIRST = "1. (C) The pier opened."
LONG = "The harbor board met at the pier and spoke about the tides of May."

UNSPACED = {
    "capitals": ("THE PIER AND ITS CRITICS", "THE PIER AND ITS CRITICS"),
    "mixed": ("The Minister's View: No Money", "The Minister's View: No Money"),
    "mostly-small": ("A pier in every port", "A pier in every port"),
    "one-word": ("COMMENT", "COMMENT"),
    "with-mark": ("(S/NF) A Longer Night", "A Longer Night"),
    "boxed": ("--------\nThe Pier\n--------", "The Pier"),
    "glued-with-its-rule": ("The Pier --------", "The Pier"),
}


@pytest.mark.parametrize("name", UNSPACED)
@pytest.mark.parametrize("length", [1, 3], ids=["short", "long"])
def test_headings_between_paragraphs_on_lines_of_their_own(name: str, length: int) -> None:
    written, heading = UNSPACED[name]
    joint = " " if written.endswith(" --------") else "\n"
    text = " ".join(["The board met at the pier and spoke about the tides."] * length)
    cable = parsed(message(f"1. (C) {text}\n2. (C) {text}\n{written}{joint}3. (C) {text}\nQUILL"))
    assert [(p.number, p.heading, p.text) for p in cable.paragraphs] == [
        (1, None, text),
        (2, None, text),
        (3, heading, text),
    ]
    assert (cable.signed_by, cable.coverage) == ("QUILL", 1.0)


@pytest.mark.parametrize(
    "heading",
    ["The Pier", "A Pier -- and Its Critics", "U.S.- Halden Cooperation", '"A Pier for All"'],
)
def test_a_box_on_one_line(heading: str) -> None:
    rule = "-" * len(heading)
    cable = parsed(message(f"1. (C) A.\n\n{rule} {heading} {rule}\n\n{P2}"))
    assert [(p.number, p.heading) for p in cable.paragraphs] == [(1, None), (2, heading)]
    assert cable.coverage == 1.0


def test_many_rules_with_numbers_behind_them_on_one_line() -> None:
    cable = parsed(message("1. (C) A pier. " + "A Pier ------ 2. (C) B. " * 2000))
    assert cable.coverage == 1.0


TEXT_ABOVE = {
    "name-taken-out": (
        "The board told the union of pilots that it would vote and that\nXXXXXXXXXXXX was to\n"
        "open the pier.\nTHE PIER\n--------"
    ),
    "sentence-behind-a-page-line": (
        "The board said that it\n\nOSLO 00000417  002 OF 003\n\nwould vote on all the piers of the "
        "isles\nand on the ferries and the tugs.\nTHE PIER\n--------"
    ),
    "box-right-below": (
        "The board said that\n\nSIPDIS\n\nit would vote on piers.\nThe minister was there and\n"
        "said no word.\n--------\nTHE PIER\n--------"
    ),
    "question": "Nobody signed.\nWill the board vote in the end?",
    "question-behind-a-page-line": (
        "The board met.\n\nOSLO 00000417  002 OF 003\n\nWill the board vote in the end?"
    ),
    "items-with-pilcrows": "They are:\n\n¶1. Tide tables\n¶2. Second pier\n",
    "items-with-letters": "They are:\n\nA. Tide tables\nB. Second pier\n",
    "item-above-a-box": "They are:\n\nf. Second pier\n\n-------------\nTHE PIER\n-------------\n",
    "item-with-a-capital-and-a-mark": "They are:\n\n(A) (U) Tide tables.\n\n(B) (U) Dues.\n\n(C) (U) Second pier\n",
    "item-with-a-letter-in-brackets": "They are:\n\n (a) Tide tables.\n\n (b) Dues.\n\n (c) Second pier\n",
    "end-of-points-above-a-box-behind-a-page-line": (
        "He said:\n\nBEGIN POINTS\n\nWe met.\n\nEND POINTS.\n\nOSLO 00000417  002 OF 003\n--------\nTHE PIER\n--------"
    ),
    "label-below-a-label-and-a-stop": "Date: May 3\nTime: 3:30 P.M.\nPlace: Low Tarn",
    "title-below-an-abbreviation": "It met.\nThey met in the U.S.\nAmbassador Quill",
    "title-at-the-end-of-a-paragraph": "It met.\nIt rose at noon.\nMinister Una Quill\n",
    "short-end-behind-a-blank-line": "It said at some length what stands in the papers, but\n\nMoss would say no more of it\n",
    "line-above-a-box-behind-a-page-line": "Date: May 3\n\nOSLO 00000417  002 OF 003\n\nPlace: Low Tarn\n\nSIPDIS\n\n--------\nTHE PIER\n--------",
    "end-in-small-letters-above-a-box": "It met at 2. p.m.\n\nOSLO 00000417  002 OF 003\n\nwith no result.\n--------\nTHE PIER\n--------",
    "end-of-a-summary-above-a-box": "It met.\nEND SUMMARY AND INTRODUCTION.\n--------\nTHE PIER\n--------",
    "items-above-a-ruled-heading": "They are:\n-- Tides\n-- Ports\nTHE PIER\n--------",
    "entries-behind-a-page-line-above-a-ruled-heading": 'They are:\nOSLO 00000417  002 OF 003\nTides (daily): "March"\nDues (weekly): "No"\nTHE PIER\n--------',
    "item-above-a-box-without-blanks": "They are:\n* Tide gauges and dues\n--------\nTHE PIER\n--------",
    "item-as-long-as-the-box-below-it": "They are:\no Tides\n--------\nTHE PIER\n--------",
    "end-of-a-text-above-a-box": "It reads:\n\nBEGIN TEXT\n\nTides.\n\nEND TEXT\n\n--------\nTHE PIER\n--------",
    "end-of-a-text-above-a-rule": "It reads:\nBEGIN TEXT\nTides.\nEND TEXT\nTHE PIER\n--------",
    "rows-above-a-ruled-heading": "They are:\nOslo      12   13\nLima      14   15\nTHE PIER\n--------",
    "abbreviation-behind-a-page-line": "They met in the\n\nOSLO 00000417  002 OF 003\n\n\nU.S.\n\nTHE PIER\n",
    "votes-with-labels": "They voted.\n\nAgainst: Oslo\n\nAbstaining: Lima, Port Louis\n",
    "item-with-a-high-number": "They are:\n\n128. PREVENTION\n",
    "name-above-a-short-end": "It asked whether\nXXXXXXXXXXXX would vote on the 12th or\nnever",
}


@pytest.mark.parametrize("name", TEXT_ABOVE)
def test_no_text_goes_into_a_heading(name: str) -> None:
    text = TEXT_ABOVE[name]
    cable = parsed(message(f"{FIRST}\n\n3. (C) {text}\n{P2.replace('2', '4')}"))
    words = " ".join(p.text for p in cable.paragraphs).split()
    noise = {
        "OSLO",
        "00000417",
        "002",
        "OF",
        "003",
        "SIPDIS",
        "THE",
        "PIER",
        "--------",
        "-------------",
    }
    written = text.replace("¶", "").split()
    assert [word for word in written if word not in noise and word not in words] == []
    heading = "THE PIER" if "THE PIER" in text else None
    assert [p.heading for p in cable.paragraphs] == [None, None, heading]


def test_a_box_below_a_short_numbered_sentence_heads_what_follows() -> None:
    cable = parsed(
        message(f"{FIRST}\n2. (C) Nobody came.\n----------\nTHE PIER\n----------\n3. (C) A.")
    )
    assert [(p.number, p.heading) for p in cable.paragraphs] == [
        (1, None),
        (2, None),
        (3, "THE PIER"),
    ]


def test_the_end_of_a_sentence_behind_a_page_line_is_no_part_of_a_boxed_heading() -> None:
    text = "1. (C) The board ordered all\n\nOSLO 00000417  002 OF 003\n\n88 ships in.\n--------\nThe Pier\n--------\n"
    assert [(p.heading, p.text) for p in parsed(message(text + P2)).paragraphs] == [
        (None, "The board ordered all 88 ships in."),
        ("The Pier", "The board objected."),
    ]


@pytest.mark.parametrize("end", ["", " OSLO 00000417 002 OF 002"])
def test_several_headings_and_paragraphs_on_one_line(end: str) -> None:
    text = "1. (C) A pier. 2. (C) It was long. THE PIER -------- 3. (C) It was short. 4. (C) Nobody came."
    text += f" Next Steps ----------{end} 5. (C) The board met."
    assert [(p.number, p.heading, p.text) for p in parsed(message(text)).paragraphs] == [
        (1, None, "A pier."),
        (2, None, "It was long."),
        (3, "THE PIER", "It was short."),
        (4, "THE PIER", "Nobody came."),
        (5, "Next Steps", "The board met."),
    ]


PAGED = "SUBJECT: THE FERRY MINISTER WANTS A SECOND PIER AND A THIRD\n\nOSLO 00000417  001.2 OF 003\n\n\n"
REFERRED = "SUBJECT: A PIER\n\nREF: A. LIMA 12\n     B. DAILY REPORT FOR JANUARY 13\n\n"
BEHIND_THE_OPENING = {
    "underlined-below-a-page-line": (PAGED, "THE PIER\n--------\n"),
    "between-stars-below-a-page-line": (PAGED, "*** THE PIER ***\n"),
    "marked-below-a-page-line": (PAGED, "(U) THE PIER\n"),
    "marked-below-references": (REFERRED, "(U) THE PIER\n------------\n"),
    "secret-below-references": (REFERRED, "(S) THE PIER\n"),
    "initials-below-references": (REFERRED, "U.S.- HALDEN COOPERATION\n"),
}


@pytest.mark.parametrize("name", BEHIND_THE_OPENING)
def test_a_heading_is_no_part_of_the_subject_or_references_above(name: str) -> None:
    opening, written = BEHIND_THE_OPENING[name]
    body = f"{opening}{written}\n1. (C) A.\n\n{P2}"
    cable = parsed(message(body, opening="UNCLAS OSLO 000417"))
    heading = "THE PIER" if "PIER" in written else "U.S.- HALDEN COOPERATION"
    assert [(p.number, p.heading) for p in cable.paragraphs] == [(1, heading), (2, heading)]
    assert cable.subject in {"A PIER", "THE FERRY MINISTER WANTS A SECOND PIER AND A THIRD"}
    assert cable.coverage == 1.0


def test_a_sentence_that_ends_in_a_damaged_quote_is_no_heading() -> None:
    body = "1. (C) The board met.\nMinister of Ports Una Quill promised &full access.8\n\n2. (C) It rose."
    cable = parsed(message(body))
    assert [(p.number, p.heading, p.text) for p in cable.paragraphs] == [
        (1, None, 'The board met. Minister of Ports Una Quill promised "full access."'),
        (2, None, "It rose."),
    ]
    assert cable.coverage == 1.0


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("They were:\nUna Quill\nAugusta Moss", "Tobias Tarn (Pilot)"),
        ("For: Oslo, Lima", "Against: Elderport"),
        ("Oslo..........12\nLima..........13", "Elderport......3.0"),
    ],
    ids=["names", "votes", "dotted"],
)
def test_the_last_line_of_a_list_behind_a_page_line_is_no_heading(above: str, below: str) -> None:
    page = "OSLO 00000417  002 OF 003"
    cable = parsed(message(f"1. (C) It met.\n\n{above}\n\n{page}\n\n\n{below}\n\n2. (C) It rose."))
    assert [p.heading for p in cable.paragraphs] == [None, None]
    assert below in cable.paragraphs[0].text


@pytest.mark.parametrize(
    ("above", "heading"),
    [("- the pier\n- tides", "Next Steps"), ("o the pier\no tides", "Next Steps"), ("The board met. END SUMMARY", "Next Steps"),
     ("It met in Elderport", "NEXT STEPS")],
    ids=["items", "items-with-o", "end-without-stop", "capitals"],
)  # fmt: skip
def test_a_heading_behind_a_page_line(above: str, heading: str) -> None:
    page = "OSLO 00000417  002 OF 003"
    cable = parsed(message(f"1. (C) {above}\n\n{page}\n\n\n{heading}\n\n2. (C) It rose."))
    assert [p.heading for p in cable.paragraphs] == [None, heading]


def test_the_end_of_a_summary_above_a_page_line_and_a_box_is_text() -> None:
    page = "OSLO 00000417  002 OF 003"
    body = f"1. (C) SUMMARY: It met. END SUMMARY\n{page}\n\n\n--------\nTHE PIER\n--------\n\n2. (C) It rose."
    cable = parsed(message(body))
    assert [(p.heading, p.text) for p in cable.paragraphs] == [
        (None, "SUMMARY: It met. END SUMMARY"),
        ("THE PIER", "It rose."),
    ]


@pytest.mark.parametrize(
    ("above", "heading"),
    [("It met. END SUMMARY", "The Pier"), ("They are:\n-- tides\n-- the pier", "COMMENT")],
    ids=["end-without-stop", "comment-below-an-item"],
)
def test_a_ruled_heading_right_below_text_without_a_stop(above: str, heading: str) -> None:
    rule = "-" * len(heading)
    cable = parsed(message(f"1. (C) {above}\n{heading}\n{rule}\n2. (C) It rose."))
    assert [p.heading for p in cable.paragraphs] == [None, heading]


ROWS = "Oslo      12   13\nLima      14   15"


@pytest.mark.parametrize("above", ["- tides\n- a pier", "o tides", "Captain Moss\nUna Quill", ROWS])
@pytest.mark.parametrize("heading", ["The Pier", "The Pier\n--------", "The Pier ========"])
@pytest.mark.parametrize("page", ["", "OSLO 00000417  002 OF 003\n"], ids=["", "paged"])
def test_a_heading_right_below_a_list_on_lines_of_their_own(
    above: str, heading: str, page: str
) -> None:
    if above[0] == "C" and heading == "The Pier":
        return  # as well one more name
    text = "The board met at the pier and spoke about the tides. " * 3
    cable = parsed(
        message(f"1. (C) They are:\n{above}\n{heading}\n{page}2. (C) {text}\n3. (C) {text}")
    )
    assert [(p.number, p.heading) for p in cable.paragraphs] == [
        (1, None),
        (2, "The Pier"),
        (3, "The Pier"),
    ]
    assert cable.coverage == 1.0


def test_a_heading_right_below_the_end_of_a_summary_without_a_stop() -> None:
    cable = parsed(message("1. (C) It met.\nEND SUMMARY\nTHE PIER\n2. (C) It rose."))
    assert [(p.heading, p.text) for p in cable.paragraphs] == [
        (None, "It met. END SUMMARY"),
        ("THE PIER", "It rose."),
    ]


def test_a_page_line_between_a_number_and_its_heading_and_rule() -> None:
    body = (
        f"1. (C) None.\nUse of Tide Tables\nOSLO 00000417  002 OF 003\n{'-' * 18}\n2. (C) It rose."
    )
    cable = parsed(message(body))
    assert [(p.heading, p.text) for p in cable.paragraphs] == [
        (None, "None."),
        ("Use of Tide Tables", "It rose."),
    ]


def test_a_heading_over_two_lines_and_a_page_line() -> None:
    first, second = "Two: The Board, the Pier", "and the Fishermen of Low Tarn"
    page = "\n\nOSLO 00000417  002 OF 003\n\n\n"
    body = f"{FIRST}\n\n{first}{page}{second}\n{'-' * len(second)}\n\n{P2}"
    cable = parsed(message(body))
    assert [(p.heading, p.text) for p in cable.paragraphs] == [
        (None, "The pier opened."),
        (f"{first} {second}", "The board objected."),
    ]
    assert cable.coverage == 1.0


def test_a_heading_that_an_export_joined_is_as_long_as_its_rule() -> None:
    heading = "The Harbor Relationship: Where the Boards Agree, Where They Do Not, and What to Do"
    body = f"{FIRST}\n\n{heading}\n{'-' * 45} {'-' * (len(heading) - 45)}\n\n{P2}"
    assert [p.heading for p in parsed(message(body)).paragraphs] == [None, heading]


RIGHT_BELOW = {
    "title": ("Money Talks", "Money Talks"),
    "quoted": ('"We Will Not Sell"', '"We Will Not Sell"'),
    "points": ("...And Then There Were None", "...And Then There Were None"),
    "figure": ("100 Days Later", "100 Days Later"),
    "lettered-with-pilcrow": ("¶A. The Pier", "A. The Pier"),
    "above-a-page-line": ("Money Talks\n\n\nOSLO 00000417  002 OF 003\n\n", "Money Talks"),
    "two-lines-with-a-rule": (f"Two: The Board\nand the Pier\n{'-' * 16}", "Two: The Board and the Pier"),
}  # fmt: skip


@pytest.mark.parametrize("name", RIGHT_BELOW)
def test_a_title_between_paragraphs_without_blank_lines(name: str) -> None:
    written, heading = RIGHT_BELOW[name]
    text = "The harbor board met at the pier and spoke about the\ntides of May, and of June."
    cable = parsed(message(f"1. (C) {text}\n{written}\n2. (C) {text}\n3. (C) {text}"))
    assert [p.heading for p in cable.paragraphs] == [None, heading, heading]
    assert cable.paragraphs[0].text == text.replace("\n", " ")
    assert cable.coverage == 1.0


def test_plain_headings_with_numbers_of_their_own() -> None:
    body = "1. (C) It met.\n\n1. The Pier\n\n2. (C) It rose.\n\n2. The Tides\n\n3. (C) It sat."
    assert [(p.number, p.heading, p.text) for p in parsed(message(body)).paragraphs] == [
        (1, None, "It met."),
        (2, "1. The Pier", "It rose."),
        (3, "2. The Tides", "It sat."),
    ]


def test_a_number_glued_to_a_heading_and_its_rule_stays_with_it() -> None:
    body = f"{FIRST}\n\n2. The Fish -----------\n\n{P2}\n\n3. (C) It rose."
    assert [p.heading for p in parsed(message(body)).paragraphs] == [
        None,
        "2. The Fish",
        "2. The Fish",
    ]


def test_headings_of_one_word_in_a_text_without_numbers() -> None:
    text = "The harbor board met at the pier and spoke about the tides."
    cable = parsed(message(f"Summary\n\n{text}\n\nBackground\n\n{text}\n\nMOSS"))
    assert [(p.heading, p.text) for p in cable.paragraphs] == [
        ("Summary", text),
        ("Background", text),
    ]


JOINED = "Minister of Ports Quill Defends Her Record and Pledges to Finish the Second Pier"


@pytest.mark.parametrize("rule", ["", "-" * 50, "-" * len(JOINED)], ids=["", "of-a-line", "whole"])
def test_a_heading_of_two_lines_that_an_export_joined(rule: str) -> None:
    text = "The board met at the pier and spoke about the tides. " * 3
    cable = parsed(message(f"1. (C) {text}\n\n{JOINED}\n{rule}\n\n2. (C) {text}"))
    assert [p.heading for p in cable.paragraphs] == [None, JOINED]
    assert cable.coverage == 1.0


@pytest.mark.parametrize("first", ["OVERVIEW", "Overview"])
def test_the_first_line_is_a_heading_where_another_stands_below(first: str) -> None:
    text = "The harbor board met at the pier and spoke about the tides."
    second = "AT HOME" if first.isupper() else "At Home"
    cable = parsed(message(f"{first}\n\n{text}\n\n{second}\n\n{text}\n\nMOSS"))
    assert [(p.heading, p.text) for p in cable.paragraphs] == [(first, text), (second, text)]
    alone = parsed(message(f"{first}\n\n{text}\n\n{text}\n\nMOSS"))
    assert [p.heading for p in alone.paragraphs] == [None, None, None]


def test_a_subject_list_on_the_line_of_a_heading_and_its_rule() -> None:
    heading = "TIDES AND DUES: WHO PAYS"
    body = f"1. (C) It met.\n\nThis week's subjects: {heading} {'-' * len(heading)}\n\n{P2}"
    assert [(p.heading, p.text) for p in parsed(message(body)).paragraphs] == [
        (None, "It met.\nThis week's subjects:"),
        (heading, "The board objected."),
    ]


@pytest.mark.parametrize("list_", ["-- tides\n-- piers", "BEGIN TEXT\nTides.\nEND TEXT"])
def test_end_matter_below_an_item(list_: str) -> None:
    site = "Visit Embassy Oslo's Classified Website:\nhttp://www.example.gov/oslo"
    cable = parsed(message(f"1. (C) They are:\n{list_}\n\n{site}\nMOSS"))
    assert [(p.number, p.kind) for p in cable.paragraphs] == [(1, "body"), (None, "annex")]
    assert cable.signed_by == "MOSS"
