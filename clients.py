"""Connections to the world outside: what the product calls, opened once."""

from dataclasses import dataclass

import aiohttp

from backend.bank import Bank
from backend.clock import Clock
from backend.courier import Courier
from backend.network_identity import NetworkIdentityService
from backend.registers import Registers
from backend.sms import Sms
from backend.wechat import Wechat
from models.settings import Settings


@dataclass
class Clients:
    """Connections to the world outside."""

    http: aiohttp.ClientSession
    wechat: Wechat
    sms: Sms
    identity: NetworkIdentityService
    registers: Registers
    bank: Bank
    courier: Courier

    @classmethod
    def open(cls, settings: Settings, clock: Clock) -> "Clients":
        """Opens nothing yet: each connects when it is first used."""
        http = aiohttp.ClientSession(trust_env=False)
        return cls(
            http=http,
            wechat=Wechat(
                settings.wechat_url,
                settings.wechat_app_id,
                settings.wechat_secret.get_secret_value(),
                template_ids=settings.wechat_templates,
            ),
            sms=Sms(settings.sms_url, http),
            identity=NetworkIdentityService(settings.identity_url, http),
            registers=Registers(settings.registers, http, clock),
            bank=Bank(
                settings.bank_url,
                settings.bank_merchant,
                settings.bank_secret.get_secret_value(),
                f"{settings.base_url}/api/v1/payments/notifications",
                http,
            ),
            courier=Courier(settings.courier_url, settings.courier_key.get_secret_value(), http),
        )

    async def close(self) -> None:
        """Ends every connection."""
        await self.wechat.close()
        await self.http.close()
