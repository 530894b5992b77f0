/**
 * How policies and patterns are known: by names such as `orders.filter-policy.json`, or by what stands in them, where
 * that leaves no doubt.
 */
import { RECOGNIZED_HEAD_LENGTH, topLevelKeys } from "../editor/head.ts";
import type { DocumentOptions, Recognition } from "../languages/types.ts";
import type { TextLanguage } from "../text/parsed.ts";

export const redrivePolicyRecognition: Recognition = {
  kind: "redrive-policy",
  title: "redrive policy",
  languageIds: [],
  fileName: /\.redrive-policy\.json$/i,
  optionsOf: (name): DocumentOptions =>
    /subscription\.redrive-policy\.json$/i.test(name) ? { redriveOf: "subscription" } : {},
  looksLike: inJson((_, keys) => {
    const tells = keys.some(({ name }) => name === "deadLetterTargetArn");
    return tells && keys.every(({ name }) => name === "deadLetterTargetArn" || name === "maxReceiveCount");
  }),
};

export const redriveAllowPolicyRecognition: Recognition = {
  kind: "redrive-allow-policy",
  title: "redrive allow policy",
  languageIds: [],
  fileName: /\.redrive-allow-policy\.json$/i,
  looksLike: inJson((_, keys) => keys.some(({ name }) => name === "redrivePermission")),
};

interface HeadKey {
  readonly name: string;
  /** Its value is an object or an array. */
  readonly opens: boolean;
}

function inJson(test: (head: string, keys: readonly HeadKey[]) => boolean) {
  return (text: string, language: TextLanguage): boolean => {
    if (language !== "json") return false;
    const head = text.slice(0, RECOGNIZED_HEAD_LENGTH);
    const keys = [...topLevelKeys(head)].map(([name, end]) => ({
      name,
      opens: /^\s*:\s*(?:[[{]|$)/.test(head.slice(end, end + 80)),
    }));
    return keys.length > 0 && test(head, keys);
  };
}
