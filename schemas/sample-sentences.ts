/** The engine's own sentences about why something happened, each with plausible numbers and names in it. */

/** What `engine/src/services/reasons.ts` offers. Named, not imported: this runs before the engine can be built. */
interface Reasons {
  readonly REASON_CODES: readonly string[];
  readonly sentenceOf: (why: Readonly<Record<string, string | number>> & { readonly code: string }) => string;
}

/** By code. */
export async function sampleSentences(root: URL): Promise<ReadonlyMap<string, string>> {
  const { href } = new URL("engine/src/services/reasons.ts", root);
  const { REASON_CODES, sentenceOf } = (await import(/* @vite-ignore */ href)) as Reasons;
  return new Map(REASON_CODES.map((code) => [code, sentenceOf(sampleReason(code))]));
}

/** Any field that a sentence asks for. */
function sampleReason(code: string): Parameters<Reasons["sentenceOf"]>[0] {
  const get = (_: object, name: string): string | number => (name === "code" ? code : sampleOf(name));
  return new Proxy<Parameters<Reasons["sentenceOf"]>[0]>({ code }, { get });
}

function sampleOf(name: string): string | number {
  if (Object.hasOwn(TEXTS, name)) return TEXTS[name] ?? "";
  if (/ms$/i.test(name)) return 30_000;
  if (/seconds$/i.test(name)) return 30;
  if (/rate$|share$/i.test(name)) return 0.2;
  return name === "message" ? 12 : 3;
}

/** Fields that hold words, not numbers. */
const TEXTS: Readonly<Record<string, string>> = {
  group: "g1",
  refusal: "ServiceUnavailable",
  reason: "it was cancelled",
  status: "COMPLETED",
  task: "1",
  text: "poison",
  pattern: '{"kind":["poison"]}',
  way: "Orders > Process > Orders",
  scope: "MessageBody",
  key: "store",
  deadLetters: "ServiceUnavailable",
  outage: "yes",
  error: "TimeoutError",
};
