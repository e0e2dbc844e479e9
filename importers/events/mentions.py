"""Read the event mentions of a document, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from importers.events.background import is_long_past
from importers.events.clauses import Clause, is_aside, split
from importers.events.day_rows import days_apart
from importers.events.discourse import Discourse, Told, is_definite, is_new
from importers.events.headlines import headed
from importers.events.lexicon import OTHER, Kind, Trigger, taxonomy
from importers.events.making import make
from importers.events.mention import Mention
from importers.events.naming import head_of
from importers.events.pointing import goes_round, has_hour, is_series, is_there, moves_on, speaks_of, will_be_held
from importers.events.scene import Sentence
from importers.events.standing import is_called_off
from importers.events.telling import goes_on, is_denied, is_sure, sums_up, tells, was_done
from importers.events.when import days_long, is_hour, moved_to, nearest
from importers.events.where import is_fronted, is_wide, whereabouts
from importers.places import Place
from store.records import Time

_OF_PROTEST = frozenset({"march", "protest", "strike"})
_OPENS = re.compile(r"\W*(?:(?:On|By|And|But|Then|Late|Early) ){0,2}")
_MANY = 3
"""A gathering told in so many towns goes on in others."""
_WEEK = 7
_COUNTED = frozenset({"vote", "nomination", "result", "ballot"})


class MentionReader:
    """Goes through the sentences of a document and remembers what they told."""

    def __init__(self, text: str, published: date | None) -> None:
        self._text = text
        self._published = published
        self._discourse = Discourse()
        self._last: Mention | None = None

    def read(self, sentences: Iterable[Sentence]) -> list[Mention]:
        """The mentions in the order of the text."""
        mentions: list[Mention] = []
        for sentence in sentences:
            self._discourse.enter(sentence.block.section)
            self._open(sentence)
            for clause in self._clauses(sentence.whole):
                mention = self._mention(clause, sentence)
                if mention is None:
                    continue
                if mention.time is None and mentions and mentions[-1].sentence == sentence.index:
                    # the pieces of one sentence share the day that the first of them carries on
                    shared = None if is_aside(self._text, clause) else mentions[-1].time
                    mention = replace(mention, time=shared)
                if mentions and self._completes(mentions[-1], mention, clause):
                    last = mentions.pop()
                    mention = replace(
                        last, span=(last.span[0], mention.span[1]), crowd=mention.crowd, sentence=mention.sentence
                    )
                mentions.append(mention)
                self._last = mention
                self._discourse.tell(self._told(mention, sentence))
            if is_series(self._text, (sentence.whole.start, sentence.whole.end)):
                self._discourse.widen()
            places = whereabouts(self._text, sentence.whole)
            self._discourse.pass_by(sentence.index, places, heads=self._is_place_head(sentence, places))
        return headed(mentions)

    def _open(self, sentence: Sentence) -> None:
        """Remember the day where a paragraph opens with it: what follows in it is of that day, if it has been."""
        days = [time for time in sentence.whole.times if days_long(time) == 1 and not self._is_ahead(time)]
        begin = sentence.block.start
        if days and not sentence.listed and _OPENS.fullmatch(self._text, begin, days[0].start):
            self._discourse.open(Told(taxonomy().kinds["rally"], days[0], (), sentence.index, begin))

    def _is_ahead(self, time: Time) -> bool:
        return bool(self._published and time.first and time.first > self._published)

    def _told(self, mention: Mention, sentence: Sentence) -> Told:
        places = mention.places
        everywhere = goes_round(self._text, mention.span)
        return Told(
            mention.kind,
            mention.time,
            places,
            sentence.index,
            sentence.block.start,
            wide=everywhere or (bool(places) and all(map(is_wide, places))),
        )

    def _clauses(self, whole: Clause) -> list[Clause]:
        if not (_can_tell(whole) or (whole.places and self._points(whole))):
            return []
        return [day for clause in split(self._text, whole) for day in days_apart(self._text, clause)]

    def _points(self, whole: Clause) -> bool:
        return is_definite(self._text[whole.start : whole.end]) or moves_on(self._text, whole)

    def _is_place_head(self, sentence: Sentence, places: Sequence[Place]) -> bool:
        """True for a heading that is nothing but the names of places ("Leyton and Wanstead")."""
        letters = sum(place.end - place.start for place in places)
        return (
            sentence.block.kind in {"crosshead", "standfirst"}
            and letters + 5 * len(places) >= sentence.whole.end - sentence.whole.start
        )

    def _mention(self, clause: Clause, sentence: Sentence) -> Mention | None:
        trigger = head_of(self._text, clause)
        places = whereabouts(self._text, clause)
        if clause.times:
            return self._dated(clause, sentence, trigger, places)
        words = self._text[clause.start : clause.end]
        again = self._discourse.again(words, places)
        counts = clause.votes and trigger is not None and trigger.kind.name in _COUNTED
        if counts and trigger is not None and (vote := self._counted(clause, sentence, trigger, places)):
            return vote
        gathers = trigger is not None and trigger.kind.gathering
        if sentence.clock and places and (clause.crowds or gathers):
            return self._made(clause, sentence, trigger, sentence.clock, places)
        framed = self._discourse.framed(sentence.block.start)
        carried = again or framed or self._discourse.carries_to(words, places)
        if carried is not None and not again and self._is_new(clause, sentence, trigger, carried):
            carried = None
        if carried is None and places and is_fronted(self._text, clause, places):
            carried = (
                self._discourse.just_told(sentence.index, sentence.block.start)
                or self._just_told(sentence)
                or self._of_many()
            )
        if not clause.crowds and self._is_off(clause, trigger, places):
            return self._made(clause, sentence, trigger, None, places)
        if not clause.crowds and (last := self._goes_on(clause, sentence, trigger, places)):
            return self._made(clause, sentence, trigger, last.time, places or last.places)
        if not clause.crowds:
            if framed is not None and not again and places and was_done(self._text, clause, trigger):
                return self._made(clause, sentence, trigger, framed.time, places)
            return self._retold(clause, sentence, trigger, places, carried, named=again is not None)
        if carried is None:
            where = places or self._discourse.home or self._discourse.passed(sentence.index)
            return self._made(clause, sentence, trigger, None, where)
        return self._made(clause, sentence, trigger, carried.time, places or carried.places, carried.kind)

    def _just_told(self, sentence: Sentence) -> Told | None:
        """The day of what the sentence before tells in the same paragraph, whatever it was, if of no town of its own."""
        last, block = self._last, sentence.block.start
        if last is None or not all(map(is_wide, last.places)):
            return None
        if last.planned or last.whole[0] < block or sentence.index - last.sentence != 1:
            return None
        return Told(taxonomy().kinds["rally"], last.time, (), last.sentence, block)

    def _of_many(self) -> Told | None:
        """The gathering told last, where it was one of many towns: "In Rome the crowd …" goes on with another."""
        running = self._discourse.running
        return running if running is not None and len(running.places) >= _MANY else None

    def _retold(
        self,
        clause: Clause,
        sentence: Sentence,
        trigger: Trigger | None,
        places: tuple[Place, ...],
        carried: Told | None,
        *,
        named: bool,
    ) -> Mention | None:
        """The mention of a clause with neither day nor size: a gathering `named` again, one of a series, what was said there."""
        words, gathers = self._text[clause.start : clause.end], trigger is not None and trigger.kind.gathering
        known = named or speaks_of(self._text, clause, trigger, places) or is_fronted(self._text, clause, places)
        moves = bool(places) and moves_on(self._text, clause)
        if moves and self._discourse.running and self._discourse.running.time:
            mention = self._made(clause, sentence, trigger, self._discourse.running.time, places)
            return replace(mention, kind=taxonomy().kinds["visit"])
        if not known and gathers and places and has_hour(self._text, clause):
            carried = carried or self._discourse.running
        elif not known:
            return None
        if carried is None or carried.time is None or not (gathers or is_definite(words)):
            return None
        mention = self._made(clause, sentence, trigger, carried.time, places or carried.places)
        return mention if gathers else replace(mention, kind=carried.kind)

    def _is_new(self, clause: Clause, sentence: Sentence, trigger: Trigger | None, running: Told) -> bool:
        """True for a gathering that a paragraph of its own brings up, in another place or by another name: "a meeting"."""
        if running.block == sentence.block.start or trigger is None or not trigger.noun:
            return False
        return is_new(self._text, (clause.start, trigger.start))

    def _counted(
        self, clause: Clause, sentence: Sentence, trigger: Trigger, places: tuple[Place, ...]
    ) -> Mention | None:
        """The mention of a vote without a day of its own: that of the meeting told before, else undated with its place."""
        running = self._discourse.carries_to(self._text[clause.start : clause.end], places)
        if running is not None:
            return self._made(clause, sentence, trigger, running.time, places or running.places)
        where = places or self._discourse.home or self._discourse.passed(sentence.index)
        return self._made(clause, sentence, trigger, None, where) if where and len(clause.votes) > 1 else None

    def _dated(
        self, clause: Clause, sentence: Sentence, trigger: Trigger | None, places: tuple[Place, ...]
    ) -> Mention | None:
        """The mention of a clause with a day of its own."""
        time = moved_to(self._text, clause.times) or nearest(clause.times, trigger.start if trigger else clause.end)
        if not (places or clause.crowds) and sums_up(self._text, clause, trigger):
            return None
        if trigger is not None and not clause.crowds and is_denied(self._text, clause, trigger):
            return None
        if time is None or (
            trigger is None and not clause.crowds and not tells(self._text, clause, time, self._published)
        ):
            return None
        if days_long(time) > _WEEK and is_long_past(time, self._published) and not is_sure(trigger, clause):
            return None
        if trigger is None and (held := self._held_again(clause, sentence)):
            return replace(self._made(clause, sentence, held.trigger, time, places or held.places), kind=held.kind)
        if not places:
            kind = trigger.kind if trigger else OTHER
            known = self._discourse.on_day(self._text[clause.start : clause.end], time, kind)
            places = known.places if known else self._elsewhere_told(clause, sentence, trigger, time)
        return self._made(clause, sentence, trigger, time, places)

    def _made(
        self,
        clause: Clause,
        sentence: Sentence,
        trigger: Trigger | None,
        time: Time | None,
        places: tuple[Place, ...],
        carried: Kind | None = None,
    ) -> Mention:
        """The mention; halls alone lie in the town of the heading."""
        if places and all(place.kind == "venue" for place in places):
            places = (*places, *(town for town in self._discourse.home if town not in places))
        return make(self._text, self._published, clause, sentence, trigger, time, places, carried)

    def _elsewhere_told(
        self, clause: Clause, sentence: Sentence, trigger: Trigger | None, time: Time
    ) -> tuple[Place, ...]:
        """The places of a clause that names none: those just spoken of, of the heading, or of the hour before."""
        there = self._discourse.passed(sentence.index) if is_there(self._text, clause) else ()
        home = self._discourse.home if trigger is not None and not trigger.kind.word else ()
        return there or home or self._later_there(time, sentence)

    def _later_there(self, time: Time, sentence: Sentence) -> tuple[Place, ...]:
        """The places of the sentence before, where this one only gives an hour of the same day: "shortly before ten"."""
        last = self._last
        if last is None or last.section != sentence.block.section or sentence.index - last.sentence > 1:
            return ()
        same = last.time is not None and (last.time.first, last.time.last) == (time.first, time.last)
        return last.places if same and is_hour(time) else ()

    def _is_off(self, clause: Clause, trigger: Trigger | None, places: tuple[Place, ...]) -> bool:
        """True for a gathering in a place of which nothing more is told than that it was called off."""
        if trigger is None or not (trigger.kind.gathering and trigger.noun and places):
            return False
        return is_called_off(self._text, (clause.start, clause.end), (trigger.start, trigger.end), "noun")

    def _goes_on(
        self, clause: Clause, sentence: Sentence, trigger: Trigger | None, places: tuple[Place, ...]
    ) -> Mention | None:
        """The dated mention of the sentence before, in one paragraph, where this one tells what happened next."""
        last = self._last
        if last is None or last.time is None or last.planned or trigger is None or not is_sure(trigger, clause):
            return None
        if last.sentence != sentence.index - 1 or last.whole[0] < sentence.block.start or places:
            return None
        return last if goes_on(self._text, clause, trigger) else None

    def _held_again(self, clause: Clause, sentence: Sentence) -> Mention | None:
        """The gathering told right before that "it will now be held" speaks of."""
        last = self._last
        if last is None or last.section != sentence.block.section or sentence.index - last.sentence > 1:
            return None
        return last if last.kind.gathering and will_be_held(self._text, clause) else None

    def _completes(self, last: Mention, mention: Mention, clause: Clause) -> bool:
        """True where a sentence only adds the size to the gathering told before: "1,000 joined the demonstration"."""
        silent = last.crowd is None and last.kind.gathering and mention.crowd is not None and not last.planned
        gap = mention.sentence - last.sentence
        bare = not clause.times and not whereabouts(self._text, clause)
        if not (silent and bare and 0 <= gap <= 1 and self._discourse.running is not None):
            return False
        name, other = last.kind.name, mention.trigger.kind.name if mention.trigger else ""
        if other in _OF_PROTEST and name not in {*_OF_PROTEST, "rally"}:
            return False  # outside the conference 900 marched
        nameless = not any(t.noun for t in clause.triggers) and "\n" not in self._text[last.span[1] : clause.start]
        return nameless or is_definite(self._text[clause.start : clause.end])


def _can_tell(whole: Clause) -> bool:
    return bool(whole.times or whole.crowds or whole.triggers)
