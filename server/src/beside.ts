/** The files that lie beside documents and belong to them, by what the engine calls them: read when a feature asks. */
import { type FileBeside, fileBeside, filesBeside, NOTHING_AROUND, type Surroundings } from "@sluice/engine";
import type { ReadFile } from "./config-files.ts";
import type { Documents } from "./documents.ts";
import type { Server } from "./feature.ts";
import type { Settings } from "./settings.ts";

/** How long what was read from the disk is believed, milliseconds: long enough for a burst of keystrokes. */
const FRESH_MS = 2_000;

interface Read {
  readonly readAtMs: number;
  /** The same object for as long as the text is the same: the engine keeps what it has found out about it. */
  readonly file: FileBeside | undefined;
}

export class Beside {
  readonly #documents: Documents;
  readonly #settings: Settings;
  readonly #read: ReadFile;
  readonly #files = new Map<string, Read>();
  readonly #surroundings = new Map<string, Surroundings>();

  constructor(documents: Documents, settings: Settings, read: ReadFile) {
    this.#documents = documents;
    this.#settings = settings;
    this.#read = read;
    documents.onDidClose(({ document: { uri } }) => this.#surroundings.delete(uri));
  }

  /** What lies around an open document; an open file counts as it stands in its editor. */
  async of(uri: string): Promise<Surroundings> {
    const opened = this.#documents.get(uri);
    if (opened === undefined) return NOTHING_AROUND;
    const addresses = Object.entries(filesBeside(opened.document, uri));
    const entries = await Promise.all(addresses.map(async ([name, at]) => [name, await this.#file(at)] as const));
    const files = Object.fromEntries(entries.flatMap(([name, file]) => (file === undefined ? [] : [[name, file]])));
    const known = this.#surroundings.get(uri);
    if (known !== undefined && isSame(known.files, files)) return known;
    const surroundings = { files };
    this.#surroundings.set(uri, surroundings);
    return surroundings;
  }

  /** Open documents that the text at an address belongs to, as far as anybody has asked about them. */
  around(uri: string): readonly string[] {
    const isAround = ({ files }: Surroundings): boolean => Object.values(files).some((file) => file.uri === uri);
    return [...this.#surroundings].flatMap(([document, surroundings]) => (isAround(surroundings) ? [document] : []));
  }

  async #file(uri: string): Promise<FileBeside | undefined> {
    const known = this.#files.get(uri);
    const open = this.#documents.text(uri);
    if (open === undefined && known !== undefined && Date.now() - known.readAtMs < FRESH_MS) return known.file;
    const text = open ?? (await this.#read(uri));
    const read = { readAtMs: Date.now(), file: text === undefined ? undefined : this.#made(uri, text, known?.file) };
    this.#files.set(uri, read);
    return read.file;
  }

  #made(uri: string, text: string, known: FileBeside | undefined): FileBeside {
    const file = fileBeside(uri, text, this.#settings.filesFor(uri));
    return known?.text === text && JSON.stringify(known.holds) === JSON.stringify(file.holds) ? known : file;
  }
}

function isSame(known: Surroundings["files"], files: Surroundings["files"]): boolean {
  const names = Object.keys(files);
  return names.length === Object.keys(known).length && names.every((name) => known[name] === files[name]);
}

/** What a feature reads before it looks at a document. */
export function surroundingsFor({
  beside,
}: Pick<Server, "beside">): (params: { readonly textDocument: { readonly uri: string } }) => Promise<Surroundings> {
  return ({ textDocument }) => beside.of(textDocument.uri);
}
