/**
 * How policies and patterns are known: by names such as `orders.filter-policy.json`, or by what stands in them, where
 * that leaves no doubt.
 */
import { RECOGNIZED_HEAD_LENGTH, topLevelKeys } from "../editor/head.ts";
import type { DocumentOptions, Recognition } from "../editor/recognition.ts";
import type { TextLanguage } from "../text/parsed.ts";

/** `orders.body.filter-policy.json` compares the body, `orders.attributes.filter-policy.json` the attributes. */
const SCOPE = /\.(body|attributes)\.filter-policy\.json$/i;

export const filterPolicyRecognition: Recognition = {
  kind: "filter-policy",
  title: "filter policy",
  languageIds: [],
  fileName: /\.filter-policy\.json$/i,
  optionsOf: (name): DocumentOptions => {
    const scope = SCOPE.exec(name)?.[1]?.toLowerCase();
    return scope === undefined ? {} : { dialect: scope === "body" ? "sns-body" : "sns-attributes" };
  },
  looksLike: inJson((head, keys) => keys.every(({ opens }) => opens) && OPERATOR.test(head) && !isOther(keys)),
};

export const eventPatternRecognition: Recognition = {
  kind: "event-pattern",
  title: "event pattern",
  languageIds: [],
  fileName: /\.event-pattern\.json$/i,
  optionsOf: (name): DocumentOptions => {
    const dialect = /\.(pipes|esm)\.event-pattern\.json$/i.exec(name)?.[1]?.toLowerCase();
    return dialect === "pipes" || dialect === "esm" ? { dialect } : {};
  },
  looksLike: inJson((_, keys) => {
    const tells = keys.some(({ name }) => name === "source" || name === "detail-type");
    return tells && keys.every(({ name, opens }) => opens && EVENT_FIELDS.has(name));
  }),
};

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

export const samplesRecognition: Recognition = {
  kind: "messages",
  title: "sample messages",
  languageIds: [],
  fileName: /\.messages\.json$/i,
  // Translations are called so as well: flat objects of words.
  isNot: (text) => {
    const head = text.slice(0, RECOGNIZED_HEAD_LENGTH);
    const keys = [...topLevelKeys(head).keys()];
    return keys.length > 0 && !keys.some((key) => key === "messages" || key === "FilterPolicyScope");
  },
};

interface HeadKey {
  readonly name: string;
  /** Its value is an object or an array. */
  readonly opens: boolean;
}

const EVENT_FIELDS = new Set(
  "version,id,detail-type,source,account,time,region,resources,detail,replay-name,$or".split(","),
);

/** An operator in a list of alternatives, with an operand of its type: other query languages have words like these. */
const OPERATOR = new RegExp(
  String.raw`\[\s*(?:"(?:[^"\\]|\\.)*"\s*,\s*|[-\d.eE]+\s*,\s*)*\{\s*"(?:(?:prefix|suffix|equals-ignore-case)"\s*:\s*"|` +
    String.raw`anything-but"\s*:|numeric"\s*:\s*\[\s*"[<>=]|exists"\s*:\s*(?:true|false)|cidr"\s*:\s*"[\da-fA-F.:]+/)`,
);

/** A template, or a definition, holds filters without being one. */
function isOther(keys: readonly HeadKey[]): boolean {
  return keys.some(({ name }) => name === "Resources" || name === "States");
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
