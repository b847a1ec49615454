/** Somebody asks to use a licence of mine: whose case, for what, until when. Yes, no, taking it back; and every look at it. */

import { type AuthorisationPage, authorisationPage } from "../../../domain/licences";
import { confirmed } from "../../../services/asking";
import { explain } from "../../../services/case-acts";
import { now } from "../../../services/clock";
import { load, loading } from "../../../services/loading";
import { Acts, api, type Reply } from "../../../services/request";

type Authorisation = Reply<"get", "/api/v1/licences/authorisations/{id}">;
type Answer = "authorise" | "decline" | "revoke";

Page({
  data: { ...loading(), id: "", page: null as AuthorisationPage | null, working: "" },
  found: null as Authorisation | null,
  acts: null as Acts | null,

  onLoad({ id = "" }: Record<string, string>) {
    this.acts = new Acts();
    this.setData({ id });
  },
  onShow() {
    void this.open();
  },
  open() {
    return load(this, async () => this.draw(await api.get("/api/v1/licences/authorisations/{id}", { path: { id: this.data.id } })));
  },
  draw(found: Authorisation) {
    this.found = found;
    this.setData({ page: authorisationPage(found, now()) });
  },

  agree() {
    return this.answer("authorise");
  },
  refuse() {
    return this.answer("decline");
  },
  async takeBack() {
    const yes = await confirmed({ title: "要撤回授权吗", content: "撤回以后对方不能再用，要改为自己上传材料。", yes: "撤回", no: "留着" });
    if (yes) await this.answer("revoke");
  },
  /** Once for the page as it was seen, however often it is tapped or tried. */
  async answer(how: Answer) {
    if (this.data.working) return;
    const { id, version, kind_name } = this.found!;
    const act = this.acts!.of(how, version);
    this.setData({ working: how });
    try {
      this.draw(await api.post(`/api/v1/licences/authorisations/{id}/${how}`, { path: { id }, body: { version }, act }));
    } catch (failure) {
      if ((await explain(failure, `答复使用${kind_name}`)).status === 409) await this.open();
    } finally {
      this.setData({ working: "" });
    }
  },
});
