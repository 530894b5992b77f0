/**
 * `.sluicerc.json`: a project's settings, for editors and the command line alike. The nearest one from a definition's
 * folder upwards holds, alone. Its shape is schemas/sluicerc.schema.json.
 */
import type { Problem } from "../problem.ts";
import { RULE_SETTINGS, type RuleSetting, type RuleSettings } from "../rules/rule-settings.ts";
import { removeFix, replaceFix } from "../schema/fixes.ts";
import { closest } from "../schema/suggest.ts";
import { valueNode } from "../text/navigate.ts";
import { parseText } from "../text/parse.ts";
import type { Node, Property } from "../text/tree.ts";
import { FILE_KINDS, type FileAssociations, type FileKind, isFileKind } from "./associations.ts";
import { RULE_IDS } from "./rules.ts";

export const CONFIG_FILE_NAME = ".sluicerc.json";

export interface ConfigFile {
  readonly rules: RuleSettings;
  /** What files hold whose names and contents do not tell. */
  readonly files: FileAssociations;
  /** What is wrong with the file. What can be understood of it holds nevertheless. */
  readonly problems: readonly Problem[];
}

const FIELDS = ["$schema", "rules", "files"];

/** Reads the text of a `.sluicerc.json`. Never throws. Comments are fine: only AWS refuses them. */
export function readConfigFile(text: string): ConfigFile {
  const { root, problems: syntax } = parseText(text, "json");
  const problems: Problem[] = syntax.filter(({ rule }) => rule !== "json-comment").map(({ aws: _, ...rest }) => rest);
  const report = (node: Node | Property, message: string, fixes: Problem["fixes"] = []): void => {
    const { start, end } = node;
    problems.push({ rule: "config-file", severity: "error", start, end, message, fixes });
  };
  const rules: Record<string, RuleSetting> = {};
  const files: Record<string, FileKind> = {};
  if (root.kind === "object") {
    for (const { key } of root.properties) {
      if (FIELDS.includes(key.value)) continue;
      report(key, `${CONFIG_FILE_NAME} has no "${key.value}": it has "rules" and "files".`);
    }
    const given = valueNode(root, "rules");
    if (given?.kind === "object") for (const property of given.properties) readRule(property, rules, report);
    else if (given !== undefined) report(given, '"rules" must be an object: {"rule-id": "off"}.');
    const associations = valueNode(root, "files");
    if (associations?.kind === "object") {
      for (const property of associations.properties) readAssociation(property, files, report);
    } else if (associations !== undefined) {
      report(associations, '"files" must be an object: {"policies/*.json": "filter-policy"}.');
    }
  } else if (syntax.length === 0) {
    report(root, `${CONFIG_FILE_NAME} must hold an object: {"rules": {"rule-id": "off"}}.`);
  }
  return { rules, files, problems: problems.sort((a, b) => a.start - b.start) };
}

type Report = (node: Node | Property, message: string, fixes?: Problem["fixes"]) => void;

function readRule(property: Property, rules: Record<string, RuleSetting>, report: Report): void {
  const { key, value } = property;
  if (!RULE_IDS.has(key.value)) {
    const meant = closest(key.value, RULE_IDS);
    const fix =
      meant === undefined ? removeFix(property) : replaceFix(`Change to ${meant}`, key, JSON.stringify(meant));
    report(key, `There is no rule "${key.value}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`, [fix]);
    return;
  }
  const setting = value.kind === "string" ? RULE_SETTINGS.find((known) => known === value.value) : undefined;
  if (setting === undefined)
    report(value, `A rule is set to one of ${RULE_SETTINGS.map((name) => `"${name}"`).join(", ")}.`);
  else rules[key.value] = setting;
}

function readAssociation({ key, value }: Property, files: Record<string, FileKind>, report: Report): void {
  if (value.kind === "string" && isFileKind(value.value)) {
    files[key.value] = value.value;
    return;
  }
  const kinds = Object.keys(FILE_KINDS);
  const meant = value.kind === "string" ? closest(value.value, kinds) : undefined;
  const fix = meant === undefined ? [] : [replaceFix(`Change to ${meant}`, value, JSON.stringify(meant))];
  report(value, `A file holds one of ${kinds.map((name) => `"${name}"`).join(", ")}.`, fix);
}
