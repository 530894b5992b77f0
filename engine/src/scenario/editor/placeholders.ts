/** Completion inside of `${...}`, in the texts of messages. */
import type { CompletionEntry } from "../../editor/types.ts";
import { PLACEHOLDERS } from "../../services/producers/message-template.ts";
import { nodeAt, pathTo } from "../../text/navigate.ts";
import type { ScenarioDocument } from "../document.ts";

/** Sections whose texts are AWS's. */
const FOREIGN: ReadonlySet<string> = new Set(["resources", "parameters"]);

/** Empty where the cursor is in no placeholder. */
export function placeholderEntries({ text, parsed }: ScenarioDocument, offset: number): readonly CompletionEntry[] {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const typed = /\$\{(\w*)$/.exec(text.slice(lineStart, offset))?.[1];
  const node = nodeAt(parsed.root, offset);
  if (typed === undefined || node === undefined) return [];
  const section = pathTo(node).flatMap(({ parent }) => (parent?.kind === "property" ? [parent.key.value] : []))[0];
  if (section === undefined || FOREIGN.has(section)) return [];
  const closing = text[offset] === "}" ? "" : "}";
  return Object.values(PLACEHOLDERS).map(({ form, text: meaning }) => ({
    kind: "function",
    label: `\${${form}}`,
    detail: meaning,
    start: offset - typed.length,
    end: offset,
    newText: form + closing,
    snippet: false,
    filterText: form,
  }));
}
