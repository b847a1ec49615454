/** Starts the mini-program in this window. `?open=` names the page to begin with, `?person=` who holds the phone. */

import { drawChrome } from "./chrome";
import { device } from "./device";
import "./elements";
import { loadProgram } from "./loader";
import { program } from "./program";
import { launch, reLaunch, stack, top } from "./router";
import { describeUnits, measureData } from "./space";
import { wx } from "./wx";

device.opens = reLaunch;
device.forwards = () => top().instance.onShareAppMessage?.({ from: "menu" }) ?? null;
measureData();
describeUnits();
loadProgram(wx, () => stack.map((page) => page.instance));
drawChrome();
launch(`/${(new URLSearchParams(location.search).get("open") ?? program.pages[0]!).replace(/^\//, "")}`);
