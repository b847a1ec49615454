/** A commitment: everything is told first, and only what was read is signed. */

import { CaseActs, explain } from "../../../services/case-acts";
import { load, loading } from "../../../services/loading";
import { api, type Reply } from "../../../services/request";

type Letter = Reply<"get", "/api/v1/cases/{id}/commitment">;

interface Shown {
  terms: { name: string; text: string }[];
  materials: string;
  steps: string;
  whyNot: string;
  given: string;
}

const shown = ({ terms, materials, steps, why_not, given }: Letter): Shown => ({
  terms,
  materials: materials.join("、"),
  steps: steps.join("、"),
  whyNot: why_not,
  given: given?.stands ? `${given.word.by}已经承诺，编号${given.number}。` : "",
});

Page({
  data: { ...loading(), id: "", letter: null as Shown | null, read: false, declinable: false, working: "" },
  digest: "",
  version: 0,
  acts: null as CaseActs | null,

  onLoad({ id = "" }: Record<string, string>) {
    this.setData({ id });
    this.acts = new CaseActs();
  },
  onShow() {
    void this.open();
  },
  open() {
    return load(this, async () => {
      const path = { id: this.data.id };
      const [letter, found] = await Promise.all([api.get("/api/v1/cases/{id}/commitment", { path }), api.get("/api/v1/cases/{id}", { path })]);
      [this.digest, this.version] = [letter.digest, found.version];
      this.setData({ letter: shown(letter), declinable: found.actions.some((each) => each.action === "decline-commitment") });
    });
  },
  /** Back to where it was asked; to the case, where somebody came here straight. */
  leave() {
    return getCurrentPages().length > 1 ? wx.navigateBack() : wx.redirectTo({ url: `/packages/case/case/case?id=${this.data.id}` });
  },
  agree() {
    this.setData({ read: !this.data.read });
  },
  commit() {
    return this.take("commit", { digest: this.digest });
  },
  decline() {
    return this.take("decline-commitment", {});
  },
  async take(action: string, body: object) {
    if (this.data.working) return;
    this.setData({ working: action });
    try {
      await this.acts!.take({ id: this.data.id, version: this.version }, action, body);
      await this.leave();
    } catch (failure) {
      const problem = await explain(failure, "作出告知承诺");
      if (problem.status === 409) await this.open();
    } finally {
      this.setData({ working: "" });
    }
  },
});
