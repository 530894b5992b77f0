/** What the commands know of the world: where they are, where they write, and whether colours are wanted there. */

export interface Terminal {
  /** Paths are relative to it. */
  readonly cwd: string;
  /** Styles are on. */
  readonly color: boolean;
  /** Width to wrap prose at. */
  readonly columns: number;
  /** The module that a worker thread enters. */
  readonly workerUrl: URL;
  write(text: string): void;
  error(text: string): void;
  /** All of standard input. */
  readInput(): Promise<Uint8Array>;
}

/** The terminal of this process. Colours on a TTY, unless NO_COLOR says no; FORCE_COLOR says yes. */
export function processTerminal(workerUrl: URL): Terminal {
  const { stdout, stderr, env } = process;
  // `sluice check | head` closes the pipe early: that is no failure of ours.
  stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));
  return {
    cwd: process.cwd(),
    color: wantsColor(stdout.isTTY === true, env),
    columns: Math.min(Math.max(stdout.columns ?? 100, 60), 120),
    workerUrl,
    write: (text) => void stdout.write(text),
    error: (text) => void stderr.write(text),
    readInput: readStandardInput,
  };
}

/** https://no-color.org: any value that is not empty turns colours off. */
export function wantsColor(isTty: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  if ((env.NO_COLOR ?? "") !== "") return false;
  if ((env.FORCE_COLOR ?? "") !== "") return env.FORCE_COLOR !== "0";
  return isTty && env.TERM !== "dumb";
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
