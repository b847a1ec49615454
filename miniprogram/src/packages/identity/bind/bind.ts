/** Level 1: name and number as the document has them, and a code to a phone. */

import { codeFault, nameFault, numberFault, phoneFault, tidyCode, tidyNumber, tidyPhone } from "../../../domain/identity";
import { loading, load } from "../../../services/loading";
import { requirePrivacy } from "../../../services/privacy";
import { asProblem, Problem } from "../../../services/problem";
import { api } from "../../../services/request";

const DOCUMENTS = [
  { value: "resident_card", label: "居民身份证" },
  { value: "hkmt_residence", label: "港澳台居民居住证" },
  { value: "hk_macau_permit", label: "港澳居民来往内地通行证" },
  { value: "taiwan_permit", label: "台湾居民来往大陆通行证" },
  { value: "permanent_residence", label: "外国人永久居留身份证" },
  { value: "passport", label: "护照" },
] as const;

interface Answers {
  name: string;
  id_number: string;
  phone: string;
  sms_code: string;
}
type Faults = Partial<Record<keyof Answers, string>>;

const SECOND = 1000;
/** What the server may complain of, by its JSON pointer. */
const POINTERS: Record<string, keyof Answers> = { "/name": "name", "/id_number": "id_number", "/phone": "phone", "/sms_code": "sms_code" };

Page({
  data: {
    ...loading(),
    agreed: false,
    documents: DOCUMENTS as unknown as { label: string }[],
    chosen: 0,
    answers: { name: "", id_number: "", phone: "", sms_code: "" } as Answers,
    faults: {} as Faults,
    told: "",
    sent: "",
    wait: 0,
    sending: false,
    working: false,
  },
  timer: 0,

  onLoad() {
    void this.ask();
  },
  onUnload() {
    clearInterval(this.timer);
  },
  /** Nothing personal is asked before the privacy agreement. */
  ask() {
    return load(this, async () => this.setData({ agreed: await requirePrivacy() }));
  },

  choose({ detail }: WechatMiniprogram.PickerChange) {
    this.setData({ chosen: Number(detail.value), "faults.id_number": "" });
  },
  type({ detail, currentTarget }: WechatMiniprogram.Input) {
    const field = currentTarget.dataset["field"] as keyof Answers;
    this.setData({ [`answers.${field}`]: detail.value, [`faults.${field}`]: "" });
  },
  check({ currentTarget }: WechatMiniprogram.InputBlur) {
    const field = currentTarget.dataset["field"] as keyof Answers;
    if (this.data.answers[field]) this.setData({ [`faults.${field}`]: this.faultOf(field) });
  },
  faultOf(field: keyof Answers): string {
    const { answers, chosen } = this.data;
    if (field === "id_number") return numberFault(DOCUMENTS[chosen]!.value, answers.id_number);
    return { name: nameFault, phone: phoneFault, sms_code: codeFault }[field](answers[field]);
  },

  async send() {
    const phone = this.faultOf("phone");
    this.setData({ "faults.phone": phone, told: "" });
    if (phone || this.data.sending || this.data.wait > 0) return;
    this.setData({ sending: true });
    try {
      const { detail, retry_after } = await api.post("/api/v1/sms-codes", { body: { phone: tidyPhone(this.data.answers.phone) } });
      this.setData({ sent: detail });
      this.countDown(retry_after);
    } catch (failure) {
      this.tell(asProblem(failure));
    } finally {
      this.setData({ sending: false });
    }
  },
  countDown(seconds: number) {
    clearInterval(this.timer);
    this.setData({ wait: seconds });
    this.timer = setInterval(() => {
      this.setData({ wait: this.data.wait - 1 });
      if (this.data.wait <= 0) clearInterval(this.timer);
    }, SECOND);
  },

  async submit() {
    const faults = Object.fromEntries((Object.keys(this.data.answers) as (keyof Answers)[]).map((field) => [field, this.faultOf(field)])) as Faults;
    this.setData({ faults, told: "" });
    if (Object.values(faults).some(Boolean) || this.data.working) return;
    this.setData({ working: true });
    try {
      const { name, id_number, phone, sms_code } = this.data.answers;
      const document_type = DOCUMENTS[this.data.chosen]!.value;
      await api.put("/api/v1/me/identity", { body: { document_type, name: name.trim(), id_number: tidyNumber(id_number), phone: tidyPhone(phone), sms_code: tidyCode(sms_code) } });
      await this.done();
    } catch (failure) {
      this.tell(asProblem(failure));
    } finally {
      this.setData({ working: false });
    }
  },
  async done() {
    await wx.showToast({ title: "实名好了", icon: "success" });
    if (getCurrentPages().length > 1) return wx.navigateBack();
    return wx.switchTab({ url: "/pages/me/me" });
  },
  /** At its field where it has one, else above the button. */
  tell(problem: Problem) {
    const placed = Object.entries(problem.errors).filter(([pointer]) => pointer in POINTERS);
    const faults = Object.fromEntries(placed.map(([pointer, words]) => [POINTERS[pointer]!, words])) as Faults;
    this.setData({ faults: { ...this.data.faults, ...faults }, told: placed.length ? "" : problem.message });
    if (problem.retryAfter > 0) this.countDown(problem.retryAfter);
  },
});
