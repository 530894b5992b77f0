#!/usr/bin/env node
// Looks to @vscode/test-electron like a VS Code executable: takes its arguments, and runs the suite in the VS Code that
// comes from the npm registry (run-in-page.ts).
import { runInPage } from "./run-in-page.ts";

const args = process.argv.slice(2);
const values = (name) => args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => arg.slice(name.length + 3));
const folder = args.find((arg) => !arg.startsWith("-"));

process.exit(
  await runInPage({
    ...(folder ? { folder } : {}),
    extensions: values("extensionDevelopmentPath"),
    tests: values("extensionTestsPath")[0] ?? "",
    web: values("extensionDevelopmentKind").includes("web"),
    vsix: values("install-extension"),
  }),
);
