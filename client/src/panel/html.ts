/**
 * The page of the panel. Its policy lets in this extension's own files and one worker made from a blob, and nothing
 * else: no network, no inline script or style, no evaluation of text.
 * https://code.visualstudio.com/api/extension-guides/webview#content-security-policy
 */

export interface PageAddresses {
  /** `Webview.cspSource` */
  readonly cspSource: string;
  /** Webview addresses of the view's bundles in dist/webview. */
  readonly script: string;
  readonly style: string;
  /** Of the scripts that the view's own imports before it runs: they are read beside it. */
  readonly preloads?: readonly string[];
  /** Of the scripts that the view starts workers from, by the names that it knows them by. */
  readonly workers: Readonly<Record<string, string>>;
  readonly title: string;
  /** Messages that the view hears before it draws for the first time. */
  readonly first?: readonly object[];
  /** Unguessable, new for each page. */
  readonly nonce: string;
}

/** `connect-src` is there for one thing: the view reads the worker's scripts, to start it from a blob address. */
export function contentSecurityPolicy({ cspSource, nonce }: PageAddresses): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `connect-src ${cspSource}`,
    "worker-src blob:",
    // A graph becomes a PNG by way of an image that the view itself has made.
    "img-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** The whole page. What is the user's is in it as data: a script of no language, in which no tag can begin. */
export function panelHtml(page: PageAddresses): string {
  const preload = (address: string): string => `<link rel="modulepreload" nonce="${page.nonce}" href="${address}">\n`;
  const workers = Object.entries(page.workers).map(([name, address]) => ` data-${name}="${address}"`);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(page)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${page.style}">
${(page.preloads ?? []).map(preload).join("")}<title>${page.title}</title>
</head>
<body>
${page.first ? `<script type="application/json" id="first">${dataText(page.first)}</script>\n` : ""}<div id="root"${workers.join("")}><p class="absent pad">Reading…</p></div>
<script type="module" nonce="${page.nonce}" src="${page.script}"></script>
</body>
</html>
`;
}

function dataText(data: readonly object[]): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}

/** 24 random bytes as hexadecimal, from the host's cryptographic generator (Node and browsers have the same one). */
export function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
