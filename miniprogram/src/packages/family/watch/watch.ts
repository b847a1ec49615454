/** Watching: a new invitation, one that was opened (`scene`), whom I let see, or what I see of somebody else's cases (`id`). */

import { watchChoices, watchedLines, type WatchPage, watchPage } from "../../../domain/family";
import { explain } from "../../../services/case-acts";
import { now } from "../../../services/clock";
import { server } from "../../../services/config";
import { download } from "../../../services/files";
import { forwarded } from "../../../services/forwarding";
import { attempt, loading, load } from "../../../services/loading";
import { type Act, api, newAct } from "../../../services/request";

Page({
  data: { ...loading(), watch: null as WatchPage | null, choices: [] as ReturnType<typeof watchChoices>, lines: [] as ReturnType<typeof watchedLines>, picture: "", working: false },
  id: "",
  scene: "",
  act: newAct() as Act,

  onLoad({ id = "", scene = "" }: Record<string, string>) {
    Object.assign(this, { id, scene: decodeURIComponent(scene), act: newAct() });
  },
  onShow() {
    void this.open();
  },
  open() {
    return load(this, async () => {
      if (this.scene) return void this.setData({ watch: watchPage(await api.get("/api/v1/watch-invitations/{id}", { path: { id: this.scene } }), now()) });
      if (this.id) return this.read();
      const { items } = await api.get("/api/v1/cases");
      this.setData({ choices: watchChoices(items, now()) });
    });
  },
  async read() {
    const path = { id: this.id };
    const watch = watchPage(await api.get("/api/v1/watches/{id}", { path }), now());
    const { items } = watch.sees ? await api.get("/api/v1/watches/{id}/cases", { path }) : { items: [] };
    this.setData({ watch, lines: watchedLines(items, now()) });
  },
  choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const index = currentTarget.dataset["index"] as number;
    this.act = newAct();
    this.setData({ [`choices[${index}].chosen`]: !this.data.choices[index]!.chosen });
  },
  invite() {
    const cases = this.data.choices.filter((each) => each.chosen).map((each) => each.id);
    return this.work(async () => void (this.id = (await api.post("/api/v1/watches", { body: { cases }, act: this.act })).id));
  },
  accept() {
    const { id } = this.data.watch!;
    return this.work(async () => {
      await api.post("/api/v1/watches/{id}/accept", { path: { id }, body: { token: this.scene }, act: this.act });
      [this.id, this.scene] = [id, ""];
    });
  },
  end() {
    return this.work(async () => void (await api.post("/api/v1/watches/{id}/end", { path: { id: this.id }, act: this.act })));
  },
  code() {
    return attempt(async () => this.setData({ picture: await download(`${server()}/api/v1/watches/${this.id}/code`) }));
  },
  async work(what: () => Promise<void>) {
    if (this.data.working) return;
    this.setData({ working: true });
    try {
      await what();
      await this.open();
    } catch (failure) {
      await explain(failure, "关注办件进度");
    } finally {
      this.setData({ working: false });
    }
  },
  onShareAppMessage() {
    return forwarded(this.data.watch?.scene, "请您看看我的事办到哪一步", "/packages/family/watch/watch");
  },
});
