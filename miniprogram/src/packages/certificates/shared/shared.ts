/** A certificate somebody shared: whether it holds, whose it is, and the file. Each look is noted for its holder. */

import { server } from "../../../services/config";
import { download } from "../../../services/files";
import { loading, load } from "../../../services/loading";
import { asProblem } from "../../../services/problem";
import { api, type Reply } from "../../../services/request";

interface Shown {
  holder: string;
  purpose: string;
  until: string;
  label: string;
  detail: string;
  title: string;
  issuer: string;
  number: string;
  tone: "done" | "refused";
}

const shown = ({ holder_name, purpose, until_text, certificate }: Reply<"get", "/api/v1/shared/{id}">): Shown => ({
  holder: [holder_name, certificate.holder_number].filter(Boolean).join(" "),
  purpose,
  until: until_text,
  label: certificate.label,
  detail: certificate.detail,
  title: certificate.title ?? "",
  issuer: certificate.issuer ?? "",
  number: certificate.number ?? "",
  tone: certificate.result === "valid" ? "done" : "refused",
});

Page({
  data: { ...loading(), shared: null as Shown | null, saving: false },
  scene: "",
  fileUrl: "",

  onLoad({ scene = "" }: Record<string, string>) {
    this.scene = decodeURIComponent(scene);
    void this.open();
  },
  open() {
    return load(this, async () => {
      const found = await api.get("/api/v1/shared/{id}", { path: { id: this.scene } });
      this.fileUrl = server() + found.file_url;
      this.setData({ shared: shown(found) });
    });
  },
  async save() {
    if (this.data.saving) return;
    this.setData({ saving: true });
    try {
      await wx.openDocument({ filePath: await download(this.fileUrl), fileType: "pdf", showMenu: false });
    } catch (failure) {
      void wx.showModal({ title: "文件没有打开", content: asProblem(failure).message, showCancel: false, confirmText: "知道了" });
    } finally {
      this.setData({ saving: false });
    }
  },
});
