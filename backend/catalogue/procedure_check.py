"""What special procedures and public notices must be to the steps and the form of a version, or of a bundle's part."""

from backend.catalogue.checks import Faults, asked_fields, unknown
from models.catalogue import ItemVersion


def procedure_faults(version: ItemVersion) -> Faults:
    """Everything wrong with how a version's clock is stopped."""
    deciding = version.deciding_steps
    if deciding and deciding[-1].special:
        yield ("steps", version.steps.index(deciding[-1]), "special"), "the last step decides: it is no special procedure"
    notice = version.public_notice
    if version.instant and (notice or any(step.special for step in deciding)):
        yield ("instant",), "what is decided at once has neither a special procedure nor a public notice"
    if notice is None:
        return
    if version.parts:
        yield ("public_notice",), "of a bundle it belongs to the part that publishes"
    fields = [field.key for field in version.form]
    if notice.after is not None:
        yield from unknown(("public_notice", "after"), [notice.after], [step.key for step in deciding[:-1]], "step before the last")
    yield from unknown(("public_notice", "when"), asked_fields(notice.when), fields, "field")
    yield from unknown(("public_notice", "shows"), notice.shows, fields, "field")
    for key in sorted(set(notice.shows) & version.sealed_fields()):
        yield ("public_notice", "shows"), f"{key} is sealed: it is not shown to the public"
