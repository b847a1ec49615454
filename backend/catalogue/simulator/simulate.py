"""All cases through a version, and what is to be said of them together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from backend.catalogue.load import examine_text
from backend.catalogue.simulator.demo_year import demo_year
from backend.catalogue.simulator.replay import Bench, NotKept, Replay
from backend.catalogue.simulator.telling import effect_words, summary_words, year_words
from backend.workdays import WorkCalendar
from models.catalogue import Item, ItemVersion
from models.catalogue.simulation import CaseEffect, Simulation

Names = Mapping[str, str]  # of registers, for people


def simulate(item: Item, after: ItemVersion, replays: Iterable[Replay], calendar: WorkCalendar, names: Names, tried_on: str) -> Simulation:
    """What would become of the cases of `replays` under the version `after`."""
    bench, effects, unknown, tried = Bench(after, calendar, names), [], Counter[str](), 0
    for replay in replays:
        tried += 1
        verdicts = None
        try:
            verdicts = bench.decisions(replay)
        except NotKept as reason:
            if bench.barred(replay) is None:
                unknown[str(reason)] += 1
        effect = bench.effect(replay, verdicts)
        if effect != CaseEffect(number=replay.number, on=replay.on):
            effects.append(effect.model_copy(update={"said": effect_words(effect)}))
    changed = sum(effect.after is not None or bool(effect.fixed) for effect in effects)
    return Simulation(
        item=item.code,
        name=item.name,
        after=after.id,
        tried_on=tried_on,
        cases=tried,
        changed=changed,
        unknown=unknown.total(),
        unknown_because=[f"{count}件：{reason}" for reason, count in unknown.items()],
        summary=summary_words(tried, changed, unknown.total(), effects),
        effects=effects,
    )


def simulate_draft(source: str, directory: Path, replays: Sequence[Replay], names: Names, tried_on: str) -> Simulation:
    """`simulate` with a draft that has no faults. Runs in a worker process, as `examine_text` does."""
    item = _item(source, directory)
    return simulate(item, item.versions[-1], replays, WorkCalendar.load(directory / "calendars"), names, tried_on)


def simulate_year(source: str, directory: Path, before: ItemVersion, seed: int) -> Simulation:
    """A draft tried on a made-up year of applications for the version `before`. Runs in a worker process."""
    item, calendar = _item(source, directory), WorkCalendar.load(directory / "calendars")
    replays = demo_year(before, item.versions[-1], calendar, seed)
    return simulate(item, item.versions[-1], replays, calendar, {}, year_words(len(replays), seed))


def _item(source: str, directory: Path) -> Item:
    item = examine_text(source, directory).item
    assert item is not None
    return item
