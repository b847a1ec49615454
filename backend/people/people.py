"""Citizens, and what they may do about themselves: one face for the handlers and the engines below."""

from backend.audit import Audit
from backend.clock import Clock
from backend.network_identity import StartedVerification
from backend.people.attempts import Attempts
from backend.people.citizens import Citizens
from backend.people.enterprises import EnterpriseRegister, Enterprises
from backend.people.identity import Identities
from backend.people.network import NetworkIdentity
from backend.people.population import PopulationRegister
from backend.people.proofs import Proofs
from backend.people.records import DepartmentName, OwnRecords
from backend.people.sessions import Sessions
from backend.people.sms_codes import SmsCodes, SmsSender
from backend.people.web import WebEntries
from backend.store import Store
from models.acts import Act
from models.people import VerificationBody


class People(Citizens):
    """The directory itself, and beside it: `codes` by SMS, `identity` (level 1), `proofs` (level 2), `records` (own rights), `web`
    (browsers, by digits from the phone).

    `enterprises` is the directory of those in whose name handlers act.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        wall: Clock,
        sessions: Sessions,
        audit: Audit,
        attempts: Attempts,
        population: PopulationRegister,
        enterprises: EnterpriseRegister,
        network: NetworkIdentity,
        sender: SmsSender,
        key: bytes,
        department: DepartmentName,
    ) -> None:
        """`wall`: the machine's time, for codes. `key`: keys the digests of codes. `department`: names a department."""
        super().__init__(store, clock, population, sessions)
        self.enterprises = Enterprises(store, clock, enterprises)
        self.codes = SmsCodes(store, sender, attempts, key, wall)
        self.identity = Identities(store, self, sessions, self.codes, network, attempts)
        self.proofs = Proofs(store, self, sessions, network)
        self.records = OwnRecords(store, audit, self, sessions, department)
        self.web = WebEntries(store, self, sessions, key, wall)

    async def verify_over_network(self, act: Act, body: VerificationBody) -> StartedVerification:
        """Asks a person to confirm in their own app that it is them: see `Proofs.start` and `Identities.claim`."""
        if body.person is not None:
            return await self.identity.claim(act, body.person)
        return await self.proofs.start(act, body.purpose or "")
