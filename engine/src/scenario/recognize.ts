/** How scenarios are known: by their names alone. */
import type { Recognition } from "../languages/types.ts";

export const scenarioRecognition: Recognition = {
  kind: "scenario",
  title: "scenario",
  languageIds: [],
  fileName: /\.scenario\.(?:json|ya?ml)$/i,
};
