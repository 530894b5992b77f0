/**
 * node test/vscode/flow-walks/run.ts [mouse|keyboard] [walk...]: what people do with flows, in a real VS Code with the mouse
 * and then with the keyboard alone; a picture of each in test/shots/flow/. Needs a build (`npm run build`).
 */
import { takeWalks } from "../take-walks.ts";
import { flowWalks } from "./all.ts";

await takeWalks([flowWalks], process.argv.slice(2));
