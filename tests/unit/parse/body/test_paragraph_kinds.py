"""Summary, comment, action: where they begin and end, by words, headings and end markers."""

from __future__ import annotations

import pytest
from builders import message, parsed

from transforms.parse.body.kinds import kind_by_words

WORDS = {
    "Summary: A": "summary",
    "SUMMARY": "summary",
    "SUMMARY.": "summary",
    "SUMMARY:": "summary",
    "Summary. A": "summary",
    "Summary - A": "summary",
    "Summary -- A": "summary",
    "Summary: (U) A": "summary",
    "Summary (C): A": "summary",
    "SUMMARY The minister": "summary",
    "Begin summary. A": "summary",
    "BEGIN SUMMARY": "summary",
    "BEGIN SUMMARY: A": "summary",
    "(Summary) A": "summary",
    "[Summary] A": "summary",
    '"Summary" A': "summary",
    "Summay: A": "summary",
    "SUMMERY: A": "summary",
    "SUMMARU. A": "summary",
    "Smmary: A": "summary",
    "UMMARY: A": "summary",
    "Sumnary": "summary",
    "COMMNET: A": "comment",
    "Coment: A": "comment",
    "Sumary: A": "summary",
    "Summry. A": "summary",
    "SUMMMARY: A": "summary",
    "Sumamry: A": "summary",
    "Summary and Comment: A": "summary",
    "SUMMARY AND COMMENT": "summary",
    "Summary/Comment: A": "summary",
    "Summary & Comment. A": "summary",
    "Summary and action request: A": "summary",
    "Introduction and Summary: A": "summary",
    "INTRODUCTION": "summary",
    "Executive Summary: A": "summary",
    "Key points: A": "summary",
    "Comment: A": "comment",
    "Comment continued: A": "comment",
    "COMMENT": "comment",
    "COMMENT.": "comment",
    "(Comment: A": "comment",
    "Comments: A": "comment",
    "Begin comment: A": "comment",
    "POST COMMENT: A": "comment",
    "AIT Comment: A": "comment",
    "Closing comment. A": "comment",
    "Action required: A": "action",
    "Embassy Comment: A": "comment",
    "COMMENT AND OUTLOOK": "comment",
    "Comment and next steps: A": "comment",
    "Action request: A": "action",
    "ACTION REQUESTED: A": "action",
    "This is an action request. A": "action",
    "ACTION REQUEST": "action",
    "Action: A": "action",
    "(BEGIN SUMMARY) The minister": "summary",
    "Summary and Key Points: A": "summary",
    "Summary of the meeting: A": "summary",
    "Summary of the meeting was sent": None,
    "Analysis and Comment: A": "comment",
    "Concluding Comment: A": "comment",
    "ConGen comment. A": "comment",
    "Charge's Comment: A": "comment",
    "Embassy Oslo comment: A": "comment",
    "Poloff comment: A": "comment",
    "The minister's comment: A": None,
    "Action requests: A": "action",
    "Guidance requested: A": "action",
    "(SBU) Action request for the board: A": "action",
    "Our comment: A": "comment",
    "Comment (Strictly protect): A": "comment",
    "Summary Begins: A": "summary",
    "Summary and Introduction The minister": "summary",
    "COMMENT AND OUTLOOK THE MINISTER": "comment",
    "Comment (cont'd): A": "comment",
    "Summary and analysis were sent": None,
    "Comment begins. A": "comment",
    "Guidance was given": None,
    "Our comments were few": None,
    "Summary The minister": "summary",
    "Comment We believe": "comment",
    "COMMENT The minister": "comment",
    "SUMMARY THE MINISTER": "summary",
    "BEGIN SUMMARY GENERAL QUILL": "summary",
    "Comment on the pier": None,
    "COMMENT ON THE PIER": None,
    "Summaries differ": None,
    "Summary executions went on": None,
    "Summarily dismissed": None,
    "Comments were few and": None,
    "Commentators said": None,
    "Action was taken": None,
    "Introduction of the new fee": None,
    "The pier": None,
    "summit: A": None,
    "": None,
}


@pytest.mark.parametrize("text", WORDS)
def test_kinds_by_first_words(text: str) -> None:
    assert kind_by_words(text) == WORDS[text]


A, B, C, D = (f"The {word} was built in the spring." for word in ("pier", "quay", "mole", "dock"))

BODIES = {
    "comment-that-ends-with-the-summary": (
        f"1. (C) Summary: {A}\n\n2. (C) Comment: {B} End summary and comment.\n\n3. (C) {C}"
        f"\n\n4. (C) Comment: {A} End comment.",
        ["summary", "comment", "body", "comment"],
    ),
    "slip-in-summary": (
        f"1. (C) {A}\n\n2. (C) {B} END SUMMERY.\n\n3. (C) {C}",
        ["summary", "summary", "body"],
    ),
    "slip-in-end": (f"1. (C) {A} Ned summary.\n\n2. (C) {B}", ["summary", "body"]),
    "in-one-paragraph": (f"1. (C) Summary: {A} End summary.\n\n2. (C) {B}", ["summary", "body"]),
    "no-end": (f"1. (C) Summary: {A}\n\n2. (C) {B}\n\n3. (C) {C}", ["summary", "body", "body"]),
    "two-paragraphs": (
        f"1. (C) Summary: {A}\n\n2. (C) {B} End summary.\n\n3. (C) {C}",
        ["summary", "summary", "body"],
    ),
    "three-and-end-on-its-line": (
        f"1. (C) Summary: {A}\n\n2. (C) {B}\n\n3. (C) {C}\n\nEND SUMMARY.\n\n4. (C) {D}",
        ["summary", "summary", "summary", "body"],
    ),
    "only-the-end": (
        f"1. (C) {A}\n\n2. (C) {B} End summary.\n\n3. (C) {C}",
        ["summary", "summary", "body"],
    ),
    "heading": (
        f"SUMMARY\n-------\n\n1. (C) {A}\n\n2. (C) {B}\n\nTHE PIER\n--------\n\n3. (C) {C}",
        ["summary", "summary", "body"],
    ),
    "heading-plain": (f"Summary\n\n1. (C) {A}\n\nThe Pier\n\n2. (C) {B}", ["summary", "body"]),
    "heading-with-mark": (
        f"(C) SUMMARY\n-----------\n1. {A}\n\nTHE PIER\n--------\n2. {B}",
        ["summary", "body"],
    ),
    "heading-and-end": (
        f"SUMMARY\n-------\n1. (C) {A} End summary.\n\n2. (C) {B}",
        ["summary", "body"],
    ),
    "heading-and-end-later": (
        f"SUMMARY\n-------\n1. (C) {A}\n\n2. (C) {B} END SUMMARY\n\n3. (C) {C}",
        ["summary", "summary", "body"],
    ),
    "numbered-heading": (
        f"1. SUMMARY\n----------\n{A}\n\n2. THE PIER\n-----------\n{B}",
        ["summary", "body"],
    ),
    "numbered-word": (f"1. (C) SUMMARY.\n\n2. (C) {A} END SUMMARY.\n\n3. (C) {B}",
                      ["summary", "summary", "body"]),
    "numbered-word-without-end": (
        f"1. (C) SUMMARY.\n\n2. (C) {A}\n\n3. (C) {B}",
        ["summary", "summary", "body"],
    ),
    "introduction-for-a-summary": (
        f"Introduction\n------------\n1. (C) {A}\n\nThe Pier\n--------\n2. (C) {B}",
        ["summary", "body"],
    ),
    "introduction-beside-a-summary": (
        f"SUMMARY\n-------\n1. (C) {A}\n\nINTRODUCTION\n------------\n2. (C) {B}\n\n3. (C) {C}",
        ["summary", "body", "body"],
    ),
    "introduction-in-words-beside-a-summary": (
        f"1. (C) Summary: {A}\n\n2. (C) Introduction: {B}", ["summary", "body"]
    ),
    "above-number-1": (f"SUMMARY: {A} END SUMMARY.\n\n1. {B}\n\n2. {C}", ["summary", "body", "body"]),
    "begin-on-its-line": (
        f"BEGIN SUMMARY\n\n{A} END SUMMARY\n\n1. {B}\n\n2. {C}",
        ["summary", "body", "body"],
    ),
    "text-behind-the-end": (
        f"1. (C) Summary: {A} End summary.\n\n{B}\n\n2. (C) {C}",
        ["summary", "body", "body"],
    ),
    "end-with-a-hyphen": (
        f"1. (C) Summary: {A}\n\n2. (C) {B} End-summary.\n\n3. (C) {C}\n\n4. (C) Comment: {D}\n\n5. (C) {A} End-comment.",
        ["summary", "summary", "body", "comment", "comment"],
    ),
    "word-on-a-line-of-its-own": (
        f"1. (C) Summary\nMoss met the board. {A}\n\n2. (C) Comment\nQuill met the board. {B}",
        ["summary", "comment"],
    ),
    "comment": (f"1. (C) {A}\n\n2. (C) Comment: {B} End comment.", ["body", "comment"]),
    "comment-heading": (f"1. (C) {A}\n\nCOMMENT\n-------\n\n2. (C) {B}", ["body", "comment"]),
    "comment-two-paragraphs": (
        f"1. (C) {A}\n\n2. (C) Comment: {B}\n\n3. (C) {C} End comment.",
        ["body", "comment", "comment"],
    ),
    "comment-unnumbered": (f"1. {A}\n\n2. {B}\n\nCOMMENT: {C}", ["body", "body", "comment"]),
    "action": (f"1. (C) {A}\n\n2. (C) Action request: {B}", ["body", "action"]),
    "inline-comment-first": (
        f"1. (C) (Comment: {A} End comment.) {C}\n\n2. (C) (Comment: {B})",
        ["body", "comment"],
    ),
    "end-in-short": (
        f"1. (C) Summary: {A}\n\n2. (C) {B} End sum.\n\n3. (C) {C}",
        ["summary", "summary", "body"],
    ),
    "whose-comment": (
        f"1. (C) {A}\n\n2. (C) CG comment: {B}\n\n3. (C) Comment by the Ambassador: {C}",
        ["body", "comment", "comment"],
    ),
    "consul-general": (f"1. (C) {A}\n\nConsul General's Comment\n\n2. (C) {B}", ["body", "comment"]),
    "word-in-brackets": (f"1. (C) {A}\n\n2. (C) (Comment) {B}", ["body", "comment"]),
    "inline-comment": (f"1. (C) {A} (Comment: {B} End comment.) {C}\n\n2. {D}", ["body", "body"]),
    "end-in-brackets": (
        f"1. (C) (Summary) {A}\n\n2. (C) {B} (End Summary.)\n\n3. (C) {C}",
        ["summary", "summary", "body"],
    ),
    "end-of-summary": (
        f"1. (C) Summary. {A}\n\n2. (C) {B} --END OF SUMMARY--\n\n3. (C) {C}",
        ["summary", "summary", "body"],
    ),
    "short-summary-without-end": (f"(U) Summary: Fine.\n\n1. {A}\n\n2. {B}", ["summary", "body", "body"]),
    "page-line-above-and-below": (
        f"COUNTRY TEAM MESSAGE\n\nOSLO 00000417 002 OF 003\n\nBEGIN SUMMARY\n\n{A} END SUMMARY\n\n"
        f"OSLO 00000417 003 OF 003\n\nACTION REQUESTED: {B}\n\n1. {C}",
        ["body", "summary", "action", "body"],
    ),
    "comment-within-a-summary": (
        f"1. (C) Summary: {A}\n\n2. (C) {B}\n\n3. (C) Comment: {C} End comment. End summary.",
        ["summary", "summary", "comment"],
    ),
    "rules-on-both-sides": (f"1. (C) {A}\n\n----- COMMENT -----\n\n2. (C) {B}", ["body", "comment"]),
    "headings-with-numbers": (
        f"I. SUMMARY\n----------\n\n1. (C) {A}\n\nII. THE PIER\n------------\n\n2. (C) {B}"
        f"\n\nC. COMMENT\n----------\n\n3. (C) {C}",
        ["summary", "body", "comment"],
    ),
    "end-in-one-word": (f"1. (C) Summary: {A}\n\n2. (C) {B} ENDSUMMARY.\n\n3. (C) {C}",
                        ["summary", "summary", "body"]),
    "end-with-mark": (f"1. (C) Summary: {A}\n\n(C) END SUMMARY.\n\n2. (C) {B}", ["summary", "body"]),
    "introduction-of-a-paper": (
        f"1. (C) {A}\n\n2. (C) {B}\n\n3. (C) {C}\n\nIntroduction\n------------\n\n4. (C) {D}",
        ["body", "body", "body", "body"],
    ),
    "heading-action": (f"1. (C) {A}\n\nAction\n------\n\n2. (C) {B}", ["body", "action"]),
    "only-a-summary": (f"SUMMARY: {A}", ["summary"]),
    "nothing-said": (f"1. (C) {A}\n\n2. (C) {B}", ["body", "body"]),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_where_they_begin_and_end(name: str) -> None:
    body, kinds = BODIES[name]
    cable = parsed(message(body))
    assert [p.kind for p in cable.paragraphs] == kinds
    assert cable.coverage == 1.0


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("1. (C) It met.\n\nComment: It left. End comment.", ["It met.", "Comment: It left. End comment."]),
        ("1. (C) It met.\n\nEnd comment.", ["It met. End comment."]),
        ("It met at the pier.\n\nIt left. End summary.", ["It met at the pier.", "It left. End summary."]),
    ],
    ids=["a-comment-of-its-own", "nothing-but-the-end", "without-numbers"],
)  # fmt: skip
def test_what_ends_with_an_end_is_a_paragraph_of_its_own(text: str, texts: list[str]) -> None:
    found = [p.text.replace("\n", " ") for p in parsed(message(text)).paragraphs]
    assert found == texts


@pytest.mark.parametrize("sign", ["--", "-", "*", "o"])
@pytest.mark.parametrize("lead", ["1. (C) Summary: It met. End summary.", "It met at the pier."])
def test_items_belong_to_the_paragraph_above_them(lead: str, sign: str) -> None:
    cable = parsed(message(f"{lead}\n\n{sign} One.\n\n{sign} Two.\n"))
    assert [p.text.splitlines()[1:] for p in cable.paragraphs] == [[f"{sign} One.", f"{sign} Two."]]
