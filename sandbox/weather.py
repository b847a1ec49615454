"""The meteorological office's observations: of the station nearest to an area, for one day.

Asked with criteria `area` and `day`; the extract is made out to whoever asks. The extremes of a day are what the office
itself publishes: highest gust and temperature, rain of the wettest hour and of the whole day.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from backend.declared import declared
from models.base import Declared

_HOURS = 24


class Area(Declared):
    """Which station is nearest to an area, and how far away."""

    station: str
    km: float


class DayOfStation(Declared):
    """One day's observations, hour by hour from midnight; an element that is empty was not observed."""

    station: str
    day: date
    wind: tuple[float, ...] = Field(default=(), max_length=_HOURS)
    rain: tuple[float, ...] = Field(default=(), max_length=_HOURS)
    temperature: tuple[float, ...] = Field(default=(), max_length=_HOURS)
    hail: bool = False
    thunder: bool = False


class _Stations(Declared):
    """catalogue/demo/stations.yaml."""

    demo: Literal[True]
    stations: dict[str, str]
    areas: dict[str, Area]
    days: tuple[DayOfStation, ...]


class Stations:
    """Every station of the demo district."""

    def __init__(self, path: Path) -> None:
        self._kept = declared(path, _Stations)
        self._days = {(day.station, day.day.isoformat()): day for day in self._kept.days}

    def extract(self, criteria: Mapping[str, str]) -> dict[str, Any]:
        """What the nearest station observed; `observed` is false where no station is named or it kept nothing that day."""
        area, on = self._kept.areas.get(criteria.get("area", "")), criteria.get("day", "")
        nearest = {"station": self._kept.stations[area.station] if area else "", "distance_km": area.km if area else 0.0, "day": on}
        day = self._days.get((area.station, on)) if area else None
        return nearest | (_extremes(day) if day else {"observed": False, "hours": []})


def _extremes(day: DayOfStation) -> dict[str, Any]:
    return {
        "observed": True,
        "wind": max(day.wind, default=0.0),
        "rain_day": round(sum(day.rain), 1),
        "rain_hour": max(day.rain, default=0.0),
        "temperature": max(day.temperature, default=0.0),
        "hail": day.hail,
        "thunder": day.thunder,
        "hours": [
            {"hour": hour, "wind": _at(day.wind, hour), "rain": _at(day.rain, hour), "temperature": _at(day.temperature, hour)}
            for hour in range(_HOURS)
        ],
    }


def _at(values: tuple[float, ...], hour: int) -> float | None:
    return values[hour] if hour < len(values) else None
