/** Reads values of a scenario's tree and says, at their place, what cannot be read. */
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import type { Finding } from "../rules/finding.ts";
import { valueNode, valueOf } from "../text/navigate.ts";
import type { Node } from "../text/tree.ts";
import {
  BOUND_FORM,
  type Bound,
  boundOf,
  DURATION_FORM,
  durationMs,
  perSecond,
  RATE_FORM,
  SHARE_FORM,
  share,
} from "./units.ts";

export class Reading {
  readonly findings: Finding[] = [];

  /** `rule`: one of `rules.ts`. Answers undefined, so that a reader can end with it. */
  wrong(node: Node, rule: string, message: string): undefined {
    this.findings.push({ rule, node, message });
    return undefined;
  }

  text(parent: Node, name: string): string | undefined {
    const node = valueNode(parent, name);
    return node?.kind === "string" ? node.value : undefined;
  }

  /** A whole number from `least` on. */
  count(parent: Node, name: string, least = 1): number | undefined {
    const node = valueNode(parent, name);
    if (node === undefined) return undefined;
    if (node.kind === "number" && Number.isInteger(node.value) && node.value >= least) return node.value;
    return this.wrong(node, "scenario-value", `\`${name}\` is a whole number from ${least}.`);
  }

  durationMs(parent: Node, name: string): number | undefined {
    return this.#measured(parent, name, durationMs, DURATION_FORM);
  }

  perSecond(parent: Node, name: string): number | undefined {
    return this.#measured(parent, name, perSecond, RATE_FORM);
  }

  share(parent: Node, name: string): number | undefined {
    return this.#measured(parent, name, share, SHARE_FORM);
  }

  bound(parent: Node, name: string): Bound | undefined {
    return this.#measured(parent, name, boundOf, BOUND_FORM);
  }

  #measured<T>(
    parent: Node,
    name: string,
    read: (text: string | number) => T | undefined,
    form: string,
  ): T | undefined {
    const node = valueNode(parent, name);
    if (node === undefined) return undefined;
    const value = node.kind === "string" || node.kind === "number" ? read(node.value) : undefined;
    return value ?? this.wrong(node, "scenario-value", `\`${name}\` must be ${form}.`);
  }

  /** The items of a list; one item may stand without a list around it. */
  items(parent: Node, name: string): readonly Node[] {
    const node = valueNode(parent, name);
    if (node === undefined || node.kind === "missing" || node.kind === "null") return [];
    return node.kind === "array" ? node.items : [node];
  }

  texts(parent: Node, name: string): readonly string[] {
    return this.items(parent, name).flatMap((item) => (item.kind === "string" ? [item.value] : []));
  }

  members(parent: Node, name: string): readonly { readonly key: string; readonly node: Node }[] {
    const node = valueNode(parent, name);
    return node?.kind === "object" ? node.properties.map(({ key, value }) => ({ key: key.value, node: value })) : [];
  }

  /** Plain data; undefined where nothing is written. */
  value(parent: Node, name: string): JsonValue | undefined {
    const node = valueNode(parent, name);
    return node === undefined ? undefined : valueOf(node);
  }

  object(parent: Node, name: string): JsonObject | undefined {
    const value = this.value(parent, name);
    return isObject(value) ? value : undefined;
  }
}
