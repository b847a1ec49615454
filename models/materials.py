"""Materials (申请材料): uploaded files as chains of versions."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from models.base import Cursor, Identifier, Query, Sealing, Stored, View

FileName = Annotated[str, StringConstraints(min_length=1, max_length=80)]


class StoredFile(BaseModel):
    """A checked file as it is kept: encrypted in pieces under a key of its own. The same bytes are kept once per owner."""

    model_config = ConfigDict(extra="ignore")

    id: str
    owner: str
    source_sha256: str  # of the bytes as they were uploaded
    sha256: str  # of the bytes as they are kept
    size: int
    content_type: str
    extension: str
    pages: int = 1
    width: int = 0
    height: int = 0
    signed: bool = False


class MaterialVersion(BaseModel):
    """One version of a material. `passed_at`: when a reviewer last passed it in a case."""

    model_config = ConfigDict(extra="ignore")

    number: int
    file: str
    name: str
    content_type: str
    size: int
    sha256: str
    pages: int = 1
    uploaded_at: datetime
    uploader: str
    uploader_name: str
    passed_at: datetime | None = None
    passed_in: str | None = None  # case
    returned_in: str | None = None


class Material(Stored):
    """A document somebody handed in, with all its versions. `person` is whose document it is.

    `items`: codes of the items it was uploaded or used for; an agent sees what belongs to granted items only.
    `only_file`: the file while there is one version, so that the same bytes sent twice at a time are one material.
    """

    SEALED: ClassVar[Mapping[str, Sealing]] = {}

    person: str
    person_name: str
    items: list[str] = Field(default_factory=list[str])
    grant: str | None = None
    versions: list[MaterialVersion]
    only_file: str = ""
    expires_at: datetime  # until then it can be used again
    created_at: datetime
    updated_at: datetime

    @property
    def latest(self) -> MaterialVersion:
        """The newest version."""
        return self.versions[-1]

    def version_of(self, number: int | None) -> MaterialVersion | None:
        """The version of that number; the newest where none is given."""
        if number is None:
            return self.latest
        return next((each for each in self.versions if each.number == number), None)


class UploadQuery(Query):
    """`item`: the item it is meant for. `replaces`: the material this is a new version of."""

    item: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9\-]{1,39}$")] | None = None
    replaces: Identifier | None = None


class MaterialsQuery(Query):
    """`item`: only what was used for that item. `passed`: only what a reviewer passed and is still good."""

    item: str | None = None
    passed: bool = False
    cursor: Cursor | None = None
    limit: int = Field(default=20, ge=1, le=100)


class ContentQuery(Query):
    version: int | None = Field(default=None, ge=1)


class MaterialVersionView(View):
    number: int
    name: str
    content_type: str
    size: int
    pages: int
    sha256: str
    uploaded_at: datetime
    uploaded_by: str
    passed_at: datetime | None


class MaterialView(View):
    """A material as its owner or their agent sees it."""

    id: str
    name: str
    person_name: str
    content_type: str
    size: int
    pages: int
    items: list[str]
    versions: list[MaterialVersionView]
    expires_at: datetime
    reusable: bool  # a reviewer passed it and it has not expired
    version: int
