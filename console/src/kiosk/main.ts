import "./kiosk.css";

import { createApp } from "vue";

import { asClient, onLoggedOut } from "../services/request";
import KioskApp from "./KioskApp.vue";
import { emptiedBy, startAgain } from "./wipe";

asClient("kiosk");
onLoggedOut(() => startAgain());
// A page the browser kept whole (back button) still holds the person before: it is never shown.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
const app = createApp(KioskApp);
emptiedBy(() => app.unmount());
app.mount("#app");
