"""Headings: ruled, boxed, plain, numbered; no heading among the paragraphs, no paragraph lost."""

from __future__ import annotations

import pytest
from builders import message, parsed

P2 = "2. (C) The board objected."
FIRST = "1. (C) The pier opened."
LONG = "The harbor board met at the pier and spoke about the tides of May."

HEADINGS = {
    "damaged": ("The Pier,s &Critics8\n\n", "The Pier's \"Critics\""),
    "redacted": ("XXXXXXXXXXXX, Harbor Master\n---------------------------", "XXXXXXXXXXXX, Harbor Master"),
    "of-one-redacted": ("XXXXXXXXXXXX's Views\n", "XXXXXXXXXXXX's Views"),
    "underlined": ("THE PIER\n--------", "THE PIER"),
    "underlined-mixed": ("The Pier and Its Critics\n------------------------", "The Pier and Its Critics"),
    "equals": ("The Pier\n========", "The Pier"),
    "stars": ("The Pier\n********", "The Pier"),
    "broken-rule": (
        "Minister of Ecology and Development of the Harbor\n--------------------------------------------- ----",
        "Minister of Ecology and Development of the Harbor",
    ),
    "short-rule": ("The Pier and Its Critics\n-----", "The Pier and Its Critics"),
    "blank-above-rule": ("The Pier and Its Critics\n\n------------------------\n", "The Pier and Its Critics"),
    "dollars-first": ("$5 Million for a Pier\n", "$5 Million for a Pier"),
    "dots-last": ("A Second Pier, and...\n", "A Second Pier, and..."),
    "dots-last-with-mark": ("(U) A SECOND PIER, AND...\n-----------------------", "A SECOND PIER, AND..."),
    "dots-last-between-stars": ("*** A SECOND PIER, AND... ***\n", "A SECOND PIER, AND..."),
    "dots-last-blank-above-rule": ("A SECOND PIER, AND...\n\n---------------------\n", "A SECOND PIER, AND..."),
    "dots-first": ("...And What Next?\n", "...And What Next?"),
    "blank-below-rule": ("The Pier\n--------\n", "The Pier"),
    "boxed": ("--------\nTHE PIER\n--------", "THE PIER"),
    "overlined": ("--------\nTHE PIER\n", "THE PIER"),
    "with-mark": ("(C) THE PIER\n------------", "THE PIER"),
    "with-mark-plain": ("(SBU) The Pier\n", "The Pier"),
    "with-colon": ("THE PIER:\n---------", "THE PIER"),
    "colon-plain": ("The Pier:\n", "The Pier"),
    "plain": ("The Pier\n", "The Pier"),
    "plain-capitals": ("THE PIER\n", "THE PIER"),
    "plain-glued": ("THE PIER", "THE PIER"),
    "quoted": ('"A Pier for All"\n', '"A Pier for All"'),
    "question": ("What Next?\n", "What Next?"),
    "year-first": ("2009 Ferry Season\n", "2009 Ferry Season"),
    "abbreviation": ("Talks with the U.S.\n", "Talks with the U.S."),
    "lettered": ("A. THE PIER\n-----------", "A. THE PIER"),
    "roman": ("II. THE PIER\n------------", "II. THE PIER"),
    "dashes-within": ("The Pier -- A Long Story\n", "The Pier -- A Long Story"),
    "two-lines": ("A Pier and Its Critics in the\nOld Harbor\n-----------", "A Pier and Its Critics in the Old Harbor"),
    "two-lines-plain": ("The Minister Promises a Second Pier\nand a Third for Ferries\n",
                        "The Minister Promises a Second Pier and a Third for Ferries"),
    "two-rules": ("Minister of Ports and\n---------------------\nTides -- Una Quill\n------------------",
                  "Minister of Ports and Tides -- Una Quill"),
    "page-break-below": ("The Pier\n\nOSLO 00000417  002 OF 003\n\n\n--------", "The Pier"),
    "page-break-plain": ("The Pier\n\nOSLO 00000417  002 OF 003\n\n", "The Pier"),
    "caption-below": ("The Pier\nSIPDIS\n--------", "The Pier"),
    "centred": ("               THE PIER\n               --------", "THE PIER"),
    "signs-on-both-sides": ("*** THE PIER ***\n", "THE PIER"),
    "dashes-on-both-sides": ("-- The Pier --\n", "The Pier"),
    "stacked": ("I. THE HARBOR\n\nA. The Pier\n", "I. THE HARBOR\nA. The Pier"),
    "stacked-with-rules": ("PART ONE\n--------\n\nTHE PIER\n--------", "PART ONE\nTHE PIER"),
    "boxed-with-a-blank": ("------------------\nThe Pier\n\n------------------\n", "The Pier"),
    "boxed-with-blanks": ("------------------\n\nThe Pier\n\n------------------\n", "The Pier"),
    "plain-with-spaced-points": ("A PIER OR TWO . . .\n", "A PIER OR TWO . . ."),
    "stacked-with-a-sign": ("PART ONE\n--------\n\n-The Pier\n---------", "PART ONE\n-The Pier"),
    "with-pilcrow-mark": ("¶(C) The Pier\n--------", "The Pier"),
}  # fmt: skip


def test_a_heading_of_a_quoted_paper_ends_with_it() -> None:
    paper = f"Begin text:\n\nIntroduction\n------------\n\n{LONG}\n\nEnd text.\n\n"
    body = f"THE PIER\n--------\n\n{FIRST}\n\n{paper}{P2}\n\nTHE FERRY\n---------\n\n3. (C) It will wait."
    cable = parsed(message(body))
    assert [(p.number, p.heading) for p in cable.paragraphs] == [
        (1, "THE PIER"),
        (None, "Introduction"),
        (None, "THE PIER"),
        (2, "THE PIER"),
        (3, "THE FERRY"),
    ]
    assert cable.coverage == 1.0


@pytest.mark.parametrize("name", HEADINGS)
def test_headings_stand_in_their_column(name: str) -> None:
    written, heading = HEADINGS[name]
    cable = parsed(message(f"{FIRST}\n\n{written}\n{P2}\n\n3. (C) It will wait."))
    assert [(p.number, p.heading, p.text) for p in cable.paragraphs] == [
        (1, None, "The pier opened."),
        (2, heading, "The board objected."),
        (3, heading, "It will wait."),
    ]
    assert cable.coverage == 1.0


@pytest.mark.parametrize(
    "line",
    [
        "The board had met twice by then and heard the pilots.",
        "and the tide tables were ignored",
        "-- a second point",
        "- another",
        "Sensitive but unclassified; please handle accordingly",
        "XXXXXXXXXXXX",
        "Port      2005      2006",
        "3) a third item of the list",
        "1a. (C) A numbered item with a letter",
        "Source: Harbor Board",
        "ACTION REQUEST: SEE PARA 5",
        "PARAGRAPH 5 CONTAINS AN ACTION REQUEST",
        "Action request in paragraph 9",
        "SEE PARAS 2 AND 7 FOR GUIDANCE REQUEST",
        "Founder: Una Quill\nMembers: Twelve",
        "Harbor Board of Elderport: Una Quill\nPort of the North: Augusta Moss",
        "U.S.\nAmbassador Quill",
        "Tel: 44-20-555-0100",
        "END TEXT",
        "UNQUOTE",
        "(d) the last item of a list",
        "(End note.)",
        "Oslo, Lima,",
    ],
)
def test_what_is_no_heading_stays_text(line: str) -> None:
    cable = parsed(message(f"{FIRST}\n\n{line}\n\n{P2}"))
    assert all(p.heading is None for p in cable.paragraphs)
    assert " ".join(line.split()) in " ".join(" ".join(p.text for p in cable.paragraphs).split())


@pytest.mark.parametrize("end", ["", "\nQUILL", "\n\nQUILL"])
@pytest.mark.parametrize("written", ["Attachments\n-----------", "*****\nAttachments\n*****"])
def test_a_heading_with_nothing_below_is_a_paragraph(written: str, end: str) -> None:
    cable = parsed(message(f"{FIRST}\n\n{written}{end}"))
    assert [(p.number, p.heading, p.text) for p in cable.paragraphs] == [
        (1, None, "The pier opened."),
        (None, None, "Attachments"),
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("rule", ["*" * 20, "-" * 50, "*" * 20 + " *****"])
@pytest.mark.parametrize(
    "written",
    [
        "Visit Oslo's Classified Website:\nhttp://www.example.gov",
        "VISIT OSLO'S CLASSIFIED WEBSITE AT\nhttp://www.example.gov/",
        "Visit Oslo's Classified Website at http://www.example.gov/",
    ],
)
def test_end_matter_in_a_box_is_no_heading(written: str, rule: str, gap: str) -> None:
    cable = parsed(message(f"{FIRST}{gap}{rule}\n{written}\n{rule}\nQUILL"))
    assert [(p.number, p.kind, p.heading, p.text) for p in cable.paragraphs] == [
        (1, "body", None, "The pier opened."),
        (None, "annex", None, written.replace("\n", " ")),
    ]
    assert cable.signed_by == "QUILL"


@pytest.mark.parametrize("rule", ["-----", "----- -----", "=====", "*****", "_____"])
def test_rules_without_text_are_separators(rule: str) -> None:
    cable = parsed(message(f"{FIRST}\n\n{rule}\n\n{P2}"))
    assert [(p.heading, p.text) for p in cable.paragraphs] == [
        (None, "The pier opened."),
        (None, "The board objected."),
    ]


@pytest.mark.parametrize("page", ["", "\nOSLO 00000417  002 OF 003\n\n\n"])
def test_a_numbered_heading_keeps_its_number(page: str) -> None:
    cable = parsed(
        message(
            f"1. (C) SUMMARY\n{page}-------------\nThe pier opened.\n\n"
            f"2. THE PIER\n{page}-----------\nIt is long."
        )
    )
    assert [(p.number, p.classification, p.kind, p.heading, p.text) for p in cable.paragraphs] == [
        (1, "C", "summary", "SUMMARY", "The pier opened."),
        (2, None, "body", "THE PIER", "It is long."),
    ]


def test_capitals_alone_head_paragraphs_without_numbers() -> None:
    long = "The harbor board opened the pier in the spring, and nobody came to it."
    cable = parsed(
        message(f"1. (U) Text follows.\n\nOVERVIEW\n\n{long}\n\n{long}\n\nFEES\n\n{long}")
    )
    assert [(p.number, p.heading, p.text) for p in cable.paragraphs] == [
        (1, None, "Text follows."),
        (None, "OVERVIEW", long),
        (None, "OVERVIEW", long),
        (None, "FEES", long),
    ]


def test_a_heading_between_two_rules_glued_behind_text() -> None:
    body = (
        f"{FIRST} --------- The Board --------- 2. (C) It met.\n\n"
        "3. (C) It left. ------- Comment -------\n\n4. (C) It will wait."
    )
    cable = parsed(message(body))
    assert [(p.heading, p.kind, p.text) for p in cable.paragraphs] == [
        (None, "body", "The pier opened."),
        ("The Board", "body", "It met."),
        ("The Board", "body", "It left."),
        ("Comment", "comment", "It will wait."),
    ]
    assert cable.coverage == 1.0


def test_titles_alone_head_paragraphs_where_none_has_a_number() -> None:
    body = f"Summary\n\n{LONG} End summary\n\nThe Pier\n\n{LONG}\n\nTides of May\n\n{LONG}"
    assert [(p.heading, p.kind) for p in parsed(message(body)).paragraphs] == [
        ("Summary", "summary"),
        ("The Pier", "body"),
        ("Tides of May", "body"),
    ]
    numbered = f"{FIRST}\n\nAnnex\n\nThe Pier\n\n{LONG}"
    assert "The Pier" not in {p.heading for p in parsed(message(numbered)).paragraphs}


def test_the_end_of_a_summary_in_capitals_is_no_heading() -> None:
    body = '1. SUMMARY: HE SPOKE OF "TIDES"\nAND LEFT. HE WILL FOLLOW UP LATE. END\nSUMMARY\n\n2. THE PIER.'
    assert [(p.number, p.heading, p.kind) for p in parsed(message(body)).paragraphs] == [
        (1, None, "summary"),
        (2, None, "body"),
    ]


def test_a_heading_and_its_rule_glued_behind_text() -> None:
    cable = parsed(message(f"{FIRST} The Pier and Its Critics ------------------------\n{P2}"))
    assert [(p.heading, p.text) for p in cable.paragraphs] == [
        (None, "The pier opened."),
        ("The Pier and Its Critics", "The board objected."),
    ]


def test_a_lettered_heading_glued_to_its_broken_rule_and_to_what_is_below() -> None:
    title = "A. The Pier and Its Critics in the Harbor Board of Port Vesper"
    rule = "--------------------------------------------- --------------"
    cable = parsed(message(f"{FIRST}\n\n{title} {rule} {P2}"))
    assert [(p.heading, p.text) for p in cable.paragraphs] == [
        (None, "The pier opened."),
        (title, "The board objected."),
    ]


def test_the_last_word_of_an_end_mark_behind_a_page_break_is_no_heading() -> None:
    body = (
        "1. (C) Summary: The pier opened. End\n\nOSLO 00000417  002 OF 002\n\nsummary.\n\n"
        "The Pier\n--------\n\n2. (C) It closed."
    )
    first, second = parsed(message(body)).paragraphs
    assert first.text == "Summary: The pier opened. End summary."
    assert (first.kind, second.heading) == ("summary", "The Pier")


def test_a_heading_right_below_a_finished_sentence_has_a_rule_of_its_length() -> None:
    long = "The board of the harbor met at the pier and spoke about the tides of May\nand June. It rose."
    text = f"1. (C) {long}\nThe Pier and Its Critics\n------------------------\n{P2}"
    cable = parsed(message(text))
    assert [(p.heading, p.text[:9]) for p in cable.paragraphs] == [
        (None, "The board"),
        ("The Pier and Its Critics", "The board"),
    ]
    short = parsed(message(text.replace("\n-----", "\n---").replace("-------", "--")))
    assert [p.heading for p in short.paragraphs] == [None, None]
    broken = parsed(message(text.replace(f"\n{P2}", f"{'-' * 21} ----\n{P2}")))
    assert [p.heading for p in broken.paragraphs] == [None, "The Pier and Its Critics"]


def test_the_end_of_a_sentence_behind_a_page_line_is_no_part_of_a_heading() -> None:
    text = f"1. (C) The pier of\n\nOSLO 00000417  002 OF 003\n\nMay 25 opened.\nThe Pier\n--------\n{P2}"
    assert [(p.heading, p.text) for p in parsed(message(text)).paragraphs] == [
        (None, "The pier of May 25 opened."),
        ("The Pier", "The board objected."),
    ]


def test_a_line_in_capitals_below_a_title_that_stands_alone() -> None:
    cable = parsed(message(f"{FIRST}\n\nElderport - 2008\n\nOVERVIEW\n\n{LONG}\n\nPIERS\n\n{LONG}"))
    assert [p.heading for p in cable.paragraphs] == [None, "OVERVIEW", "PIERS"]


def test_capitals_below_a_sentence_tell_nothing_in_a_cable_in_capitals() -> None:
    text = (
        "1. THE BOARD MET AGAIN. NOBODY CAME.\nTHE TALKS WENT ON UNTIL 8 P.M.\n\n2. IT WILL WAIT."
    )
    assert [(p.number, p.heading) for p in parsed(message(text)).paragraphs] == [
        (1, None),
        (2, None),
    ]


def test_the_end_of_a_bracket_behind_a_page_line_is_no_heading() -> None:
    text = f"{FIRST[:-1]} (See 04\n\nSIPDIS\n\nSTATE 3812.)\n\n{P2}"
    cable = parsed(message(text))
    assert [(p.heading, p.text) for p in cable.paragraphs] == [
        (None, "The pier opened (See 04 STATE 3812.)"),
        (None, "The board objected."),
    ]


def test_the_last_line_of_a_sentence_behind_a_page_line_is_no_heading() -> None:
    text = f'{FIRST[:-1]} as the board said (see ref\n\nOSLO 00000417  002 OF 003\n\n\nA). "Why?"\n\n{P2}'
    cable = parsed(message(text))
    assert [(p.heading, p.text) for p in cable.paragraphs] == [
        (None, 'The pier opened as the board said (see ref A). "Why?"'),
        (None, "The board objected."),
    ]
