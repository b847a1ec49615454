/** Finding an item: by what people call it, or all of one part of life. */

import { meansElderMode } from "../../../domain/elder";
import { HOTLINE } from "../../../services/config";
import { attempt, loading, load } from "../../../services/loading";
import { showLines } from "../../../services/portions";
import { setElder } from "../../../services/preferences";
import { api, type Reply } from "../../../services/request";
import { callPerson } from "../../../services/telephone";

type Item = Reply<"get", "/api/v1/items">["items"][number];

interface Line {
  code: string;
  name: string;
  note: string;
  status: string;
}

const WAIT_FOR_MORE = 300;
const SUGGESTIONS = ["身份证丢了", "开社保证明", "高龄津贴", "租房备案", "孩子上学"];

const line = ({ code, name, summary, visits, online }: Item): Line => ({
  code,
  name,
  note: summary,
  status: !online ? "看怎么办" : visits === 0 ? "不用跑" : `跑${visits}趟`,
});

Page({
  data: {
    ...loading(),
    phase: "ready" as ReturnType<typeof loading>["phase"],
    words: "",
    asked: "",
    theme: "",
    themeName: "",
    found: [] as Line[],
    next: null as string | null,
    elderMode: false,
    suggestions: SUGGESTIONS,
    hotline: HOTLINE,
  },
  timer: 0,

  onLoad({ theme = "", name = "", q = "" }: Record<string, string>) {
    const themeName = decodeURIComponent(name);
    this.setData({ theme, themeName, words: decodeURIComponent(q) });
    if (themeName) void wx.setNavigationBarTitle({ title: themeName });
    if (theme || q) void this.open();
  },
  onUnload() {
    clearTimeout(this.timer);
  },

  type({ detail }: WechatMiniprogram.Input) {
    clearTimeout(this.timer);
    this.setData({ words: detail.value });
    this.timer = setTimeout(() => void this.open(), WAIT_FOR_MORE);
  },
  confirm() {
    clearTimeout(this.timer);
    void this.open();
  },
  suggest({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.setData({ words: currentTarget.dataset["words"] as string });
    void this.open();
  },

  open() {
    const q = this.data.words.trim();
    if (!q && !this.data.theme) return load(this, () => Promise.resolve(() => this.setData({ asked: "", found: [], next: null, elderMode: false })));
    if (this.data.phase !== "ready" && this.data.phase !== "empty") this.setData({ phase: "quiet" });
    return load(this, async () => {
      const { items, next } = await api.get("/api/v1/items", { query: { q, theme: this.data.theme || null } });
      return () => {
        showLines(this, "found", items.map(line));
        this.setData({ asked: q, next: next ?? null, elderMode: meansElderMode(q) });
        return items.length ? "ready" : "empty";
      };
    });
  },
  more() {
    return attempt(async () => {
      const { asked: q, next: cursor } = this.data;
      const { items, next } = await api.get("/api/v1/items", { query: { q, theme: this.data.theme || null, cursor: cursor ?? "" } });
      if (q !== this.data.asked || cursor !== this.data.next) return; // something else was looked for meanwhile
      const from = this.data.found.length;
      showLines(this, "found", items.map(line), from);
      this.setData({ next: next ?? null });
    });
  },

  guide({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: `/packages/guide/item/item?code=${currentTarget.dataset["code"] as string}` });
  },
  openElder() {
    setElder(true);
    void wx.showToast({ title: "已换成长辈版", icon: "none" });
    this.setData({ elderMode: false });
  },
  call() {
    void callPerson(HOTLINE);
  },
});
