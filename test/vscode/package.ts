/** npm run package: minified bundles, and from them dist/sluice.vsix. */
import path from "node:path";
import { root } from "./install.ts";
import { packageVsix, vsixFile } from "./suites.ts";

const bytes = await packageVsix();
console.log(`${path.relative(root, vsixFile)}: ${(bytes / 1024).toFixed(0)} kB`);
