/** What may be wrong with a paper or an answer, and the words that usually tell how to mend it: chosen by one key, then put right by hand. */

import type { components } from "../../typings/api";
import { isHandedIn, type Material } from "./papers";

type CaseForStaff = components["schemas"]["CaseForStaff"];
type Answer = CaseForStaff["answers"][number];
type Difference = CaseForStaff["differences"][number];

export interface Offer {
  reason: string;
  advice: string;
}

/** As the server takes it. */
export const LEAST = 4;
export const MOST = 500;

const offers = (words: Record<string, string>): Offer[] => Object.entries(words).map(([reason, advice]) => ({ reason, advice }));

/** What the item says of a paper, to whoever has to hand it in: not when it need not be. */
function asks(help: string): string {
  const kept = help.split("。").filter((each) => each && !each.includes("不用交"));
  return kept.map((each) => `${each.replace(/^查不到时，/, "")}。`).join("");
}

/** A paper that is not there can only be missing; one that is there cannot, and a licence is neither photographed nor filled in. */
export function offersFor(material: Pick<Material, "name" | "help" | "files" | "licence">): Offer[] {
  const { name, help } = material;
  if (!isHandedIn(material as Material)) return offers({ missing: `请补交「${name}」。${asks(help)}`, other: "" });
  const whole = {
    expired: `「${name}」已经过了有效期，请换成还在有效期内的。`,
    inconsistent: `「${name}」和填写的内容不一样，请核对，哪一边错了就改哪一边。`,
    wrong_document: `交来的不是「${name}」，请换成这份材料。${asks(help)}`,
  };
  if (material.licence) return offers({ ...whole, other: "" });
  return offers({
    unclear: `「${name}」看不清，请放平、在亮处重新拍，四个角都拍进去。`,
    incomplete: `「${name}」不完整，请把缺的页补上，每一页都拍清楚。`,
    ...whole,
    signature: `「${name}」没有签名或盖章，请补上以后重新拍照上传。`,
    wrong_answer: `「${name}」上有地方填错了，请改正后重新上传。`,
    other: "",
  });
}

/** `differences`: what registers say of this answer. Of one that takes no other than the registered, only the register can be put right. */
export function offersForAnswer({ label, bound, source }: Pick<Answer, "label" | "bound" | "source">, differences: Pick<Difference, "register">[]): Offer[] {
  if (bound) return offers({ inconsistent: `「${label}」就是${source || "登记信息"}里登记的，在这里改不了；登记错了的，请先到登记的部门更正，再重新提交。`, other: "" });
  const [register] = differences.map((each) => each.register);
  return offers({
    wrong_answer: `「${label}」填错了，请核对后改正。`,
    inconsistent: register
      ? `「${label}」和${register}登记的不一样，请核对后改正；登记错了的，请先请登记的部门更正。`
      : `「${label}」和交来的材料不一样，请核对后改正。`,
    incomplete: `「${label}」没有写全，请补全。`,
    unclear: `「${label}」写得不清楚，请写具体。`,
    other: "",
  });
}

/** What a note still lacks; empty where it may be kept. */
export function lacking(reason: string, advice: string): string {
  if (!reason) return "请先选是什么问题，按前面的数字就行。";
  return advice.trim().length < LEAST ? `请写明怎样改，至少 ${LEAST} 个字。` : "";
}
