/** package.json promises VS Code files, commands and settings: each must be there. */
import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readText, root, sources } from "./sources.ts";

const manifest = JSON.parse(readText("package.json"));
const { contributes } = manifest;

test("every file that the manifest names is there, or is a bundle", () => {
  const named: string[] = [
    manifest.icon,
    ...contributes.languages.map(({ configuration }: { configuration: string }) => configuration),
    ...contributes.grammars.map(({ path }: { path: string }) => path),
  ];
  expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  const bins = Object.values<string>(manifest.bin);
  for (const bundle of [manifest.main, manifest.browser, ...bins]) expect(bundle).toMatch(/^\.\/dist\//);
});

test("every command of a menu is a command of the manifest", () => {
  const commands = new Set(contributes.commands.map(({ command }: { command: string }) => command));
  const used = Object.values<{ command: string }[]>(contributes.menus).flatMap((items) =>
    items.map(({ command }) => command),
  );
  expect(used.filter((command) => !commands.has(command))).toEqual([]);
});

test("every setting and every command is described and used", () => {
  const code = sources()
    .filter(({ path }) => /^(client|server)\//.test(path))
    .map(({ text }) => text)
    .join("\n");
  for (const [name, setting] of Object.entries<Record<string, string>>(contributes.configuration.properties)) {
    expect(setting.description ?? setting.markdownDescription, name).toBeTruthy();
    // vscode-languageclient reads sluice.trace.server by itself.
    if (name !== "sluice.trace.server") expect(code, name).toContain(name.replace(/^sluice\./, ""));
  }
  for (const { command } of contributes.commands) expect(code, command).toContain(`"${command}"`);
});
