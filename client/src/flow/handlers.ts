/**
 * Local functions that a scenario names (`handler:`): called by the language server, on the desktop and in a trusted
 * workspace only. Elsewhere nothing of them runs, and whoever looks is told why.
 */
import type { CodeAnswer } from "@sluice/engine";
import { type Uri, workspace } from "vscode";
import { askServer } from "../panel/ask-server.ts";
import type { HandlerCall } from "./protocol.ts";

/** Why the local functions of a scenario are not called; undefined where they are. */
export function handlersRefused(scenario: Uri): string | undefined {
  if (scenario.scheme !== "file") return "Local functions run on the desktop only, for files of this computer";
  return workspace.isTrusted ? undefined : "Restricted Mode: local functions run in trusted workspaces only";
}

/** Never rejects: what cannot be called is an error of the function. */
export async function callHandler(scenario: Uri, call: HandlerCall): Promise<CodeAnswer> {
  const refused = handlersRefused(scenario);
  if (refused !== undefined) return failed("Sluice.NotCalled", refused);
  try {
    const answer = await askServer<CodeAnswer>("sluice/callHandler", { scenario: scenario.toString(), ...call });
    return answer ?? failed("Sluice.NotCalled", "the language server does not run");
  } catch (error) {
    return failed("Sluice.NotCalled", error instanceof Error ? error.message : String(error));
  }
}

function failed(errorType: string, errorMessage: string): CodeAnswer {
  return { error: { errorType, errorMessage } };
}
