"""Lines of a paragraph joined as a reader would: bullets, dashes, hyphens, tables, breaks."""

from __future__ import annotations

import pytest
from builders import message, parsed

from transforms.parse.body.unwrap import Words, unwrap

LONG = "The board objected at length, saying that the tide tables"

CASES = {
    "join": ("The pier\nopened.", "The pier opened."),
    "hyphen": ("The off-\nshore pier", "The off-shore pier"),
    "hyphen-before-an-indented-line": ("The off-\n   shore pier", "The off-shore pier"),
    "double-dash": ("The pier --\na long one", "The pier -- a long one"),
    "dash-at-line-start": (f"{LONG}\n-- as ever -- were wrong", f"{LONG} -- as ever -- were wrong"),
    "dash-within-a-long-item": (
        "Points:\n* the tide tables of the harbor board were light\n-- as ever -- and wrong\n* two",
        "Points:\n* the tide tables of the harbor board were light -- as ever -- and wrong\n* two",
    ),
    "dashes-with-two-blanks": ("They want:\n--  A pier.  It is long.\n--  A ferry.", "They want:\n-- A pier. It is long.\n-- A ferry."),
    "dashes-below-stars": ("Points:\n* one\n-- small\n-- smaller", "Points:\n* one\n-- small\n-- smaller"),
    "dash-below-a-short-first-line": ("As ever, the harbor minister Una Quill\n-- after the tides -- rose.", "As ever, the harbor minister Una Quill -- after the tides -- rose."),
    "number-behind-a-quoted-comma": (
        '2) a "harbor for all,"\n3) a pier.', '2) a "harbor for all,"\n3) a pier.'
    ),
    "number-behind-a-quoted-comma-within-a-line": (
        'He wants 1) a pier, 2) a "harbor for all,"\n3) tides.', 'He wants 1) a pier, 2) a "harbor for all," 3) tides.'
    ),
    "telephone-is-no-item": ("Call the pier.\n(202) 555-0100 is its number.", "Call the pier. (202) 555-0100 is its number."),
    "items-with-two-signs": ("Points.\n(1a) one\n(aa) two\n(iv) three", "Points.\n(1a) one\n(aa) two\n(iv) three"),
    "number-at-line-start": (f"{LONG} of May\n18. Tickets went", f"{LONG} of May 18. Tickets went"),
    "bullets": ("Points:\n-- one\n-- two", "Points:\n-- one\n-- two"),
    "bullets-with-blanks-behind": (
        "Points:\n--  one (1); and\n--  the second\n-    three",
        "Points:\n-- one (1); and\n-- the second\n- three",
    ),
    "bullets-of-every-sign": ("Points:\n- a\n* b\n• c\n+ d\no e", "Points:\n- a\n* b\n• c\n+ d\no e"),
    "letters": ("Points:\n(a) one\n(b) two\nc. three", "Points:\n(a) one\n(b) two\nc. three"),
    "capitals-above-small-letters": (
        "Points:\nA. tides\nB. piers of\nC. Quill", "Points:\nA. tides\nB. piers of\nC. Quill"
    ),
    "initial-above-small-letters": ("Points:\nA. tides\nVitamin\nC. deficiency", "Points:\nA. tides Vitamin C. deficiency"),
    "initial-within-a-lettered-list": ("Points:\nA. tides\nB. the letter of John\nF. Quill", "Points:\nA. tides\nB. the letter of John F. Quill"),
    "abbreviation-within-a-numbered-list": ("Points:\n1. tides\n2. he is No.\n3. on it\n3. piers", "Points:\n1. tides\n2. he is No. 3. on it\n3. piers"),
    "numbers": ("Points:\n1. one\n2) two", "Points:\n1. one\n2) two"),
    "numbers-with-pilcrows": ("Points:\n\n¶1. one;\n¶2. two", "Points:\n1. one;\n2. two"),
    "pilcrow-alone": ("Points\n¶\none", "Points one"),
    "roman": ("Points:\ni. one\nii. two", "Points:\ni. one\nii. two"),
    "numbers-of-a-list-with-and": (
        "Points:\n1) one,\n2) two, and\n3) three", "Points:\n1) one,\n2) two, and\n3) three"
    ),
    "number-of-a-date-is-no-item": ("It opened in May\n18. It closed.", "It opened in May 18. It closed."),
    "number-of-a-date-within-a-list": (
        "Days:\n(1) it opened on May\n18. It closed.\n(2) none", "Days:\n(1) it opened on May 18. It closed.\n(2) none"
    ),
    "number-within-a-lettered-list": (
        "Answers:\nA. Yes.\nB. It is\n2. or 3 meters.", "Answers:\nA. Yes.\nB. It is 2. or 3 meters."
    ),
    "number-out-of-order-is-no-item": ("Votes were 44 against\n24. It closed.", "Votes were 44 against 24. It closed."),
    "bullet-goes-on": ("Points:\n-- one\nand more\n-- two", "Points:\n-- one and more\n-- two"),
    "bullets-apart": ("Points:\n\n-- one\n\n-- two", "Points:\n-- one\n-- two"),
    "page-break": (f"{LONG} of\n\nElderport", f"{LONG} of Elderport"),
    "capitals-between-blank-lines": (
        "Ports of the north and of all of its long coast; piers\n\nTHE SOUTH\n\nPorts of the south",
        "Ports of the north and of all of its long coast; piers\nTHE SOUTH\nPorts of the south",
    ),
    "year-behind-a-lost-pilcrow": ("He came in\n\ufffd2008 and left.", "He came in 2008 and left."),
    "lower-goes-on": ("He said\n\nthat it did", "He said that it did"),
    "finished": ("It opened.\n\nLater it closed.", "It opened.\nLater it closed."),
    "end-mark": ("He agreed.\nEnd summary.", "He agreed. End summary."),
    "blanks": ("The    pier  is\n   long.", "The pier is long."),
    "table": ("Port      2005   2006\nOslo        12     13", "Port      2005   2006\nOslo        12     13"),
    "table-below-text": (
        "Ships:\nPort      2005   2006\nOslo        12     13\nThat is few.",
        "Ships:\nPort      2005   2006\nOslo        12     13\nThat is few.",
    ),
    "table-of-bars": ("Port | 2005\nOslo | 12", "Port | 2005\nOslo | 12"),
    "table-of-dots": ("Oslo..........12\nLima..........13", "Oslo..........12\nLima..........13"),
    "one-gap-is-no-table": ("The pier   is\nlong.", "The pier is long."),
    "quote-block": ("He wrote:\nBEGIN TEXT\nThe pier.\nEND TEXT", "He wrote:\nBEGIN TEXT\nThe pier.\nEND TEXT"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_lines_are_joined_as_a_reader_would(name: str) -> None:
    written, text = CASES[name]
    cable = parsed(message(f"1. (C) {written}"))
    assert [p.text for p in cable.paragraphs] == [text]


PAGE = "\n\nOSLO 00000417  002 OF 003\n\n\n"
PAGE_BREAKS = {
    "within-a-sentence": ("1. (C) The board of Ambassador|Quill met.", ["The board of Ambassador Quill met."]),
    "behind-a-quote": ('1. (C) A "pier"|was built.', ['A "pier" was built.']),
    "behind-an-abbreviation": ("1. (C) The envoy to the U.S.|Una Quill met.", ["The envoy to the U.S. Una Quill met."]),
    "behind-a-title": ("1. (C) The envoy called Mr.|Quill in.", ["The envoy called Mr. Quill in."]),
    "at-the-number-of-a-list": ("1. (C) He is No.|9 on it.", ["He is No. 9 on it."]),
    "at-an-abbreviation": ("1. (C) It is in case no.|85 of 1991.", ["It is in case no. 85 of 1991."]),
    "at-a-dash": ("1. (C) The pier waits|-- as ever -- for ferries.", ["The pier waits -- as ever -- for ferries."]),
    "at-a-day": ("1. (C) It opens on May|18. Fees rise.", ["It opens on May 18. Fees rise."]),
    "at-a-dash-below-letters": ("1. (C) Points:\nA. one\nB. it is|-- small", ["Points:\nA. one\nB. it is -- small"]),
    "before-an-initial": ("1. (C) The letter of John|F. Quill came.", ["The letter of John F. Quill came."]),
    "before-a-letter": ("1. (C) Points:\na) one.|b) two.", ["Points:\na) one.\nb) two."]),
    "behind-a-semicolon": (
        "1. (C) The board asked at length about the piers and ferries;|Una Quill met.",
        ["The board asked at length about the piers and ferries; Una Quill met."],
    ),
    "between-short-rows": ("1. (C) Points: the pier;|Ferries too.", ["Points: the pier;\nFerries too."]),
    "behind-a-sentence": ("1. (C) It opened.|It closed.", ["It opened.\nIt closed."]),
    "behind-a-first-line-that-its-number-filled": (
        "1. (SBU) The board sends the replies that were asked.|They are keyed to it.",
        ["The board sends the replies that were asked. They are keyed to it."],
    ),
    "before-a-list": ("1. (C) Points:|-- the pier", ["Points:\n-- the pier"]),
    "without-numbers-behind-a-quote": ('The "pier"|was built.\n\nIt opened.', ['The "pier" was built.', "It opened."]),
    "without-numbers-behind-a-full-line": (
        "The board of the harbor met at the pier at noon, and it rose.|It opened.\n\nIt closed.|It rained.",
        ["The board of the harbor met at the pier at noon, and it rose. It opened.", "It closed.", "It rained."],
    ),
    "behind-a-sentence-at-the-end-of-a-full-line": (
        "1. (C) The board of the harbor met at the pier at noon, and rose.|It opened.|It closed.",
        ["The board of the harbor met at the pier at noon, and rose. It opened.\nIt closed."],
    ),
    "without-numbers": ("THE BOARD OF AMBASSADOR|QUILL MET.\n\nIT ROSE.", ["THE BOARD OF AMBASSADOR QUILL MET.", "IT ROSE."]),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGE_BREAKS)
def test_a_sentence_goes_on_behind_a_page_line(name: str) -> None:
    written, texts = PAGE_BREAKS[name]
    cable = parsed(message(written.replace("|", PAGE)))
    assert [p.text for p in cable.paragraphs] == texts


@pytest.mark.parametrize(
    ("above", "line", "known", "text"),
    [
        ("the har-", "bor opened", "harbor", "the harbor opened"),
        ("the re-", "election came", "re-election", "the re-election came"),
        ("the off-", "shore pier", "", "the off-shore pier"),
        ("THE HAR-", "BOR OPENED", "harbor", "THE HARBOR OPENED"),
        ("the Anglo-", "Saxon pier", "anglosaxon", "the Anglo-Saxon pier"),
        ("from 1990-", "2000 it", "", "from 1990-2000 it"),
    ],
)
def test_a_hyphen_goes_when_the_cable_knows_the_word(
    above: str, line: str, known: str, text: str
) -> None:
    assert unwrap([above, line], ["", ""], Words([known, above, line])) == text


def test_a_sentence_goes_on_across_a_page_however_short_the_line() -> None:
    assert unwrap(["The", "Pier opened."], ["", "page"]) == "The Pier opened."
    assert unwrap(["It did.", "The pier."], ["", "page"]) == "It did.\nThe pier."


def test_a_table_is_a_kind_and_keeps_its_blanks() -> None:
    table = "Port        2005    2006\nOslo          12      13\nLima           2       3"
    cable = parsed(message(f"1. (U) Ships follow.\n\n2. {table}"))
    assert (cable.paragraphs[1].kind, cable.paragraphs[1].text) == ("table", table)


def test_rules_between_the_rows_part_no_table_and_its_caption_heads_nothing_below() -> None:
    table = (
        "Table 1: Ships by Port\n----------------------\n"
        "Port        2005    2006\n------------------------\n"
        "Oslo          12      13\nLima           2       3\n------------------------"
    )
    cable = parsed(
        message(f"The Pier\n--------\n\n1. (U) It opened.\n\n{table}\n\n2. (U) It closed.")
    )
    rows = "Port        2005    2006\nOslo          12      13\nLima           2       3"
    assert [(p.number, p.kind, p.heading, p.text) for p in cable.paragraphs] == [
        (1, "body", "The Pier", "It opened."),
        (None, "table", "Table 1: Ships by Port", rows),
        (2, "body", "The Pier", "It closed."),
    ]
    assert cable.coverage == 1.0


def test_a_title_right_above_rows_heads_nothing_below_them() -> None:
    table = "In USD millions:\n----------------\nPort        2005    2006\nOslo          12      13"
    cable = parsed(
        message(f"The Pier\n--------\n\n1. (U) As follows.\n\n{table}\n\n2. (U) It closed.")
    )
    assert [(p.number, p.heading) for p in cable.paragraphs] == [
        (1, "The Pier"),
        (None, "In USD millions"),
        (2, "The Pier"),
    ]


def test_a_numbered_line_right_above_a_ruled_table_is_text() -> None:
    rows = "Port        2005    2006\n------------------------\nOslo          12      13"
    cable = parsed(message(f"1. (U) Ships by port:\n---------------\n{rows}\n\n2. (U) It closed."))
    assert [(p.number, p.heading) for p in cable.paragraphs] == [(1, None), (2, None)]
    assert cable.paragraphs[0].text.startswith("Ships by port:\nPort        2005")


def test_a_title_that_only_begins_like_a_caption_heads_what_follows() -> None:
    cable = parsed(message("Tables Turn\n-----------\n\n1. (U) One.\n\n2. (U) Two."))
    assert [p.heading for p in cable.paragraphs] == ["Tables Turn", "Tables Turn"]
