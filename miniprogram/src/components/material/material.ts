/**
 * One material: what is asked, what stands for it, and handing it in by camera, album, a file from a chat, or the licence the
 * government holds. It looks at a picture before it is sent, and sends it. Tells its page: `handed` {key, files}, `licence` {key},
 * `removed` {key, files}, `promise` {key}; the page keeps them with the case. `waiting` {key, name, stage}: how it stands with
 * a picture in hand that is not handed in yet and would be gone with the page; no stage where there is none.
 */

import { type MaterialCard, NO_CARD } from "../../domain/materials";
import { HINTS } from "../../domain/pictures";
import { acting } from "../../services/acting";
import { server } from "../../services/config";
import { CANCELLED, download, type Sending, upload } from "../../services/files";
import { attempt } from "../../services/loading";
import { cut, look } from "../../services/pictures";
import { asProblem } from "../../services/problem";
import { type Act, newAct } from "../../services/request";

const PICTURES = ["jpg", "jpeg", "png"];
const MEGABYTE = 1024 * 1024;

interface Chosen {
  path: string;
  size: number;
  extension: string;
}

interface Waiting extends Chosen {
  act: Act;
}

interface Data {
  card: MaterialCard;
  stage: "" | "hint" | "sending" | "failed";
  hints: string[];
  /** Why it was not sent. */
  why: string;
  /** Whether sending the same file again may help. */
  retry: boolean;
  percent: number;
  preview: string;
}

interface Host {
  data: Data & { item: string; locked: boolean };
  setData(data: Partial<Data>): void;
  triggerEvent(name: string, detail: object): void;
}

/** What a component has in hand: files that wait, and the one that is on its way. */
const hands = new WeakMap<object, { queue: Waiting[]; sending: Sending | null; sent: string[] }>();

Component({
  properties: {
    card: { type: Object, value: NO_CARD },
    item: String,
    /** Whether it can only be looked at. */
    locked: Boolean,
    fault: String,
    /** What somebody found of it, where it came back. */
    told: String,
  },
  data: { stage: "" as Data["stage"], hints: [] as string[], why: "", retry: false, percent: 0, preview: "", whose: "" },
  lifetimes: {
    attached() {
      hands.set(this, { queue: [], sending: null, sent: [] });
      this.setData({ whose: acting() ? "" : "我的" }); // for somebody else some licences are theirs and some the agent's
    },
    detached() {
      hands.get(this)?.sending?.cancel();
    },
  },
  methods: {
    camera() {
      return this.choose(async () => chosenMedia(await wx.chooseMedia({ count: 1, mediaType: ["image"], sourceType: ["camera"], sizeType: ["original"] })));
    },
    album() {
      const count = Math.min(9, this.data.card.room || 1);
      return this.choose(async () => chosenMedia(await wx.chooseMedia({ count, mediaType: ["image"], sourceType: ["album"], sizeType: ["original"] })));
    },
    chat() {
      const { room, extensions } = this.data.card;
      return this.choose(async () => chosenFiles(await wx.chooseMessageFile({ count: Math.min(9, room || 1), type: "file", extension: extensions })));
    },
    async choose(ask: () => Promise<Chosen[]>) {
      if (this.data.stage === "sending") return;
      try {
        const hand = hands.get(this)!;
        hand.queue = (await ask()).map((each) => ({ ...each, act: newAct() }));
        hand.sent = [];
        await next(this as unknown as Host);
      } catch {
        // turned away: nothing was chosen, and nothing is lost
      }
    },
    useIt() {
      return send(this as unknown as Host);
    },
    again() {
      return send(this as unknown as Host);
    },
    cancel() {
      const hand = hands.get(this)!;
      hand.sending?.cancel();
      hand.queue = [];
      settle(this as unknown as Host);
    },
    licence() {
      this.triggerEvent("licence", { key: this.data.card.key });
    },
    promise() {
      this.triggerEvent("promise", { key: this.data.card.key });
    },
    remove({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const gone = currentTarget.dataset["id"] as string;
      const { key, files } = this.data.card;
      this.triggerEvent("removed", { key, files: files.map(({ id }) => id).filter((id) => id !== gone) });
    },
    show({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { id, picture } = currentTarget.dataset as { id: string; picture: boolean };
      return attempt(async () => {
        const path = await download(`${server()}/api/v1/materials/${id}/content`);
        if (picture) await wx.previewImage({ urls: [path] });
        else await wx.openDocument({ filePath: path, showMenu: true });
      });
    },
  },
});

function chosenMedia({ tempFiles }: WechatMiniprogram.ChooseMediaSuccessCallbackResult): Chosen[] {
  return tempFiles.map(({ tempFilePath, size }) => ({ path: tempFilePath, size, extension: extensionOf(tempFilePath) }));
}

function chosenFiles({ tempFiles }: WechatMiniprogram.ChooseMessageFileSuccessCallbackResult): Chosen[] {
  return tempFiles.map(({ path, name, size }) => ({ path, size, extension: extensionOf(name) }));
}

function extensionOf(name: string): string {
  return /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

/** Goes on with the next file: tells what is wrong with it, asks about a picture that may be bad, or sends it. */
async function next(host: Host): Promise<void> {
  const file = hands.get(host)?.queue[0];
  if (!file) return settle(host);
  const { card } = host.data;
  const why = await refused(card, file);
  if (why) return stand(host, { stage: "failed", why, retry: false, hints: [], preview: "" });
  const picture = PICTURES.includes(file.extension);
  const hints = picture ? await look(file.path, card.width === 0) : [];
  if (picture && card.width) file.path = await cut(file.path, card.width, card.height);
  if (!hints.length) return send(host);
  stand(host, { stage: "hint", hints: hints.map((each) => HINTS[each]), preview: file.path });
}

/** Shows how it stands with the file in hand, and tells the page. */
function stand(host: Host, data: Partial<Data> & Pick<Data, "stage">): void {
  host.setData(data);
  const { key, name } = host.data.card;
  host.triggerEvent("waiting", { key, name, stage: data.stage === "failed" && !data.retry ? "" : data.stage });
}

/** Why a file cannot be taken; a picture that is too large is made smaller first. */
async function refused({ extensions, megabytes, width }: MaterialCard, file: Waiting): Promise<string> {
  const made = width > 0 && PICTURES.includes(file.extension); // of whatever kind: it is made anew in the size that is wanted
  if (!made && !extensions.includes(file.extension)) return `这里只收${[...new Set(extensions.map((each) => each.toUpperCase().replace("JPEG", "JPG")))].join("、")}文件，请换一个。`;
  if (file.size <= megabytes * MEGABYTE) return "";
  if (!PICTURES.includes(file.extension)) return `文件超过${megabytes}MB，请压缩或换一个。`;
  file.path = (await wx.compressImage({ src: file.path, quality: 70 })).tempFilePath;
  return "";
}

async function send(host: Host): Promise<void> {
  const file = hands.get(host)?.queue[0];
  if (!file || host.data.stage === "sending") return;
  stand(host, { stage: "sending", percent: 0, why: "", hints: [], preview: "" });
  try {
    await sendOne(host, file);
    host.setData({ stage: "" });
    await next(host);
  } catch (failure) {
    const problem = asProblem(failure);
    const why = problem.offline ? "网断了，还没传上去。文件还在，连上网再点「再传一次」。" : problem.message;
    if (problem.status !== CANCELLED) stand(host, { stage: "failed", why, retry: problem.passes });
  }
}

async function sendOne(host: Host, file: Waiting): Promise<void> {
  const hand = hands.get(host)!;
  const { card, item } = host.data;
  const replaces = card.most === 1 ? (card.files[0]?.id ?? "") : "";
  hand.sending = upload(file.path, { item, replaces, act: file.act }, (percent) => host.setData({ percent }));
  try {
    hand.sent.push((await hand.sending.done).id);
    hand.queue.shift();
  } finally {
    hand.sending = null;
  }
}

/** Everything was sent, or given up: what came through is told to the page. */
function settle(host: Host): void {
  const hand = hands.get(host)!;
  const { key, most, files } = host.data.card;
  const kept = most === 1 ? [] : files.map(({ id }) => id);
  if (hand.sent.length) host.triggerEvent("handed", { key, files: [...kept, ...hand.sent].slice(0, most) });
  hand.sent = [];
  stand(host, { stage: "", why: "", hints: [], preview: "" });
}
