"""What a rule used of a register's answer: kept sealed with the case it decided, so that another rule can be tried on it later."""

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from models.registers import Outcome, Provenance


class KeptGroup(BaseModel):
    """Rows of a record as the rule saw them, summed up (`Grouping`); the rows themselves are not kept."""

    model_config = ConfigDict(extra="ignore")

    rows: str
    group: str
    order: str
    found: list[dict[str, JsonValue]]


class KeptAnswer(BaseModel):
    """One register's answer as far as the rule used it. `provenance` says which record, as of when, asked when."""

    model_config = ConfigDict(extra="ignore")

    outcome: Outcome
    standing: str = ""  # whether the person lives or the unit exists, in the register's words; empty where it does not say
    flags: list[str] = Field(default_factory=list)
    criteria: dict[str, str] = Field(default_factory=dict)  # what narrowed the question
    members: list[str] | None = None  # of the record, which the rule used; None: the record whole
    record: dict[str, JsonValue] = Field(default_factory=dict, repr=False)  # no more than `members`; empty where there is none
    groups: list[KeptGroup] = Field(default_factory=list, repr=False)
    provenance: Provenance
