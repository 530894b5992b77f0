/** Values of the run that a panel shows, in hovers over its text: what a state had, what a field made of it. */
import type { Disposable } from "vscode";
import { Hover, type HoverProvider, languages, MarkdownString, type Position, Range, type TextDocument } from "vscode";
import type { Panel } from "./panel.ts";
import type { ShownValue } from "./protocol.ts";

/** Of one value: a hover is small. */
const MAX_CHARACTERS = 1_200;
/** The view may be busy with a run: the hovers of others are not kept waiting. */
const PATIENCE_MS = 400;

/** `panelsOf`: those that are open for a document. */
export function registerValueHovers(panelsOf: (document: TextDocument) => readonly Panel[]): Disposable {
  const provider: HoverProvider = {
    async provideHover(document: TextDocument, position: Position): Promise<Hover | undefined> {
      const offset = document.offsetAt(position);
      for (const panel of panelsOf(document)) {
        const told = await panel.valuesAt(offset, PATIENCE_MS);
        if (!told || told.values.length === 0) continue;
        const range = new Range(document.positionAt(told.start), document.positionAt(told.end));
        return new Hover(markdownOf(told.title, told.values), range);
      }
      return undefined;
    },
  };
  return languages.registerHoverProvider([{ scheme: "*" }], provider);
}

/** Values stand in code blocks: nothing in them becomes markup. */
function markdownOf(title: string, values: readonly ShownValue[]): MarkdownString {
  const markdown = new MarkdownString();
  markdown.appendText(title);
  for (const { label, value } of values) {
    const text = JSON.stringify(value, undefined, 2);
    markdown.appendMarkdown("\n\n").appendText(label);
    markdown.appendCodeblock(text.length <= MAX_CHARACTERS ? text : `${text.slice(0, MAX_CHARACTERS)}…`, "json");
  }
  return markdown;
}
