/** Texts that would do harm where a view took them for anything but text, made of a seed. */

const PIECES = [
  "<img src=x onerror=alert(1)>",
  '"><script>alert(1)</script>',
  "<svg/onload=alert(1)>",
  "</style></title><iframe srcdoc='<b>x</b>'>",
  "javascript:alert(1)",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "{{7*7}}${7*7}<%= 7 %>",
  "&lt;b&gt;&#x3c;i&#x3e;",
  "\u202eright to left\u2066",
  "\u0000\u0007\u001b[31m",
  "\ud800 half of a pair",
  "e\u0301\u0302\u0303".repeat(20),
  "W".repeat(900),
  "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}",
  "'; DROP TABLE orders; --",
  "$.['a'].b[?(@.c)]",
  "\n\r\t\u2028\u2029",
  "",
] as const;

/** Another text each time that it is asked; the same ones for the same seed. */
export function hostileTexts(seed: number): () => string {
  let state = seed * 2654435761 + 1;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return () => `${PIECES[next(PIECES.length)]}${PIECES[next(PIECES.length)]}`;
}

/** Elements that only a text taken for HTML can have made. */
export const INJECTED = "img, iframe, i, u, a, script:not([src]), [onload], [onerror], [srcdoc]";
