"""In a browser (在电脑上办): a hospital's personnel office, an engraver, a landlord answer what is asked of them at a computer.

There is no password. Whoever has proven on the phone that it is them is shown eight digits there and types them into the
browser: once, within three minutes. The session that comes of it is theirs alone, opens what is declared for browsers and nothing
else, and is told to them, who can end it from the phone.
"""

import hashlib
import hmac
from datetime import timedelta

from backend import ids
from backend.clock import Clock
from backend.errors import Unauthenticated
from backend.people.citizens import Citizens
from backend.people.sessions import Sessions
from backend.store import DuplicateKeyError, Store
from models.acts import Act
from models.people import CitizenState, Session

VALID_FOR = timedelta(minutes=3)
_WRONG = "这八位数不对、用过了，或者过了三分钟。请在手机上重新取一个，照着填。"


class WebEntries:
    """Gives out the digits, and lets in who types them."""

    def __init__(self, store: Store, citizens: Citizens, sessions: Sessions, key: bytes, wall: Clock) -> None:
        """`key` keys the digests: eight digits are quickly tried through by whoever reads a plain digest."""
        self._store = store
        self._citizens = citizens
        self._sessions = sessions
        self._key = key
        self._wall = wall

    async def offer(self, act: Act) -> str:
        """Eight digits for the actor; those before count no more."""
        until = self._wall.now() + VALID_FOR
        while True:
            code = ids.digits(8)
            try:
                await self._store.web_codes.put({"_id": act.actor.id}, {"$set": {"digest": self._digest(code), "until": until}})
            except DuplicateKeyError:  # somebody else has these very digits now
                continue
            return code

    async def enter(self, act: Act, code: str, device: str) -> tuple[str, Session]:
        """A token and session for whose digits these are; they are used up. Raises `Unauthenticated`."""
        where = {"digest": self._digest(code), "until": {"$gt": self._wall.now()}}
        found = await self._store.web_codes.find_one(where)
        if found is None or not await self._store.web_codes.delete({"_id": found["_id"], **where}):
            raise Unauthenticated(_WRONG)
        citizen = await self._citizens.get(found["_id"])
        if citizen.state is not CitizenState.ACTIVE or citizen.level(act.at) < 2:
            raise Unauthenticated("手机上的本人确认已经过期。请在手机上重新确认是您本人，再取一个新的八位数。")
        return await self._sessions.open_web(act, citizen, device)

    def _digest(self, code: str) -> str:
        return hmac.new(self._key, f"web\n{code}".encode(), hashlib.sha256).hexdigest()
