/** Who else looked at my data: when, of which office, what and what for. */

import { sayMoment } from "../../../domain/dates";
import { now } from "../../../services/clock";
import { listData, listing } from "../../../services/listing";
import { api, type Reply } from "../../../services/request";

type Read = Reply<"get", "/api/v1/me/access-log">["items"][number];

interface Line {
  /** Its place in the list: two looks may have been at one moment. */
  place: number;
  who: string;
  what: string;
  when: string;
}

const line = ({ reader, role, department, subject, purpose, at }: Read, place: number): Line => ({
  place,
  who: [department, role, reader].filter(Boolean).join(" · "),
  what: purpose ? `看了${subject}，为了${purpose}` : `看了${subject}`,
  when: sayMoment(at, now()),
});

Page({
  data: listData<Line>(),
  ...listing((before) => api.get("/api/v1/me/access-log", { query: { limit: 20, before } }), line),
});
