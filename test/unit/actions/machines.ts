/** Definitions in several styles and states of repair, to try every code action on. */
import { readdirSync, readFileSync } from "node:fs";
import { LANGUAGES, type TextLanguage } from "@sluice/engine";
import { stringify } from "yaml";

const EXAMPLES = new URL("../../../examples/", import.meta.url);

type Row = readonly [title: string, language: TextLanguage, text: string];

const examples: readonly Row[] = readdirSync(EXAMPLES)
  .filter((name) => /\.asl\.(json|yaml)$/.test(name))
  .map((name) => [name, name.endsWith("yaml") ? "yaml" : "json", readFileSync(new URL(name, EXAMPLES), "utf8")]);

/** The bad examples of all rules: on one line, on several, and in YAML. */
const mistakes: readonly Row[] = LANGUAGES.asl.rules
  .flatMap(({ id, bad }) => bad.map((text, index) => [`${id} ${index}`, text.replace(/[«»]/g, "")] as const))
  .filter(([, text]) => text.length < 5_000)
  .flatMap(([title, text]): Row[] => {
    const rows: Row[] = [[`${title}, one line`, "json", text]];
    try {
      const value: unknown = JSON.parse(text);
      // A key that stands twice does not survive.
      if (!title.startsWith("duplicate-key")) {
        rows.push(
          [`${title}, JSON`, "json", `${JSON.stringify(value, null, 4)}\n`],
          [`${title}, YAML`, "yaml", stringify(value)],
        );
      }
    } catch {
      // Placeholders make no plain JSON.
    }
    return rows;
  });

export const MACHINES: readonly Row[] = [...examples, ...mistakes];
