"""What registers say of people a form names who are not the applicant."""

from datetime import datetime

from models.cases.parts import Part


class LookedUp(Part):
    """What one register said of one of them, for staff alone. `found`: in what it is not as the item takes it to be, in words; nothing:
    it is. `silent`: it was not asked or gave no answer, and is asked again when the case is handed in again. `known_to_them`: what was found
    is the applicant's own or names them, so that it is told to them."""

    name: str
    register_name: str
    label: str  # of the register, for people
    record_id: str = ""
    fetched_at: datetime
    found: list[str]
    silent: bool = False
    known_to_them: bool = False
