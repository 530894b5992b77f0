/** `sluice/drawing`: the picture of a definition, so that the panel begins with it: the server has the engine awake. */
import { buildMachine, drawMachine, type MachineDrawing, parseText, type TextLanguage } from "@sluice/engine";

export const DRAWING_REQUEST = "sluice/drawing";

export interface DrawingParams {
  readonly text: string;
  readonly language: TextLanguage;
}

/** Null where there is a mistake in it: the panel finds out by itself, and says so. */
export function drawing({ text, language }: DrawingParams): MachineDrawing | null {
  const parsed = parseText(text, language);
  const drawn = drawMachine(parsed, buildMachine(parsed.root));
  return drawn.mistake ? null : drawn.drawing;
}
