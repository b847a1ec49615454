"""One citizen who has one of everything, somebody else, and staff of everywhere."""

import io
from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image

from backend.ids import new_id
from models.acts import Act, AnonymousActor, Role
from models.archives import ArchiveBatch
from models.cases import Blocks, Obligation, ObligationKind, Somebody
from models.deliveries import Delivery, DeliveryMethod, DeliveryState
from models.destructions import Destruction
from models.licence_showings import Showing, ShowingKind
from models.payments import Bill, BillLine, BillState
from models.points import Round, Sheet
from models.rechecks import Recheck
from models.staff import StaffAccount
from models.waitlist import Waiting
from tests.api.bad_input.shapes import Call
from tests.cases_world import LONGEVITY
from tests.people_edge import Edge
from tests.sandbox_control import SandboxProcess
from tests.world import World

SLOT = {"items": ["ssc-apply"], "hall": "center", "start": "2026-11-25T09:00:00+08:00"}
ARCHIVE = {"item": "archive-proof", "form": {"purpose": "work"}}
GRANT = {"items": ["longevity"], "until": "2026-12-31"}


@pytest.fixture
def edge(world: World, sandbox: SandboxProcess) -> Edge:
    """A client that logs demo people and staff in."""
    return Edge(world.api.url, world.api._session, sandbox, SimpleNamespace())


def photo(colour: str = "white") -> bytes:
    """A small photograph."""
    out = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(out, "JPEG")
    return out.getvalue()


async def staff_token(world: World, *, roles: frozenset[Role] = frozenset(), **place: str) -> str:
    """A token of the first member of staff who holds one of `roles` and has exactly that `place`."""
    for document in await world.store.staff.find(place, sort=[("username", 1)]):
        account = StaffAccount.of(document)
        if not roles or roles & set(account.roles):
            act = Act(actor=AnonymousActor(), at=world.clock.now())
            return (await world.product.engines.sessions.open_staff(act, account, "test"))[0]
    raise LookupError(f"nobody holds {roles} in {place}")


@dataclass(frozen=True)
class Owned:
    """王桂芳's token and the id of one of everything she has, by what it is of; `agent`: her daughter's token."""

    token: str
    agent: str
    ids: dict[str, str]
    filed: str

    def id_for(self, call: Call) -> str | None:
        """The id that belongs into its address. Staff work on the case that was handed in, the draft is hers alone."""
        return self.filed if call.is_for_staff and call.of_what == "cases" else self.ids.get(call.of_what)


async def asked_of(edge: Edge, world: World, token: str) -> dict[str, Any]:
    """What is asked of whoever holds the token, for a case of their own: as much as finding it needs."""
    who = (await edge.get("/api/v1/me", token=token)).json["id"]
    obligation = Obligation(
        id="obl_1",
        kind=ObligationKind.CONFIRMATION,
        key="landlord",
        name="房东确认",
        who=who,
        blocks=Blocks.ACCEPTANCE,
        since=world.clock.now(),
    )
    return obligation.model_dump()


async def owed_by(edge: Edge, world: World, token: str, case: dict[str, Any]) -> Bill:
    """A payment slip of whoever holds the token."""
    who = (await edge.get("/api/v1/me", token=token)).json
    return Bill(
        _id="bill_1",
        number="99010120261123000099",
        person=who["id"],
        person_name=who["name"],
        case=case["id"],
        case_number="",
        item="longevity",
        item_name=case["item_name"],
        department="civil_affairs",
        blocks=Blocks.HAND_OUT,
        lines=[BillLine(name="工本费", fen=4000, price="40.00")],
        state=BillState.OPEN,
        drawn_at=world.clock.now(),
        due=world.clock.now(),
    )


async def ranked_with(world: World, person: str) -> None:
    """A sheet of hers that departments verify, and a round."""
    now = world.clock.now()
    sheet = Sheet(
        _id="sheet_hers",
        person=person,
        person_name="王桂芳",
        case="case_1",
        case_number="1",
        item="points-confirm",
        department="newcomers",
        lines=[],
        created_at=now,
        updated_at=now,
    )
    await world.store.points_sheets.insert(sheet)
    of = Round(
        _id="round_1",
        item="points-settle",
        name="第一批",
        announcement="通告",
        department="newcomers",
        opens_at=now,
        closes_at=now + timedelta(days=1),
        quota=1,
        created_at=now,
        updated_at=now,
    )
    await world.store.rounds.insert(of)


async def waiting_for(edge: Edge, world: World, token: str, case: dict[str, Any]) -> Delivery:
    """A result that waits at the counter for whoever holds the token."""
    who = (await edge.get("/api/v1/me", token=token)).json
    return Delivery(
        _id="delivery_1",
        person=who["id"],
        person_name=who["name"],
        case=case["id"],
        case_number="",
        item="longevity",
        item_name=case["item_name"],
        department="civil_affairs",
        kind="证书",
        method=DeliveryMethod.COUNTER,
        state=DeliveryState.WAITING,
        opened_at=world.clock.now(),
    )


async def listed_to_destroy(world: World) -> str:
    """A destruction list of the same department."""
    of = Destruction(
        _id=new_id("dest"),
        number="〔2026〕云政销字第000001号",
        department="civil_affairs",
        at=world.clock.now(),
        by=Somebody(id="staff_1", name="甲"),
        appraisal="没有继续保管的价值",
        entries=[],
    )
    await world.store.destructions.insert(of)
    return of.id


def looked_at_again(world: World, case: dict[str, Any]) -> Recheck:
    """The re-check of a case, as if a town's counter had taken it in."""
    return Recheck(
        _id="recheck_1",
        case=case["id"],
        case_number="",
        item="longevity",
        item_name=case["item_name"],
        department="civil_affairs",
        region="990101",
        town="luoxi",
        month="2026-10",
        draw=0,
        opened_at=world.clock.now(),
        due=world.clock.now(),
    )


def in_the_line(world: World, person: str) -> Waiting:
    """She waits for a freed place."""
    wish = {"items": ["ssc-apply"], "item_names": ["社会保障卡申领"], "hall": "qingshi", "hall_name": "青石镇便民服务中心"}
    days = {"first": "2026-11-26", "last": "2026-11-27", "joined_at": world.clock.now()}
    return Waiting.model_validate(
        {"_id": "wait_hers", "rank": 1, "needs": [f"{person}|ssc-apply|"], "person": person, "name": "王桂芳", **wish, **days}
    )


def shown_by(world: World, person: str) -> Showing:
    """A copy of a licence she made."""
    now = world.clock.now()
    return Showing(
        _id="showing_hers",
        token="t" * 16,
        kind=ShowingKind.COPY,
        person=person,
        identifier="x",
        licence="结婚证",
        holder_name="王*芳",
        number="J9***1",
        issuer="民政局",
        issued_on="2001-05-01",
        valid_until=None,
        made_at=now,
        until=now + timedelta(days=7),
    )


@pytest.fixture
async def owned(edge: Edge, world: World) -> Owned:
    """One of everything, made over HTTP."""
    token, agent = await edge.proven("wang-guifang"), await edge.matched("li-min")

    async def made(path: str, body: Any, by: str = token, **more: Any) -> dict[str, Any]:
        answer = await edge.post(path, body, token=by, **more)
        assert answer.status in (200, 201), answer.text
        return answer.json

    grant = await made("/api/v1/grants", {**GRANT, "agent": edge.document("li-min")})
    await made(f"/api/v1/grants/{grant['id']}/accept", {}, agent)
    material = await made("/api/v1/materials", photo(), headers={"Content-Type": "image/jpeg"})
    case = await made("/api/v1/cases", {"item": "longevity"})
    licences = {key: {"licence": True} for key in ("resident_card", "account_proof")}
    filed = await made("/api/v1/cases", {"item": "longevity", "form": LONGEVITY, "materials": licences})
    await made(f"/api/v1/cases/{filed['id']}/submit", {"version": filed["version"]})
    await world.store.cases.change({"_id": filed["id"]}, {"$set": {"obligations": [await asked_of(edge, world, token)]}})
    await world.store.bills.insert(await owed_by(edge, world, token, filed))
    await ranked_with(world, (await edge.get("/api/v1/me", token=token)).json["id"])
    await world.store.deliveries.insert(await waiting_for(edge, world, token, filed))
    await world.store.rechecks.insert(looked_at_again(world, filed))
    await world.store.waitlist.insert(in_the_line(world, (await edge.get("/api/v1/me", token=token)).json["id"]))
    await world.store.licence_showings.insert(shown_by(world, (await edge.get("/api/v1/me", token=token)).json["id"]))
    appointment = await made("/api/v1/appointments", SLOT)
    certificate = await made("/api/v1/certificates", ARCHIVE)
    await world.settle()
    sessions = (await edge.get("/api/v1/me/sessions", token=token)).json["items"]
    notices = (await edge.get("/api/v1/notices", token=token)).json["items"]
    authorised = (await edge.get("/api/v1/licences/authorisations", token=token)).json["items"]
    archive = ArchiveBatch(
        _id=new_id("arch"),
        number="〔2026〕云政档字第000001号",
        department="civil_affairs",
        at=world.clock.now(),
        by=Somebody(id="staff_1", name="甲"),
        entries=[],
    )
    await world.store.archives.insert(archive)
    ids = {
        "sessions": sessions[0]["id"],
        "grants": grant["id"],
        "materials": material["id"],
        "cases": case["id"],
        "appointments": appointment["id"],
        "waitlist": "wait_hers",
        "certificates": certificate["id"],
        "notices": notices[0]["id"],
        "obligations": "obl_1",
        "authorisations": authorised[0]["id"],
        "bills": "bill_1",
        "sheets": "sheet_hers",
        "rounds": "round_1",
        "deliveries": "delivery_1",
        "rechecks": "recheck_1",
        "ledgers": "longevity-roll",
        "archives": archive.id,
        "destructions": await listed_to_destroy(world),
        "watches": (await made("/api/v1/watches", {}))["id"],
        "copies": "showing_hers",
        "halls": "center",
        "items": "longevity",
        "drafts": "draft_" + "0" * 26,  # nobody's: an editor sees every draft, a head those of their department
    }
    return Owned(token, agent, ids, filed["id"])
