/**
 * 给谁办: oneself, or somebody whose grant for this item one holds; and the way to such a grant. Sends `change` when it is somebody else
 * than before: whatever the page shows of a person is then another's.
 */

import type { Field } from "../../domain/answers";
import type { GrantCard } from "../../domain/family";
import { beginnable, SELF, whomField } from "../../domain/whom";
import { acting, actForSelf, watchActing } from "../../services/acting";
import { now } from "../../services/clock";
import { begin } from "../../services/grants";
import { me } from "../../services/me";
import { api } from "../../services/request";

const leaving = new WeakMap<object, () => void>();
const held = new WeakMap<object, GrantCard[]>();

async function grantsFor(item: string): Promise<GrantCard[]> {
  if ((await me()).level === 0) return [];
  return beginnable((await api.get("/api/v1/grants")).items, item, now());
}

Component({
  properties: {
    /** The code of the item. */
    item: String,
    /** Whether it may be done for somebody else at all. */
    allowed: Boolean,
  },
  data: { field: null as Partial<Field> | null, chosen: SELF, failed: false },
  observers: {
    "item, allowed"() {
      void this.read();
    },
  },
  lifetimes: {
    attached() {
      this.setData({ chosen: acting()?.grant ?? SELF });
      leaving.set(this, watchActing((now) => this.setData({ chosen: now?.grant ?? SELF })));
    },
    detached() {
      leaving.get(this)?.();
    },
  },
  pageLifetimes: {
    /** Also after somebody came back with a new grant. */
    show() {
      void this.read();
    },
  },
  methods: {
    async read() {
      const { item, allowed } = this.data;
      if (!item || !allowed) return;
      try {
        const cards = await grantsFor(item);
        held.set(this, cards);
        this.setData({ failed: false, field: cards.length || acting() ? whomField(cards) : null });
      } catch {
        this.setData({ failed: true });
      }
    },
    choose({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      if (detail.value === this.data.chosen) return;
      const card = held.get(this)?.find((each) => each.id === detail.value);
      if (card) begin(card);
      else actForSelf();
      this.triggerEvent("change");
    },
    add() {
      void wx.navigateTo({ url: `/packages/family/family/family?item=${this.data.item}` });
    },
  },
});
