/**
 * StringMatches: `*` stands for any characters, none included; `\*` and `\\` for themselves. Linear in practice: only
 * the last star is ever tried again.
 * https://states-language.net/spec.html#choice-state
 */
const STAR = Symbol("*");

/** Whether the whole of `text` matches `pattern`. */
export function matchesWildcard(text: string, pattern: string): boolean {
  const tokens = tokensOf(pattern);
  let at = 0;
  let token = 0;
  let star = -1;
  let retryAt = 0;
  while (at < text.length) {
    if (tokens[token] === STAR) {
      star = token;
      retryAt = at;
      token += 1;
    } else if (tokens[token] === text[at]) {
      token += 1;
      at += 1;
    } else if (star >= 0) {
      token = star + 1;
      retryAt += 1;
      at = retryAt;
    } else return false;
  }
  while (tokens[token] === STAR) token += 1;
  return token === tokens.length;
}

function tokensOf(pattern: string): readonly (string | typeof STAR)[] {
  const tokens: (string | typeof STAR)[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    const next = pattern.charAt(at + 1);
    if (character === "\\" && (next === "*" || next === "\\")) {
      tokens.push(next);
      at += 1;
    } else tokens.push(character === "*" ? STAR : character);
  }
  return tokens;
}
