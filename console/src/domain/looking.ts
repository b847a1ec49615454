/** What of a material stands in the viewer: what was handed in now, and beside it what was handed in before. */

import type { components } from "../../typings/api";
import type { Material } from "./papers";

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
  if (material.licence) return [{ address: `${place}/licence`, name: material.name, upload: material.licence.authorisation }];
  return material.files.map((each, index) => ({ address: `${place}/${index}`, name: each.name || `第${index + 1}份`, upload: each.material }));
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
