/**
 * node test/vscode/all-walks.ts [mouse|keyboard] [walk...]: every walk, one after another in one window; a step of `npm test`.
 * Needs a build (`npm run build`).
 */
import { flowWalks } from "./flow-walks/all.ts";
import { takeWalks } from "./take-walks.ts";
import { panelWalks } from "./walks/all.ts";

await takeWalks([panelWalks, flowWalks], process.argv.slice(2));
