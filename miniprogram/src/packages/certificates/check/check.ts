/** Is a certificate somebody shows me real, and does it hold: by its code, scanned or typed, or by the PDF I was given. */

import { type Checked, checked, checkedFile, checkedLicence, codeOf, licenceCodeOf, licenceEnded, unknown } from "../../../domain/verify";
import { now } from "../../../services/clock";
import { checkPdf } from "../../../services/files";
import { asProblem } from "../../../services/problem";
import { api } from "../../../services/request";

/** What the product hears out; none of its certificates comes near it. */
const MOST_BYTES = 1024 * 1024;

Page({
  data: { code: "", working: "", told: "", found: null as Checked | null },

  onLoad({ code = "" }: Record<string, string>) {
    if (code) void this.check(code);
  },
  async scan() {
    const scanned = await wx.scanCode({ scanType: ["qrCode"] }).catch(() => null);
    if (scanned) await this.check(scanned.result);
  },
  write({ detail }: WechatMiniprogram.Input) {
    this.setData({ code: detail.value });
  },
  typed() {
    return this.check(this.data.code);
  },
  async check(text: string) {
    const licence = licenceCodeOf(text);
    if (licence) return this.ask(async () => checkedLicence(await api.get("/verify/licences/{id}", { path: { id: licence } }), now()), licenceEnded);
    const code = codeOf(text);
    if (!code) return this.setData({ found: null, told: "这不是本平台的码。请扫证明上、证照上的二维码，或者输入证明下面印的验真码。" });
    await this.ask(async () => checked(await api.get("/verify/{id}", { path: { id: code } }), now()), unknown);
  },
  /** Asks about a code; `nobody`: what is told where the product knows none. */
  ask(look: () => Promise<Checked>, nobody: () => Checked) {
    return this.work("code", async () => {
      try {
        return await look();
      } catch (failure) {
        if (asProblem(failure).status === 404) return nobody();
        throw failure;
      }
    });
  },
  async file() {
    const chosen = await wx.chooseMessageFile({ count: 1, type: "file", extension: ["pdf"] }).catch(() => null);
    const file = chosen?.tempFiles[0];
    if (!file) return;
    if (file.size > MOST_BYTES) return this.setData({ found: null, told: "这个文件超过 1 MB。本平台的证明没有这么大，请选下载的原文件。" });
    await this.work("file", async () => checkedFile(await checkPdf(file.path), now()));
  },
  async work(what: string, ask: () => Promise<Checked>) {
    if (this.data.working) return;
    this.setData({ working: what, told: "", found: null });
    try {
      this.setData({ found: await ask() });
    } catch (failure) {
      this.setData({ told: asProblem(failure).message });
    } finally {
      this.setData({ working: "" });
    }
  },
});
