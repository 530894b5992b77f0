/**
 * node test/vscode/all-walks.ts [mouse|keyboard] [walk...]: every walk, one after another in one window; a step of `npm test`,
 * where flows are walked by mouse: both hands would take it over its quarter of an hour. Needs a build (`npm run build`).
 */
import { flowWalks } from "./flow-walks/all.ts";
import { type ReadyWalks, takeWalks } from "./take-walks.ts";
import { panelWalks } from "./walks/all.ts";

const wanted = process.argv.slice(2);
const byMouse: ReadyWalks = { ...flowWalks, take: (vscode, folder) => flowWalks.take(vscode, folder, ["mouse"]) };

await takeWalks([panelWalks, wanted.length === 0 ? byMouse : flowWalks], wanted);
