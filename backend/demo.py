"""Reads the demo district: departments, halls, staff, citizens and enterprises of catalogue/demo/."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from backend.declared import declared
from models.acts import Role
from models.base import Declared
from models.demo import (
    AuthorisationList,
    Citizens,
    DemoAuthorisation,
    DemoCitizen,
    DemoEnterprise,
    DemoKiosk,
    DemoStaff,
    Department,
    Departments,
    District,
    Enterprises,
    Hall,
    Halls,
    KioskList,
    StaffList,
)

T = TypeVar("T", bound=Declared)


class DemoDataError(Exception):
    """A file of the demo district is missing, malformed or contradicts another one."""


def _load(path: Path, model: type[T]) -> T:
    try:
        return declared(path, model)
    except (OSError, yaml.YAMLError, ValidationError) as fault:
        raise DemoDataError(f"{path}: {fault}") from fault


class DemoDistrict:
    """The whole demo district, checked: every name one file uses is declared in another."""

    def __init__(self, directory: Path) -> None:
        """`directory`: catalogue/demo. Raises DemoDataError."""
        self.district: District = _load(directory / "district.yaml", District)
        self.departments: Sequence[Department] = _load(directory / "departments.yaml", Departments).departments
        self.halls: Sequence[Hall] = _load(directory / "halls.yaml", Halls).halls
        self.staff: Sequence[DemoStaff] = _load(directory / "staff.yaml", StaffList).staff
        self.authorisations: Sequence[DemoAuthorisation] = _load(directory / "authorisations.yaml", AuthorisationList).authorisations
        self.kiosks: Sequence[DemoKiosk] = _load(directory / "kiosks.yaml", KioskList).kiosks
        self.citizens: Sequence[DemoCitizen] = _load(directory / "citizens.yaml", Citizens).citizens
        self.enterprises: Sequence[DemoEnterprise] = _load(directory / "enterprises.yaml", Enterprises).enterprises
        faults = [
            *self._duplicates(),
            *self._unknown_places(),
            *self._unknown_relatives(),
            *self._of_enterprises(),
            *self._of_authorisations(),
        ]
        if faults:
            raise DemoDataError(f"{directory}: " + "; ".join(faults))

    def citizen(self, code: str) -> DemoCitizen | None:
        """The demo citizen whose code is `code`."""
        return next((citizen for citizen in self.citizens if citizen.code == code), None)

    def _duplicates(self) -> list[str]:
        names = {
            "department": [department.id for department in self.departments],
            "uscc": [each.uscc for each in (*self.departments, *self.enterprises)],
            "hall": [hall.id for hall in self.halls],
            "counter": [counter.id for hall in self.halls for counter in hall.counters],
            "staff": [staff.id for staff in self.staff],
            "authorisation": [each.id for each in self.authorisations],
            "kiosk": [kiosk.id for kiosk in self.kiosks],
            "reader": [kiosk.reader for kiosk in self.kiosks],
            "username": [staff.username for staff in self.staff],
            "citizen or enterprise": [each.code for each in (*self.citizens, *self.enterprises)],
            "id_number": [citizen.id_number for citizen in self.citizens],
        }
        return [
            f"{kind} {name} stands twice"
            for kind, listed in names.items()
            for name in sorted({name for name in listed if listed.count(name) > 1})
        ]

    def _unknown_places(self) -> list[str]:
        departments = {department.id for department in self.departments}
        regions = {region.id for region in self.district.regions}
        towns = {town.id for town in self.district.towns}
        halls = {hall.id for hall in self.halls}
        faults = [f"district: no region {self.district.region}"] if self.district.region not in regions else []
        for place in (*self.departments, *self.district.towns):
            if place.region is not None and place.region not in regions:
                faults.append(f"{place.id}: no region {place.region}")
        for hall in self.halls:
            used = {*hall.departments, *(counter.department for counter in hall.counters)}
            faults += [f"hall {hall.id}: no department {name}" for name in sorted(used - departments)]
            faults += [f"hall {hall.id}: no town {name}" for name in sorted(set(hall.towns) - towns)]
        faults += [f"kiosk {kiosk.id}: no hall {kiosk.hall}" for kiosk in self.kiosks if kiosk.hall not in halls]
        for staff in self.staff:
            if staff.department not in departments:
                faults.append(f"staff {staff.id}: no department {staff.department}")
            if staff.hall is not None and staff.hall not in halls:
                faults.append(f"staff {staff.id}: no hall {staff.hall}")
            if staff.town is not None and staff.town not in towns:
                faults.append(f"staff {staff.id}: no town {staff.town}")
        return faults + [f"citizen {c.code}: no town {c.town}" for c in self.citizens if c.town not in towns]

    def _unknown_relatives(self) -> list[str]:
        codes = {citizen.code for citizen in self.citizens}
        return [
            f"citizen {citizen.code}: no relative {relative.code}"
            for citizen in self.citizens
            for relative in citizen.family
            if relative.code not in codes
        ]

    def _of_enterprises(self) -> list[str]:
        codes = {citizen.code for citizen in self.citizens}
        towns = {town.id for town in self.district.towns}
        faults = [f"enterprise {each.code}: no town {each.town}" for each in self.enterprises if each.town not in towns]
        return faults + [
            f"enterprise {each.code}: no citizen {each.legal_representative}"
            for each in self.enterprises
            if each.legal_representative not in codes
        ]

    def _of_authorisations(self) -> list[str]:
        """Chief representatives and their deputies are of one department."""
        heads = {staff.id: staff.department for staff in self.staff if Role.CHIEF_REPRESENTATIVE in staff.roles}
        faults: list[str] = []
        for each in self.authorisations:
            named = [each.representative, *([each.deputy] if each.deputy else [])]
            faults += [f"authorisation {each.id}: {name} is no chief representative" for name in named if name not in heads]
            if len({heads.get(name) for name in named}) > 1:
                faults.append(f"authorisation {each.id}: representative and deputy are of two departments")
        return faults


def demo_people(directory: Path) -> dict[str, Any]:
    """The log-ins of the demo district, as `python server.py demo-people --json` prints them."""
    world = DemoDistrict(directory)
    names = {citizen.code: citizen.name for citizen in world.citizens}
    return {
        "citizens": [
            {
                "name": citizen.name,
                "code": f"demo:{citizen.code}",
                "id_number": citizen.id_number,
                "phone": citizen.phone,
                "born": citizen.born.isoformat(),
                "family": [{"relation": r.relation.value, "name": names[r.code]} for r in citizen.family],
            }
            for citizen in world.citizens
        ],
        "staff": [
            {
                "name": staff.name,
                "username": staff.username,
                "password": staff.password,
                "totp_secret": staff.totp_secret,
                "roles": sorted(role.value for role in staff.roles),
                "department": staff.department,
                "hall": staff.hall,
            }
            for staff in world.staff
        ],
        "enterprises": [
            {"name": each.name, "uscc": each.uscc, "state": each.state.value, "legal_representative": names[each.legal_representative]}
            for each in world.enterprises
        ],
    }
