/**
 * npm run walks [-- mouse|keyboard] [walk...]: what people open the panel for, done in a real VS Code with the mouse and then
 * with the keyboard alone; a picture of each in test/shots/walks/. Needs a build (`npm run build`).
 */
import { takeWalks } from "../take-walks.ts";
import { panelWalks } from "./all.ts";

await takeWalks([panelWalks], process.argv.slice(2));
