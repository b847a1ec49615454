/** One material of a case, as whoever hands it in sees it. */

import type { components } from "../../typings/api";
import type { Tone } from "./cases";

type Material = components["schemas"]["CaseMaterialView"];
type Asked = components["schemas"]["AskedMaterialView"];

export interface MaterialCard {
  key: string;
  name: string;
  /** 必须提供, 可以不交 … */
  need: string;
  help: string;
  /** How it stands in a word, and in which colour. */
  status: string;
  tone: Tone;
  /** What is said of it, one sentence each. */
  notes: string[];
  /** What is to be mended, in the words of whoever looked at it, or of the machine. */
  advice: string[];
  files: { id: string; name: string; picture: boolean }[];
  /** Whether something stands for it. */
  there: boolean;
  /** What the button of the camera says. */
  camera: string;
  licence: boolean;
  upload: boolean;
  /** How many more files may be added. */
  room: number;
  most: number;
  megabytes: number;
  extensions: string[];
  width: number;
  height: number;
  /** May come later, on a promise: what is said about it. */
  later: string;
  promised: boolean;
}

/** What a card is before it is known. */
export const NO_CARD: MaterialCard = {
  key: "",
  name: "",
  need: "",
  help: "",
  status: "",
  tone: "",
  notes: [],
  advice: [],
  files: [],
  there: false,
  camera: "拍照",
  licence: false,
  upload: false,
  room: 0,
  most: 1,
  megabytes: 0,
  extensions: [],
  width: 0,
  height: 0,
  later: "",
  promised: false,
};

const EXTENSIONS: Record<string, string[]> = { jpeg: ["jpg", "jpeg"], png: ["png"], pdf: ["pdf"], ofd: ["ofd"], docx: ["docx"] };
/** Without a word of the item about it. */
const ANY: Asked = { key: "", name: "", accepts: ["jpeg", "png", "pdf"], max_files: 1, max_mb: 10, standard: "", upload: true, licence: false, width: 0, height: 0 };

export function materialCard(material: Material, asked: Asked = ANY): MaterialCard {
  const stands = standing(material);
  return {
    key: material.key,
    name: material.name,
    need: material.need.label,
    help: [material.help, asked.standard && `要求：${asked.standard}`].filter(Boolean).join(" "),
    ...stands,
    notes: notesOf(material),
    advice: adviceOf(material),
    files: material.files.map(({ material: id, name, content_type }) => ({ id, name, picture: content_type.startsWith("image/") })),
    there: stands.status !== "",
    camera: material.files.length ? "重新拍" : material.licence || material.asked ? "改为拍照" : "拍照",
    licence: material.licence_possible && !material.licence && !material.asked,
    upload: asked.upload,
    room: Math.max(asked.max_files - material.files.length, 0),
    most: asked.max_files,
    megabytes: asked.max_mb,
    extensions: asked.accepts.flatMap((each) => EXTENSIONS[each] ?? [each]),
    width: asked.width,
    height: asked.height,
    ...laterOf(material),
  };
}

/** What 下一步 says of each material that is required and not given. An agent goes on without what the applicant may commit to later. */
export function missing(materials: readonly Material[], agent: boolean): Record<string, string> {
  const left = materials.filter((each) => each.need.code === "required" && standing(each).status === "" && !(agent && each.by_word));
  return Object.fromEntries(left.map((each) => [each.key, `还没有交「${each.name}」。${wayOf(each)}`]));
}

function wayOf(material: Material): string {
  if (material.licence_possible) return "点「不用拍」那个按钮，用电子证照就行；查不到的，请拍照上传。";
  return material.by_word ? "请拍照上传；能作告知承诺的，承诺了就不用交。" : "请拍照上传，也可以从相册或聊天里选。";
}

/** How a material stands that came back and is as it was. */
export const TO_CHANGE = "要修改";

/** The first of these that holds says how a material stands. */
const STANDINGS: [(material: Material) => unknown, string, Tone][] = [
  [({ verdict }) => verdict && !verdict.passed, TO_CHANGE, "waiting"],
  [({ photo }) => photo?.outcome?.code === "unfit", "要重拍", "waiting"],
  [({ verdict }) => verdict?.passed, "已通过", "done"],
  [({ exempt }) => exempt, "不用交", "done"],
  [({ committed }) => committed, "已承诺代替", "done"],
  [({ licence }) => licence, "用电子证照", "done"],
  [({ asked }) => asked, "等持有人同意", "waiting"],
  [({ files }) => files.length, "已上传", "done"],
];

function standing(material: Material): { status: string; tone: Tone } {
  const found = STANDINGS.find(([holds]) => holds(material));
  return { status: found?.[1] ?? "", tone: found?.[2] ?? "" };
}

function notesOf(material: Material): string[] {
  const { exempt, licence, asked, photo, verdict } = material;
  const notes = [
    exempt && `您不用交：${exempt}`,
    licence && `用的是${licence.holder}的${licence.name}，不用再拍照上传。`,
    asked && `已请${asked.holder}同意使用${asked.name}。`,
    !verdict && photo && !photo.findings.length && photo.sentence,
    ofOriginal(material),
  ];
  return notes.filter((each): each is string => Boolean(each));
}

function ofOriginal({ files, original, bring_original }: Material): string {
  if (original) return `原件：${original.outcome.label}${original.note ? `，${original.note}` : ""}`;
  return bring_original && files.length ? "要到窗口的，请带原件。" : "";
}

function adviceOf({ verdict, photo }: Material): string[] {
  if (verdict && !verdict.passed) return [verdict.advice || verdict.reason?.label || ""];
  if (!photo?.findings.length) return [];
  return [...photo.findings.map((each) => each.advice), photo.sentence];
}

/** A sentence with its full stop. */
function ended(words: string): string {
  return words && !words.endsWith("。") ? `${words}。` : words;
}

function laterOf({ later, files, licence }: Material): { later: string; promised: boolean } {
  if (!later || files.length || licence) return { later: "", promised: false };
  if (later.promised_at) return { later: `已承诺以后补交。${ended(later.told)}`, promised: true };
  return { later: `现在没有，可以承诺受理后${later.within}内补交。${ended(later.says)}没补的：${later.consequence}。`, promised: false };
}
