/** A copy of everything kept about me. It lies on the phone only while it is being sent. */

import { kept } from "../../../domain/own-data";
import { loading, load } from "../../../services/loading";
import { asProblem } from "../../../services/problem";
import { api, type Reply } from "../../../services/request";

const FILE = "我的信息.json";

Page({
  data: { ...loading(), kinds: [] as { name: string; count: number }[], name: "", sending: false },
  copy: null as Reply<"get", "/api/v1/me/export"> | null,

  onLoad() {
    void this.open();
  },
  open() {
    return load(this, async () => {
      this.copy = await api.get("/api/v1/me/export");
      const kinds = kept(this.copy.records);
      this.setData({ kinds, name: this.copy.person.name });
      return kinds.length ? "ready" : "empty";
    });
  },
  async send() {
    if (this.data.sending) return;
    this.setData({ sending: true });
    const files = wx.getFileSystemManager();
    const filePath = `${wx.env.USER_DATA_PATH}/${FILE}`;
    try {
      files.writeFileSync(filePath, JSON.stringify(this.copy, null, 2), "utf8");
      await wx.shareFileMessage({ filePath, fileName: FILE });
    } catch (failure) {
      if (!String((failure as { errMsg?: string }).errMsg).includes("cancel")) void wx.showModal({ title: "没有发出去", content: asProblem(failure).message, showCancel: false, confirmText: "知道了" });
    } finally {
      files.unlinkSync(filePath);
      this.setData({ sending: false });
    }
  },
});
