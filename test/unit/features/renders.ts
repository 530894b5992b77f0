/** Answers of every editor feature as text, for fixtures: one line a thing, places by what stands there. */
import {
  codeActions,
  complete,
  type DocumentSymbol,
  definition,
  documentLinks,
  foldingRanges,
  hover,
  inlayHints,
  lenses,
  problemsOf,
  references,
  rename,
  renameTarget,
  selectionRanges,
  semanticTokens,
  signatureHelp,
  symbols,
} from "@sluice/engine";
import { applyEdits } from "../actions/apply-edits.ts";
import { at, type Render } from "./fixtures.ts";

const listed = (lines: readonly string[]): string => (lines.length === 0 ? "nothing" : lines.join("\n"));

export const RENDERS = {
  /** Every action at the cursor, with the lines that it changes. */
  actions: (document, offset, _title, surroundings) => {
    const actions = codeActions(document, { start: offset, end: offset }, {}, surroundings);
    return listed(
      actions.flatMap(({ title, kind, edits, preferred }) => {
        const before = new Set(document.text.split("\n"));
        const changed = applyEdits(document.text, edits).split("\n");
        const lines = changed.filter((line) => !before.has(line)).map((line) => `  ${line.trim()}`);
        return [`${title} (${kind}${preferred ? ", preferred" : ""})`, ...lines];
      }),
    );
  },

  complete: (document, offset, _title, surroundings) =>
    listed(
      complete(document, offset, surroundings).map(({ kind, label, start, end, newText, extraEdits }) => {
        const comma = extraEdits === undefined ? "" : " (and a comma before)";
        return `${kind} ${label}: [${document.text.slice(start, end)}] -> ${newText.replaceAll("\n", "\\n")}${comma}`;
      }),
    ),

  definition: (document, offset, _title, surroundings) =>
    listed(
      definition(document, offset, surroundings).map(({ uri, start, nameStart, nameEnd }) => {
        if (uri === undefined) return `${at(document, start)} ${document.text.slice(nameStart, nameEnd)}`;
        const there = Object.values(surroundings.files).find((file) => file.uri === uri);
        return `${uri} ${there?.text.slice(nameStart, nameEnd)}`;
      }),
    ),

  folding: (document) =>
    listed(
      foldingRanges(document).map(({ start, end, kind }) => `${at(document, start)} to ${at(document, end)} ${kind}`),
    ),

  hover: (document, offset, _title, surroundings) => {
    const found = hover(document, offset, surroundings);
    return found === undefined ? "nothing" : `${document.text.slice(found.start, found.end)}\n\n${found.markdown}`;
  },

  "inlay-hints": (document, _offset, _title, surroundings) => {
    const all = { start: 0, end: document.text.length };
    return listed(
      inlayHints(document, all, surroundings).map(({ offset, label }) => `${at(document, offset)} ${label}`),
    );
  },

  lenses: (document, _offset, _title, surroundings) =>
    listed(
      lenses(document, surroundings).map(
        ({ start, title, action }) => `${at(document, start)} ${title}${action === undefined ? "" : ` (${action})`}`,
      ),
    ),

  links: (document, _offset, _title, surroundings) =>
    listed(
      documentLinks(document, surroundings).map(
        ({ start, end, target, tooltip }) => `${document.text.slice(start, end)} -> ${target} (${tooltip})`,
      ),
    ),

  problems: (document, _offset, _title, surroundings) =>
    listed(
      problemsOf(document, surroundings).map(
        ({ rule, severity, start, end, message }) =>
          `${severity} ${rule} [${document.text.slice(start, end).replaceAll(/\s*\n\s*/g, "¶")}] ${message}`,
      ),
    ),

  references: (document, offset) =>
    listed(
      references(document, offset).map(({ start, end }) => `${at(document, start)} ${document.text.slice(start, end)}`),
    ),

  /** The title of a case ends in the new name, behind `->`. Only the lines that change are shown. */
  rename: (document, offset, title) => {
    const target = renameTarget(document, offset);
    const renamed = rename(document, offset, title.slice(title.indexOf("->") + 2).trim());
    const what = target === undefined ? "nothing" : `${document.text.slice(target.start, target.end)} = ${target.name}`;
    if ("refused" in renamed) return `${what}\nrefused: ${renamed.refused}`;
    const before = document.text.split("\n");
    const after = applyEdits(document.text, renamed.edits).split("\n");
    return [what, ...after.filter((line, index) => line !== before[index])].join("\n");
  },

  "selection-range": (document, offset) =>
    listed(
      selectionRanges(document, offset).map(({ start, end }) =>
        document.text.slice(start, end).replaceAll(/\s*\n\s*/g, "¶"),
      ),
    ),

  "semantic-tokens": (document) =>
    listed(
      semanticTokens(document).map(
        ({ start, end, type, modifiers }) =>
          `${at(document, start)} ${document.text.slice(start, end)}: ${[type, ...modifiers].join(" ")}`,
      ),
    ),

  "signature-help": (document, offset) => {
    const help = signatureHelp(document, offset);
    if (help === undefined) return "nothing";
    const active = help.parameters[help.activeParameter];
    return active === undefined
      ? `${help.label}\nnone`
      : `${help.label}\n${help.label.slice(active.start, active.end)}: ${active.markdown}`;
  },

  symbols: (document) => {
    const lines = (list: readonly DocumentSymbol[], depth: number): string[] =>
      list.flatMap(({ name, detail, children }) => [
        `${"  ".repeat(depth)}${name} (${detail})`,
        ...lines(children, depth + 1),
      ]);
    return listed(lines(symbols(document), 0));
  },
} as const satisfies Readonly<Record<string, Render>>;

/** The feature that a case is about stands in its title, before a colon. */
export const renderNamed: Render = (document, offset, title, surroundings) => {
  const name = title.slice(0, title.indexOf(":"));
  if (!Object.hasOwn(RENDERS, name)) throw new Error(`no feature is called ${name}`);
  return (RENDERS as Readonly<Record<string, Render>>)[name]?.(document, offset, title, surroundings) ?? "";
};
