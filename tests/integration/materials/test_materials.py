"""Uploads kept in a real MongoDB: encrypted, once per owner, gone when they broke off, shown to nobody else."""

import asyncio
import io
import itertools
import os
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pikepdf
import pytest
from PIL import Image

from backend.clock import SetClock
from backend.errors import BadRequest, IdempotencyKeyReused, Invalid, NotFound, PayloadTooLarge, UnsupportedMedia
from backend.materials import Materials, Spool, Upload
from backend.materials.files import CHUNKS, FILES, DamagedFile
from backend.materials.inspect import MAX_BYTES
from backend.outbox import OutboxRow
from backend.processes import Workers
from backend.store import Store
from models.acts import Act, Acting, CitizenActor, Power, StaffActor
from models.materials import Material, UploadQuery

Found = TypeVar("Found")


@pytest.fixture
def materials(store: Store, clock: SetClock, upload_worker: Workers, tmp_path: Path) -> Materials:
    return Materials(store, clock, upload_worker, Spool(tmp_path / "spool"))


def act_of(clock: SetClock, citizen: str = "citizen_wang", key: str | None = None, acting: Acting | None = None) -> Act:
    return Act(CitizenActor(id=citizen, name="王小芳", level=2), clock.now(), "req_1", "mini_program", acting, key)


def acting(*items: str, powers: frozenset[Power] = frozenset(Power)) -> Acting:
    return Acting(grant="grant_1", principal="citizen_wang", principal_name="王小芳", items=frozenset(items), powers=powers)


def photo(colour: str = "white") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (300, 200), colour).save(out, "JPEG")
    return out.getvalue()


def pdf_of(size: int) -> bytes:
    document = pikepdf.new()
    document.add_blank_page()
    document.Root.Padding = document.make_stream(os.urandom(size))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


async def fed(materials: Materials, content: bytes, name: str = "身份证.jpg") -> Upload:
    upload = materials.spool.begin("image/jpeg", name)
    for start in range(0, len(content), 65536):
        await upload.feed(content[start : start + 65536])
    await upload.finish()
    return upload


async def uploaded(materials: Materials, act: Act, content: bytes, name: str = "身份证.jpg", **wish: str) -> Material:
    upload = await fed(materials, content, name)
    try:
        return await materials.upload(replace(act, digest=upload.digest) if act.key else act, upload, UploadQuery(**wish))
    finally:
        upload.discard()


async def read(materials: Materials, act: Act, id: str) -> bytes:
    return b"".join([piece async for piece in (await materials.content(act, id))[1]])


def both_have_looked(look: Callable[..., Awaitable[Found]]) -> Callable[..., Awaitable[Found]]:
    """The same look, but what the first two find is known to neither before both have looked."""
    together, begun = asyncio.Barrier(2), itertools.count()

    async def looked(*where: Any, **how: Any) -> Found:
        is_early, found = next(begun) < 2, await look(*where, **how)
        if is_early:
            await together.wait()
        return found

    return looked


class TestKeeping:
    async def test_what_is_read_back_is_what_was_checked(self, materials: Materials, clock: SetClock) -> None:
        content = pdf_of(1_000_000)
        material = await uploaded(materials, act_of(clock), content, "户口簿.pdf")
        assert await read(materials, act_of(clock), material.id) == content
        assert (material.latest.name, material.latest.content_type) == ("户口簿.pdf", "application/pdf")

    async def test_nothing_readable_lies_in_the_database(self, materials: Materials, store: Store, clock: SetClock) -> None:
        content = pdf_of(600_000)
        await uploaded(materials, act_of(clock), content)
        chunks = await store.collection(CHUNKS).find({}, sort=[("n", 1)])
        assert [chunk["n"] for chunk in chunks] == [0, 1, 2]
        assert not any(content[at : at + 16] in chunk["data"] for chunk in chunks for at in range(0, len(content) - 16, 5000))
        raw = await store._plain[store.database][FILES].find_one({})
        assert raw is not None
        assert raw["metadata"]["key"].subtype == 6, "the file's key is sealed"

    @pytest.mark.parametrize("damage", ["changed", "swapped", "cut"])
    async def test_a_changed_file_is_noticed(self, materials: Materials, store: Store, clock: SetClock, damage: str) -> None:
        material = await uploaded(materials, act_of(clock), pdf_of(600_000))
        chunks = store.collection(CHUNKS)
        first, second = (await chunks.find({}, sort=[("n", 1)]))[:2]
        if damage == "changed":
            await chunks.change({"_id": first["_id"]}, {"$set": {"data": bytes(len(first["data"]))}})
        elif damage == "swapped":
            await chunks.change({"_id": first["_id"]}, {"$set": {"data": second["data"]}})
        else:
            length = 255 << 10
            await store.collection(FILES).change({}, {"$set": {"length": length}})
        with pytest.raises(DamagedFile):
            await read(materials, act_of(clock), material.id)

    async def test_the_same_bytes_are_kept_once(self, materials: Materials, store: Store, clock: SetClock) -> None:
        first = await uploaded(materials, act_of(clock), photo())
        second = await uploaded(materials, act_of(clock), photo())
        assert first.id == second.id
        assert await store.collection(FILES).count({}) == 1

    async def test_the_same_bytes_at_the_same_moment_are_kept_once(self, materials: Materials, store: Store, clock: SetClock) -> None:
        await asyncio.gather(*(uploaded(materials, act_of(clock), photo()) for _ in range(4)))
        assert await store.collection(FILES).count({}) == 1
        assert await store.collection(CHUNKS).count({}) == 1

    @pytest.mark.parametrize("key", ["k", None])
    async def test_two_who_found_nothing_make_one_material(
        self, store: Store, clock: SetClock, materials: Materials, key: str | None
    ) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(store.materials, "find", both_have_looked(store.materials.find))
            made = await asyncio.gather(*(uploaded(materials, act_of(clock, key=key), photo()) for _ in range(2)))
        assert made[0].id == made[1].id
        assert await store.materials.count({}) == 1

    async def test_two_pictures_of_one_moment_are_one(self, materials: Materials, store: Store, clock: SetClock) -> None:
        act = Act(StaffActor(id="staff_1", name="林晓燕"), clock.now(), "req_1", "console")
        uploads = [await fed(materials, photo()) for _ in range(2)]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(store.materials, "find_one", both_have_looked(store.materials.find_one))
            made = await asyncio.gather(*(materials.picture(act, upload, "case_1", "无障碍改造") for upload in uploads))
        assert made[0][0] == made[1][0]
        assert await store.materials.count({}) == 1

    async def test_what_was_replaced_and_comes_again_is_a_material_of_its_own(self, materials: Materials, clock: SetClock) -> None:
        first = await uploaded(materials, act_of(clock), photo("white"))
        await uploaded(materials, act_of(clock), photo("black"), replaces=first.id)
        assert (await uploaded(materials, act_of(clock), photo("white"))).id != first.id

    async def test_two_owners_of_the_same_bytes_share_nothing(self, materials: Materials, store: Store, clock: SetClock) -> None:
        await uploaded(materials, act_of(clock), photo())
        await uploaded(materials, act_of(clock, "citizen_li"), photo())
        assert await store.collection(FILES).count({}) == 2

    async def test_a_new_version_joins_the_chain(self, materials: Materials, clock: SetClock) -> None:
        first = await uploaded(materials, act_of(clock), photo("white"))
        second = await uploaded(materials, act_of(clock), photo("black"), "新的.jpg", replaces=first.id)
        assert (second.id, [each.number for each in second.versions], second.latest.name) == (first.id, [1, 2], "新的.jpg")


class TestIdempotency:
    async def test_the_same_key_gets_the_same_material(self, materials: Materials, store: Store, clock: SetClock) -> None:
        first = await uploaded(materials, act_of(clock, key="k"), photo())
        again = await uploaded(materials, act_of(clock, key="k"), photo())
        assert first.id == again.id
        assert await store.materials.count({}) == 1

    async def test_the_same_key_with_another_file_is_refused(self, materials: Materials, clock: SetClock) -> None:
        await uploaded(materials, act_of(clock, key="k"), photo("white"))
        with pytest.raises(IdempotencyKeyReused):
            await uploaded(materials, act_of(clock, key="k"), photo("black"))


class TestRefused:
    async def test_nothing_refused_is_stored(self, materials: Materials, store: Store, clock: SetClock) -> None:
        with pytest.raises(UnsupportedMedia):
            await uploaded(materials, act_of(clock), b"MZ" + bytes(5000))
        assert await store.collection(FILES).count({}) == 0
        assert not list(materials.spool._folder.iterdir())

    async def test_more_than_20_megabytes_stop_while_they_come(self, materials: Materials) -> None:
        upload = materials.spool.begin("image/jpeg", "a")
        for _ in range(MAX_BYTES >> 20):
            await upload.feed(bytes(1 << 20))
        with pytest.raises(PayloadTooLarge):
            await upload.feed(b"1")
        assert upload.path.stat().st_size <= MAX_BYTES
        upload.discard()
        assert not upload.path.exists()

    async def test_a_multipart_body_that_breaks_off_is_refused(self, materials: Materials) -> None:
        upload = materials.spool.begin("multipart/form-data; boundary=b", "")
        await upload.feed(b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n123')
        with pytest.raises(BadRequest):
            await upload.finish()
        upload.discard()


class TestRights:
    async def test_another_citizen_does_not_find_it(self, materials: Materials, clock: SetClock) -> None:
        material = await uploaded(materials, act_of(clock), photo())
        with pytest.raises(NotFound):
            await materials.get(act_of(clock, "citizen_li"), material.id)
        with pytest.raises(Invalid) as caught:
            await materials.usable(act_of(clock, "citizen_li"), [material.id], "/materials/card/files")
        assert caught.value.errors[0].pointer == "/materials/card/files/0"

    async def test_an_agent_sees_what_belongs_to_granted_items(self, materials: Materials, clock: SetClock) -> None:
        for_longevity = await uploaded(materials, act_of(clock), photo("white"), item="longevity")
        other = await uploaded(materials, act_of(clock), photo("black"), item="ssc-apply")
        agent = act_of(clock, "citizen_son", acting=acting("longevity"))
        assert (await materials.get(agent, for_longevity.id)).id == for_longevity.id
        with pytest.raises(NotFound):
            await materials.get(agent, other.id)
        assert [each.id for each in (await materials.mine(agent))[0]] == [for_longevity.id]

    async def test_an_agent_without_the_power_to_see_keeps_their_own_uploads(self, materials: Materials, clock: SetClock) -> None:
        agent = act_of(clock, "citizen_son", acting=acting("longevity", powers=frozenset({Power.SUBMIT})))
        own = await uploaded(materials, agent, photo("white"), item="longevity")
        principals = await uploaded(materials, act_of(clock), photo("black"), item="longevity")
        assert (own.person, own.latest.uploader) == ("citizen_wang", "citizen_son")
        assert (await materials.get(agent, own.id)).id == own.id
        with pytest.raises(NotFound):
            await materials.get(agent, principals.id)


class TestReuse:
    async def test_a_passed_material_is_offered_until_it_expires(self, materials: Materials, clock: SetClock) -> None:
        material = await uploaded(materials, act_of(clock), photo())
        assert (await materials.mine(act_of(clock), passed=True))[0] == []
        uses = [{"material": material.id, "version": 1, "passed": True}]
        row = OutboxRow(
            "evt_1", clock.now(), "case.pre_approved", "cases/case_1", "citizen_wang", {}, {"item": "longevity", "uses": uses}, []
        )
        for _ in range(2):
            await materials.on_case_event(row)
        found = (await materials.mine(act_of(clock), passed=True))[0]
        assert [(each.id, each.items, each.latest.passed_in) for each in found] == [(material.id, ["longevity"], "case_1")]
        clock.forward(days=366)
        assert (await materials.mine(act_of(clock), passed=True))[0] == []
        with pytest.raises(Invalid, match="需要修改"):
            await materials.usable(act_of(clock), [material.id], "/m")


class TestSweep:
    async def test_what_a_crash_left_is_removed_and_the_rest_stays(self, materials: Materials, store: Store, clock: SetClock) -> None:
        kept = await uploaded(materials, act_of(clock), photo())
        upload = await fed(materials, photo("black"))
        inspected = await materials._inspected(upload)
        await materials.files.keep("citizen_wang", upload.sha256, inspected, clock.now())  # and then no material
        await store.collection(FILES).insert({"_id": "file_half", "uploadDate": clock.now(), "metadata": {"complete": False, "key": b"k"}})
        await store.collection(CHUNKS).insert({"_id": "file_half:0", "files_id": "file_half", "n": 0, "data": b"x"})
        old = time.time() - 7200
        os.utime(upload.path, (old, old))
        clock.forward(days=2)
        assert await materials.sweep() == 2
        assert not upload.path.exists()
        assert [each["_id"] for each in await store.collection(FILES).find({})] == [kept.latest.file]
        assert await store.collection(CHUNKS).count({}) == 1


async def test_staff_see_a_copy_with_a_watermark(materials: Materials, clock: SetClock) -> None:
    material = await uploaded(materials, act_of(clock), photo())
    clerk = Act(StaffActor(id="staff_1", name="赵丽"), clock.now())
    version, path = await materials.marked_copy(clerk, material.id, 1, "长寿保健金")
    with Image.open(path) as copy:
        assert copy.size == (300, 200)
        assert min(copy.convert("L").tobytes()) < 200, "there is writing on the white photograph"
    assert version.content_type == "image/jpeg"
    path.unlink()
    assert not list(materials.spool._folder.iterdir())


async def test_a_pdf_gets_its_watermark_on_every_page(materials: Materials, clock: SetClock) -> None:
    material = await uploaded(materials, act_of(clock), pdf_of(10))
    _, path = await materials.marked_copy(Act(StaffActor(id="staff_1", name="赵丽"), clock.now()), material.id, 1, "长寿保健金")
    with pikepdf.open(path) as copy:
        assert all("/XObject" in page.resources for page in copy.pages)
