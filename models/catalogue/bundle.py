"""A bundle (一件事): one form and one set of materials for several departments, each with a part of its own."""

from models.base import Declared
from models.catalogue.limits import Clocks
from models.catalogue.parts import PublicNotice, ResultForm
from models.catalogue.registration import Registration
from models.catalogue.steps import Step
from models.forms import Condition, Key, Label, Text


class BundlePart(Declared):
    """One department's share: what of the form and of the materials it sees, its steps, its limits, its result.

    `after`: parts that must be granted before this one begins; without any it begins when the bundle is accepted.
    `any_of`: parts of which one must be granted, once all of them are decided: whoever is entitled either way.
    `essential`: without this part the whole has failed, whatever else was granted.
    `ends_with_essential`: what is said where this part was granted and an essential one then is not: its result ends with it.
    `when`: the part is wanted only where every condition holds for the form's answers.
    """

    key: Key
    name: Label
    department: Key
    is_licence: bool = False
    fields: tuple[Key, ...]
    materials: tuple[Key, ...] = ()
    after: tuple[Key, ...] = ()
    any_of: tuple[Key, ...] = ()
    essential: bool = False
    ends_with_essential: Text | None = None
    when: tuple[Condition, ...] = ()
    steps: tuple[Step, ...]
    clocks: Clocks
    results: tuple[ResultForm, ...]
    public_notice: PublicNotice | None = None
    registration: Registration | None = None
