/**
 * Makes everything that is made from the schemas: validators, types and tables for the engine, the reference pages, and the
 * README's table of services.
 *
 *     node schemas/generate.ts           writes what changed
 *     node schemas/generate.ts --check   writes nothing; names what is not fresh and fails
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { typesCode } from "./asl-types.ts";
import { loadObjects } from "./load.ts";
import { aslPage, policiesPage, scenariosPage } from "./reference.ts";
import { resourcesCode } from "./resources.ts";
import { sampleSentences } from "./sample-sentences.ts";
import { nodesCode, readSources, servicePages, servicesTable, simulationTexts, withSection } from "./service-pages.ts";
import { tablesCode } from "./tables.ts";
import { validatorsCode, validatorsTypes } from "./validators.ts";
import { variants } from "./variant.ts";

const ROOT = new URL("../", import.meta.url);
const folder = (name: string): URL => new URL(`${name}/`, import.meta.url);
const ASL = folder("asl");
/** Policies and what belongs to them. */
const POLICIES = ["patterns", "sns", "sqs", "events", "samples"].map(folder);
const SCENARIO = folder("scenario");
const NOTE = "// Made from schemas/ by `npm run generate`. Change it there.\n";

/** Every generated file: its path from the repository's root, and its text. */
export async function generate(): Promise<Map<string, string>> {
  const asl = loadObjects([ASL]);
  const policies = loadObjects(POLICIES);
  const scenario = loadObjects([SCENARIO]);
  const objects = new Map([...asl, ...policies, ...scenario]);
  const services = readSources(ROOT, await sampleSentences(ROOT));
  const generated = "engine/src/schema/generated";
  return new Map([
    [`${generated}/validators.js`, NOTE + (await validatorsCode(variants(new Map([...asl, ...policies]))))],
    [`${generated}/validators.d.ts`, NOTE + validatorsTypes()],
    [`${generated}/tables.ts`, NOTE + tablesCode(objects, ASL, (kind) => !scenario.has(kind))],
    [`${generated}/types.ts`, NOTE + typesCode(asl)],
    [`${generated}/nodes.ts`, NOTE + nodesCode(services)],
    [`${generated}/resources.ts`, NOTE + resourcesCode(folder("resources"), simulationTexts(services))],
    ["schemas/generated/reference.md", aslPage(asl, ASL)],
    ["schemas/generated/policies.md", policiesPage(policies)],
    ["schemas/generated/scenarios.md", scenariosPage(scenario)],
    ...servicePages(services),
    ["README.md", withSection(current("README.md") ?? "", "services", servicesTable(services))],
  ]);
}

/** Paths of the generated files that are not what the schemas say. */
export async function stale(): Promise<string[]> {
  return [...(await generate())].filter(([path, text]) => current(path) !== text).map(([path]) => path);
}

function current(path: string): string | undefined {
  try {
    return readFileSync(new URL(path, ROOT), "utf8");
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  if (process.argv.includes("--check")) {
    const paths = await stale();
    for (const path of paths) console.error(`${path} is not fresh: run \`npm run generate\``);
    process.exitCode = paths.length > 0 ? 1 : 0;
  } else {
    for (const [path, text] of await generate()) {
      if (current(path) === text) continue;
      const url = new URL(path, ROOT);
      mkdirSync(new URL(".", url), { recursive: true });
      writeFileSync(url, text);
      console.log(`Wrote ${path}`);
    }
  }
}
