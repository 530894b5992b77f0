/**
 * npm run test:vscode [-- desktop|web|vsix ...]: the suite in the named hosts of a real VS Code, or in all three.
 * --built uses the bundles and the package that are there.
 */
import { root, run } from "./install.ts";
import { type Host, packageVsix, runSuite } from "./suites.ts";

const HOSTS: readonly Host[] = ["desktop", "web", "vsix"];
const built = process.argv.includes("--built");
const named = process.argv.slice(2).filter((name) => name !== "--built");
const unknown = named.find((name) => !HOSTS.some((host) => host === name));
if (unknown) {
  console.error(`unknown host ${unknown}\nusage: npm run test:vscode -- [desktop] [web] [vsix]`);
  process.exit(2);
}

if (!built) await run(process.execPath, ["esbuild.mjs", "--tests"], root);
let failed = false;
for (const host of HOSTS) {
  if (named.length > 0 && !named.includes(host)) continue;
  if (host === "vsix" && !built) console.log(`sluice.vsix: ${Math.round((await packageVsix()) / 1024)} kB`);
  const outcome = await runSuite(host);
  console.log(`${host}: ${outcome.status} (${outcome.detail})${outcome.mend ? `\n  to mend it: ${outcome.mend}` : ""}`);
  failed ||= outcome.status === "failed";
}
process.exit(failed ? 1 : 0);
