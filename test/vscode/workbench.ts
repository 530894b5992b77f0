/**
 * Opens a window of the VS Code that server.ts started in a page, with extensions under development and, if asked for,
 * a suite to run in the extension host.
 */
import { readFileSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import type { VscodeServer } from "./server.ts";

export interface WindowOptions {
  readonly folder?: string;
  /** Folders of extensions under development. */
  readonly extensions?: readonly string[];
  /** Module (without .js) that exports `run()`. */
  readonly tests?: string;
  /** Extensions run by their `browser` entry in the page's Web Worker extension host, as on vscode.dev. */
  readonly web?: boolean;
}

/** Resolves with what undoes it: the links that the web extension host needs. */
export async function openWindow(page: Page, server: VscodeServer, options: WindowOptions): Promise<() => void> {
  if (!options.web) {
    await page.goto(windowAddress(server, options));
    return () => {};
  }
  const links = await configureWeb(page, server, options);
  await page.goto(windowAddress(server, { ...(options.folder ? { folder: options.folder } : {}) }));
  return () => {
    for (const link of links) rmSync(link, { force: true });
  };
}

export function windowAddress(server: VscodeServer, { folder, extensions = [], tests }: WindowOptions): string {
  const remote = (file: string): string => `vscode-remote://127.0.0.1:${server.port}${path.resolve(file)}`;
  const payload = [
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
    ["enableProposedApi", ""],
    ...extensions.map((extension) => ["extensionDevelopmentPath", remote(extension)]),
    ...(tests ? [["extensionTestsPath", remote(tests)]] : []),
  ];
  const url = new URL(`http://127.0.0.1:${server.port}`);
  if (folder) url.searchParams.set("folder", path.resolve(folder));
  else url.searchParams.set("ew", "true");
  url.searchParams.set("payload", JSON.stringify(payload));
  return url.href;
}

/**
 * The web extension host takes an extension only from an http address. The folder is therefore linked below VS Code's
 * own static files, which gives it the window's origin, and its address is put into the configuration in the page. The
 * page is changed from within: an answer made by the test driver would count as one from the Internet, and Chromium
 * would then refuse it everything on the loopback address.
 */
async function configureWeb(page: Page, server: VscodeServer, options: WindowOptions): Promise<string[]> {
  const product = JSON.parse(readFileSync(path.join(server.home, "product.json"), "utf8"));
  const links: string[] = [];
  const extensions = (options.extensions ?? []).map((extension, index) => {
    const name = `development-${process.pid}-${index}`;
    const link = path.join(server.home, name);
    rmSync(link, { force: true });
    symlinkSync(path.resolve(extension), link);
    links.push(link);
    const address = `/${product.quality}-${product.commit}/static/${name}`;
    return { scheme: "http", authority: `127.0.0.1:${server.port}`, path: address };
  });
  const [first] = extensions;
  const [folder] = options.extensions ?? [];
  const tests =
    options.tests && first && folder
      ? { ...first, path: `${first.path}/${path.relative(path.resolve(folder), path.resolve(options.tests))}` }
      : undefined;
  const development = { extensions, ...(tests ? { extensionTestsPath: tests } : {}) };
  await page.addInitScript((development) => {
    const getElementById = Document.prototype.getElementById;
    Document.prototype.getElementById = function (id: string) {
      const element = getElementById.call(this, id);
      if (id === "vscode-workbench-web-configuration" && element && !element.dataset.changed) {
        const configuration = JSON.parse(element.dataset.settings ?? "{}");
        configuration.developmentOptions = { ...configuration.developmentOptions, ...development };
        element.dataset.settings = JSON.stringify(configuration);
        element.dataset.changed = "yes";
      }
      return element;
    };
  }, development);
  return links;
}
