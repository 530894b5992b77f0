/** Icons for kinds of resources. */
import type { DrawnNode } from "@sluice/engine";
import type { IconName } from "../../ui/icon.tsx";

const ICONS: Readonly<Record<string, IconName>> = {
  Queue: "layers",
  Topic: "broadcast",
  Function: "symbol-method",
  "State machine": "type-hierarchy-sub",
  Stream: "pulse",
  "Stream consumer": "pulse",
  "Delivery stream": "pulse",
  "Event bus": "broadcast",
  Schedule: "watch",
  Producer: "rocket",
  Workers: "server-process",
  Bucket: "database",
  Table: "database",
};

export function iconOf({ word, isDeadLetterQueue }: Pick<DrawnNode, "word" | "isDeadLetterQueue">): IconName {
  return isDeadLetterQueue ? "archive" : (ICONS[word] ?? "gear");
}
