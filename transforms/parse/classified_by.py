"""Classified By: the person who classified the cable, with title and office, and the reasons.

Classified By: Amb. Una Bellweather, reasons 1.4 (B) and (D).
CLASSIFIED BY: A. Quill, Deputy Chief of Mission, Embassy Elderport.
REASON: 1.4 (b), (d)
Classified By: Political Counselor Una Bellweather for reasons 1.5 (b/d)
Classified By: CLASSIFIED BY: DCM UNA BELLWEATHER, PER 1.4 B, D

Derivative classification (`Derived from: DSCG 05-1`) names a guide, not a person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.parse.portion_marks import take_portion_mark

LABEL = re.compile(
    r"\s*(?:1\.\s{0,2})?(?:\([A-Z/]{1,5}\)\s{0,2})?(?:"
    r"(?:C ?L ?A ?S ?S ?I ?F ?I ?E ?D|CLASIFIED|CLASSFIED|CLASSIFED|CLASSIFIEDD?|CLASSIFEID)"
    r"\s{0,2}B ?Y?\b|Derived\s{1,2}(?:from|by)\b)\s{0,2}[:;.,]?",
    re.IGNORECASE,
)
"""The label at the start of a line."""

_REASON = re.compile(
    r"[\s,.;:(/-]*\b(?:(?:FOR|DUE\s+TO|UNDER|BASED\s+ON|PER)\s+)?(?:THE\s+)?(?:FOLLOWING\s+)?"
    r"(?:E\.?\s?O\.?\s*\d{5}\s*,?:?\s*)?RE?AS?ONS?\b(?:\s?\(S\))?",
    re.IGNORECASE,
)
_BARE_REASON = re.compile(
    r"[\s,.;:(-]+(?:(?:FOR|PER|UNDER|IAW|BY)\s+)?(?:SECTIONS?\s+)?(?:E\.?\s?O\.?\s*\d{5}\s*[,:]?\s*)?"
    r"(?:SECTIONS?\s+|PARA(?:GRAPH)?\s+)?1\s?[.,]\s?[45]\b|[\s,.;:(-]+(?:(?:FOR|PER|UNDER)\s+)?"
    r"E\.?\s?O\.?\s*\d{5}|[\s,.;:(-]+DECL(?:ASSIFY)?\b(?:\s+ON)?\s?:",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"1\s{0,2}[.,]\s{0,2}([45])(?!\d)")
_TOKEN = re.compile(r"[A-Za-z]+|[.;:]")
_REASON_LETTERS = frozenset("abcdefgh")
_SENTENCE = re.compile(r"(?<=[a-z]{2}|[A-Z]{2}|\.\s)[.]\s+(?=[A-Z])|(?<=[a-z]{3})\.\s")
_DELIMITER = re.compile(r"\s*[,;]\s*|\s+-{1,2}\s+|\s*[()]\s*")

_RANKS = (
    "acting|deputy|dep|assistant|asst|associate|senior|special|principal|chief|head|director|dir"
    "|ambassador|chargé|charge|d'affaires|d\u2019affaires|dâ€™affaires|cda|dcm|adcm|a\\.i\\.?|a\\.?i|ai|ad|interim|minister"
    "|counselor|counsellor|couns|consul|vice|general|gen|officer|off|secretary|under|attache"
    "|attaché|representative|rep|coordinator|advisor|adviser|administrator|manager|mission"
    "|commander|commissioner|permrep|polcouns|econcouns|econoffs?|poloffs?|emboffs?|conoffs?"
    "|congen|cg|dpo|po|rso|pao|cao|io|gso|mincouns|das|pdas|u/s|a/s|s/e|charge'|chargè|chair|team"
    "|leader|dpr|pol|econ|ecopol|polecon|econpol|polmil|political|economic|economics|commercial"
    "|consular|public|press|management|admin|administrative|military|politico-military|refugee"
    "|labor|regional|security|science|environment|environmental|financial|treasury|defense|legal"
    "|affairs|section|unit|office|staff|mgt|pas|exec|executive|narcotics|internal|external"
    "|political-military|pol-mil|estoff|esth|oic|officer-in-charge|in-charge|minister-counselor"
    "|embassy|usau|fso|desk|country|trade|energy|agricultural|cultural|information"
    "|com|u\\.s|us|law|enforcement|humanitarian|global|issues|policy|bureau|permanent|pm|mission's|chief's|afs"
)
_TITLE_WORD = re.compile(
    rf"(?:{_RANKS}|usun|usnato|useu|usoecd|unvie|(?:a|d|deputy)/[a-z/-]{{2,20}}"
    r"|(?:pol|econ|ec|eco|cons|con|mgt|admin|mil|pa|e|p|leg|sci|reg|emb)"
    r"(?:[/&-]?(?:pol|econ|ec|eco|mil|cons|con|comm|est|es|sci|in|pa|couns|counselor|off|officer"
    r"|chief|dep|deputy|dir|director|affairs|mincouns)){1,4})",
    re.IGNORECASE,
)
_OFFICE_SYMBOL = re.compile(r"[A-Z]{1,4}/[A-Z/&-]{1,12}")
_LINKED = 5
_LINKS = frozenset({"for", "of", "the", "and", "&", "to", "in", "at"})
_OFFICE = re.compile(
    r"(?:the\s)?(?:Embassy|AmEmbassy|AMEMB|Consulate|AmConsul|American|U\.?S\.?|USG|Department"
    r"|Dept|State|DOS|Office|USUN|USNATO|USEU|USOSCE|Mission|Bureau|INR|[A-Z]{1,4}/[A-Z/&-]{1,12}"
    r"|EUR|NEA|SCA|EAP|WHA|AF|IO|DRL|PM|ISN|S)\b",
    re.IGNORECASE,
)


_HARD_WRAP = 71
_BROKEN = frozenset(
    [
        "reason",
        "reasons",
        "ambassador",
        "counselor",
        "political",
        "economic",
        "minister",
        "charge",
        "affairs",
        "officer",
        "deputy",
        "mission",
        "embassy",
        "section",
        "chief",
        "director",
        "acting",
        "consul",
        "general",
        "consulate",
        "principal",
        "for",
        "and",
        "the",
    ]
)


@dataclass(frozen=True, slots=True)
class ClassifiedBy:
    """Who classified the cable; fields are the columns of `cables`.

    Attributes:
        classified_by: The person as written, without spelled-out titles (`Amb.` stays).
        classifier_title: `Political Counselor`.
        classifier_office: `Embassy Elderport`, `EUR/LAG`.
        reasons: `1.4(B)`, in order, once each.
    """

    classified_by: str | None
    classifier_title: str | None
    classifier_office: str | None
    reasons: tuple[str, ...]


def parse_classified_by(text: str) -> ClassifiedBy:
    """Read the Classified By block.

    Args:
        text: The block with its label, lines joined by blanks.

    Returns:
        The person, title, office and reasons (cable formats 3.10; E.O. 12958 and 13526, section
        1.4, which was 1.5 before March 2003).
    """
    rest = " ".join(text.split())
    is_derived = False
    while match := LABEL.match(rest):
        is_derived = is_derived or "DERIVED" in match[0].upper()
        rest = rest[match.end() :].strip(" :;-")
    split = _first_reason(rest)
    person = rest[:split] if split is not None else rest
    reasons = parse_reasons(rest[split:]) if split is not None else ()
    if is_derived:
        return ClassifiedBy(None, None, None, reasons)
    name, title, office = _split_person(person, rest)
    return ClassifiedBy(name, title, office, reasons)


def join_hard_wrapped(lines: list[str]) -> str:
    """Join the lines of the block; the words that the system broke at column 71 are one again.

    Args:
        lines: Without trailing blanks, leading ones as they stand.

    Returns:
        One line (cable formats 3.10: this block alone was wrapped without regard to words).
    """
    text = ""
    for index, line in enumerate(lines):
        above = lines[index - 1] if index else ""
        text += line.strip() if _is_broken(above, line) else f" {line.strip()}"
    return text.strip()


def _is_broken(above: str, line: str) -> bool:
    if abs(len(above) - _HARD_WRAP) > 1 or not above[-1:].isalpha() or not line[:1].isalpha():
        return False
    word = re.split(r"[^A-Za-z]", above)[-1] + re.split(r"[^A-Za-z]", line)[0]
    return word.lower() in _BROKEN or (len(above) == _HARD_WRAP and line[:1].islower())


def _first_reason(text: str) -> int | None:
    starts = [match.start() for p in (_REASON, _BARE_REASON) if (match := p.search(text))]
    return min(starts) if starts else None


def _split_person(text: str, whole: str) -> tuple[str | None, str | None, str | None]:
    text = take_portion_mark(text.strip())[1]
    text = re.sub(r"\s+(?:for|per|under|by)$", "", text.strip(" ,;:(-/"), flags=re.IGNORECASE)
    if again := LABEL.search(text):
        text = text[: again.start()] if again.start() > 3 else text
    pieces = [piece.strip(" .:-") for piece in _DELIMITER.split(_first_sentence(text))]
    pieces = [piece for piece in pieces if piece]
    name: str | None = None
    titles: list[str] = []
    offices: list[str] = []
    for piece in pieces:
        title, rest = _lead_title(piece) if name is None else ("", piece)
        if title:
            titles.append(title)
        if not rest:
            continue
        if name is None:
            name = rest
        elif _is_suffix(rest):
            name = f"{name}, {rest}"
        elif _is_title(rest) or not (offices or _OFFICE.match(rest)):
            titles.append(rest)
        else:
            offices.append(rest)
    if name is None:
        return (" ".join(pieces) or None), None, ", ".join(offices) or None
    return _with_stop(name, whole), ", ".join(titles) or None, ", ".join(offices) or None


def _first_sentence(text: str) -> str:
    """What stands before a full stop that ends a sentence, and not an initial or `Amb.`."""
    for match in re.finditer(r"\.(?:\s+|$)", text):
        word = re.split(r"[\s,(]", text[: match.start()])[-1]
        if len(word) > 1 and not re.fullmatch(
            r"(?:Amb|Jr|Sr|Dr|Mr|Ms|Mrs|Col|Gen|Lt|Maj|Capt|Cdr|Cmdr|Adm|Dep|Asst|St|Pol|Econ|Off"
            r"|Couns|[A-Z]\.[A-Z]|a\.i|Pol\.Couns|U\.S|No)",
            word,
            re.IGNORECASE,
        ):
            rest = text[match.end() :].strip()
            head = text[: match.start()]
            has_name = bool(_lead_title(re.split(r"[,;(]", head)[0].strip())[1]) or "," in head
            if has_name or not rest:
                return head
    return text


def _lead_title(piece: str) -> tuple[str, str]:
    """Title words at the start, and the name behind them; no name when all words are titles."""
    words = piece.split()
    end = 0
    index = 0
    while index < len(words):
        bare = words[index].strip(".,:'\u2019\"")
        if _is_title_word(words[index], bare):
            index = end = index + 1
        elif bare.lower() in _LINKS and end:
            index += _link_length(words, index)
        else:
            break
    return " ".join(words[:end]), " ".join(words[end:]).strip(" ,:-")


def _is_title_word(word: str, bare: str) -> bool:
    shapes = (_TITLE_WORD.fullmatch(word.strip(",:")), _TITLE_WORD.fullmatch(bare))
    return any(shapes) or _OFFICE_SYMBOL.fullmatch(bare) is not None


def _link_length(words: list[str], index: int) -> int:
    """Words from a link (`for`, `of`) up to the title that it leads to; all of them without one.

    `Assistant Secretary for Lagoon Affairs Augusta Quill`: two, so that `Affairs` comes next.
    """
    for ahead in range(index + 1, min(index + _LINKED, len(words))):
        if _is_title_word(words[ahead], words[ahead].strip(".,:'\"")):
            return ahead - index
    return len(words)


def _is_title(piece: str) -> bool:
    return all(_TITLE_WORD.fullmatch(word.strip(",:'")) for word in piece.split())


def _is_suffix(text: str) -> bool:
    return re.fullmatch(r"(?:Jr|Sr|II|III|IV)\.?", text, re.IGNORECASE) is not None


def _with_stop(name: str, whole: str) -> str:
    """Give back the stop of `Jr.` or of an initial at the end, which is no full stop."""
    ends_short = re.search(r"(?:^|[\s.])(?:[A-Z]|Jr|Sr)$", name, re.IGNORECASE) is not None
    return f"{name}." if ends_short and f"{name}." in whole else name


def parse_reasons(text: str) -> tuple[str, ...]:
    """The reasons in a text: `1.4 (b), (d)` are `1.4(B)` and `1.4(D)`, in order, once each."""
    found: list[str] = []
    numbers = list(_NUMBER.finditer(text))
    for index, match in enumerate(numbers):
        end = numbers[index + 1].start() if index + 1 < len(numbers) else len(text)
        letters = _letters(text[match.end() : end])
        found += [f"1.{match[1]}({letter.upper()})" for letter in letters] or [f"1.{match[1]}"]
    if not numbers and (letters := _letters(re.sub(r"^.*?(?=\(|:|$)", "", text))):
        found += [f"1.4({letter.upper()})" for letter in letters]
    unique = dict.fromkeys(found)
    return tuple(
        reason for reason in unique if len(reason) > len("1.4") or _is_only(reason, unique)
    )


def _is_only(bare: str, reasons: dict[str, None]) -> bool:
    return not any(reason.startswith(f"{bare}(") for reason in reasons)


def _letters(text: str) -> list[str]:
    """Reason letters at the start of a text, up to the first thing that is none."""
    letters: list[str] = []
    for word in _TOKEN.findall(text):
        lower = word.lower()
        if not word.isalpha():
            if letters and word == ".":
                break
            continue
        is_run = len(lower) <= 3 and not letters and sorted(set(lower)) == list(lower)
        if set(lower) <= _REASON_LETTERS and (len(lower) == 1 or is_run):
            letters.extend(lower)
        elif lower not in {"and", "or", "section", "sections", "paragraph", "para", "s"}:
            break
    return letters
