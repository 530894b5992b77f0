/**
 * What a file holds: by what the settings say, by the language id that an editor gives it, by its name, or, where none of
 * them says anything, by the head of its text. Everybody who opens files asks here, so that editor, server and command
 * line never disagree.
 */
import { aslRecognition } from "../asl/recognize.ts";
import type { Recognition, Recognized } from "../editor/recognition.ts";
import type { FileBeside } from "../editor/types.ts";
import {
  eventPatternRecognition,
  filterPolicyRecognition,
  redriveAllowPolicyRecognition,
  redrivePolicyRecognition,
  samplesRecognition,
} from "../policies/recognize.ts";
import { scenarioRecognition } from "../scenario/recognize.ts";
import { templateRecognition } from "../template/recognize.ts";
import { languageOf } from "../text/parse.ts";
import type { TextLanguage } from "../text/parsed.ts";
import type { DocumentKind } from "../vocabulary.ts";
import { associationOf, type FileAssociations } from "./associations.ts";

/** In the order in which they are asked. */
const RECOGNITIONS: readonly Recognition[] = [
  aslRecognition,
  templateRecognition,
  eventPatternRecognition,
  redrivePolicyRecognition,
  redriveAllowPolicyRecognition,
  samplesRecognition,
  scenarioRecognition,
  filterPolicyRecognition,
];

export interface FileToRecognize {
  /** The head of it is enough. */
  readonly text: string;
  readonly uri?: string | undefined;
  /** As the editor calls what the file is written in. */
  readonly languageId?: string | undefined;
  /** Left out: by the language id, the address, the first character. */
  readonly language?: TextLanguage;
  /** What the user's settings say about files. */
  readonly files?: FileAssociations | undefined;
}

/** Undefined for a file that is none of Sluice's. Costs microseconds, whatever the length of the text. */
export function recognize(file: FileToRecognize): Recognized | undefined {
  const { text, uri, languageId, files } = file;
  const set = uri === undefined ? undefined : associationOf(uri, files);
  if (set !== undefined) return set === "none" ? undefined : set;
  const byId = RECOGNITIONS.find(({ languageIds }) => languageId !== undefined && languageIds.includes(languageId));
  if (byId !== undefined) return { kind: byId.kind, options: {} };
  const named = uri === undefined ? undefined : byName(uri);
  if (named !== undefined && named.isNot?.(text) !== true) return recognized(named, uri);
  const language = file.language ?? textLanguageOf(file);
  const alike = RECOGNITIONS.find(({ looksLike }) => looksLike?.(text, language) === true);
  return alike && recognized(alike, uri);
}

/** A file that lies beside a document, with what it holds. */
export function fileBeside(uri: string, text: string, files?: FileAssociations): FileBeside {
  return { uri, text, holds: recognize({ uri, text, files }) };
}

/** The kind of a file whose name, or address, says what it is. */
export function kindOfName(name: string): DocumentKind | undefined {
  return byName(name)?.kind;
}

function byName(name: string): Recognition | undefined {
  return RECOGNITIONS.find(({ fileName }) => fileName.test(name));
}

function recognized({ kind, optionsOf }: Recognition, uri: string | undefined): Recognized {
  return { kind, options: (uri !== undefined && optionsOf?.(uri)) || {} };
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
