/** Links to one certificate: a new one, who looked through each, ending them; and who checked the certificate. */

import { sayMoment } from "../../../domain/dates";
import { now } from "../../../services/clock";
import { server } from "../../../services/config";
import { download } from "../../../services/files";
import { forwarded } from "../../../services/forwarding";
import { loading, load } from "../../../services/loading";
import { asProblem } from "../../../services/problem";
import { type Act, Acts, api, newAct, type Reply } from "../../../services/request";

type Share = Reply<"get", "/api/v1/certificates/{id}/shares">["items"][number];

interface Line {
  id: string;
  scene: string;
  purpose: string;
  open: boolean;
  status: string;
  looks: { key: number; words: string }[];
}

const TIMES = [
  { hours: 1, words: "1 小时" },
  { hours: 24, words: "1 天" },
  { hours: 168, words: "7 天" },
];
const SHOWN = 10;

const line = (each: Share): Line => ({
  id: each.id,
  scene: each.scene,
  purpose: each.purpose,
  open: each.open,
  status: each.open ? `能看到${sayMoment(each.until, now())}` : "已经结束",
  looks: each.looks.slice(0, SHOWN).map((look, key) => ({ key, words: `${sayMoment(look.at, now())}，${look.who}${look.file ? "打开了文件" : "看过"}` })),
});

Page({
  data: { ...loading(), id: "", shares: [] as Line[], checks: [] as { key: number; words: string }[], purpose: "", times: TIMES, chosen: 1, picture: "", pictured: "", working: false, told: "" },
  act: newAct() as Act,
  acts: null as Acts | null,

  onLoad({ id = "" }: Record<string, string>) {
    this.acts = new Acts();
    this.setData({ id });
    void this.open();
  },
  open() {
    return load(this, async () => {
      const path = { id: this.data.id };
      const [shares, checks] = await Promise.all([
        api.get("/api/v1/certificates/{id}/shares", { path }),
        api.get("/api/v1/certificates/{id}/verifications", { path }),
      ]);
      this.setData({ shares: shares.items.map(line), checks: checks.items.slice(0, SHOWN).map((each, key) => ({ key, words: `${sayMoment(each.at, now())}，${each.who}${each.how}` })) });
    });
  },
  write({ detail }: WechatMiniprogram.Input) {
    this.act = newAct();
    this.setData({ purpose: detail.value });
  },
  time({ detail }: WechatMiniprogram.PickerChange) {
    this.act = newAct();
    this.setData({ chosen: Number(detail.value) });
  },
  make() {
    const purpose = this.data.purpose.trim();
    if (!purpose) return this.setData({ told: "请写一句给谁看、做什么用，对方也会看到。" });
    const body = { purpose, hours: TIMES[this.data.chosen]!.hours };
    return this.work(async () => {
      await api.post("/api/v1/certificates/{id}/shares", { path: { id: this.data.id }, body, act: this.act });
      this.act = newAct();
      this.setData({ purpose: "" });
    });
  },
  end({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const path = { id: this.data.id, id2: currentTarget.dataset["id"] as string };
    return this.work(async () => void (await api.post("/api/v1/certificates/{id}/shares/{id2}/end", { path, act: this.acts!.of(path.id2) })));
  },
  code({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = currentTarget.dataset["id"] as string;
    return this.work(async () => {
      const picture = await download(`${server()}/api/v1/certificates/${this.data.id}/shares/${id}/code`);
      this.setData({ picture, pictured: id });
    });
  },
  async work(what: () => Promise<void>) {
    if (this.data.working) return;
    this.setData({ working: true, told: "" });
    try {
      await what();
      await this.open();
    } catch (failure) {
      this.setData({ told: asProblem(failure).message });
    } finally {
      this.setData({ working: false });
    }
  },
  onShareAppMessage({ target }: { target?: { dataset: { scene?: string } } }) {
    const scene = target?.dataset.scene ?? this.data.shares.find((each) => each.open)?.scene; // from WeChat's own menu: the newest that is open
    return forwarded(scene, "给您看一份证明", "/packages/certificates/shared/shared");
  },
});
