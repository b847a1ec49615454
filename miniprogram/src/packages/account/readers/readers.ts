/** Who else looked at my data: when, of which office, what and what for. */

import { type Reading, readings } from "../../../domain/readers";
import { now } from "../../../services/clock";
import { listData, listing } from "../../../services/listing";
import { api } from "../../../services/request";

/** Looks of one page of the list: enough that one visit is seldom cut in two. */
const LOOKS = 100;

interface Line extends Reading {
  /** Its place in the list: two visits may have been at one moment. */
  place: number;
}

Page({
  data: listData<Line>(),
  ...listing(
    async (before) => {
      const { items, next } = await api.get("/api/v1/me/access-log", { query: { limit: LOOKS, before } });
      return { items: readings(items, now()), next };
    },
    (reading: Reading, place): Line => ({ ...reading, place }),
  ),
});
