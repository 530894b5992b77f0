/** After a run, above each resource of what was simulated: how many messages came in, went out, and were given up. */
import { CodeLens, type CodeLensProvider, EventEmitter, Range, type TextDocument, type Uri, workspace } from "vscode";
import type { FlowCount } from "./protocol.ts";

export class FlowCounts implements CodeLensProvider {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;
  readonly #byFile = new Map<string, { readonly counts: readonly FlowCount[]; readonly version: number | undefined }>();

  set(file: Uri, counts: readonly FlowCount[]): void {
    const document = workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
    this.#byFile.set(file.toString(), { counts, version: document?.version });
    this.#changed.fire();
  }

  provideCodeLenses(document: TextDocument): CodeLens[] {
    const known = this.#byFile.get(document.uri.toString());
    // In another text they would stand at wrong places; the next run brings new ones.
    if (!known || (known.version !== undefined && known.version !== document.version)) return [];
    if (!workspace.getConfiguration("sluice").get("codeLens", true)) return [];
    return known.counts.flatMap((count) => {
      const place = document.positionAt(count.start);
      const title = textOf(count);
      if (title === "") return [];
      return [
        new CodeLens(new Range(place, place), {
          title,
          command: "sluice.simulate",
          arguments: [document.uri.toString()],
        }),
      ];
    });
  }
}

/** `in 1,204 · out 1,198 · DLQ 6`. */
export function textOf(count: Pick<FlowCount, "in" | "out" | "dead">): string {
  const parts: readonly (readonly [string, number])[] = [
    ["in", count.in],
    ["out", count.out],
    ["DLQ", count.dead],
  ];
  return parts
    .filter(([, value]) => value > 0)
    .map(([word, value]) => `${word} ${value.toLocaleString("en")}`)
    .join(" · ");
}
