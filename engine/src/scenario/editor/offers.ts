/** The names that can be written in a scenario: of nodes, of their metrics, of settings, of states. */
import type { ResourceField } from "../../schema/resource-types.ts";
import { resourceKind, resourceType } from "../../schema/resources.ts";
import type { Holds } from "../../schema/types.ts";
import { isPolled } from "../../services/consumers/kinds.ts";
import { typeMarkdown } from "../../template/features/hover.ts";
import { property } from "../../text/navigate.ts";
import type { ScenarioAround } from "../around.ts";
import { metricKindsOf } from "../known-system.ts";
import { metricText, typeText } from "./words.ts";

export interface Offered {
  readonly name: string;
  /** One line beside the name. */
  readonly detail: string;
  readonly markdown?: string;
}

/** `present`: names that are there already. */
export function namesFor(
  holds: Holds | undefined,
  around: ScenarioAround,
  present: ReadonlySet<string> = new Set(),
): readonly Offered[] {
  const names = holds === undefined ? undefined : OFFERS[holds]?.(around);
  return (names ?? []).filter(({ name }) => !present.has(name));
}

type Offers = (around: ScenarioAround) => readonly Offered[];

const OFFERS: Readonly<Partial<Record<Holds, Offers>>> = {
  "resource-id": ({ types }) => nodes(types),
  "queue-id": ({ types }) => nodes([...types].filter(([, type]) => type === "AWS::SQS::Queue")),
  "polled-id": ({ types }) => nodes([...types].filter(([, type]) => isPolled(type))),
  "metric-path": (around) => metrics(around),
  "shown-metric": (around) => [{ name: "lost", detail: "messages that nobody has any more" }, ...metrics(around)],
  "setting-path": settings,
  "state-path": ({ open: { subject } }) => {
    const states = subject.kind === "asl" ? property(subject.parsed.root, "States")?.value : undefined;
    const keys = states?.kind === "object" ? states.properties.map(({ key }) => key.value) : [];
    return keys.map((name) => ({ name, detail: "state" }));
  },
};

function nodes(types: Iterable<readonly [string, string]>): readonly Offered[] {
  return [...types].map(([name, type]) => {
    const resource = resourceType(type);
    return { name, detail: typeText(type), ...(resource && { markdown: typeMarkdown(type, resource) }) };
  });
}

function metrics(around: ScenarioAround): readonly Offered[] {
  return [...around.types].flatMap(([id, type]) =>
    Object.keys(metricKindsOf(around, id)).map((name) => ({ name: `${id}.${name}`, detail: metricText(type, name) })),
  );
}

/** Every property with a plain value, through the property types, and what of the scenario itself can vary. */
function settings({ types, open: { scenario } }: ScenarioAround): readonly Offered[] {
  const traffic = scenario.traffic.map((_, index) => ({ name: `traffic.${index}.rate`, detail: "traffic" }));
  const own = [...types].flatMap(([id, type]) =>
    propertiesOf(type).map((path) => ({ name: `${id}.${path}`, detail: type })),
  );
  return [...own, ...traffic, { name: "seed", detail: "scenario" }];
}

/** Paths of the properties of a type that hold numbers, texts or booleans; of redrive policies, too. */
function propertiesOf(type: string): readonly string[] {
  const resource = resourceType(type);
  return Object.entries(resource?.fields ?? {}).flatMap(([name, field]) => {
    if (field.holds?.endsWith("redrive-policy")) return [`${name}.maxReceiveCount`];
    const kind = resource && resourceKind(resource, field.object);
    if (kind === undefined) return isPlain(field) ? [name] : [];
    const inner = Object.entries(kind.fields).filter(([, each]) => isPlain(each));
    return inner.map(([own]) => `${name}.${own}`);
  });
}

const PLAIN: ReadonlySet<string> = new Set(["integer", "number", "string", "boolean"]);

function isPlain({ types = [], holds }: ResourceField): boolean {
  return holds === undefined && types.some((type) => PLAIN.has(type));
}
