/** LSP's snippet syntax: texts with holes to fill. */

/** Plain text as a snippet that inserts just that. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** True for snippets with a hole or an escape; others can be inserted as they are. */
export function isSnippet(text: string): boolean {
  return /\$|\\/.test(text);
}
