"""What a decision in favour rests on beside the application, as an item's data says."""

from models.forms import RegisterTest, Text


class RestsOn(RegisterTest):
    """What a register must say of the applicant in the very act that grants, such as that they live.

    `what`: the condition in words; `otherwise`: what staff are told to do where the register says something else.
    """

    what: Text
    otherwise: Text
