/** The addresses of the console. Whoever is not logged in is asked to, and comes back to where they wanted to go. */

import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteRecordRaw } from "vue-router";

import { handlesCases } from "./domain/desk";
import { mayEnter, oversees, type Who } from "./domain/rooms";
import { refused, resume, staff } from "./services/session";

declare module "vue-router" {
  interface RouteMeta {
    title: string;
    open?: boolean; // also for those who are not logged in
    settingUp?: boolean; // also with duties about one's own account
    allowed?: (who: Who) => boolean;
  }
}

const routes: RouteRecordRaw[] = [
  { path: "/login", name: "login", component: () => import("./pages/LoginPage.vue"), meta: { title: "登录", open: true } },
  { path: "/account", name: "account", component: () => import("./pages/AccountPage.vue"), meta: { title: "我的账号", settingUp: true } },
  { path: "/", name: "home", component: () => import("./pages/HomePage.vue"), meta: { title: "工作台" } },
  { path: "/cases/:queue?", name: "cases", component: () => import("./pages/QueuePage.vue"), meta: { title: "办件", allowed: (who) => handlesCases(who.roles) } },
  { path: "/case/:id", name: "case", component: () => import("./pages/CasePage.vue"), meta: { title: "办件", allowed: (who) => handlesCases(who.roles) } },
  { path: "/today", name: "today", component: () => import("./pages/TodayPage.vue"), meta: { title: "今日", allowed: mayEnter("today") } },
  { path: "/counter", name: "counter", component: () => import("./pages/CounterPage.vue"), meta: { title: "窗口服务", allowed: mayEnter("counter") } },
  { path: "/results", name: "results", component: () => import("./pages/ResultsPage.vue"), meta: { title: "待交付的结果", allowed: mayEnter("results") } },
  { path: "/display/:hall", name: "display", component: () => import("./pages/DisplayPage.vue"), meta: { title: "候叫屏", open: true } },
  { path: "/file/:person?/:case?", name: "file", component: () => import("./pages/FilePage.vue"), meta: { title: "代录申请", allowed: mayEnter("file") } },
  { path: "/book/:part(booked)?", name: "book", component: () => import("./pages/BookPage.vue"), meta: { title: "电话代约", allowed: mayEnter("book") } },
  { path: "/calls", name: "calls", component: () => import("./pages/CallsPage.vue"), meta: { title: "电话通知", allowed: mayEnter("calls") } },
  { path: "/hall/:part?", name: "hall", component: () => import("./pages/HallPage.vue"), meta: { title: "大厅管理", allowed: mayEnter("hall") } },
  { path: "/calendar", name: "calendar", component: () => import("./pages/CalendarPage.vue"), meta: { title: "工作日历", allowed: mayEnter("calendar") } },
  { path: "/cards", name: "cards", component: () => import("./pages/CardsPage.vue"), meta: { title: "督办牌", allowed: mayEnter("cards") } },
  { path: "/cards/:id", name: "card", component: () => import("./pages/CardPage.vue"), meta: { title: "督办牌", allowed: mayEnter("cards") } },
  { path: "/clocks", name: "clocks", component: () => import("./pages/ClocksPage.vue"), meta: { title: "在办时限", allowed: mayEnter("clocks") } },
  { path: "/figures", name: "figures", component: () => import("./pages/FiguresPage.vue"), meta: { title: "办件统计", allowed: mayEnter("figures") } },
  { path: "/figures/:figure", name: "figure-cases", component: () => import("./pages/FigureCasesPage.vue"), meta: { title: "数字背后的办件", allowed: mayEnter("figures") } },
  { path: "/case-time/:id", name: "case-time", component: () => import("./pages/CaseTimePage.vue"), meta: { title: "时间在谁手里", allowed: (who) => oversees(who.roles) } },
  { path: "/decide", name: "decide", component: () => import("./pages/DecidePage.vue"), meta: { title: "等我决定", allowed: mayEnter("decide") } },
  { path: "/inspections", name: "inspections", component: () => import("./pages/InspectionsPage.vue"), meta: { title: "事后核查", allowed: mayEnter("inspections") } },
  { path: "/debts", name: "debts", component: () => import("./pages/DebtsPage.vue"), meta: { title: "容缺补交", allowed: mayEnter("debts") } },
  { path: "/rechecks", name: "rechecks", component: () => import("./pages/RechecksPage.vue"), meta: { title: "抽检复核", allowed: mayEnter("rechecks") } },
  { path: "/certificates", name: "certificates", component: () => import("./pages/CertificatesPage.vue"), meta: { title: "证明", allowed: mayEnter("certificates") } },
  { path: "/grants", name: "grants", component: () => import("./pages/GrantsPage.vue"), meta: { title: "授权核实", allowed: mayEnter("grants") } },
  { path: "/points/:part?/:id?", name: "points", component: () => import("./pages/PointsPage.vue"), meta: { title: "积分", allowed: mayEnter("points") } },
  { path: "/books/:part?/:id?", name: "books", component: () => import("./pages/BooksPage.vue"), meta: { title: "台账和档案", allowed: mayEnter("books") } },
  { path: "/audit", name: "audit", component: () => import("./pages/AuditPage.vue"), meta: { title: "审计", allowed: mayEnter("audit") } },
  { path: "/people", name: "people", component: () => import("./pages/PeoplePage.vue"), meta: { title: "人员", allowed: mayEnter("people") } },
  { path: "/devices", name: "devices", component: () => import("./pages/DevicesPage.vue"), meta: { title: "自助终端和候叫屏", allowed: mayEnter("devices") } },
  { path: "/standins", name: "standins", component: () => import("./pages/StandInsPage.vue"), meta: { title: "AB角", allowed: mayEnter("standins") } },
  { path: "/authorisations", name: "authorisations", component: () => import("./pages/AuthorisationsPage.vue"), meta: { title: "首席代表授权", allowed: mayEnter("authorisations") } },
  { path: "/catalogue", name: "catalogue", component: () => import("./pages/CataloguePage.vue"), meta: { title: "事项目录", allowed: mayEnter("catalogue") } },
  { path: "/catalogue/:code/:part?", name: "item", component: () => import("./pages/ItemPage.vue"), meta: { title: "事项", allowed: mayEnter("catalogue") } },
  { path: "/:rest(.*)", name: "nowhere", component: () => import("./pages/NowherePage.vue"), meta: { title: "没有这个页面" } },
];

export const router = createRouter({ history: createWebHistory("/console/"), routes });

router.beforeEach(async (to) => {
  if (to.meta.open) return true;
  if (staff.value === null && !(await isLoggedIn())) return { name: "login", query: { back: to.fullPath } };
  return mayGo(to);
});
router.afterEach((to) => {
  if (to.name !== "home") refused.value = ""; // it was said
  document.title = `${to.meta.title} · 一次工作台`;
});

async function isLoggedIn(): Promise<boolean> {
  return await resume().then(
    () => true,
    () => false,
  );
}

/** Home, which says once why one is there. */
function home(to: RouteLocationNormalized): { name: string } {
  refused.value = to.meta.title;
  return { name: "home" };
}

function mayGo(to: RouteLocationNormalized): true | { name: string } {
  const known = staff.value!;
  if (known.duties?.length && !to.meta.settingUp) return { name: "account" };
  return to.meta.allowed === undefined || to.meta.allowed(known) ? true : home(to);
}
