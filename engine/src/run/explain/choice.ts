/**
 * Why a Choice state led where it did: every rule with what it read, the first true one, and what the others lacked.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html
 */
import type { State } from "../../asl/model.ts";
import { jsonataText } from "../../jsonata/parse.ts";
import { valueNode, valueOf } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import { wishesFor } from "./combine.ts";
import { explainCondition } from "./jsonata-condition.ts";
import { explainPathRule } from "./path-rule.ts";
import type { ChoiceExplanation, ExplainedRule, ExplainedTest, Seen } from "./types.ts";
import { effectiveInput, type World, worldOf } from "./world.ts";

/** Never rejects. Rules behind the first true one are evaluated, too: `reached` tells them. */
export async function explainChoice(state: State, seen: Seen): Promise<ChoiceExplanation> {
  const isJsonata = state.queryLanguage === "JSONata";
  const input = isJsonata ? seen.input : effectiveInput(valueOf(state.node), state.name, seen);
  const world = worldOf(state.name, seen, input);
  const list = valueNode(state.node, "Choices");
  const nodes = list?.kind === "array" ? list.items : [];
  const rules: ExplainedRule[] = [];
  let deciding: ExplainedRule | undefined;
  for (const [index, node] of nodes.entries()) {
    const test = isJsonata ? await explainJsonataRule(node, world) : explainPathRule(node, world);
    const rule: ExplainedRule = {
      index,
      next: textOf(node, "Next"),
      test,
      reached: deciding === undefined,
      wishes: wishesFor(test),
      start: node.start,
      end: node.end,
    };
    rules.push(rule);
    if (test.outcome !== "false") deciding ??= rule;
  }
  const failed = deciding?.test.outcome === "error";
  const otherwise = textOf(state.node, "Default");
  return {
    rules,
    taken: failed ? undefined : deciding?.index,
    default: otherwise,
    failed,
    next: failed ? undefined : deciding === undefined ? otherwise : deciding.next,
  };
}

async function explainJsonataRule(node: Node, world: World): Promise<ExplainedTest> {
  const condition = valueNode(node, "Condition");
  const expression = condition?.kind === "string" ? jsonataText(condition.value) : undefined;
  if (expression !== undefined) return explainCondition(expression.text, world);
  const constant = condition?.kind === "boolean" ? condition.value : undefined;
  const outcome = constant === undefined ? "error" : constant ? "true" : "false";
  return { kind: "test", text: constant === undefined ? "…" : String(constant), outcome, values: [], parts: [] };
}

function textOf(node: Node, name: string): string | undefined {
  const value = valueNode(node, name);
  return value?.kind === "string" ? value.value : undefined;
}
