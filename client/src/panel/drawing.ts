/** The first picture of a definition, made by the language server: the panel's own worker has yet to be started. */
import type { MachineDrawing } from "@sluice/engine";
import { askServer } from "./ask-server.ts";
import type { DocumentMessage, HostMessage } from "./protocol.ts";

/** A server that is slower, or only starts, is not waited for: the panel draws by itself then. */
const PATIENCE_MS = 200;

/** Undefined also where the text has a mistake. Never rejects. */
export async function drawingOf({ text, language, version }: DocumentMessage): Promise<HostMessage | undefined> {
  const asked = askServer<MachineDrawing | null>("sluice/drawing", { text, language }).catch(() => null);
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const drawing = await Promise.race([asked, late]);
  return drawing ? { type: "drawing", version, drawing } : undefined;
}
