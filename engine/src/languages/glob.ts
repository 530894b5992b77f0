/**
 * Globs as editors' settings have them: `*` and `?` within a name, `**` over folders, `{a,b}`, `[abc]`. A glob without
 * a slash is about names, wherever the file lies; any other may begin at any folder.
 */
import { remember } from "../text/remember.ts";

/** Whether a glob speaks of a file, by its path or address. Never throws; a glob that makes no sense matches nothing. */
export function globMatches(glob: string, path: string): boolean {
  return expressionFor(glob)?.test(path) === true;
}

const expressionFor = remember((glob: string): RegExp | undefined => {
  const body = glob.replace(/^(?:\.?\/|\*\*\/)+/, "").replace(/(?:\*\*\/){2,}/g, "**/");
  try {
    return new RegExp(`(?:^|/)${translated(body)}$`);
  } catch {
    return undefined; // braces or brackets that do not close
  }
});

const WORDS: Readonly<Record<string, string>> = { "**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]" };

function translated(glob: string): string {
  let open = 0;
  let expression = "";
  for (const [part] of glob.matchAll(/\*\*\/?|\*|\?|\[!?[^\]/]+\]|./gs)) {
    const isSeparator = part === "," && open > 0;
    if (part === "{") open++;
    if (part === "}") open--;
    if (part === "{") expression += "(?:";
    else if (part === "}") expression += ")";
    else if (isSeparator) expression += "|";
    else if (part.length > 2 && part.startsWith("[")) expression += part.replace(/^\[!/, "[^").replaceAll("\\", "\\\\");
    else expression += WORDS[part] ?? part.replace(/[\\^$.*+?()[\]|]/, "\\$&");
  }
  return expression;
}
