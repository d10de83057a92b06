"""Tells numbers that count no persons: ages, dates, clock times, distances, money, list items."""

from typing import Literal

from dashboard.extract.casualties import number_words
from dashboard.extract.casualties.tokens import Token

YEAR = range(1900, 2100)
OLDEST = 115
MARKS = ("$", "€", "£", "₴", "₽", "№", "#", "[", "+")


def measures(tokens: list[Token], number: number_words.Number) -> Literal["age", "other"] | None:
    """What a number measures that counts no persons: an age, or a date, a distance, money ...; else `None`."""
    before = tokens[number.first - 1] if number.first else None
    behind = tokens[number.last] if number.last < len(tokens) else None
    if _in_list_of_ages(tokens, number):
        return "age"
    if behind is not None and (behind.has("unit", "month") and not behind.has("person")):
        return "other"
    if before is not None and before.has("age"):
        return "age"
    if number.form not in ("digits", "words"):
        return None
    digits = number.form == "digits"
    if digits and (before is None or before.word == "|") and behind is not None and behind.word in (".", ")"):
        return "other"  # the number of a list item
    if digits and before is not None and (before.word in MARKS or before.has("month")) and number.first == number.core:
        return "other"
    value = number.best or 0
    if number.form == "digits" and value in YEAR and not (behind is not None and behind.has("person", "part", "state")):
        return "other" if len(tokens[number.core].word) == 4 else None
    return "age" if value <= OLDEST and _age(tokens, number, before, behind) else None


def _in_list_of_ages(tokens: list[Token], number: number_words.Number) -> bool:
    """ "жінки 31, 47 та 62 років": one of several ages before the word for years."""
    first, last = number.first, number.last
    while last + 1 < len(tokens) and _lists(tokens[last]) and tokens[last + 1].word.isdigit():
        last += 2
    while first > 1 and _lists(tokens[first - 1]) and tokens[first - 2].word.isdigit():
        first -= 2
    several = last > number.last or first < number.first
    led = first > 0 and tokens[first - 1].has("person", "age")
    return several and led and last < len(tokens) and tokens[last].senses.get("unit") == "age"


def _lists(token: Token) -> bool:
    return token.word == "," or token.has("and")


def _age(tokens: list[Token], number: number_words.Number, before: Token | None, behind: Token | None) -> bool:
    """ "a woman of 45", "a woman, 65, died", "two women, 27 and 30, and a man", "Anna (34)"."""
    if before is None:
        return False
    at = number.first
    if (
        before.has("part_of")
        and at >= 2
        and tokens[at - 2].has("single", "person")
        and not tokens[at - 2].has("family")
    ):
        return True
    closes = behind is None or behind.has("and") or behind.word in (",", ")", ";", ".", "—")
    if before.word in (",", "(") and at >= 2 and closes:
        owner = tokens[at - 2]
        person = owner.has("single", "person") or (owner.word[0].isalpha() and not owner.senses)
        return (
            person
            and number.form == "digits"
            and (behind is None or not behind.has("and") or one_more_age(tokens, number.last))
        )
    if before.has("and") and at >= 4 and (tokens[at - 3].has("age") or tokens[at - 3].word == ","):
        return tokens[at - 2].word.isdigit() and behind is not None and behind.word in (",", ")")
    return False


def behind_age(tokens: list[Token], at: int) -> int:
    """The position behind an age that begins at a position (", 65 and 70", "of 55", "трьох років"), else the same."""
    opener = tokens[at] if at < len(tokens) else None
    if opener is None:
        return at
    named = opener.has("part_of")
    k = at + 1 if named or opener.word in (",", "(") else at
    while k < len(tokens) and tokens[k].has("age"):
        named, k = True, k + 1
    number = number_words.read(tokens, k) if k < len(tokens) else None
    if number is None:
        return at
    k = number.last
    while one_more_age(tokens, k):
        k += 2
    while k < len(tokens) and tokens[k].has("unit"):
        named, k = True, k + 1
    closing = tokens[k].word if k < len(tokens) else ""
    if opener.word == "(":
        return k + 1 if closing == ")" else at
    return k if named or (opener.word == "," and closing == ",") else at


def one_more_age(tokens: list[Token], at: int) -> bool:
    """Whether a further age follows at a position: "27 and 30,", "47, 50 і 69 років"."""
    if at + 2 >= len(tokens) or not tokens[at + 1].word.isdigit():
        return False
    led = tokens[at].has("and") or tokens[at].word == ","
    return led and (tokens[at + 2].word in (",", ")", ".") or tokens[at + 2].has("unit", "and"))
