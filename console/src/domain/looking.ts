/** What of a material stands in the viewer: what was handed in now, and beside it what was handed in before. */

import type { components } from "../../typings/api";
import { isSeen, type Material } from "./papers.ts";

type Earlier = components["schemas"]["EarlierMaterialView"];

export interface Sheet {
  address: string;
  name: string;
  /** Which upload it is: another one in the same place is drawn anew. */
  upload: string;
}

/** What stands in its place now, one for each file. */
export function sheetsOf(caseId: string, material: Material): Sheet[] {
  const place = `/api/v1/staff/cases/${caseId}/materials/${material.key}`;
  if (!isSeen(material)) return [];
  if (material.licence) return [{ address: `${place}/licence`, name: material.name, upload: material.licence.authorisation }];
  return material.files.map((each, index) => ({ address: `${place}/${index}`, name: each.name || `第${index + 1}份`, upload: each.material }));
}

/** Why nothing of a material is seen. */
export function unseen({ name, licence, exempt, help }: Material): string {
  if (licence) return `这里用的是${licence.holder}的电子证照《${licence.name}》。办件已经结束，或者持有人的授权已经到期，副本不再打开。`;
  return `「${name}」没有文件。${exempt || help}`;
}

/** What stood there at an earlier handing-in. */
export function earlierSheets(caseId: string, { material, number, files }: Earlier): Sheet[] {
  const place = `/api/v1/staff/cases/${caseId}/materials/${material}/earlier/${number}`;
  return Array.from({ length: files }, (_, index) => ({ address: `${place}/${index}`, name: `第${index + 1}份`, upload: "" }));
}

/** What was said of it, where it was sent back. */
export function saidOf({ reason, advice }: Earlier): string {
  return reason ? `当时告知：${reason.label}。${advice}` : "";
}
