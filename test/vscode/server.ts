/** Starts the VS Code that install.ts provides: on a free port of the loopback address, with a throw-away profile. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { installVscode } from "./install.ts";

const START_TIMEOUT_MS = 60_000;

/** No welcome pages, chat, telemetry, look-ups or update checks. */
const QUIET_SETTINGS = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "window.commandCenter": false,
  "chat.disableAIFeatures": true,
  "chat.agentHost.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "update.showReleaseNotes": false,
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "json.schemaDownload.enable": false,
  "git.openRepositoryInParentFolders": "never",
};

export interface ServerOptions {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Packaged extensions to install into the profile first. */
  readonly vsix?: readonly string[];
  /** Lets a page load extensions under development and run tests. */
  readonly testDriver?: boolean;
  readonly say?: (text: string) => void;
}

export interface VscodeServer {
  /** The folder of the built VS Code. */
  readonly home: string;
  readonly port: number;
  /** Everything that it has printed. */
  readonly log: () => string;
  /** Ends it with all of its processes, and removes the profile. */
  stop(): Promise<void>;
}

export async function startServer(options: ServerOptions = {}): Promise<VscodeServer> {
  const installed = await installVscode(options.say ?? (() => {}));
  const home = path.join(installed, "vscode");
  const profile = mkdtempSync(path.join(tmpdir(), "sluice-vscode-"));
  mkdirSync(path.join(profile, "data/User"), { recursive: true });
  writeFileSync(
    path.join(profile, "data/User/settings.json"),
    JSON.stringify({ ...QUIET_SETTINGS, ...options.settings }, null, 1),
  );

  const processes = new Set<ChildProcess>();
  let log = "";
  const launch = (args: readonly string[]): ChildProcess => {
    const child = spawn(
      process.execPath,
      [path.join(home, "out/server-main.js"), "--accept-server-license-terms", "--server-data-dir", profile, ...args],
      // A group of its own: ending the group ends extension hosts, language servers and terminals too.
      { env: { ...cleanEnvironment(), ...options.env }, stdio: ["ignore", "pipe", "pipe"], detached: true },
    );
    processes.add(child);
    child.once("exit", () => processes.delete(child));
    const read = (data: Buffer): void => {
      log += data;
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    return child;
  };
  const killAll = (): void => {
    for (const child of processes) signalGroup(child, "SIGKILL");
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  process.once("exit", killAll);

  try {
    if (options.vsix?.length) {
      const install = options.vsix.flatMap((file) => ["--install-extension", path.resolve(file)]);
      const code = await ended(launch([...install, "--force"]));
      if (code !== 0 || log.includes("Error while installing")) throw new Error(`VS Code did not install it\n${log}`);
    }
    const port = await freePort();
    const child = launch([
      ...["--host", "127.0.0.1", "--port", String(port), "--without-connection-token"],
      ...(options.testDriver ? ["--enable-smoke-test-driver"] : []),
      ...["--disable-workspace-trust", "--disable-telemetry", "--telemetry-level", "off"],
      ...["--disable-getting-started-override", "--force-disable-user-env"],
      // If this process is killed outright, the server ends by itself some minutes after its window is gone.
      ...(options.testDriver ? ["--enable-remote-auto-shutdown", "--reconnection-grace-time", "30"] : []),
    ]);
    await listening(child, () => log);
    const stop = async (): Promise<void> => {
      process.removeListener("exit", killAll);
      if (processes.has(child)) {
        const gone = ended(child);
        signalGroup(child, "SIGTERM");
        await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 3_000))]);
      }
      signalGroup(child, "SIGKILL");
      killAll();
    };
    return { home, port, log: () => log, stop };
  } catch (error) {
    process.removeListener("exit", killAll);
    killAll();
    throw error;
  }
}

/** Without what would leak from a VS Code or npm that this process was started by, and without a market place. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const leaks = /^(VSCODE_|ELECTRON_|CODE_SERVER|npm_|NODE_OPTIONS$|NODE_CHANNEL|VITEST)/;
  const kept = Object.entries(process.env).filter(([name]) => !leaks.test(name));
  return { ...Object.fromEntries(kept), EXTENSIONS_GALLERY: "{}" };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // it has gone already
  }
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once("close", resolve));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function listening(child: ChildProcess, log: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`VS Code did not start in time\n${log()}`)), START_TIMEOUT_MS);
    const look = (): void => {
      if (!/Extension host agent listening on \d+/.test(log())) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on("data", look);
    child.stderr?.on("data", look);
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`VS Code's server ended with ${code}\n${log()}`));
    });
  });
}
