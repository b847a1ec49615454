/** A guide in the order people ask: can I, what do I need, how long, how often must I come, what does it cost, where. */

import type { components } from "../../typings/api";
import type { Field } from "./answers";

type Guide = components["schemas"]["GuideView"];
type Material = Guide["materials"][number];

export interface Need {
  name: string;
  tag: string;
  notes: string[];
}

export interface GuidePage {
  code: string;
  name: string;
  office: string;
  summary: string;
  facts: { icon: string; question: string; answers: string[]; more: string }[];
  conditions: string[];
  needs: Need[];
  nothing: Need[];
  known: string[];
  how: string[];
  proxy: string[];
  /** Why nobody may do it for somebody else; empty where they may. */
  personal: string;
  faq: { question: string; answer: string }[];
  law: string[];
  elsewhere: { text: string; phone: string } | null;
  /** The question of which district is meant, where several have it. */
  districts: Partial<Field> | null;
  phone: string;
  complaints: string;
  instant: boolean;
  /** Whether a person applies for it here, on the phone. */
  applies: boolean;
  bookable: boolean;
}

/** Whether the government has it already: an electronic licence, shared data, or what is written in the form itself. */
function isThere(material: Material): boolean {
  return ["licence", "shared", "form"].includes(material.source) || material.waived !== "";
}

function need(material: Material): Need {
  const when = material.asked_when && `${material.asked_when}才要`;
  return { name: material.name, tag: isThere(material) ? "" : material.need_label, notes: [when, material.waived, material.help, material.later].filter((each): each is string => Boolean(each)) };
}

function has(lines: { value: string }[], value: string): boolean {
  return lines.some((each) => each.value === value);
}

function appliesHere({ kind, elsewhere, objects, channels }: Guide): boolean {
  return kind.value !== "instant" && !elsewhere && has(objects, "1") && has(channels, "mini_program");
}

/** What it takes to do it for somebody else, or why nobody may. */
function sharing({ proxy }: Guide): Pick<GuidePage, "proxy" | "personal"> {
  return proxy.allowed ? { proxy: proxy.needs, personal: "" } : { proxy: [], personal: proxy.reason || "这件事只能本人办。" };
}

/** Which district is to decide: nothing need be chosen, the applicant's own is what most people want. */
function districtsField({ region, regions }: Guide): Partial<Field> | null {
  if (regions.length < 2) return null;
  const help = `几个区都能办，办法有些不同，下面写的是${region?.label ?? ""}的。不选的，交给办事人住的区；那里还没开通的，由${regions[0]!.label}办。`;
  return { key: "district", label: "在哪个区办", help, type: "choice", options: regions } as Partial<Field>;
}

export function guidePage(guide: Guide): GuidePage {
  const facts = [
    { icon: "clock", question: "要多久", answers: [guide.duration || guide.promised], more: guide.limits.map((each) => `${each.asked_when}：${each.promised}`).join("；") },
    { icon: "walk", question: "要跑几趟", answers: [guide.trips], more: guide.visits_reason },
    { icon: "money", question: "收不收钱", answers: [guide.fee], more: guide.charges.join("；") },
    { icon: "place", question: "在哪里办", answers: guide.where, more: guide.when },
  ];
  return {
    code: guide.code,
    name: guide.name,
    office: [guide.department.label, guide.office].filter(Boolean).join(" · "),
    summary: guide.summary,
    facts: facts.filter((each) => each.answers.some(Boolean)),
    conditions: guide.conditions,
    needs: guide.materials.filter((each) => !isThere(each)).map(need),
    nothing: guide.materials.filter(isThere).map(need),
    known: guide.known,
    how: guide.how,
    ...sharing(guide),
    faq: guide.faq,
    law: guide.legal_basis.map((each) => `${each.title}${each.article}：${each.says}`),
    elsewhere: guide.elsewhere && { text: guide.elsewhere.text, phone: guide.elsewhere.phone },
    districts: districtsField(guide),
    phone: guide.phone,
    complaints: guide.complaints,
    bookable: !guide.elsewhere && guide.appointment.halls.length > 0,
    applies: appliesHere(guide),
    instant: guide.kind.value === "instant" && !guide.elsewhere && !guide.objects.every((each) => each.value !== "1"),
  };
}
