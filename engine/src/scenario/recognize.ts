/** How scenarios are known: by their names alone. */
import type { Recognition } from "../editor/recognition.ts";

export const scenarioRecognition: Recognition = {
  kind: "scenario",
  title: "scenario",
  languageIds: [],
  fileName: /\.scenario\.(?:json|ya?ml)$/i,
};
