/**
 * What a panel is about: a document, or one of the state machines in it. Of a template the language server tells the
 * machine's own text, and how its places and the template's belong together.
 */
import { type EmbeddedMachine, innerPlace, outerPlace } from "@sluice/engine";
import { type TextDocument, type Uri, workspace } from "vscode";
import { askServer } from "./ask-server.ts";
import type { DocumentMessage } from "./protocol.ts";
import { fileName, stemOf } from "./siblings.ts";

export interface SubjectAddress {
  readonly uri: Uri;
  /** Of the definition in a document that holds more, a JSON pointer. */
  readonly pointer?: string | undefined;
}

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Names a subject among others. */
export function subjectKey({ uri, pointer = "" }: SubjectAddress): string {
  return `${uri.toString()}#${pointer}`;
}

export class Subject {
  readonly uri: Uri;
  readonly pointer: string | undefined;
  /** What the files beside it are named after. */
  stem: string;
  #document: TextDocument;
  #machine: EmbeddedMachine | undefined;

  constructor(document: TextDocument, pointer: string | undefined) {
    this.uri = document.uri;
    this.pointer = pointer;
    this.stem = stemOf(document.uri);
    this.#document = document;
  }

  get document(): TextDocument {
    return this.#document;
  }

  /** A change of language mode gives a new document object for the same address. */
  isOf(document: TextDocument): boolean {
    if (document.uri.toString() !== this.uri.toString()) return false;
    this.#document = document;
    return true;
  }

  /** The text as it is now. Of a machine that is not there any more, an empty one. */
  async read(): Promise<DocumentMessage> {
    const document = this.#document;
    const shared = { type: "document", uri: document.uri.toString(), version: document.version } as const;
    if (this.pointer === undefined) {
      const language = /yaml/.test(document.languageId) ? "yaml" : "json";
      return { ...shared, name: fileName(document.uri), language, text: document.getText() };
    }
    const machines = await machinesOf(document.uri);
    this.#machine = machines.find(({ pointer }) => pointer === this.pointer);
    const { name = fileName(document.uri), language = "json", text = "", type } = this.#machine ?? {};
    if (this.#machine) this.stem = name;
    return { ...shared, pointer: this.pointer, name, language, text, ...(type && { machineType: type }) };
  }

  /** Where a range of the subject's text stands in the document. */
  outer(range: Place): Place {
    if (this.pointer === undefined) return range;
    const { places = [], start = 0 } = this.#machine ?? {};
    return outerPlace(places, range) ?? { start, end: start };
  }

  /** Where a range of the document stands in the subject's text; undefined outside of it. */
  inner(range: Place): Place | undefined {
    return this.pointer === undefined ? range : innerPlace(this.#machine?.places ?? [], range);
  }
}

/** The state machines of a template; none for other documents. */
export async function machinesOf(uri: Uri): Promise<readonly EmbeddedMachine[]> {
  return (await askServer<readonly EmbeddedMachine[]>("sluice/machines", { uri: uri.toString() })) ?? [];
}

export async function openSubject({ uri, pointer }: SubjectAddress): Promise<Subject> {
  return new Subject(await workspace.openTextDocument(uri), pointer);
}
