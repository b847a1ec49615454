/** One certificate: what it says, its code for whoever checks it, and the file. */

import { sayDay, sayMoment } from "../../../domain/dates";
import { acting } from "../../../services/acting";
import { brighten, dim } from "../../../services/brightness";
import { now } from "../../../services/clock";
import { server } from "../../../services/config";
import { download } from "../../../services/files";
import { loading, load } from "../../../services/loading";
import { asProblem } from "../../../services/problem";
import { qrPicture } from "../../../services/qr";
import { api, type Reply } from "../../../services/request";

type Certificate = Reply<"get", "/api/v1/certificates/{id}">;

interface Shown {
  title: string;
  holder: string;
  number: string;
  issuer: string;
  issued: string;
  until: string;
  state: string;
  tone: "done" | "refused";
  reason: string;
  agent: string;
  item: string;
  noRecord: boolean;
}

const shown = (each: Certificate): Shown => ({
  title: each.title,
  holder: `${each.holder_name} ${each.holder_number}`,
  number: each.number,
  issuer: each.issuer,
  issued: sayMoment(each.issued_at, now()),
  until: each.valid_until ? sayDay(each.valid_until, now()) : "长期有效",
  state: each.state_label,
  tone: each.state === "valid" ? "done" : "refused",
  reason: each.reason ?? "",
  agent: each.agent_name ?? "",
  item: each.item,
  noRecord: each.no_record ?? false,
});

Page({
  data: { ...loading(), id: "", fresh: false, certificate: null as Shown | null, picture: "", large: false, saving: false, own: true },
  fileUrl: "",

  onLoad({ id = "", fresh = "" }: Record<string, string>) {
    this.setData({ id, fresh: fresh === "1", own: !acting() });
    void this.open();
  },
  onUnload() {
    dim();
  },
  open() {
    return load(this, async () => {
      const certificate = await api.get("/api/v1/certificates/{id}", { path: { id: this.data.id } });
      this.fileUrl = server() + certificate.file_url;
      this.setData({ certificate: shown(certificate), picture: certificate.state === "valid" ? qrPicture(certificate.verify_url) : "" });
    });
  },

  /** Whoever scans it needs a bright screen; afterwards it is as it was. */
  enlarge() {
    this.setData({ large: true });
    void brighten();
  },
  shrink() {
    this.setData({ large: false });
    dim();
  },
  anew() {
    void wx.navigateTo({ url: `/packages/certificates/issue/issue?code=${this.data.certificate!.item}` });
  },
  share() {
    void wx.navigateTo({ url: `/packages/certificates/share/share?id=${this.data.id}` });
  },
  async save() {
    if (this.data.saving) return;
    this.setData({ saving: true });
    try {
      await wx.openDocument({ filePath: await download(this.fileUrl), fileType: "pdf", showMenu: true });
    } catch (failure) {
      void wx.showModal({ title: "文件没有打开", content: asProblem(failure).message, showCancel: false, confirmText: "知道了" });
    } finally {
      this.setData({ saving: false });
    }
  },
});
