/** Which hall: those that serve the item by appointment. */

import { loading, load } from "../../../services/loading";
import { api } from "../../../services/request";
import { callPerson } from "../../../services/telephone";

interface Line {
  id: string;
  name: string;
  address: string;
  hours: string;
  phone: string;
}

Page({
  data: { ...loading(), item: "", case: "", shared: false, halls: [] as Line[] },

  /** `case`: the one the visit is for. */
  onLoad({ item = "", case: visited = "" }: Record<string, string>) {
    this.setData({ item, case: visited });
    void this.open();
  },
  open() {
    return load(this, async () => {
      const { item } = this.data;
      const [{ items }, guide] = await Promise.all([api.get("/api/v1/halls", { query: { item } }), api.get("/api/v1/items/{id}", { path: { id: item } })]);
      this.setData({ shared: guide.proxy.allowed && !this.data.case, halls: items.map(({ id, name, address, hours, phone }) => ({ id, name, address, hours, phone })) });
      return items.length ? "ready" : "empty";
    });
  },
  choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { id } = currentTarget.dataset as { id: string };
    void wx.navigateTo({ url: `/packages/appointments/slots/slots?item=${this.data.item}&hall=${id}&case=${this.data.case}` });
  },
  call({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void callPerson(currentTarget.dataset["phone"] as string);
  },
});
