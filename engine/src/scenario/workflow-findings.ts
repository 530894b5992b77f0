/** Workflows of SWF that a scenario describes: steps that nobody does, and workers whose death nobody notices. */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../json.ts";
import type { Finding } from "../rules/finding.ts";
import { DECISIONS, workflowSettingsOf } from "../services/swf/settings.ts";
import { valueNode } from "../text/navigate.ts";
import type { Node } from "../text/tree.ts";
import type { System } from "./system.ts";
import type { Scenario } from "./types.ts";

const RULE = "scenario-workflow";

export function workflowFindings({ resources }: Scenario, { specs }: System): readonly Finding[] {
  return specs.flatMap(({ id, type, properties }) => {
    const written = resources && valueNode(resources, id);
    const node = written && valueNode(written, "Properties");
    if (type !== "Sluice::SwfWorkflow" || node === undefined) return [];
    return [...undescribed(properties, node), ...unnoticed(properties, node)];
  });
}

/** A step that no activity answers to has one worker that needs no time: hardly what somebody meant. */
function undescribed(properties: JsonObject, node: Node): readonly Finding[] {
  const known = objectOf(properties.Activities);
  const names = new Set(workflowSettingsOf(properties).steps.flat());
  const place = valueNode(node, "Steps") ?? node;
  return [...names].flatMap((name): Finding[] => {
    if (Object.hasOwn(known, name)) return [];
    return [
      { rule: RULE, node: place, message: `No activity \`${name}\` is described: it takes no time, and never fails.` },
    ];
  });
}

function unnoticed(properties: JsonObject, node: Node): readonly Finding[] {
  const activities = objectOf(properties.Activities);
  const places = valueNode(node, "Activities");
  const lists = [
    ...Object.entries(activities).map(([name, list]) => [name, list, places && valueNode(places, name)] as const),
    [DECISIONS, properties.Deciders, valueNode(node, DECISIONS)] as const,
  ];
  return lists.flatMap(([name, list, place]): Finding[] => {
    const message = isObject(list) ? mistakeIn(name, list) : undefined;
    return message === undefined ? [] : [{ rule: RULE, node: place ?? node, message }];
  });
}

function mistakeIn(name: string, { StartToCloseTimeout, HeartbeatTimeout }: JsonObject): string | undefined {
  const [toClose, heartbeat] = [secondsIn(StartToCloseTimeout), secondsIn(HeartbeatTimeout)];
  if (toClose === undefined && heartbeat === undefined) {
    return `When a worker of \`${name}\` dies, nobody notices until the execution times out: give it a StartToCloseTimeout${name === DECISIONS ? "" : " or a HeartbeatTimeout"}.`;
  }
  if (toClose === undefined || heartbeat === undefined || heartbeat < toClose) return undefined;
  return `The HeartbeatTimeout of \`${name}\` is not shorter than its StartToCloseTimeout: it never ends anything.`;
}

function secondsIn(value: JsonValue | undefined): number | undefined {
  return value === undefined || value === "NONE" ? undefined : Number(value);
}
