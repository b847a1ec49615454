/** A copy of a licence for one use, with what it is for and its last day across it: to be saved or sent. */

import { inDays, sayDay } from "../../../domain/dates";
import { copyFault, copyWords } from "../../../domain/licences";
import { explain } from "../../../services/case-acts";
import { now } from "../../../services/clock";
import { openPdf } from "../../../services/files";
import { attempt } from "../../../services/loading";
import { type Act, api, newAct } from "../../../services/request";

const USUAL_DAYS = 7;
const MOST_DAYS = 180;

Page({
  data: { name: "", purpose: "", lastDay: "", dayWords: "", words: "", first: "", last: "", fault: "", file: "", working: false },
  id: "",
  act: newAct() as Act,

  onLoad({ id = "", name = "" }: Record<string, string>) {
    this.id = decodeURIComponent(id);
    this.setData({ name: decodeURIComponent(name), first: inDays(now(), 0), last: inDays(now(), MOST_DAYS) });
    this.changed({ lastDay: inDays(now(), USUAL_DAYS) });
  },
  /** Another purpose or day is another copy. */
  changed(data: { purpose?: string; lastDay?: string }) {
    this.act = newAct();
    const { purpose, lastDay } = { ...this.data, ...data };
    this.setData({ purpose, lastDay, dayWords: sayDay(lastDay, now()), words: copyWords(purpose, lastDay), fault: "", file: "" });
  },
  write({ detail }: WechatMiniprogram.Input) {
    this.changed({ purpose: detail.value });
  },
  day({ detail }: WechatMiniprogram.PickerChange) {
    this.changed({ lastDay: detail.value as string });
  },
  async make() {
    const { purpose, lastDay, working } = this.data;
    const fault = copyFault(purpose);
    this.setData({ fault });
    if (fault || working) return;
    this.setData({ working: true });
    try {
      const body = { identifier: this.id, purpose: purpose.trim(), last_day: lastDay };
      const made = await api.post("/api/v1/licences/copies", { body, act: this.act });
      this.setData({ file: made.file_url ?? "" });
    } catch (failure) {
      const problem = await explain(failure, "做自己证照的副本");
      this.setData({ fault: Object.values(problem.errors)[0] ?? "" });
    } finally {
      this.setData({ working: false });
    }
  },
  async save() {
    if (this.data.working) return;
    this.setData({ working: true });
    await attempt(() => openPdf(this.data.file));
    this.setData({ working: false });
  },
});
