/** One payment slip: what it is for, paying it in the bank's own mini-program, the receipt, and what went back. */

import { type BillPage, billPage } from "../../../domain/bill";
import { explain } from "../../../services/case-acts";
import { now } from "../../../services/clock";
import { BANK } from "../../../services/config";
import { openPdf } from "../../../services/files";
import { attempt, load, loading } from "../../../services/loading";
import { type Act, api, newAct, type Reply } from "../../../services/request";

type Bill = Reply<"get", "/api/v1/bills/{id}">;

/** The bank tells of a payment within seconds; how often it is looked for, and the pause between. */
const LOOKS = 5;
const PAUSE = 2000;

Page({
  data: { ...loading(), id: "", bill: null as BillPage | null, started: false, working: false, told: "" },
  bill: null as Bill | null,
  act: newAct() as Act,
  acted: -1,
  left: false,

  onLoad({ id = "" }: Record<string, string>) {
    this.setData({ id });
  },
  onShow() {
    void this.open();
  },
  onUnload() {
    this.left = true;
  },
  open() {
    return load(this, () => this.read());
  },
  async read() {
    this.draw(await api.get("/api/v1/bills/{id}", { path: { id: this.data.id } }));
  },
  draw(bill: Bill) {
    this.bill = bill;
    this.setData({ bill: billPage(bill, now()) });
  },

  /** Begins a payment, or goes on with the one that is open, and leads to the bank. */
  async pay() {
    if (this.data.working) return;
    this.setData({ working: true, told: "" });
    try {
      const { order } = await this.begun();
      await this.lead(order!.token);
    } catch (failure) {
      if ((await explain(failure, `缴${this.data.bill!.item}的费用`)).status === 409) await this.open();
    } finally {
      this.setData({ working: false });
    }
  },
  /** Once for a version of the slip, however often it is tapped or tried. */
  async begun(): Promise<Bill> {
    const { id, version } = this.bill!;
    if (this.acted !== version) [this.act, this.acted] = [newAct(), version];
    const begun = await api.post("/api/v1/bills/{id}/pay", { path: { id }, body: { version }, act: this.act });
    this.draw(begun);
    return begun;
  },
  async lead(token: string) {
    try {
      await wx.navigateToMiniProgram({ appId: BANK, extraData: { token } });
      this.setData({ started: true });
    } catch {
      this.setData({ told: "没有打开银行的缴费页，钱没有付出去。可以再试，也可以到窗口缴。" });
    }
  },
  /** Back from the bank: looks until it has told us, for a while. */
  async confirm() {
    if (this.data.working) return;
    this.setData({ working: true, told: "" });
    try {
      await this.look();
    } catch (failure) {
      await explain(failure, "看缴费结果");
    } finally {
      this.setData({ working: false });
    }
  },
  async look() {
    for (let looks = 1; ; looks += 1) {
      await this.read();
      if (!this.bill!.order || this.left) return this.setData({ started: false });
      if (looks === LOOKS) return this.setData({ told: "银行还没有告诉我们结果。付过了就不用再付，结果出来会发消息给您。" });
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  },

  slip() {
    return attempt(() => openPdf(`/api/v1/bills/${this.data.id}/slip`));
  },
  receipt() {
    return attempt(() => openPdf(`/api/v1/bills/${this.data.id}/receipt`));
  },
  case() {
    void wx.navigateTo({ url: `/packages/case/case/case?id=${this.data.bill!.case}` });
  },
});
