"""WeChat: the endpoints the product uses, with WeChat's own answers and error codes.

Failures come with HTTP 200 and `{errcode, errmsg}`, as WeChat's do. Switches: `wechat` for all of them, or
`wechat.login`, `wechat.token`, `wechat.phone`, `wechat.message`, `wechat.content`, `wechat.code` for one.
"""

import io
from abc import ABC, abstractmethod
from typing import Any, ClassVar

import segno
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from models.base import Body
from sandbox.base import Model, SandboxHandler, ServiceHandler
from sandbox.wechat_rules import fault_of_data, is_scene
from sandbox.wechat_world import SubscribeMessage, WechatError

_LONGEST_TEXT = 2500


class WechatHandler(ServiceHandler, ABC):
    """An endpoint of api.weixin.qq.com. `handle` answers, or raises WechatError."""

    failure_status: ClassVar[int] = 200
    needs_token: ClassVar[bool] = True

    def failure(self, code: int | str) -> dict[str, Any]:
        """As WeChat words it."""
        return {"errcode": int(code), "errmsg": "sandbox switch"}

    def serve(self) -> None:
        """Checks the token, then handles."""
        try:
            if self.needs_token:
                self.outside.wechat.check_token(self.get_query_argument("access_token", ""))
            self.handle()
        except WechatError as error:
            self.answer({"errcode": error.errcode, "errmsg": error.errmsg})

    @abstractmethod
    def handle(self) -> None:
        """One endpoint."""

    def sent(self, model: type[Model]) -> Model:
        """The body; a bad one is 47001."""
        try:
            return model.model_validate_json(self.request.body)
        except ValidationError as fault:
            raise WechatError(47001, "data format error") from fault

    def done(self, **values: Any) -> None:
        """Success."""
        self.answer({"errcode": 0, "errmsg": "ok"} | values)


class _Sent(BaseModel):
    model_config = ConfigDict(extra="ignore")


class LoginHandler(WechatHandler):
    """GET sns/jscode2session."""

    service = "wechat.login"
    needs_token = False

    def get(self) -> None:
        """See the class."""
        self.serve()

    def handle(self) -> None:
        """An openid for a code."""
        argument = self.get_query_argument
        code = argument("js_code", "")
        if not code:
            raise WechatError(41008, "missing code")
        self.outside.wechat.check_app(argument("appid", ""), argument("secret", ""))
        self.answer({"openid": self.outside.wechat.login(code), "session_key": "c2FuZGJveC1zZXNzaW9uLWs="})


class _TokenRequest(_Sent):
    grant_type: str
    appid: str
    secret: str
    force_refresh: bool = False


class TokenHandler(WechatHandler):
    """POST cgi-bin/stable_token."""

    service = "wechat.token"
    needs_token = False

    def post(self) -> None:
        """See the class."""
        self.serve()

    def handle(self) -> None:
        """A token."""
        wanted = self.sent(_TokenRequest)
        if wanted.grant_type != "client_credential":
            raise WechatError(40002, "invalid grant_type")
        self.outside.wechat.check_app(wanted.appid, wanted.secret)
        token, seconds = self.outside.wechat.stable_token(wanted.force_refresh)
        self.answer({"access_token": token, "expires_in": seconds})


class _PhoneRequest(_Sent):
    code: str


class PhoneHandler(WechatHandler):
    """POST wxa/business/getuserphonenumber."""

    service = "wechat.phone"

    def post(self) -> None:
        """See the class."""
        self.serve()

    def handle(self) -> None:
        """A phone number for a code of the phone button."""
        phone = self.outside.wechat.phone(self.sent(_PhoneRequest).code)
        watermark = {"timestamp": int(self.outside.clock.now().timestamp()), "appid": self.outside.wechat.program.app_id}
        info = {"phoneNumber": phone, "purePhoneNumber": phone, "countryCode": "86", "watermark": watermark}
        self.done(phone_info=info)


class _Value(_Sent):
    value: str


class _MessageRequest(_Sent):
    touser: str
    template_id: str
    data: dict[str, _Value]
    page: str = ""


class SubscribeHandler(WechatHandler):
    """POST cgi-bin/message/subscribe/send."""

    service = "wechat.message"

    def post(self) -> None:
        """See the class."""
        self.serve()

    def handle(self) -> None:
        """Delivers a subscribe message."""
        sent, wechat = self.sent(_MessageRequest), self.outside.wechat
        person = wechat.person(sent.touser)
        if person is None:
            raise WechatError(40003, "invalid openid")
        template = next((template for template in wechat.program.templates if template.id == sent.template_id), None)
        if template is None:
            raise WechatError(40037, "invalid template_id")
        fault = fault_of_data(template.fields, {key: {"value": value.value} for key, value in sent.data.items()})
        if fault is not None:
            raise WechatError(47003, f"argument invalid! data.{fault}.value invalid")
        if not wechat.accepts(sent.touser):
            raise WechatError(43101, "user refuse to accept the msg")
        wechat.messages.append(
            SubscribeMessage(
                openid=sent.touser,
                person=person,
                template_id=template.id,
                title=template.title,
                page=sent.page,
                data={key: value.value for key, value in sent.data.items()},
                at=self.outside.clock.now(),
            )
        )
        self.done()


class _TextRequest(_Sent):
    version: int = 1
    openid: str = ""
    scene: int = 0
    content: str


class TextCheckHandler(WechatHandler):
    """POST wxa/msg_sec_check, version 2."""

    service = "wechat.content"

    def post(self) -> None:
        """See the class."""
        self.serve()

    def handle(self) -> None:
        """Says pass, review or risky of a text."""
        sent = self.sent(_TextRequest)
        if sent.version != 2 or not sent.content or len(sent.content) > _LONGEST_TEXT:
            raise WechatError(47001, "data format error")
        if sent.scene not in {1, 2, 3, 4}:
            raise WechatError(40129, "invalid scene")
        if self.outside.wechat.person(sent.openid) is None:
            raise WechatError(43104, "appid and openid mismatch")
        result = self.outside.wechat.suggestion(sent.content)
        detail = [{"strategy": "content_model", "errcode": 0, **result, "prob": 90}]
        self.done(result=result, detail=detail, trace_id="sandbox")


class _CodeRequest(_Sent):
    scene: str = ""
    page: str = ""
    check_path: bool = True
    env_version: str = "release"
    width: int = Field(default=430)


class MiniProgramCodeHandler(WechatHandler):
    """POST wxa/getwxacodeunlimit: answers a picture. What it holds can be read with any scanner."""

    service = "wechat.code"

    def post(self) -> None:
        """See the class."""
        self.serve()

    def handle(self) -> None:
        """Draws the code."""
        sent, wechat = self.sent(_CodeRequest), self.outside.wechat
        if not is_scene(sent.scene):
            raise WechatError(40169, "invalid length for scene, or the data is not json string")
        if sent.env_version not in {"release", "trial", "develop"} or not 280 <= sent.width <= 1280:
            raise WechatError(40097, "invalid args")
        if "?" in sent.page:
            raise WechatError(40212, "invalid page query")
        if sent.page.startswith("/") or (sent.check_path and sent.page and sent.page not in wechat.program.pages):
            raise WechatError(41030, "invalid page")
        picture = io.BytesIO()
        code = segno.make(f"mini-program:{sent.page or wechat.program.pages[0]}?scene={sent.scene}", micro=False, error="m")
        code.save(picture, kind="png", scale=max(1, sent.width // code.symbol_size()[0]))
        self.set_header("Content-Type", "image/png")
        self.finish(picture.getvalue())


class CodeBody(Body):
    """Who asks WeChat for a code."""

    person: str


class LoginCodesHandler(SandboxHandler):
    """`POST wechat-codes {person}`: a code as `wx.login` and the phone button give them."""

    def post(self) -> None:
        """See the class."""
        self.answer({"code": self.outside.wechat.new_code(self.body(CodeBody).person)}, 201)


class TokensHandler(SandboxHandler):
    """`DELETE wechat-tokens`: every access token has run out."""

    def delete(self) -> None:
        """See the class."""
        self.outside.wechat.expire_tokens()
        self.answer({"tokens": 0})


class SubscriptionBody(Body):
    """Whether somebody takes subscribe messages."""

    accepted: bool


class SubscriptionHandler(SandboxHandler):
    """`PUT wechat-subscriptions/{person} {accepted}`: the person refuses subscribe messages, or takes them again."""

    def put(self, person: str) -> None:
        """See the class."""
        accepted = self.body(SubscriptionBody).accepted
        self.outside.wechat.subscribe(person, accepted)
        self.answer({"person": person, "accepted": accepted})


class DeliveredHandler(SandboxHandler):
    """`GET wechat-messages?person=`: the subscribe messages that were delivered, newest last."""

    def get(self) -> None:
        """See the class."""
        person = self.get_query_argument("person", None)
        messages = [m for m in self.outside.wechat.messages if person in {None, m.person}]
        self.answer({"messages": [message.model_dump(mode="json") for message in messages]})
