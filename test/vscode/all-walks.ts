/**
 * npm run walks [-- mouse|keyboard] [walk...]: what people open panel and flows for, done in one window of a real VS Code;
 * a picture of each in test/shots/. A step of `npm test`; there, and where nothing is named, flows are walked by mouse only:
 * both hands would take it over its quarter of an hour. Needs a build (`npm run build`).
 */
import { flowWalks } from "./flow-walks/all.ts";
import { type ReadyWalks, takeWalks } from "./take-walks.ts";
import { panelWalks } from "./walks/all.ts";

const wanted = process.argv.slice(2);
const byMouse: ReadyWalks = {
  ...flowWalks,
  take: (vscode, folder, walks) => flowWalks.take(vscode, folder, walks, ["mouse"]),
};

await takeWalks([panelWalks, wanted.length === 0 ? byMouse : flowWalks], wanted);
