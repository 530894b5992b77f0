/**
 * The yaml package as the panel's worker has it: a script of its own, put before the worker's where a definition is in
 * YAML. The bundler gives this file to whoever imports the package; without the script, calling it is a mistake.
 */

type Name = "isAlias" | "isMap" | "isScalar" | "isSeq" | "parseDocument";

/** The script's one global. */
declare const SluiceYaml: Readonly<Record<Name, (...values: readonly unknown[]) => unknown>>;

export const isAlias = (value: unknown): unknown => SluiceYaml.isAlias(value);
export const isMap = (value: unknown): unknown => SluiceYaml.isMap(value);
export const isScalar = (value: unknown): unknown => SluiceYaml.isScalar(value);
export const isSeq = (value: unknown): unknown => SluiceYaml.isSeq(value);
export const parseDocument = (text: string, options: object): unknown => SluiceYaml.parseDocument(text, options);
