"""What is shown of a citizen: to themselves, and masked to everybody else."""

from datetime import datetime

from backend.people.masking import mask_name, mask_number, mask_phone
from models.people import Citizen, CitizenView, PersonView


def own_view(citizen: Citizen, now: datetime) -> CitizenView:
    """What a citizen sees of themselves at `now`."""
    identity = citizen.identity
    proof = citizen.lasting_proof()
    if proof is not None and proof.until <= now:
        proof = None
    return CitizenView(
        id=citizen.id,
        level=citizen.level(now),
        name=citizen.name,
        document_type=identity.document_type if identity else None,
        document_title=identity.document_type.label if identity else "",
        id_number=mask_number(identity.number) if identity else "",
        document_valid_until=identity.valid_until if identity else None,
        phone=mask_phone(citizen.phone) if citizen.phone else "",
        proven_until=proof.until if proof else None,
        proof_method=proof.method if proof else None,
    )


def person_view(citizen: Citizen, now: datetime) -> PersonView:
    """What staff see of a citizen."""
    identity = citizen.identity
    return PersonView(
        id=citizen.id,
        name=mask_name(citizen.name),
        document_type=identity.document_type if identity else None,
        id_number=mask_number(identity.number) if identity else "",
        phone=mask_phone(citizen.phone) if citizen.phone else "",
        has_account=citizen.openid is not None,
        level=citizen.level(now),
    )
