import "tdesign-vue-next/es/style/index.css";
import "./styles/base.css";

import { createApp } from "vue";

import App from "./App.vue";
import { router, wanted } from "./router";
import { warnBeforeLeaving } from "./services/noted";
import { onLoggedOut } from "./services/request";
import { forget } from "./services/session";
import { sendFormsByKey } from "./use/send";

onLoggedOut(() => {
  forget();
  const here = wanted();
  if (!here.meta.open) void router.replace({ name: "login", query: { back: here.fullPath } });
});
sendFormsByKey();
window.addEventListener("beforeunload", warnBeforeLeaving);
createApp(App).use(router).mount("#app");
