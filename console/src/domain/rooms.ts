/** The pages beside the desk of cases: whom each is for and what it is good for. The server decides what is allowed. */

export interface Room {
  name: string;
  label: string;
  /** Where it is good for different things to different roles, told by them. */
  says: string | ((roles: readonly string[]) => string);
  roles: readonly string[];
  group: keyof typeof GROUPS;
  /** What else it takes of a member of staff, as the server has it. */
  where?: (who: Who) => boolean;
}

/** What of a member of staff decides which pages are theirs. */
export interface Who {
  roles: readonly string[];
  town?: string | null;
}

/** What belongs together stands together, in this order. */
const GROUPS = { counter: "窗口", cases: "办件", hall: "大厅", oversight: "监督", keeping: "管理" } as const;

const DECIDES = ["reviewer", "chief_representative"];
const AT_WORK = ["receptionist", "pre_reviewer", ...DECIDES, "village_officer"];

const COUNTER_AND_DESK = ["receptionist", "pre_reviewer", ...DECIDES];
const OVERSEES = ["supervisor", "auditor", "chief_representative"];
const CHECKS = [...DECIDES, "supervisor", "auditor"];
const AT_COUNTERS = [...AT_WORK, "hall_manager"];
const EVERYBODY = [...AT_COUNTERS, "hotline_agent", "supervisor", "catalogue_editor", "system_admin", "security_admin", "auditor"];

export const ROOMS: readonly Room[] = [
  { name: "today", label: "今日", says: "大厅每天的预约和取号：确认、签到、叫号、转窗口、办完。", roles: AT_COUNTERS, group: "counter" },
  { name: "counter", label: "窗口服务", says: "来的人刷一次证件，收件、收费、交付结果、听取本人的话、登记和撤销授权、当场开证明都在一页上。", roles: AT_WORK, group: "counter" },
  { name: "results", label: "待交付的结果", says: "等领取、在路上、快递退回的结果：交付、重新寄送、改为窗口领取、撤回。", roles: ["receptionist", "pre_reviewer", ...DECIDES], group: "counter" },
  { name: "file", label: "代录申请", says: "替没有手机、人在面前的居民填表、拍材料、打印申请表签名后提交；能秒批的证明当场开出、打印。", roles: ["receptionist", "village_officer"], group: "counter" },
  { name: "book", label: "电话代约", says: "替打电话来的人约时间，查、改、取消已经约好的；也能用留给电话和现场的号。", roles: ["hotline_agent", ...AT_COUNTERS], group: "counter" },
  { name: "calls", label: "电话通知", says: "短信和微信都没送到的通知：打电话告诉本人，记下结果。", roles: ["hotline_agent", "receptionist", "village_officer"], group: "counter", where: (who) => who.roles.includes("hotline_agent") || Boolean(who.town) },
  { name: "hall", label: "大厅管理", says: "停办大厅或窗口、单日延时、排班和号数、未到和等候的数字；先看影响到谁再改。", roles: ["hall_manager"], group: "hall" },
  { name: "calendar", label: "工作日历", says: "一年里放假和调休上班的日子，后来改过的也在内：期限和号源都按它算。", roles: EVERYBODY, group: "hall" },
  { name: "cards", label: "督办牌", says: "查看提醒、黄牌和红牌：部门负责人申诉，督查员复核。", roles: ["supervisor", "auditor", ...AT_WORK], group: "oversight" },
  { name: "clocks", label: "在办时限", says: "在办的办件谁快要超期、谁已经超期、谁暂停了和为什么，按先后排。", roles: OVERSEES, group: "oversight" },
  { name: "figures", label: "办件统计", says: "一个月的办结量、按时办结率、退回次数、即时办结占比和各大厅的等候，每个数怎样算都写明。", roles: ["supervisor", "auditor", "chief_representative", "hall_manager"], group: "oversight" },
  { name: "decide", label: "等我决定", says: "首席代表：等您决定的、超过法定期限的、申请回避的、拟撤销的、要指定人的、要申诉的督办牌、等发布的事项草稿和快到期的授权书，一页看全。", roles: ["chief_representative"], group: "cases" },
  { name: "inspections", label: "事后核查", says: "告知承诺和批准后义务的核查：谁去查、什么时候到期、查了怎样；首席代表指定核查人员。", roles: CHECKS, group: "cases" },
  { name: "debts", label: "容缺补交", says: "承诺后补的材料：交来等审核的在最前面，再按到期先后；没有守诺的记录和修复。", roles: COUNTER_AND_DESK, group: "cases" },
  { name: "rechecks", label: "抽检复核", says: "镇街收、区里定的办件按月抽检：复核、指定人员、一个月的数字。", roles: CHECKS, group: "cases" },
  { name: "certificates", label: "证明", says: ofCertificates, roles: [...AT_WORK, "auditor"], group: "cases" },
  { name: "grants", label: "授权核实", says: "核实监护关系和纸质授权书：看照片、给本人打电话，属实的确认，不属实的写明理由退回。", roles: ["receptionist", "village_officer", ...DECIDES], group: "counter" },
  { name: "audit", label: "审计", says: "查日志：谁在什么时候做了什么、看了谁的信息；核对日志有没有被改动。", roles: ["auditor"], group: "oversight" },
  { name: "people", label: "人员", says: "工作人员的账号、角色、部门和登录：系统管理员设置，安全管理员结束登录，审计员查看。", roles: ["system_admin", "security_admin", "auditor"], group: "keeping" },
  { name: "devices", label: "自助终端", says: "登记大厅里的自助终端和候叫屏，设备凭据只显示一次；坏了、丢了马上停用。", roles: ["system_admin"], group: "keeping" },
  { name: "authorisations", label: "首席代表授权", says: "授权书一人录入、另一人签发；撤销；首席代表登记离岗和返岗。", roles: ["system_admin", "security_admin", "auditor", "supervisor", "chief_representative"], group: "keeping" },
  { name: "standins", label: "AB角", says: "请假、培训的同事由谁代办：指定B角，登记不在岗和返岗。", roles: ["chief_representative", "hall_manager", "system_admin", "security_admin", "auditor", "supervisor"], group: "hall" },
  { name: "points", label: "积分", says: "积分入户、入学：核定各项积分、答复异议，开批次、排名、公示、作决定。", roles: DECIDES, group: "cases" },
  { name: "books", label: "台账和档案", says: "台账由系统从办件自动填；办结的办件归档、暂缓销毁、期满销毁。", roles: [...DECIDES, "supervisor"], group: "cases" },
  { name: "catalogue", label: "事项目录", says: "事项的版本和办事指南：起草新版本、检查、试算，另一人复核后发布。", roles: ["catalogue_editor", "chief_representative"], group: "keeping" },
];

export function roomsFor(who: Who): Room[] {
  return ROOMS.filter((room) => room.roles.some((role) => who.roles.includes(role)) && (room.where?.(who) ?? true));
}

/** What a room is good for to whoever has these roles. */
export function saidOf(room: Room, roles: readonly string[]): string {
  return typeof room.says === "string" ? room.says : room.says(roles);
}

function ofCertificates(roles: readonly string[]): string {
  if (decides(roles)) return "查找本部门开出的证明：查看、打印、补发换发、撤销。";
  return roles.some((role) => AT_WORK.includes(role)) ? "查找本部门开出的证明：查看、打印。" : "按号码查一份证明：谁开的、开给谁、现在是否有效。";
}

/** The same, by what belongs together. */
export function groupsFor(who: Who): { name: string; label: string; rooms: Room[] }[] {
  const open = roomsFor(who);
  return Object.entries(GROUPS)
    .map(([name, label]) => ({ name, label, rooms: open.filter((room) => room.group === name) }))
    .filter((group) => group.rooms.length);
}

/** Pages that belong to another one's list. */
const WITHIN: Record<string, string> = { case: "cases", card: "cards", item: "catalogue", "figure-cases": "figures", "case-time": "clocks" };

/** How the entry at the side is marked on a page: it is the page, or the page lies within it. Nothing for others. */
export function markOf(entry: string, page: string): "page" | "true" | undefined {
  if (entry === page) return "page";
  return WITHIN[page] === entry ? "true" : undefined;
}

/** Whether that room is somebody's. */
export function mayEnter(name: string): (who: Who) => boolean {
  return (who) => roomsFor(who).some((room) => room.name === name);
}

/** Whether one may end the validity of a certificate of one's department. */
export function decides(roles: readonly string[]): boolean {
  return roles.some((role) => DECIDES.includes(role));
}

/** Whether one may see who had a case when. */
export function oversees(roles: readonly string[]): boolean {
  return roles.some((role) => OVERSEES.includes(role));
}
