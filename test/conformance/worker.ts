/** Judges one case at a time in a thread of its own, so that one which never ends can be ended. */
import { parentPort } from "node:worker_threads";
import { CASE_FILES } from "./case-files.ts";
import type { Case, CaseFile, Verdict } from "./cases.ts";

parentPort?.on("message", async ({ file, line }: { file: string; line: string }) => {
  let answer: Verdict | { readonly crash: string };
  try {
    answer = await (CASE_FILES[file] as CaseFile).judge(JSON.parse(line) as Case);
  } catch (error) {
    answer = {
      crash: error instanceof Error ? `${error.message} ${error.stack?.split("\n")[1]?.trim() ?? ""}` : String(error),
    };
  }
  parentPort?.postMessage(answer);
});
parentPort?.postMessage("ready");
