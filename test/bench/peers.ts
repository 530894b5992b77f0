/**
 * The tools that people use today, installed for the comparison only, into a folder that git ignores. They are never
 * dependencies of the product.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const FOLDER = join(import.meta.dirname, ".peers");
const VERSIONS = {
  "amazon-states-language-service": "1.16.1",
  "asl-validator": "4.0.0",
  "aws-local-stepfunctions": "3.0.0",
  fauxqs: "1.9.2",
  "serverless-offline-aws-eventbridge": "2.2.4",
} as const;

export type PeerPackage = keyof typeof VERSIONS;

/** Installs what is not there yet; answers why there is no comparison, or undefined. */
export function installPeers(): string | undefined {
  const missing = Object.keys(VERSIONS).some((name) => !existsSync(join(FOLDER, "node_modules", name)));
  if (!missing) return undefined;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(
    join(FOLDER, "package.json"),
    `${JSON.stringify({ name: "bench-peers", private: true, dependencies: VERSIONS }, null, 2)}\n`,
  );
  try {
    const options = { stdio: ["ignore", "ignore", "pipe"] as ["ignore", "ignore", "pipe"], timeout: 300_000 };
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", FOLDER], options);
    return undefined;
  } catch (error) {
    const lines = error instanceof Error ? error.message.split("\n") : [String(error)];
    return `npm could not install the peers: ${lines.find((line) => /error/i.test(line)) ?? lines[0]}`;
  }
}

/** A file of a peer that its entry point does not lead to. */
export async function importPeerFile(name: PeerPackage, file: string): Promise<Record<string, unknown>> {
  return (await import(pathToFileURL(join(FOLDER, "node_modules", name, file)).href)) as Record<string, unknown>;
}

/** A peer's module, by its own entry point. */
export async function importPeer(name: PeerPackage): Promise<Record<string, unknown>> {
  const path = createRequire(join(FOLDER, "package.json")).resolve(name);
  const loaded = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  return (loaded.default as Record<string, unknown> | undefined) ?? loaded;
}
