"""Reads catalogue/certificates.yaml, and finds whose signatures on relayed files are trusted."""

from pathlib import Path

import yaml
from pydantic import ValidationError

from backend.declared import declared
from models.certificates import CertificateKinds
from models.settings import Mode, Settings


def load_kinds(directory: Path) -> CertificateKinds:
    """The kinds of certificate declared in `directory`. Raises `ValueError` that names file and fault."""
    path = directory / "certificates.yaml"
    try:
        return declared(path, CertificateKinds)
    except (ValidationError, yaml.YAMLError) as error:
        raise ValueError(f"{path}: {error}") from None


def authority_chain(settings: Settings, register: str) -> Path | None:
    """The certificates (PEM, root last) a register's authority signs its own files under; None: nothing is trusted.

    In production `catalogue/authorities/{register}.pem`; the stand-ins of the sandbox make theirs in their data folder.
    """
    places = [settings.catalogue_dir / "authorities" / f"{register}.pem"]
    if settings.mode is Mode.SANDBOX:
        places.append(settings.data_dir / "sandbox" / "authorities" / register / "chain.pem")
    return next((place.resolve() for place in places if place.exists()), None)
