/** Where the cursor stands in a definition, in JSON and in YAML. */
import { type CompletionSite, jsonSite, type KeySite, type ValueSite } from "../../editor/completion-site.ts";
import { keyAt, withKey, yamlSite } from "../../editor/completion-site-yaml.ts";
import { holdsAt, placeOf } from "../../schema/docs.ts";
import { parseText, readAgain } from "../../text/parse.ts";
import { type AslDocument, openAsl } from "../document.ts";
import { stateExcerpt } from "./yaml-excerpt.ts";

/** What an entry would replace, and where in the tree that is. */
export type AslSite = CompletionSite<AslDocument>;
export type AslKeySite = KeySite<AslDocument>;
export type AslValueSite = ValueSite<AslDocument>;

export function completionSite(document: AslDocument, offset: number): AslSite | undefined {
  if (document.language === "json") return jsonSite(document, offset);
  return yamlSite(document, offset, {
    reopen: (text) => openAsl(readAgain(document.parsed, text), document.options),
    isItem: (node) => holdsAt(node).includes("error-name"),
    nearKey: (at, word) => keyInExcerpt(document, at, word),
  });
}

/** To read the state around is enough, but for names of states: those are offered by what the whole document says. */
function keyInExcerpt(document: AslDocument, offset: number, word: string): AslKeySite | undefined {
  const excerpt = stateExcerpt(document, offset);
  if (excerpt === undefined) return undefined;
  const probed = openAsl(parseText(withKey(excerpt.text, excerpt.offset, word), "yaml"), document.options);
  const site = keyAt(probed, excerpt.offset, { start: offset, end: offset });
  return site === undefined || placeOf(site.object).members === "state" ? undefined : site;
}
