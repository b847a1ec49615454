"""Every setting of the product, read once at start from the environment (prefix `YICI_`)."""

from enum import StrEnum
from pathlib import Path
from typing import Self

from pydantic import AliasChoices, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Mode(StrEnum):
    """`sandbox` runs against the stand-ins of sandbox/; `production` refuses them and every demo secret."""

    SANDBOX = "sandbox"
    PRODUCTION = "production"


class Settings(BaseSettings):
    """One field a setting; names in the environment are `YICI_` + the field's name in capitals.

    `PORT`, `DATA_DIR`, `MONGODB_URI` and `REDIS_URL` are read without the prefix too.
    """

    model_config = SettingsConfigDict(env_prefix="YICI_", extra="ignore", populate_by_name=True)

    mode: Mode = Mode.SANDBOX
    host: str = "127.0.0.1"
    port: int = Field(default=8000, validation_alias=AliasChoices("YICI_PORT", "PORT"), ge=0, le=65535)
    data_dir: Path = Field(default=Path("var"), validation_alias=AliasChoices("YICI_DATA_DIR", "DATA_DIR"))
    catalogue_dir: Path = Path("catalogue")
    public_url: str = ""  # how citizens reach us; goes into QR codes. Empty: http://host:port
    mongodb_uri: str = Field(default="", validation_alias=AliasChoices("YICI_MONGODB_URI", "MONGODB_URI"))
    redis_url: str = Field(default="", validation_alias=AliasChoices("YICI_REDIS_URL", "REDIS_URL"))
    database: str = "yici"

    # Secrets. Empty in sandbox mode: made on the first start and kept in data_dir/secrets.json (mode 0600).
    master_key: SecretStr = SecretStr("")  # base64 of 96 bytes: wraps the data keys of sealed fields
    old_master_key: SecretStr = SecretStr("")  # the one before, while `server.py rotate-master-key` re-wraps
    token_key: SecretStr = SecretStr(
        ""
    )  # base64 of 32 bytes: keys the digests of SMS codes, the lots of checks, the names of live messages
    signing_key_file: Path | None = None  # PEM; None: made in data_dir on the first start (sandbox only)
    signing_certificate_file: Path | None = None

    # The outside world. Empty in sandbox mode: the sandbox's own addresses.
    sandbox_port: int = 0  # 0: the port after `port`, or any free one when `port` is 0
    wechat_url: str = ""
    wechat_app_id: str = ""
    wechat_secret: SecretStr = SecretStr("")
    wechat_templates: dict[str, str] = Field(default_factory=dict)  # key of a subscribe message -> the id WeChat gave it
    identity_url: str = ""  # national network identity (网号网证)
    sms_url: str = ""
    bank_url: str = ""  # collects public money; its notices come to public_url/api/v1/payments/notifications
    bank_merchant: str = ""
    courier_url: str = ""
    courier_key: SecretStr = SecretStr("")  # by which the courier knows us
    kiosk_reader_url: str = ""  # where a kiosk's page finds the service of its own card reader; empty: no kiosk reads cards
    kiosk_scanner_url: str = ""  # the same of its document scanner
    bank_secret: SecretStr = SecretStr("")  # signs what we and the bank say to each other
    registers: dict[str, str] = Field(default_factory=dict)  # register name -> base address
    clamav_address: str = ""  # host:port of clamd; empty: uploads are not scanned for viruses

    argon2_memory_kib: int = 65536
    argon2_rounds: int = 3
    render_processes: int = 2  # warm worker processes that render, sign and inspect files
    relay_interval: float = 1.0  # seconds between sweeps for events no nudge announced
    people_per_address: int = Field(default=20, ge=1)  # behind a carrier's NAT: public rate limits are this many people's
    workers: bool = True  # False: this process serves requests only

    @property
    def base_url(self) -> str:
        """How the product is reached from outside, without a slash at the end."""
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")

    @model_validator(mode="after")
    def production_is_real(self) -> Self:
        """Refuses to start in production mode on demo secrets or without the real services' addresses."""
        if self.mode is not Mode.PRODUCTION:
            return self
        needed = {
            "MONGODB_URI": self.mongodb_uri,
            "REDIS_URL": self.redis_url,
            "YICI_MASTER_KEY": self.master_key.get_secret_value(),
            "YICI_TOKEN_KEY": self.token_key.get_secret_value(),
            "YICI_SIGNING_KEY_FILE": self.signing_key_file,
            "YICI_SIGNING_CERTIFICATE_FILE": self.signing_certificate_file,
            "YICI_PUBLIC_URL": self.public_url,
            "YICI_WECHAT_URL": self.wechat_url,
            "YICI_WECHAT_APP_ID": self.wechat_app_id,
            "YICI_WECHAT_SECRET": self.wechat_secret.get_secret_value(),
            "YICI_IDENTITY_URL": self.identity_url,
            "YICI_SMS_URL": self.sms_url,
            "YICI_COURIER_URL": self.courier_url,
            "YICI_COURIER_KEY": self.courier_key.get_secret_value(),
            "YICI_BANK_URL": self.bank_url,
            "YICI_BANK_MERCHANT": self.bank_merchant,
            "YICI_BANK_SECRET": self.bank_secret.get_secret_value(),
            "YICI_REGISTERS": self.registers,
        }
        missing = [name for name, value in needed.items() if not value]
        if missing:
            raise ValueError("production mode needs " + ", ".join(missing))
        return self
