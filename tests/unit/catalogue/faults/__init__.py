"""Every kind of fault a catalogue can have, by what it is about."""

from tests.unit.catalogue.faults.answers import ANSWERS
from tests.unit.catalogue.faults.basics import BASICS
from tests.unit.catalogue.faults.deciding import DECIDING
from tests.unit.catalogue.faults.fees import FEES
from tests.unit.catalogue.faults.forms import FORMS
from tests.unit.catalogue.faults.others import OTHERS
from tests.unit.catalogue.faults.procedure import PROCEDURE
from tests.unit.catalogue.faults.registers import REGISTERS
from tests.unit.catalogue.faults.spoiling import Faults, in_chinese

FAULTS: Faults = PROCEDURE | OTHERS | BASICS | FEES | FORMS | REGISTERS | ANSWERS | DECIDING

__all__ = ["FAULTS", "in_chinese"]
