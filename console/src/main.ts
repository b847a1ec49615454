import "tdesign-vue-next/es/style/index.css";
import "./styles/base.css";

import { createApp } from "vue";

import App from "./App.vue";
import { router } from "./router";
import { warnBeforeLeaving } from "./services/noted";
import { watchPresence } from "./services/presence";
import { sendFormsByKey } from "./use/send";

watchPresence();
sendFormsByKey();
window.addEventListener("beforeunload", warnBeforeLeaving);
createApp(App).use(router).mount("#app");
