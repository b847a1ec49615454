import "../styles/base.css";
import "./asked.css";

import { createApp } from "vue";

import { asClient } from "../services/request";
import { sendFormsByKey } from "../use/send";
import AskedApp from "./AskedApp.vue";

asClient("web");
// A page the browser kept whole (back button) still holds who was here before: it is never shown.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
sendFormsByKey();
createApp(AskedApp).mount("#app");
