/** What may be written in a file of samples. */
import { withCommas } from "../../editor/commas.ts";
import { type CompletionSite, jsonSite } from "../../editor/completion-site.ts";
import { fieldEntry, valueEntry } from "../../editor/field-entries.ts";
import type { CompletionEntry, Surroundings } from "../../editor/types.ts";
import type { Condition } from "../../patterns/types.ts";
import { completeObject } from "../object-features.ts";
import { asksOf } from "../pattern/words.ts";
import type { SamplesDocument } from "../types.ts";
import { fieldAround } from "./fields.ts";
import { sampleAround, schemaOf } from "./read.ts";
import { type Subject, subjectOf } from "./subject.ts";

/** Fields that the policy asks for, with values that it takes; else what the schemas know. */
export function complete(
  document: SamplesDocument,
  offset: number,
  surroundings: Surroundings,
): readonly CompletionEntry[] {
  const site = jsonSite(document, offset);
  const subject = subjectOf(document, surroundings);
  const entries = site === undefined || subject === undefined ? [] : fieldEntries(document, site, subject);
  return entries.length > 0 && site !== undefined
    ? withCommas(document.text, site, entries)
    : completeObject(document, offset, schemaOf(document.parsed.root));
}

function fieldEntries(document: SamplesDocument, site: CompletionSite, subject: Subject): readonly CompletionEntry[] {
  const at = site.kind === "key" ? site.object : site.holder?.kind === "property" ? site.holder.key : undefined;
  const sample = at && sampleAround(document.parsed.root, at);
  const field = sample && at && fieldAround(sample, subject.dialect, at);
  if (field === undefined) return [];
  const { paths, conditions } = subject.pattern;
  if (site.kind === "value") {
    const condition = conditions.find(({ path }) => paths[path] === field);
    return condition === undefined
      ? []
      : passing(condition).map((json) => valueEntry(site, "value", json, json, { detail: "matches" }));
  }
  const present = new Set(site.object.properties.flatMap((one) => (one === site.property ? [] : [one.key.value])));
  const steps = subject.dialect === "sns-attributes" ? paths : paths.flatMap((path) => stepBehind(field, path));
  return [...new Set(steps)]
    .filter((name) => !present.has(name))
    .map((name) => {
      const condition = conditions.find(({ path }) => paths[path] === (field === "" ? name : `${field}.${name}`));
      const snippet = condition === undefined ? "{ $1 }" : (passing(condition)[0] ?? "$1");
      const doc = {
        name,
        text: condition === undefined ? "" : `Must ${asksOf(condition)}.`,
        link: "",
        type: "in the policy",
        required: false,
      };
      const { markdown: _, ...entry } = fieldEntry(site, { name, doc, required: false, snippet });
      return { ...entry, detail: condition === undefined ? "in the policy" : `must ${asksOf(condition)}` };
    });
}

/** The step of a path right behind a field. */
function stepBehind(field: string, path: string): readonly string[] {
  const prefix = field === "" ? "" : `${field}.`;
  return path.startsWith(prefix) ? [path.slice(prefix.length).split(".")[0] ?? ""] : [];
}

/** Values that a condition takes, as JSON. */
function passing({ alternatives }: Condition): readonly string[] {
  const values = alternatives.flatMap((alternative) => {
    const value = alternative.nearest(undefined);
    return value === undefined
      ? []
      : [typeof value === "object" && value !== null ? value.text : JSON.stringify(value)];
  });
  return [...new Set(values)];
}
