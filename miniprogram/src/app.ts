import { watchNetwork } from "./services/network";
import { watchPrivacy } from "./services/privacy";

App({
  onLaunch() {
    watchNetwork();
    watchPrivacy();
  },
});
