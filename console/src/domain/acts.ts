/** What each act on a case asks of whoever takes it. Which acts are possible the server says with every case; their words, too. */

export type Input =
  | { kind: "text"; name: string; label: string; help?: string; optional?: boolean; /** Its help says when it may stay empty. */ depends?: boolean }
  | { kind: "line"; name: string; label: string; help?: string; optional?: boolean }
  | { kind: "date"; name: string; label: string; help?: string; optional?: boolean }
  | { kind: "number"; name: string; label: string; help?: string; optional?: boolean }
  | { kind: "choice"; name: string; label: string; list: WordList; optional?: boolean; help?: string };

/** `deliver`, `record` and `green_grounds` come with the case, the others with the words of the house. */
export type WordList = "pause_grounds" | "green_grounds" | "inspection_outcomes" | "step_outcomes" | "recusal_grounds" | "deliver" | "record";

export interface Choice {
  code: string;
  label: string;
}

export type Typed = Record<string, string | undefined>;

export interface ActForm {
  inputs: Input[];
  /** Cannot be taken back: asked once more, in the words of what happens. */
  told?: string;
  key?: string;
  /** Of those beside each other, the one that is meant to be taken next. */
  primary?: boolean;
}

const REASON: Input = { kind: "text", name: "reason", label: "理由", help: "申请人会看到，请写明事实和要求。" };
const BASIS: Input = { kind: "text", name: "basis", label: "依据", help: "写明法律、法规或文件的名称和条款。" };
const LAW: Input = { kind: "line", name: "legal_basis", label: "依据", help: "停止法定时限的，写明法律条款。" };
/** What stops the promised time alone rests on no law, and is asked for none. */
const STOPS_NO_LAW: readonly string[] = ["site_visit", "counterpart"];

const DIFFERING: Input = {
  kind: "text",
  name: "differing",
  label: "与登记信息不一致的，核实情况",
  help: "写明怎样核实的、结论是什么。已经有人写过、后来没有再改的，可以不填。",
  optional: true,
  depends: true,
};

const LOOK: Input = {
  kind: "choice",
  name: "outcome",
  label: "结论",
  list: "step_outcomes",
};
const DESPITE: Input = {
  kind: "text",
  name: "despite",
  label: "现场查看不通过仍批准的理由",
  help: "要批准就要写：只由首席代表写，印在决定书上。",
  optional: true,
  depends: true,
};

const WISH: Input = { kind: "text", name: "wish", label: "申请人怎么说的", help: "申请人选的不是这样，自己要改的才能改；会告诉申请人。" };

/** How a result is given, as its case proposes it. */
export interface Handing {
  kind: string;
  act: string;
  chosen: string;
  chosen_words: string;
  deliver: Choice[];
  record: Choice[];
}
const ON_THE_PHONE = ["download", "notice"];

const GIVING: Record<string, { name: string; list: "deliver" | "record" }> = { deliver: { name: "method", list: "deliver" }, "record-result": { name: "way", list: "record" } };

/** What stands in the form of such an act at first: the applicant's choice, or the only way there is. */
export function handingFirst(action: string, handing: Handing | null): Typed {
  const giving = GIVING[action];
  if (!handing || !giving) return {};
  const ways = handing[giving.list];
  const way = ways.find((each) => each.code === handing.chosen) ?? (ways.length === 1 ? ways[0] : undefined);
  return { kind: handing.kind, [giving.name]: way?.code };
}

/** What may be chosen. `house`: the words of all cases. */
export function choicesOf(list: WordList, of: { handing: Handing | null; green_grounds: Choice[] }, house: Partial<Record<WordList, Choice[]>> | null): Choice[] {
  if (list === "deliver" || list === "record") return of.handing?.[list] ?? [];
  return list === "green_grounds" ? of.green_grounds : (house?.[list] ?? []);
}

/** Whether it goes another way than the applicant chose: then only on their own word. */
function otherWay(typed: Typed, handing: Handing | null): boolean {
  const way = typed["method"] ?? typed["way"];
  if (!handing?.chosen || !way || way === handing.chosen || way === "exit") return false;
  return !(ON_THE_PHONE.includes(way) && ON_THE_PHONE.includes(handing.chosen));
}

const GREEN: Input = { kind: "choice", name: "ground", label: "绿色通道的情形", list: "green_grounds", optional: true, help: "不选就是撤出绿色通道。" };

const HEARING: Input = {
  kind: "text",
  name: "hearing",
  label: "听证情况",
  help: "申请人要求了听证的必须写：什么时候、怎样举行的。没有要求的不用写。",
  optional: true,
  depends: true,
};

/** Acts with a sheet or a place of their own on the page: noted on the papers, compared, heard, named, examined. */
export const OWN = {
  looking: ["pass-material"],
  returning: ["return", "request-correction"],
  originals: ["receive", "check-originals"],
  hearing: ["hear-promise", "hear-commitment", "hear-decline", "hear-statement"],
  recusal: ["decide-recusal"],
  naming: ["assign-inspector"],
  examining: ["examine-debt"],
} as const;

/** All others. Together they are what the transition table lets staff do (a test holds it). */
const FORMS: Record<string, ActForm> = {
  claim: { inputs: [], key: "L", primary: true },
  release: { inputs: [], key: "X" },
  "pre-approve": { inputs: [], key: "Y", primary: true },
  accept: { inputs: [], key: "Y", primary: true },
  "not-accept": { inputs: [REASON], told: "不予受理后，这次申请就结束了，申请人会收到盖章的通知书。" },
  pause: {
    key: "W",
    inputs: [
      { kind: "choice", name: "ground", label: "暂停的原因", list: "pause_grounds" },
      REASON,
      { kind: "date", name: "until", label: "预计到哪天结束", help: "所需时间要书面告知申请人（行政许可法第四十五条），印在告知书上。" },
      LAW,
    ],
  },
  resume: { inputs: [], primary: true },
  extend: { key: "C", inputs: [REASON, { kind: "number", name: "n", label: "延长多少", help: "不填就按事项规定的最长时间。", optional: true }], told: "期限只能延长一次。" },
  "green-channel": { key: "G", inputs: [GREEN, REASON] },
  "complete-step": { inputs: [LOOK, { kind: "text", name: "finding", label: "核查情况和意见" }, DIFFERING], key: "Y", primary: true },
  grant: { inputs: [{ kind: "text", name: "reason", label: "说明", help: "印在决定书上，可以不写。", optional: true }, DESPITE, DIFFERING], told: "批准后马上生效，申请人会收到盖章的决定书。", key: "Y", primary: true },
  refuse: { key: "B", inputs: [REASON, BASIS], told: "不予批准的决定书会盖章送达申请人，并告知救济途径。" },
  "record-result": {
    key: "E",
    inputs: [
      { kind: "line", name: "kind", label: "发出的是什么", help: "例如：业务回执、许可证" },
      { kind: "line", name: "number", label: "号码", optional: true },
      { kind: "choice", name: "way", label: "怎样交给申请人", list: "record" },
      { kind: "text", name: "note", label: "备注", optional: true },
      WISH,
    ],
    told: "登记以后办件就办结了。",
    primary: true,
  },
  deliver: {
    primary: true,
    key: "D",
    inputs: [
      { kind: "line", name: "kind", label: "发出的是什么" },
      { kind: "line", name: "number", label: "号码", optional: true },
      { kind: "choice", name: "method", label: "怎样交给申请人", list: "deliver" },
      { kind: "text", name: "note", label: "备注", optional: true },
      WISH,
    ],
    told: "窗口领取的，申请人凭取件码来领，核对证件、签名以后自动办结；邮寄的，签收以后自动办结。",
  },
  inspect: {
    inputs: [
      { kind: "choice", name: "outcome", label: "核查结果", list: "inspection_outcomes" },
      { kind: "text", name: "note", label: "核查情况" },
      { ...BASIS, optional: true, help: "属实的不用填；承诺不实、要撤销决定的要填：写明法律、法规或文件的名称和条款。" },
    ],
  },
  "keep-decision": { inputs: [REASON], key: "M" },
  annul: { key: "A", inputs: [REASON, BASIS, HEARING], told: "撤销以后决定不再有效，申请人会收到通知书。" },
  revoke: { inputs: [REASON, BASIS], told: "先告知申请人、听取意见，再作决定。" },
  "look-again": { inputs: [REASON], told: "申请人整改好了，或者评定要重做的再点：那一步和它后面的各步重新办，原来的意见照样保存。" },
  "find-wrong": { key: "Q", inputs: [REASON, BASIS], told: "先告知申请人、听取意见，再决定撤销还是保留。" },
  recuse: {
    inputs: [
      { kind: "choice", name: "ground", label: "要回避的情形", list: "recusal_grounds" },
      { kind: "text", name: "reason", label: "是什么关系", help: "只给本部门看，不告诉申请人。" },
    ],
    told: "申报以后马上回避：您不能再查看和办理这份申请，由其他人接着办。",
    key: "H",
  },
  abort: { key: "Z", inputs: [REASON, BASIS], told: "终止以后这份办件就结束了，申请人会收到通知书。" },
};

/** Letters of acts with a sheet of their own, and of telling all that was noted at once. */
const SHEET_KEYS: Record<string, string> = { receive: "S", "check-originals": "S", "hear-statement": "S", "examine-debt": "I", "decide-recusal": "U" };
export const RETURN_KEY = "T";
/** Shows the case as it is now, where somebody else has changed it. */
export const LOOK_KEY = "V";

export function formOf(action: string): ActForm | null {
  return FORMS[action] ?? null;
}

/** The letter of an act, shown on its button; empty where it has none. */
export function keyOf(action: string): string {
  return FORMS[action]?.key ?? SHEET_KEYS[action] ?? "";
}

/** Which of these acts is meant to be taken next: one's own turn is taken only where nothing else can be done, and a result is handed out,
 * to be collected with a code and a look at the document, before it is only noted as gone. */
export function mainOf(actions: readonly string[], handing: Handing | null = null): string | undefined {
  const meant = actions.filter((each) => formOf(each)?.primary);
  return meant.find((each) => each === (handing?.act ?? "deliver")) ?? meant.find((each) => each !== "claim") ?? meant[0];
}

/** The body of an act: what was typed, without what was left empty; `version` of the page it was taken on. */
export function bodyOf(action: string, typed: Typed, version: number, step: string | null): Record<string, unknown> {
  const given = (formOf(action)?.inputs ?? []).map((input) => [input.name, valueOf(input, typed[input.name])] as const);
  const body = { version, ...Object.fromEntries(given.filter(([, value]) => value !== undefined)) };
  return action === "complete-step" && step ? { ...body, step } : body;
}

function valueOf(input: Input, value: Typed[string]): unknown {
  const text = value?.trim();
  if (!text) return undefined;
  return input.kind === "number" ? Number(text) : text;
}

export interface Verdicts {
  passes: string;
  fails: string;
  binding: boolean;
}

/** What the case has that an act may have to speak to. */
export interface Speaks {
  differs: boolean;
  failed_look: boolean;
  /** It is in the green channel already, and may be taken out of it. */
  green: unknown;
}

/** What an act asks on this step: a finding only where it is a look, in its own words; where it binds nobody, not choosing is the first.
 * Of what speaks to a difference or to a look that failed, only what the case has. */
export function askedOf(action: string, verdicts: Verdicts | null, speaks: Speaks, typed: Typed = {}, handing: Handing | null = null): Input[] {
  const inputs = (formOf(action)?.inputs ?? []).filter((each) => (each !== LAW || stopsLaw(typed)) && (each !== WISH || otherWay(typed, handing)) && (each !== DIFFERING || speaks.differs) && (each !== DESPITE || speaks.failed_look));
  if (verdicts === null) return inputs.filter((each) => !isFinding(each)).map((each) => (each === GREEN && !speaks.green ? { ...GREEN, optional: false, help: "" } : each));
  return inputs.map((each) => (isFinding(each) && !verdicts.binding ? { ...each, optional: true, help: `不选按「${verdicts.passes}」登记。` } : each));
}

function stopsLaw({ ground }: Typed): boolean {
  return Boolean(ground) && !STOPS_NO_LAW.includes(ground!);
}

/** What is said before an act: that it cannot be taken back; or that what is accepted differs from a register, which one key would pass over. */
export function toldOf(action: string, speaks: Speaks): string | undefined {
  const differing = action === "accept" && speaks.differs ? "有填写的与登记信息不一致，页面上标着。请核对清楚再受理；受理以后开始计算办理时限。" : undefined;
  return formOf(action)?.told ?? differing;
}

export function isFinding(input: Input): boolean {
  return input.kind === "choice" && input.list === "step_outcomes";
}

/** The names of what must be given and was not. */
export function missing(action: string, typed: Typed, verdicts: Verdicts | null, speaks: Speaks, handing: Handing | null = null): string[] {
  const inputs = askedOf(action, verdicts, speaks, typed, handing);
  return inputs.filter((each) => !each.optional && !typed[each.name]?.trim()).map((each) => each.label);
}
