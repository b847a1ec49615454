"""Builds the product: every client and engine once, each given what it uses. The only file that knows all of them."""

import asyncio
import base64
from dataclasses import dataclass

import aiohttp

from backend.audit import Audit
from backend.booking import Booking, bookable_items, load_rules
from backend.catalogue import Catalogue, load_catalogue
from backend.clock import Clock, SystemClock
from backend.demo import DemoDistrict
from backend.grants import Grants
from backend.ids import token
from backend.jobs import Job, Jobs
from backend.limits import Limits
from backend.network_identity import NetworkIdentityService
from backend.notices import Notices, NoticeTemplates
from backend.outbox import Consumer, Outbox, Relay
from backend.people import Attempts, Passwords, People, Population, Sessions, Staff
from backend.processes import Workers
from backend.registers import Registers
from backend.sms import CodeSms, Sms
from backend.store import Store
from backend.store.leases import Leases
from backend.wechat import Wechat
from backend.workdays import WorkCalendar
from handlers.engines import Engines
from models.settings import Mode, Settings


@dataclass
class Clients:
    """Connections to the world outside."""

    http: aiohttp.ClientSession
    wechat: Wechat
    sms: Sms
    identity: NetworkIdentityService
    registers: Registers

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
        )

    async def close(self) -> None:
        """Ends every connection."""
        await self.wechat.close()
        await self.http.close()
