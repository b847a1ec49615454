/** 一次性告知单: what an item needs, dated and numbered, to save or to send to a relative. Opened by its number it needs no log-in. */

import { sayMoment } from "../../../domain/dates";
import { now } from "../../../services/clock";
import { server } from "../../../services/config";
import { download } from "../../../services/files";
import { loading, load } from "../../../services/loading";
import { asProblem } from "../../../services/problem";
import { api, type Act, newAct, type Reply } from "../../../services/request";

type Slip = Reply<"get", "/api/v1/advice-slips/{id}">;

interface Shown {
  id: string;
  number: string;
  when: string;
  name: string;
  department: string;
  parts: { title: string; lines: string[] }[];
}

function shown({ id, number, given_at, text }: Slip): Shown {
  const materials = text.materials.map((each) => [each.name, each.need && `（${each.need}）`, each.note && `：${each.note}`].join(""));
  const parts = [
    { title: "办理条件", lines: text.conditions },
    { title: "要准备的材料", lines: materials.length ? materials : ["什么都不用准备。"] },
    { title: "政府已经有、不用交的", lines: text.nothing_to_hand_in },
    { title: "怎么办", lines: text.how },
    { title: "多久、跑几趟、多少钱", lines: [text.duration, text.trips, text.fee] },
    { title: "当面办要带", lines: text.bring },
    { title: "在哪里办", lines: [...text.where, text.when, text.phone && `咨询电话 ${text.phone}`] },
  ];
  const filled = parts.map(({ title, lines }) => ({ title, lines: lines.filter(Boolean) })).filter(({ lines }) => lines.length);
  return { id, number, when: sayMoment(given_at, now()), name: text.item_name, department: text.department, parts: filled };
}

Page({
  data: { ...loading(), slip: null as Shown | null, saving: false },
  code: "",
  id: "",
  region: "",
  act: null as Act | null,

  /** `region`: the district that was chosen, where there is a choice. */
  onLoad({ code = "", id = "", region = "" }: Record<string, string>) {
    Object.assign(this, { code, id, region, act: newAct() });
    void this.open();
  },
  /** A slip that was sent is read; otherwise one is written, once however often this is tried. */
  open() {
    return load(this, async () => {
      const slip = this.id
        ? await api.get("/api/v1/advice-slips/{id}", { path: { id: this.id } })
        : await api.post("/api/v1/items/{id}/advice-slips", { path: { id: this.code }, body: { circumstances: {}, agent: false, region: this.region || null }, act: this.act! });
      this.id = slip.id;
      this.setData({ slip: shown(slip) });
    });
  },

  async save() {
    this.setData({ saving: true });
    try {
      const filePath = await download(`${server()}/api/v1/advice-slips/${this.id}.pdf`);
      await wx.openDocument({ filePath, fileType: "pdf", showMenu: true });
    } catch (failure) {
      void wx.showModal({ title: "没有存下来", content: asProblem(failure).message, showCancel: false, confirmText: "知道了" });
    } finally {
      this.setData({ saving: false });
    }
  },
  onShareAppMessage() {
    return { title: `一次性告知单：${this.data.slip?.name ?? ""}`, path: `/packages/guide/slip/slip?id=${this.id}` };
  },
});
