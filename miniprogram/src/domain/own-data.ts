/** What the product keeps about somebody, in the words people use. */

const NAMES: Record<string, string> = {
  grants: "授权和代办",
  cases: "办件",
  answers: "替别人的办件确认过的",
  appointments: "预约",
  materials: "上传的材料",
  licence_authorisations: "电子证照的使用授权",
  licence_showings: "出示和做副本的证照",
  licences_issued: "发给您的电子证照",
  certificates: "证明",
  shares: "分享过的证明",
  watches: "进度关注",
  waitlist: "候补排队",
  bills: "缴费",
  deliveries: "领取和快递",
  marks: "承诺履行记录",
  points_sheets: "积分核定",
  points: "积分确认书",
  rankings: "积分排名",
  notices: "消息",
};

/** How many records there are of each kind; kinds without any are left out. */
export function kept(records: Record<string, unknown[]>): { name: string; count: number }[] {
  return Object.entries(records)
    .filter(([, found]) => found.length > 0)
    .map(([kind, found]) => ({ name: NAMES[kind] ?? "其他记录", count: found.length }));
}
