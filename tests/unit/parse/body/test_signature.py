"""Signatures: every shape and place; never an acronym, a caption or a word of the text."""

from __future__ import annotations

import pytest
from builders import message, parsed

TEXT = "1. (C) The pier opened.\n\n2. (C) Comment: It will wait. End comment."

OWN_LINE = {
    "capitals": ("BELLWEATHER", "BELLWEATHER"),
    "no-blank-line": ("\bBELLWEATHER", "BELLWEATHER"),
    "mixed-case": ("Bellweather", "Bellweather"),
    "small": ("bellweather", "bellweather"),
    "mixed-case-two": ("Una Quill", "Una Quill"),
    "hyphen": ("QUILL-MOSS", "QUILL-MOSS"),
    "apostrophe": ("O'MOSS", "O'MOSS"),
    "mc": ("MCQUILL", "MCQUILL"),
    "mc-mixed": ("McQuill", "McQuill"),
    "particle": ("VAN DER MOSS", "VAN DER MOSS"),
    "particle-mixed": ("van der Moss", "van der Moss"),
    "particle-glued": ("LaQuill", "LaQuill"),
    "particle-glued-hyphen": ("DeMoss-Quill", "DeMoss-Quill"),
    "de": ("DE LA QUILL", "DE LA QUILL"),
    "junior": ("QUILL JR", "QUILL JR"),
    "junior-stop": ("QUILL JR.", "QUILL JR."),
    "junior-mixed": ("Quill Jr.", "Quill Jr."),
    "third-mixed": ("Moss III", "Moss III"),
    "small-d": ("d'Arvis", "d'Arvis"),
    "junior-comma": ("QUILL, JR.", "QUILL, JR."),
    "initials": ("U. QUILL", "U. QUILL"),
    "two-initials": ("U.A. QUILL", "U.A. QUILL"),
    "slash": ("QUILL/MOSS", "QUILL/MOSS"),
    "for": ("QUILL FOR MOSS", "QUILL FOR MOSS"),
    "acting": ("QUILL (ACTING)", "QUILL"),
    "acting-plain": ("QUILL, ACTING", "QUILL"),
    "stop": ("BELLWEATHER.", "BELLWEATHER"),
    "sign": ("BELLWEATHER#", "BELLWEATHER"),
    "stars": ("***BELLWEATHER***", "BELLWEATHER"),
    "brackets": ("(BELLWEATHER)", "BELLWEATHER"),
    "accent": ("MUÑOZ", "MUÑOZ"),
    "indented": ("      BELLWEATHER", "BELLWEATHER"),
    "short": ("RAY", "RAY"),
    "two-letters": ("NG", "NG"),
    "mc-capitals": ("McQUILL", "McQUILL"),
    "mc-apart": ("MC QUILL", "MC QUILL"),
    "mac-capitals": ("MacQUILL", "MacQUILL"),
    "le-capitals": ("LeMOSS", "LeMOSS"),
    "de-capitals": ("DeLAMOSS", "DeLAMOSS"),
    "van-capitals": ("vanMOSS", "vanMOSS"),
    "o-apart": ("O MOSS", "O MOSS"),
    "two-with-slash": ("QUILL / MOSS", "QUILL / MOSS"),
    "whole-name": ("Una B. Quill", "Una B. Quill"),
    "charge": ("QUILL, CHARGE", "QUILL"),
    "small-accent": ("GüNTHER", "GüNTHER"),
    "comma": ("BELLWEATHER,", "BELLWEATHER"),
    "three-letters": ("LEE", "LEE"),
    "backtick": ("O`MOSS", "O`MOSS"),
    "strokes": ("//BELLWEATHER//", "BELLWEATHER"),
    "signed": ("/s/ BELLWEATHER", "BELLWEATHER"),
    "quoted": ('"BELLWEATHER"', "BELLWEATHER"),
    "small-da": ("da Moss", "da Moss"),
    "stray-apostrophe": ("BELLWEATHER'", "BELLWEATHER"),
    "signed-in-brackets": ("(Signed) BELLWEATHER", "BELLWEATHER"),
    "signed-colon": ("SIGNED: BELLWEATHER", "BELLWEATHER"),
    "ambassador-behind": ("BELLWEATHER, AMBASSADOR", "BELLWEATHER"),
    "ad-interim": ("QUILL A.I.", "QUILL"),
    "pilcrow": ("¶BELLWEATHER", "BELLWEATHER"),
    "ambassador-mixed": ("Ambassador Una Quill", "Ambassador Una Quill"),
    "particle-stop": ("VAN DER MOSS.", "VAN DER MOSS"),
    "initials-stop": ("U.A. QUILL.", "U.A. QUILL"),
    "half-a-quote": ('Bellweather"', "Bellweather"),
}


@pytest.mark.parametrize("name", OWN_LINE)
def test_a_line_of_its_own(name: str) -> None:
    written, signed_by = OWN_LINE[name]
    gap = "\n" if written.startswith("\b") else "\n\n"
    cable = parsed(message(f"{TEXT}{gap}{written.removeprefix(chr(8))}"))
    assert cable.signed_by == signed_by
    assert [p.text for p in cable.paragraphs] == [
        "The pier opened.",
        "Comment: It will wait. End comment.",
    ]
    assert cable.coverage == 1.0


BELOW = {
    "website": "VISIT OSLO'S CLASSIFIED WEBSITE: HTTP://WWW.EXAMPLE.SGOV.GOV/OSLO/",
    "website-two-lines": "Visit Oslo's Classified Website:\nhttp://www.example.sgov.gov/p/oslo/index.cfm",
    "community": "Visit Oslo's lagoon partnership community at http://www.example.gov/lagoon /",
    "website-twice": "Visit Oslo's Classified Website: http://www.example.gov/\n\n"
    "You can also access this site through the Lagoon's Website.",
    "website-quoted": '    "Visit Oslo\'s Classified Web Site at http://www.example.gov/oslo"',
    "website-broken": "Visit Oslo's Classified Website at http://www.example.s\ngov.gov/wiki/Oslo",
    "archive": "      NNNN\n      2003OSLO00417 - CONFIDENTIAL",
    "banner": "CONFIDENTIAL",
    "title": "AMBASSADOR",
    "title-mixed": "Charge d'Affaires a.i.",
    "minimize-for": "Minimize considered for Port Louis.",
    "end-in-brackets": "(End text)",
    "question-mark": "?",
    "website-marked": "(U) Visit Oslo's Classified Website: http://www.example.sgov.gov/oslo",
    "signals": "BT\n#0417\n\nNNNN",
    "rule": "----------",
    "redaction": "XXXXXXXXXXXX",
    "page-line": "OSLO 00000417  003 OF 003",
    "drafted": "Drafted by: Una Quill",
    "drafted-and-cleared": "Drafted: UQuill\nCleared: AMoss",
    "null": "null",
    "message-centre": "NOTE BY OC/T: CORRECTION TO FOLLOW.",
    "not-passed": "NOTE: NOT PASSED ABOVE ADDRESSEES.",
}


@pytest.mark.parametrize("name", BELOW)
def test_what_may_stand_below_it(name: str) -> None:
    cable = parsed(message(f"{TEXT}\n\nBELLWEATHER\n\n{BELOW[name]}"))
    assert cable.signed_by == "BELLWEATHER"
    assert not any("BELLWEATHER" in p.text for p in cable.paragraphs)
    assert cable.coverage == 1.0


def test_a_name_in_small_letters_right_below_an_address() -> None:
    body = f"{TEXT}\n\n{BELOW['website-two-lines']}\nBellweather"
    assert parsed(message(body)).signed_by == "Bellweather"


@pytest.mark.parametrize("name", ["website", "website-two-lines"])
def test_end_matter_may_stand_above_it(name: str) -> None:
    cable = parsed(message(f"{TEXT}\n\n{BELOW[name]}\n\nBELLWEATHER"))
    assert (cable.signed_by, cable.paragraphs[-1].kind) == ("BELLWEATHER", "annex")


@pytest.mark.parametrize(
    "last",
    [
        "MINIMIZE CONSIDERED",
        "END COMMENT",
        "Visit Oslo's Classified Website: http://www.example.gov/oslo",
        "Visit Oslo's Classified Website:\nhttp://www.example.gov/index.c fm",
        "Visit Oslo's Classified Website: http://www.example.gov/Portal:Hald en_Isle",
    ],
)
def test_glued_behind_what_is_no_sentence(last: str) -> None:
    cable = parsed(message(f"{TEXT}\n\n{last} BELLWEATHER"))
    assert (cable.signed_by, cable.coverage) == ("BELLWEATHER", 1.0)
    assert cable.paragraphs[-1].text.endswith(last.rpartition("\n")[2])


@pytest.mark.parametrize(
    ("text", "signed_by"),
    [
        ("It will wait. End comment. DUDLEIGH", "DUDLEIGH"),
        ("It will wait. End comment.  DUDLEIGH", "DUDLEIGH"),
        ("It will wait. END COMMENT.DUDLEIGH", "DUDLEIGH"),
        ("It will:\n-- wait.\n-- open the pier. DUDLEIGH", "DUDLEIGH"),
        ('It will "wait." DUDLEIGH', "DUDLEIGH"),
        ("It will wait. VAN QUILL", "VAN QUILL"),
        ("It will wait. McQUILL", "McQUILL"),
        ("It will wait. DUDLEIGH NNNN", "DUDLEIGH"),
        ("It will wait. END COMMENT DUDLEIGH", "DUDLEIGH"),
        ("It will wait.DUDLEIGH", "DUDLEIGH"),
        ("It will wait. //DUDLEIGH//", "DUDLEIGH"),
        ("It will wait. End comment. Dudleigh", "Dudleigh"),
        ("It will wait. END COMMENT. Dudleigh", "Dudleigh"),
        ("It will wait. (End Note.) Dudleigh", "Dudleigh"),
        ("AMBASSADOR DUDLEIGH MET THE BOARD. IT WILL WAIT. DUDLEIGH", "DUDLEIGH"),
        ("MR. UNA DUDLEIGH MET THE BOARD. IT WILL WAIT. DUDLEIGH", "DUDLEIGH"),
        ("DUDLEIGH CAME. IT WILL WAIT. END COMMENT. DUDLEIGH", "DUDLEIGH"),
        ("DUDLEIGH CAME AND SAID THAT THE PIER WOULD WAIT. END\nCOMMENT. DUDLEIGH", "DUDLEIGH"),
        ("IT WILL WAIT. UNQUOTE DUDLEIGH", "DUDLEIGH"),
        ("It reads:\n\nBEGIN TEXT\n\nIt will wait.\n\nEND TEXT DUDLEIGH", "DUDLEIGH"),
        ("IT WILL WAIT.\nUNQTE\nDUDLEIGH", "DUDLEIGH"),
        ("IT WILL WAIT.\nUNQTE DUDLEIGH", "DUDLEIGH"),
        ("IT WILL WAIT.\nEND MESSAGE\nDUDLEIGH", "DUDLEIGH"),
        ("IT WILL WAIT.\nDECONTROL 12/31/76\nDUDLEIGH", "DUDLEIGH"),
        ("IT WILL WAIT.\nDUDLEIGH\nNNNNMAFVVZCZ", "DUDLEIGH"),
        ("Write to quilla@example.gov DUDLEIGH", "DUDLEIGH"),
        ("It will wait. QUILL FOR DUDLEIGH", "QUILL FOR DUDLEIGH"),
        ("It will wait. U.A. DUDLEIGH", "U.A. DUDLEIGH"),
        ("It will wait. QUILL / DUDLEIGH", "QUILL / DUDLEIGH"),
        ("It will wait. DUDLEIGH/QUILL", "DUDLEIGH/QUILL"),
        ("It will wait.\n\nhttp://www.example.gov/oslo UNA DUDLEIGH", "UNA DUDLEIGH"),
    ],
)
def test_glued_behind_the_last_sentence(text: str, signed_by: str) -> None:
    cable = parsed(message(f"1. (C) The pier opened.\n\n2. (C) {text}"))
    assert cable.signed_by == signed_by
    assert not cable.paragraphs[-1].text.endswith("DUDLEIGH")


@pytest.mark.parametrize(
    "last",
    [
        "CONFIDENTIAL", "UNCLASSIFIED", "NNNN", "END TEXT", "END COMMENT", "SIPDIS", "NOFORN", "BT",
        "XXXXXXXXXXXX", "xxxxx", "----------", "null", "CONTINUED", "BEGIN TEXT",
        "He spoke of the pier and then to UNESCO", "and the tide tables", "...", "2009", "Oslo, Lima.",
        "The talks went on", "-- a last point", "-- Two.", "* NATO",
        "ENCLOSURE", "NOTHING FOLLOWS", "[REDACTED]", "Best Regards", "NEXT STEPS", "Clearances",
        "Thanks", "Director Moss", "The Ambassador", "Bio Information",
        "REPORT ENDS", "OFFICIAL INFORMAL", "SEPTEL", "EYES ONLY", "SECTION II", "NOT USED",
        "XXXXXXXXXXXX BELLWEATHER", "End Text.", "EMBASSY OSLO", "U.S. MISSION", "UN", "OK", "Yes.", "Unknown.",
    ],
)  # fmt: skip
def test_what_is_no_signature(last: str) -> None:
    assert parsed(message(f"{TEXT}\n\n{last}")).signed_by is None


@pytest.mark.parametrize(
    "last", ["PLEASE ADVISE", "WE CONCUR", "WILL REPORT", "REQUEST GUIDANCE SOONEST", "THANK YOU"]
)
@pytest.mark.parametrize("gap", [" ", "\n", "\n\n"])
def test_a_last_sentence_in_capitals_without_its_stop(last: str, gap: str) -> None:
    assert parsed(message(f"1. THE PIER OPENED IN JUNE.{gap}{last}")).signed_by is None


def test_a_name_set_twice_is_one_signature() -> None:
    cable = parsed(message(f"{TEXT}\n\nBELLWEATHER\nBELLWEATHER"))
    assert (cable.signed_by, cable.coverage) == ("BELLWEATHER", 1.0)
    assert not any("BELLWEATHER" in p.text for p in cable.paragraphs)


@pytest.mark.parametrize("name", ["BELLWEATHER", "Bellweather"])
def test_below_a_greeting(name: str) -> None:
    assert parsed(message(f"{TEXT}\n\nWarm regards,\n{name}")).signed_by == name


@pytest.mark.parametrize(
    ("above", "signed_by"),
    [
        ("Year      Fares\n2006      4.50\n2007      5.00", "Bellweather"),
        ("-- a loan; and\n-- a lighthouse", "Bellweather"),
        ("He said that he would go to the\npress", "Bellweather"),
        ("Una Moss, Minister\nAugusta Quill, Harbor Board", None),
        ("Una Moss\nAugusta Quill", None),
    ],
)
def test_a_name_in_small_letters_right_below_no_sentence(above: str, signed_by: str | None) -> None:
    assert parsed(message(f"1. (C) The pier:\n\n{above}\nBellweather")).signed_by == signed_by


def test_the_last_of_several_names_is_no_signature() -> None:
    body = "1. (C) The members:\n\nUna Moss\n\nAugusta Quill"
    assert parsed(message(body)).signed_by is None


def test_an_acronym_used_elsewhere_is_no_signature() -> None:
    body = "1. (C) UNESCO came.\n\n2. (C) The board praised the pilots and the crews of UNESCO"
    assert parsed(message(body)).signed_by is None
    glued = "1. (C) IFOR came.\n\n2. (C) The board praised it. IFOR"
    assert parsed(message(glued)).signed_by is None


@pytest.mark.parametrize(
    "body",
    [
        "The ferry minister opened the new pier and went straight to the\nNATO",
        "The ferry minister opened the new pier, said the deputy of\nUNESCO.",
        "THE AMBASSADOR WILL MEET THE DEPUTY MINISTER OF FOREIGN\nAFFAIRS.",
        "THE AMBASSADOR WILL MEET THE DEPUTY MINISTER OF ALL FOREIGN\nAFFAIRS",
        "THE BOARD WILL PAY THE PILOTS IN JUNE AND THE CREWS OF\nPORT VESPER.",
        "The ferry minister opened the new pier and does not speak\nHaldish.",
        "The board of the harbor:\nA. Augusta Moss\nB. Theodore Quill\nC. Una Bellweather",
    ],
)
def test_a_last_word_on_a_line_of_its_own_is_no_signature(body: str) -> None:
    assert parsed(message(f"1. (C) {body}")).signed_by is None


@pytest.mark.parametrize(
    "above", ["----------", "It will:\n-- wait\n-- open", "It will:\n\n- wait"]
)
def test_right_below_a_rule_or_an_item(above: str) -> None:
    assert parsed(message(f"1. (C) The pier.\n\n{above}\nBELLWEATHER")).signed_by == "BELLWEATHER"


@pytest.mark.parametrize("above", ["Annex A", "N/A", "Group B"])
def test_below_a_line_that_ends_in_a_letter(above: str) -> None:
    assert parsed(message(f"{TEXT}\n\n{above}\n\nBELLWEATHER")).signed_by == "BELLWEATHER"


def test_right_below_a_list_in_small_letters() -> None:
    body = "1. (C) The members:\n\nUna Quill, DCM\nAugusta Moss, Poloff\nBELLWEATHER"
    assert parsed(message(body)).signed_by == "BELLWEATHER"


def test_without_numbers_and_without_text() -> None:
    assert parsed(message("The pier opened.\n\nNobody came.\n\nMOSS")).signed_by == "MOSS"
    assert parsed(message("1. (C) The pier opened. MOSS")).signed_by == "MOSS"
    assert parsed(message("")).signed_by is None
