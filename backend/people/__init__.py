"""People: citizens, enterprises and staff, how they prove who they are, their sessions.

The face of the package: everything other rooms use is listed here.
"""

from backend.people.accounts import Accounts
from backend.people.applicants import Applicant, applicant_of, is_there, key_of_enterprise, reader_of
from backend.people.attempts import Allowance, Attempts
from backend.people.authorisations import Authorisations
from backend.people.citizens import Registration
from backend.people.documents import check_number
from backend.people.enterprises import EnterpriseRegister, Enterprises, enterprise_name, is_representative
from backend.people.kiosk_asks import KioskAsks
from backend.people.kiosks import Kiosks
from backend.people.kiosks import actor_of as kiosk_actor
from backend.people.masking import mask_name, mask_number, mask_phone
from backend.people.names import normalise_name, same_name
from backend.people.network import NetworkIdentity, NetworkPerson
from backend.people.passwords import Passwords
from backend.people.people import People
from backend.people.population import PersonRecord, Population, PopulationRegister
from backend.people.roster import Roster
from backend.people.sessions import WEB_IDLE, Sessions
from backend.people.staff import Staff
from backend.people.staff_logins import StaffLogins
from backend.people.standins import StandIns
from backend.people.views import own_view, person_view
from backend.people.web import VALID_FOR as WEB_CODE_VALID_FOR

__all__ = [
    "WEB_CODE_VALID_FOR",
    "WEB_IDLE",
    "Accounts",
    "Allowance",
    "Applicant",
    "Attempts",
    "Authorisations",
    "EnterpriseRegister",
    "Enterprises",
    "KioskAsks",
    "Kiosks",
    "NetworkIdentity",
    "NetworkPerson",
    "Passwords",
    "People",
    "PersonRecord",
    "Population",
    "PopulationRegister",
    "Registration",
    "Roster",
    "Sessions",
    "Staff",
    "StaffLogins",
    "StandIns",
    "applicant_of",
    "check_number",
    "enterprise_name",
    "is_representative",
    "is_there",
    "key_of_enterprise",
    "kiosk_actor",
    "mask_name",
    "mask_number",
    "mask_phone",
    "normalise_name",
    "own_view",
    "person_view",
    "reader_of",
    "same_name",
]
