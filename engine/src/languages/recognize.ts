/**
 * What a file holds: by the language id that an editor gives it, by its name, or, where neither says so, by the head of
 * its text. Everybody who opens files asks here, so that editor, server and command line never disagree.
 */
import { aslRecognition } from "../asl/recognize.ts";
import { templateRecognition } from "../template/recognize.ts";
import { languageOf } from "../text/parse.ts";
import type { TextLanguage } from "../text/parsed.ts";
import type { DocumentKind, Recognition } from "./types.ts";

/** In the order in which they are asked. */
const RECOGNITIONS: readonly Recognition[] = [aslRecognition, templateRecognition];

export interface FileToRecognize {
  /** The head of it is enough. */
  readonly text: string;
  readonly uri?: string | undefined;
  /** As the editor calls what the file is written in. */
  readonly languageId?: string | undefined;
  /** Left out: by the language id, the address, the first character. */
  readonly language?: TextLanguage;
}

/** Undefined for a file that is none of Sluice's. Costs microseconds, whatever the length of the text. */
export function recognize(file: FileToRecognize): DocumentKind | undefined {
  const { text, uri, languageId } = file;
  const byId = RECOGNITIONS.find(({ languageIds }) => languageId !== undefined && languageIds.includes(languageId));
  const named = byId?.kind ?? (uri === undefined ? undefined : kindOfName(uri));
  if (named !== undefined) return named;
  const language = file.language ?? textLanguageOf(file);
  return RECOGNITIONS.find(({ looksLike }) => looksLike?.(text, language) === true)?.kind;
}

/** The kind of a file whose name, or address, says what it is. */
export function kindOfName(name: string): DocumentKind | undefined {
  return RECOGNITIONS.find(({ fileName }) => fileName.test(name))?.kind;
}

/** What a person calls a document of a kind. */
export function titleOf(kind: DocumentKind): string {
  return RECOGNITIONS.find((one) => one.kind === kind)?.title ?? kind;
}

const TEXT_LANGUAGES: Readonly<Record<string, TextLanguage>> = {
  asl: "json",
  "asl-yaml": "yaml",
  json: "json",
  jsonc: "json",
  yaml: "yaml",
};

/** What a file is written in, as far as can be told. */
export function textLanguageOf({ text, uri, languageId = "" }: FileToRecognize): TextLanguage {
  return TEXT_LANGUAGES[languageId] ?? languageOf(text, uri);
}
