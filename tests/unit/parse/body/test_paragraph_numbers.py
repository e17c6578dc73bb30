"""Paragraph numbers: every spelling of the pilcrow, and numbers that count no paragraph."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.parse.body.pilcrow import number_paragraphs
from transforms.parse.text.page_noise import noise_of
from transforms.parse.text.residue import unlink

PIER = "The ferry minister said that the harbor board would not agree to it"


def numbers_of(text: str) -> list[int]:
    """Numbers of the paragraphs that start in a text."""
    lines = [unlink(line.rstrip()) for line in text.split("\n")]
    noise = {index for index, line in enumerate(lines) if noise_of(line) is not None}
    return [start.number for start in number_paragraphs(lines, range(len(lines)), noise).values()]


def spaced(*paragraphs: str) -> str:
    """Paragraphs with blank lines between them."""
    return "\n\n".join(paragraphs)


SPELLINGS = {
    "plain": ("1. (C) A.", "2. (C) B.", "3. (C) C."),
    "link": ("[1](#)1. (C) A.", "[1](#)2. (C) B.", "[1](#)3. (C) C."),
    "link-with-path": ("[1](/tag/1_0.html)1. A.", "[1](/tag/1_0.html)2. B.", "[1](#)3. C."),
    "digit": ("11. (C) A.", "12. (C) B.", "13. (C) C."),
    "pilcrow": ("¶1. (C) A.", "¶2. (C) B.", "¶3. (C) C."),
    "pilcrow-and-blank": ("¶ 1. (C) A.", "¶ 2. (C) B.", "¶ 3. (C) C."),
    "doubled-pilcrow": ("¶¶1. (C) A.", "¶¶2. (C) B.", "¶3. (C) C."),
    "mojibake": ("Â¶1. (C) A.", "Â¶2. (C) B.", "Â¶3. (C) C."),
    "replacement": ("\ufffd1. (C) A.", "\ufffd2. (C) B.", "\ufffd3. (C) C."),
    "entity": ("&para;1. (C) A.", "&#182;2. (C) B.", "&para;3. (C) C."),
    "four-at-once": ("[1](#)1. A.", "12. B.", "¶3. C."),
    "no-blank": ("1.(SBU) A.", "2.(SBU) B.", "3.(SBU) C."),
    "bracket": ("1) (SBU) A.", "2) (SBU) B.", "3) (SBU) C."),
    "blank-before-stop": ("1 . (C) A.", "2 . (C) B.", "3 . (C) C."),
    "mark-before-number": ("(C) 1. A.", "(C) ¶2. B.", "(S/NF) 3. C."),
    "no-stop": ("1 (C) A.", "2 (C) B.", "¶3 (C) C."),
    "comma": ("1, (C) A.", "2, (C) B.", "3, (C) C."),
    "colon": ("1: (C) A.", "2: (C) B.", "3: (C) C."),
    "doubled-stop": ("1.. (C) A.", "2.. (C) B.", "3. . (C) C."),
    "sign-before": ("#1. (C) A.", "*2. (C) B.", "-3. (C) C."),
    "boxed": ("(1) (C) A.", "(2) (C) B.", "(3) (C) C."),
    "alone-on-its-line": ("1.\n(C) A.", "2.\n(C) B.", "3.\n(C) C."),
    "indented": ("   1. (C) A.", "   2. (C) B.", "   3. (C) C."),
    "tab": ("1.\t(C) A.", "2.\t(C) B.", "3.\t(C) C."),
    "lower-case-mark": ("1. (c) A.", "2. (u) B.", "3. (s/nf) C."),
    "no-marks": ("1. A.", "2. B.", "3. C."),
    "stop-behind-mark": ("1 (C). A.", "2 (C). B.", "3 (C). C."),
    "unfinished": ("1. (C) A", "2. (C) B", "3. (C) C"),
}


@pytest.mark.parametrize("name", SPELLINGS)
def test_every_spelling_gives_the_same_numbers(name: str) -> None:
    assert numbers_of(spaced(*SPELLINGS[name])) == [1, 2, 3]


@pytest.mark.parametrize("name", SPELLINGS)
def test_so_it_does_without_blank_lines(name: str) -> None:
    assert numbers_of("\n".join(SPELLINGS[name])) == [1, 2, 3]


@pytest.mark.parametrize("pilcrow", ["", "1", "¶", "[1](#)", "\ufffd"])
@pytest.mark.parametrize("mark", ["", "(C) "])
@pytest.mark.parametrize("count", [1, 2, 9, 10, 11, 12, 19, 21, 30, 99, 112])
def test_long_counts(pilcrow: str, mark: str, count: int) -> None:
    text = spaced(*(f"{pilcrow}{n}. {mark}{PIER}." for n in range(1, count + 1)))
    assert numbers_of(text) == list(range(1, count + 1))


CASES = {
    "a-date": ("1. (C) It opens in\n18. Tickets are sold.", [1]),
    "a-date-with-pilcrow": (f"¶1. (C) {PIER} in May\n¶18. Tickets are sold.", [1]),
    "a-date-that-is-next": (
        f"¶1. (C) {PIER} on May\n¶2. Tickets are sold.\n\n¶2. (C) B.\n\n¶3. (C) C.",
        [1, 2, 3],
    ),
    "a-year": (f"¶1. (C) {PIER} in\n¶2009. Tickets are sold.\n\n¶2. (C) B.", [1, 2]),
    "a-year-with-digit": (f"11. (C) {PIER} in\n12009. Tickets.\n\n12. (C) B.", [1, 2]),
    "a-resolution": (f"¶1. (C) {PIER} under resolution\n¶242. It did.\n\n¶2. (C) B.", [1, 2]),
    "a-clock-time": (f"¶1. (C) {PIER} at\n10.30. It did.\n\n¶2. (C) B.", [1, 2]),
    "decimals": ("1.5 million came\nin 2008. More", []),
    "an-amount": (f"1. (C) {PIER} for\n2.5 million dollars.\n\n2. (C) B.", [1, 2]),
    "a-list": ("1. (C) A:\n1. first point\n2. second point\n\n2. (C) B.", [1, 2]),
    "a-list-with-pilcrows": ("¶1. (C) A:\n¶1. One\n¶2. Two\n¶3. Three\n\n¶2. (C) B.", [1, 2]),
    "a-list-apart": ("¶1. (C) A:\n\n¶1. One.\n\n¶2. Two.\n\n¶2. (C) B.\n\n¶3. (C) C.", [1, 2, 3]),
    "a-list-unmarked": (
        "¶1. A.\n\n¶2. B:\n\n¶1. One.\n\n¶2. Two.\n\n¶3. Three.\n\n¶4. Four.\n\n¶3. C.\n\n¶4. D.",
        [1, 2, 3, 4],
    ),
    "a-list-of-brackets": ("1. (C) A:\n1) one\n2) two\n\n2. (C) B.\n\n3. (C) C.", [1, 2, 3]),
    "a-list-at-the-end": ("1. (C) A.\n\n2. (C) B.\n\n3. (C) C:\n\n1. One.\n\n2. Two.", [1, 2, 3]),
    "a-list-in-each": (
        "¶1. (U) A:\n\n¶1. One.\n\n¶2. Two.\n\n¶2. (U) B:\n\n¶1. One.\n\n¶2. Two.\n\n¶3. (U) C.",
        [1, 2, 3],
    ),
    "a-list-longer-than-the-count": (
        "¶1. A.\n\n¶2. B:\n\n¶1. O.\n\n¶2. T.\n\n¶3. H.\n\n¶4. F.\n\n¶5. V.\n\n¶3. C.\n\n¶4. D.",
        [1, 2, 3, 4],
    ),
    "a-list-longer-than-the-marked-count": (
        "1. (C) A.\n\n2. (C) B:\n\n" + spaced(*(f"{n}. Point." for n in range(1, 10))) + "\n\n3. (C) C.",
        [1, 2, 3],
    ),
    "a-long-list-at-the-end-of-a-marked-count": (
        "1. (C) A.\n\n2. (C) B:\n\n" + spaced(*(f"{n}. Point." for n in range(1, 10))),
        [1, 2],
    ),
    "a-quotation-longer-than-the-count": (
        "¶1. A.\n\n¶2. B:\n\nBEGIN TEXT\n\n" + spaced(*(f"¶{n}. It is." for n in range(1, 8)))
        + "\n\nEND TEXT",
        [1, 2],
    ),
    "numbers-behind-ten-are-no-list": (
        "\n".join(f"{n}. {PIER}." for n in range(1, 17))
        + "\n1. Una Quill\n2. Ivo Moss\n\n"
        + "\n".join(f"{n}. {PIER}." for n in range(17, 20)),
        list(range(1, 20)),
    ),
    "a-list-spelt-with-digits": (
        "11. (C) A.\n\n12. B.\n\n13. (C) C:\n\n" + spaced(*(f"1{n}. It is." for n in range(1, 9)))
        + "\n\n14. D.",
        [1, 2, 3, 4],
    ),
    "a-list-in-the-first": ("¶1. (C) A:\n¶1. One\n¶2. Two\n\n¶2. (C) B.\n\n¶3. (C) C.", [1, 2, 3]),
    "a-list-above-a-heading": (
        "11. A:\n1) One.\n2) Two.\n3. Three.\n\nThe Pier\n--------\n\n12. B.\n\n13. C.\n\n14. D:\n1) One.\n"
        "2) Two.\n3. Three.\n\nThe Tide\n--------\n\n15. E.",
        [1, 2, 3, 4, 5],
    ),
    "a-list-without-the-pilcrows-of-paragraphs": (
        "¶1. A.\n¶2. B.\n¶3. C:\n1. One.\n2. Two.\n3. Three.\n¶4. D.\n¶5. E.",
        [1, 2, 3, 4, 5],
    ),
    "a-line-of-the-first-that-begins-with-2": (
        f"1. {PIER} in\n2. Tickets are sold.\n\n2. (C) B.\n\n3. (C) C.\n\n4. (C) D.",
        [1, 2, 3, 4],
    ),
    "a-date-in-a-list": (
        f"¶1. A.\n\n¶2. {PIER} on May\n¶3. Tickets are sold.\n¶3. C.\n¶4. D.",
        [1, 2, 3, 4],
    ),
    "a-list-below-paragraph-ten": (
        spaced(*(f"1{n}. {PIER}." for n in range(1, 10)), f"110. {PIER}:")
        + "\n11. One.\n12. Two.\n13. Three.\n14. Four.\n\n"
        + spaced(f"111. {PIER}.", f"112. {PIER}."),
        list(range(1, 13)),
    ),
    "a-list-in-brackets": (
        "1. (C) A.\n\n2. (C) B:\n\n(1) (C) One.\n\n(2) (C) Two.\n\n3. (C) C.",
        [1, 2, 3],
    ),
    "all-in-brackets": ("(1) (C) A.\n\n(2) (C) B.\n\n(3) (C) C.", [1, 2, 3]),
    "bare-brackets": ("(1) A.\n\n(2) B.\n\n(3) C.", [1, 2, 3]),
    "bare-brackets-below-text": ("The reasons are:\n\n(1) A.\n\n(2) B.", []),
    "bare-brackets-among-numbers": ("1. A:\n\n(1) One.\n\n(2) Two.\n\n2. B.", [1, 2]),
    "points-under-a-title": (
        "1. (C) A.\n\n2. (C) B:\n\nTALKING POINTS\n\n1. One.\n\n2. Two.\n\n3. (C) C.\n\n4. (C) D.",
        [1, 2, 3, 4],
    ),
    "a-table": ("1. (C) A:\n\n1   12   14\n2   13   15\n\n2. (C) B.", [1, 2]),
    "a-ranking": ("1. (C) A:\n3. Oslo\n2. Lima\n1. Rome\n\n2. (C) B.", [1, 2]),
    "a-gap": ("1. (C) A.\n\n3. (C) C.", [1, 3]),
    "a-gap-goes-on": ("1. A.\n\n2. B.\n\n4. D.\n\n5. E.", [1, 2, 4, 5]),
    "a-wide-gap": ("¶1. A.\n\nXXXXXXXXXXXX\n\n¶8. H.\n\n¶9. I.", [1, 8, 9]),
    "mistyped": ("1. (C) A.\n\n22. (C) B.\n\n3. (C) C.\n\n4. (C) D.", [1, 2, 3, 4]),
    "one-missing-and-no-other": ("1. (C) A.\n\n18. of May.\n\n3. (C) C.\n\n4. (C) D.", [1, 3, 4]),
    "a-day-below-its-month": ("¶1. A.\n\n¶2. It will open in September\n¶3. It will not.", [1, 2]),
    "used-twice": ("1. (C) A.\n\n2. (C) B.\n\n2. (C) B again.\n\n3. (C) C.", [1, 2, 2, 3]),
    "starts-at-2": ("SUMMARY: A. END SUMMARY.\n\n2. (C) B.\n\n3. (C) C.", [2, 3]),
    "starts-late": ("¶9. (U) A.\n\n¶10. (U) B.\n\n¶11. (U) C.", [9, 10, 11]),
    "starts-late-above-1": ("¶12. A.\n\n¶1. B.\n\n¶2. C.\n\n¶3. D.", [1, 2, 3]),
    "quoted": ("1. (C) A.\n\nBEGIN TEXT\n2. quoted\nEND TEXT\n\n2. (C) B.", [1, 2]),
    "quoted-count": (
        "1. (C) A.\n\nBEGIN TEXT:\n\n1. One.\n\n2. Two.\n\n3. Three.\n\nEND TEXT.\n\n2. (C) B.\n\n3. (C) C.",
        [1, 2, 3],
    ),
    "quote-never-ends": ("1. (C) A.\n\nBEGIN TEXT:\n\nWords.\n\n2. (C) B.\n\n3. (C) C.", [1, 2, 3]),
    "annex": (
        "1. (C) A.\n\n2. (C) B.\n\n3. (C) C.\n\nANNEX\n-----\n\n1. One.\n\n2. Two.\n\n3. Three.",
        [1, 2, 3, 1, 2, 3],
    ),
    "annex-of-two-below-a-title": (
        "1. (C) A.\n\n2. (C) B.\n\n3. (C) C.\n\nANNEX: TALKING POINTS\n\n1. One.\n\n2. Two.",
        [1, 2, 3, 1, 2],
    ),
    "longer-annex": (
        "1. A.\n\n2. B.\n\nTALKING POINTS\n--------------\n\n1. O.\n\n2. T.\n\n3. H.\n\n4. F.\n\n5. V.",
        [1, 2, 1, 2, 3, 4, 5],
    ),
    "contents-then-sections": (
        "¶1. Ports\n¶2. Piers\n¶3. Tides\n\n¶1. Ports\n\nA.\n\n¶2. Piers\n\nB.\n\n¶3. Tides\n\nC.",
        [1, 2, 3, 1, 2, 3],
    ),
    "below-a-page-line": (
        f"1. (C) {PIER} before\n\nOSLO 00000417  002 OF 003\n\n2. (C) B.\n\n3. (C) C.",
        [1, 2, 3],
    ),
    "without-a-full-stop": (f"1. (C) {PIER}\n\n2. {PIER}\n\n3. {PIER}", [1, 2, 3]),
    "unmarked-among-marked": ("1. (C) A.\n\n2. B.\n\n3. (C) C.\n\n4. D.\n\n5. (C) E.", [1, 2, 3, 4, 5]),
    "blank-inside": (
        spaced(*(f"{n}. (C) A." for n in range(1, 10)), "1 0. (C) J.", "1 1. (C) K."),
        list(range(1, 12)),
    ),
    "as-printed-right-below-residues": (
        "\n".join(f"{'1' * (n % 2)}{n}. It was in\n¶118. So." for n in range(1, 17)), list(range(1, 17))
    ),
    "stop-and-bracket": ("1.) (C) A.\n\n2.) (SBU) B.", [1, 2]),
    "strokes": ("1/ (C) A.\n\n2/ (SBU) B.", [1, 2]),
    "list-longer-than-the-count": (
        "¶1. A.\n\n¶2. They are:\n\n" + spaced(*(f"¶{n}. Fees" for n in range(1, 31))) + "\n\n¶3. B.\n\n¶4. C.",
        [1, 2, 3, 4],
    ),
    "two-lists-longer-than-the-count": (
        "1. (C) A.\n\n" + "".join(f"{n}. Fees\n" for n in [*range(1, 9), *range(1, 5)]) + "\n2. (C) B.", [1, 2]
    ),
    "list-without-marks-at-the-end": ("1. (C) A.\n\n2. (C) B.\n\n1. Fees.\n\n2. Piers.\n\n3. Tides.\n\n4. Ports.", [1, 2]),
    "list-without-blanks-at-the-end": ("1. A.\n\n2. B.\n\n3. They are:\n1. Fees\n2. Piers\n3. Tides\n4. Ports", [1, 2, 3]),
    "unmarked-paragraph-behind-a-list": (
        "1. (C) A.\n\n2. (C) B:\n\n1. Fees.\n\n2. Piers.\n\n3. C.\n\n4. (C) D.\n\n5. (C) E.", [1, 2, 3, 4, 5]
    ),
    "day-between-the-items-of-a-list": (
        "¶1. (C) A.\n\n¶2. (C) B:\n\n¶1. Fees rise on May\n¶18. It is so.\n¶2. Piers.\n¶3. Tides.\n\n¶3. (C) C.", [1, 2, 3]
    ),
    "list-behind-a-figure": (
        "¶1. (C) A.\n\n¶2. (C) The votes were 4 to\n¶16.\n\n¶1. Fees.\n¶2. Piers.\n¶3. Tides.\n¶4. Ports.\n¶5. Dues.", [1, 2]
    ),
    "list-with-signs": ("1. A.\n\n2. They are:\n\n  -1. Fees.\n\n  -2. Piers.\n\n3. C.\n\n4. D.", [1, 2, 3, 4]),
    "list-as-long-as-the-count": (
        "11. (C) A.\n\n12. (C) They are:\n\n11. fees\n12. piers\n\n13. C.\n\n14. (C) D.\n\n15. E.", [1, 2, 3, 4, 5]
    ),
    "list-with-brackets-as-long-as-the-count": (
        "1. A.\n\n2. They are:\n\n1) Fees.\n\n2) Piers.\n\n3. C.\n\n4. D.", [1, 2, 3, 4]
    ),
    "lists-with-full-stops-among-brackets": (
        "11) (C) A.\n12) (C) B.\n13) (C) C.\n14) (C) D.\n\n12. Piers.\n\n13. Ports.\n15) (C) E.\n16) (C) F.\n\n"
        + "\n\n".join(f"1{n}. Fees." for n in (1, 2, 998, 3, 4, 5, 6))
        + "\n17) (C) G.\n\n18) (C) H.\n\n114. Dues.\n\n19) (C) I.",
        list(range(1, 10)),
    ),
    "list-of-other-signs-at-the-end": (
        "1. A.\n\n2. B.\n\n3. C.\n\n1) Fees.\n\n2) Piers.\n\n3) Tides.\n\n4) Ports.", [1, 2, 3]
    ),
    "list-at-the-end-without-blanks-behind-a-sentence": (
        "¶1. A.\n\n¶2. B.\n\n¶3. C.\n\n¶1. Fees.\n¶2. Piers.\n¶3. Tides.\n¶4. Ports.", [1, 2, 3]
    ),
    "list-with-blanks-at-the-end-below-no-heading": (
        "1. A.\n\n2. B.\n\n3. C.\n\n1. Fees.\n\n2. Piers.\n\n3. Tides.", [1, 2, 3]
    ),
    "list-before-the-end-that-the-count-goes-over-into": (
        "¶1. A.\n\n¶2. B.\n\n¶1. Fees.\n\n¶2. Piers.\n\n¶3. C.\n\n¶4. D.", [1, 2, 3, 4]
    ),
    "list-that-weighs-more-than-the-count": (
        f"11. {PIER}.\n\n2. {PIER}.\n\n¶3. {PIER}.\n¶1. Fees.\n\n2. Piers.\n\n¶3. Tides.\n\n4. Ports.\n\n5. Dues.\n\n¶6. Fares.",
        [1, 2, 3, 4, 5, 6],
    ),
    "short-items-with-blanks-are-no-headings": (
        f"1. {PIER}.\n\n2. {PIER}.\n\n3. {PIER}:\n\n1) a pier\n\n2) a ferry\n\n3) Una Quill\n\n4) Augusta Moss\n\n5) tides", [1, 2, 3]
    ),
    "short-items-with-pilcrows-are-no-headings": (
        f"¶1. {PIER}.\n\n¶2. {PIER}.\n\n¶3. {PIER}:\n¶1. a pier\n\n2. a ferry\n\n¶3. Una Quill\n\n4. tides", [1, 2, 3]
    ),
    "paragraph-with-a-pilcrow-behind-a-list-without": (
        "¶1. A.\n\n¶2. (C) B:\n\n1. Fees.\n\n2. Piers.\n\n¶3. C.\n\n1. Tides.\n\n2. Ports.\n\n3. Dues.\n\n¶4. (C) D.",
        [1, 2, 3, 4],
    ),
    "paragraph-that-a-list-could-count-without-its-digit": (
        "".join(f"{n}. (C) A.\n\n" for n in range(1, 12)) + "112. (C) B:\n1) Fees\n2) Piers\n\n13. (C) C.\n\n14. (C) D.",
        list(range(1, 15)),
    ),
    "list-whose-digits-are-no-gap": (
        f"11. {PIER}.\n\n12. {PIER}.\n\n13. {PIER}.\n\n14. {PIER}.\n\n15. {PIER}:\n\n11. Fees.\n\n12. Piers.\n\n13. Tides.\n\n14. Ports.",
        [1, 2, 3, 4, 5],
    ),
    "paragraph-behind-rows-that-count": (
        f"1. {PIER}.\n\n2. {PIER}:\n1.   Oslo     526\n2.   Lima     527\n\n3. {PIER}.\n\n4. {PIER}.", [1, 2, 3, 4]
    ),
    "replacement-before-a-stop-apart": ("\ufffd1 . A.\n\n\ufffd2 . (C) B.\n\n\ufffd3 (C) C.", [1, 2, 3]),
    "redaction-behind-the-number": (f"1. {PIER}.\n2. xxxxxxxxxxxx said so.\n3. {PIER}.", [1, 2, 3]),
    "last-one-without-a-mark-and-with-a-digit": (
        f"11. (C) {PIER}.\n\n¶2. (C) {PIER}.\n\nOVERVIEW\n\n--------\n\n13. {PIER}.", [1, 2, 3]
    ),
    "annex-among-residues": (
        "".join(f"1{n}. (C) A.\n\n" for n in range(1, 14)) + "ANNEX\n-----\n\n11. B.\n\n12. (C) C.\n\n13. (C) D.\n\n14. (C) E.",
        [*range(1, 14), 1, 2, 3, 4],
    ),
    "signs-before-all": ("-1. A.\n\n-2. B.\n\n-3. C.", [1, 2, 3]),
    "pilcrow-and-blanks": ("¶  1. (C) A.\n\n¶  2.  (C) B.", [1, 2]),
    "day-that-is-the-next-number": (
        "¶1. (C) A.\n\n¶2. (C) B. It opened in May\n¶3. Fees rose.", [1, 2]
    ),
    "end-of-a-sentence-alone-on-its-line": (f"{PIER}\n12.\n\nNobody came.", []),
    "heading-with-a-number-above-a-number": ("1. TIDES\n--------\n1. (C) A.\n\n2. (C) B.\n\n3. PIERS\n--------\n\n3. (C) C.", [1, 2, 3]),
    "item-behind-a-page-line": (
        f"¶1. {PIER}.\n\n¶2. They are:\n¶1. Fees.\n¶2. Piers.\n\n¶3. Others are:\n¶1. Tides.\n¶2. Ports."
        f"\n\nOSLO 00000417  002 OF 003\n\n\n¶3. Dues.\n¶4. Fares.\n\n¶4. {PIER}.\n\n¶5. {PIER}.",
        [1, 2, 3, 4, 5],
    ),
    "list-with-brackets-right-above-the-count": (
        f"¶1. {PIER}.\n¶2. {PIER}.\n¶3. {PIER}:\n1) fees\n2) piers.\n3) tides.\n4) ports.\n¶4. {PIER}.\n¶5. {PIER * 4}.", [1, 2, 3, 4, 5]
    ),
    "number-of-an-abbreviation": (
        f"¶1. {PIER}.\n\n¶2. {PIER}, for he is No.\n¶3. on it. So he said.\n\n¶3. {PIER}.\n\n¶4. {PIER}.", [1, 2, 3, 4]
    ),
    "number-below-a-blank-line-within-a-sentence": (
        f"¶1. (C) {PIER}.\n\n¶2. (C) It brings the number of its piers to\n\n¶3. So he said.\n\n¶3. (C) {PIER}.\n\n¶4. (C) {PIER}.",
        [1, 2, 3, 4],
    ),
    "used-twice-without-blanks": ("1. (C) A.\n2. (C) B.\n2. (C) C.\n3. (C) D.", [1, 2, 2, 3]),
    "mark-behind-unmarked-items-without-blanks": (
        f"¶1. (C) {PIER}.\n¶2. (C) They are:\n¶1. Fees.\n¶2. Piers.\n¶3. Tides.\n\nOSLO 00000417  002 OF 003\n\n\n"
        f"¶4. Dues.\n¶3. (C) {PIER}.\n¶4. (C) {PIER}.\n¶5. (C) {PIER}.",
        [1, 2, 3, 4, 5],
    ),
    "list-that-ends-where-another-begins": (
        "1. A.\n2. They are:\n1. Fees.\n2. Piers.\n3. Others are:\n1. Tides.\n2. Ports.\n4. B.\n5. C.", [1, 2, 3, 4, 5]
    ),
    "list-that-ends-where-a-longer-one-begins": (
        f"¶1. {PIER}.\n\n¶2. They are:\n¶1. Fees.\n¶2. Piers.\n¶3. {PIER}:\n" + "".join(f"¶{n}. Dues.\n" for n in range(1, 5))
        + "\n¶4. A.\n\n¶5. B.",
        [1, 2, 3, 4, 5],
    ),
    "day-that-is-the-number-of-a-gap": (
        "¶1. A.\n\n¶2. The two men met on June\n¶3. They met again.\n\n¶4. B.\n\n¶5. C.", [1, 2, 4, 5]
    ),
    "nothing": ("The pier opened.\n\nNobody came.", []),
    "empty": ("", []),
    "only-numbers": ("1.\n2.\n3.", [1, 2, 3]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_numbers_follow_their_sequence(name: str) -> None:
    text, numbers = CASES[name]
    assert numbers_of(text) == numbers


@given(st.integers(0, 10_000), st.sampled_from(["¶", "[1](#)", "\ufffd", "", "mixed"]))
def test_a_generated_count_comes_back(seed: int, pilcrow: str) -> None:
    """Dates and years at line starts, lists, headings and page lines do not disturb the count."""
    dice = random.Random(seed)
    parts: list[str] = []
    count = dice.randint(1, 30)
    for number in range(1, count + 1):
        sign = dice.choice(["¶", "[1](#)", "1", ""]) if pilcrow == "mixed" else pilcrow
        text = f"{sign}{number}. ({dice.choice(['C', 'SBU', 'S/NF'])}) {PIER}"
        if dice.random() < 0.3:
            text += f" in May\n{sign}{dice.choice([2008, 1967, 242, 1701])}. It did"
        if dice.random() < 0.2:
            text += f"\n\nOSLO 00000417  00{dice.randint(2, 9)} OF 009\n\nafter all"
        if dice.random() < 0.2:
            items = range(1, dice.randint(3, 7))
            # `11.` in a list below paragraph 10 is item 1 or paragraph 11: nobody can tell.
            item_sign = "¶" if sign == "1" else sign
            text += ":" + "".join(f"\n{item_sign}{item}. Fees rise" for item in items)
        if dice.random() < 0.3:
            parts.append(dice.choice(["The Pier\n--------", "FEES", "A Harbor Board"]))
        parts.append(text + ".")
    assert numbers_of(spaced(*parts)) == list(range(1, count + 1))
