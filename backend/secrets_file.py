"""Secrets of a sandbox: made on the first start, kept in the data folder for its owner alone."""

import base64
import json
import os
import secrets
from pathlib import Path

from pydantic import SecretStr

from models.settings import Mode, Settings


def with_secrets(settings: Settings) -> Settings:
    """`settings` with the secrets a sandbox lacks taken from `data_dir/secrets.json`, made where it is missing.

    In production mode nothing is made: `Settings` has refused to be without them.
    """
    if settings.mode is Mode.PRODUCTION:
        return settings
    kept = _read_or_make(settings.data_dir / "secrets.json")
    filled = {
        "master_key": settings.master_key.get_secret_value() or kept["master_key"],
        "token_key": settings.token_key.get_secret_value() or kept["token_key"],
        "wechat_app_id": settings.wechat_app_id or "wx-sandbox",
        "wechat_secret": settings.wechat_secret.get_secret_value() or "sandbox-secret",
    }
    secret = {"master_key", "token_key", "wechat_secret"}
    return settings.model_copy(update={key: SecretStr(value) if key in secret else value for key, value in filled.items()})


def _read_or_make(path: Path) -> dict[str, str]:
    if path.exists():
        return json.loads(path.read_text())
    made = {
        "master_key": base64.b64encode(secrets.token_bytes(96)).decode(),
        "token_key": base64.b64encode(secrets.token_bytes(32)).decode(),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".new")
    with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump(made, file)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    return made
