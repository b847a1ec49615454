/** What a member of staff finds on their desk, by role. The server decides what is allowed; this decides what is shown. */

export type Queue = "pre_review" | "reception" | "processing" | "district_review" | "results" | "escalated" | "supervised" | "taken_in" | "mine" | "given_back" | "all";

export interface QueueTab {
  queue: Queue;
  label: string;
  /** Where nothing waits: what would be here. */
  empty: string;
  roles: readonly string[];
}

const HANDLES = ["receptionist", "pre_reviewer", "reviewer", "chief_representative", "village_officer"];

const TABS: readonly QueueTab[] = [
  { queue: "pre_review", label: "待预审", empty: "没有等待预审的材料。群众在手机上交了材料，会出现在这里。", roles: ["pre_reviewer", "reviewer"] },
  { queue: "reception", label: "待收件受理", empty: "没有等待收件或受理的办件。预审通过、群众来了窗口，就会出现在这里。", roles: ["receptionist", "pre_reviewer", "reviewer"] },
  { queue: "processing", label: "待办理", empty: "没有轮到您办的环节。受理以后，轮到您的环节会出现在这里。", roles: ["reviewer", "chief_representative", "village_officer"] },
  { queue: "district_review", label: "镇街收、区里审", empty: "没有镇街收件、轮到您审的办件。镇街窗口收了、到区里的环节，会出现在这里；自己收的不能自己审。", roles: ["reviewer", "chief_representative"] },
  { queue: "results", label: "待出件", empty: "没有等待出件的结果。作出决定的办件会出现在这里。", roles: ["receptionist", "reviewer", "chief_representative"] },
  { queue: "escalated", label: "超过法定期限", empty: "没有超过法定期限的办件。", roles: ["chief_representative"] },
  { queue: "supervised", label: "事后监管", empty: "没有划转审批局后要监管的办件。", roles: ["reviewer", "chief_representative"] },
  { queue: "taken_in", label: "代收的外区件", empty: "没有替别的区收的办件。", roles: ["receptionist"] },
  { queue: "mine", label: "在我手里", empty: "您手里没有办件。在其他队列里点「领取」，就会到这里。", roles: HANDLES },
  { queue: "given_back", label: "下班时退回的", empty: "没有。您手里的办件到下班自动退回待领，还没有人接的会列在这里。", roles: HANDLES },
  { queue: "all", label: "全部", empty: "还没有办件。", roles: HANDLES },
];

/** Lists in which something may be given to one person by name: theirs are counted on the home page, where there are any. */
export const GIVEN = [
  { name: "inspections", label: "要我核查的" },
  { name: "rechecks", label: "要我复核的" },
] as const;

export function tabsFor(roles: readonly string[]): QueueTab[] {
  return TABS.filter((tab) => tab.roles.some((role) => roles.includes(role)));
}

export function handlesCases(roles: readonly string[]): boolean {
  return roles.some((role) => HANDLES.includes(role));
}
