/**
 * Everything that is wrong with a parsed definition. What is found about one state is kept with the state's node, so
 * that after an edit only the states that changed are looked at again.
 */
import type { Problem } from "../problem.ts";
import type { MachineType } from "../run/types.ts";
import { machineProblems, scopeProblems, stateProblems } from "../schema/shape.ts";
import { property } from "../text/navigate.ts";
import type { ParsedText } from "../text/parsed.ts";
import type { Node, ObjectNode } from "../text/tree.ts";
import { buildMachine } from "./build.ts";
import type { Machine, State } from "./model.ts";
import { problemOf, shifted } from "./report.ts";
import { MACHINE_RULES, STATE_RULES } from "./rules/index.ts";
import type { RuleContext, RuleInfo } from "./rules/rule.ts";

export interface AnalyzeOptions {
  /** Left out: what only concerns Express workflows is not reported. */
  readonly machineType?: MachineType;
  /** As AWS does: also what merely follows from another mistake. Default false. */
  readonly asAws?: boolean;
}

export interface Analysis {
  /** Undefined where the document is no state machine. */
  readonly machine: Machine | undefined;
  /** Sorted by place, one for each mistake; the text's own problems are among them. */
  readonly problems: readonly Problem[];
}

export function analyze(parsed: ParsedText, options: AnalyzeOptions = {}): Analysis {
  const problems: Problem[] = [...parsed.problems];
  const machine = buildMachine(parsed.root);
  const broken = parsed.problems.filter(isBreak);
  if (machine !== undefined && broken.length > 0) {
    // What the machine as a whole lacks may just be what could not be read.
    for (const state of machine.states) {
      if (!broken.some(({ start, end }) => start <= state.node.end && end >= state.node.start)) {
        for (const problem of problemsOf(state, parsed, options)) problems.push(problem);
      }
    }
  } else if (machine !== undefined) {
    for (const rule of MACHINE_RULES) rule.check(machine, contextFor(rule, parsed, options, problems));
    for (const scope of machine.scopes) problems.push(...scopeProblems(scope.node, scope.kind));
    for (const state of machine.states)
      for (const problem of problemsOf(state, parsed, options)) problems.push(problem);
  } else if (broken.length === 0 && !isTemplate(parsed.root)) {
    problems.push(...machineProblems(parsed.root));
  }
  return { machine, problems: tidy(problems) };
}

/** True for what leaves a part of the text out of the tree; comments and trailing commas don't. */
function isBreak({ rule }: Problem): boolean {
  return rule === "json-syntax" || rule === "yaml-syntax" || rule === "too-deeply-nested";
}

/** A CloudFormation template may hold definitions, but is none. */
function isTemplate(root: Node): boolean {
  return property(root, "Resources") !== undefined || property(root, "AWSTemplateFormatVersion") !== undefined;
}

interface Kept {
  /** What else the findings depend on. */
  readonly key: string;
  /** Where the state began when they were made. */
  readonly start: number;
  readonly problems: readonly Problem[];
}

const kept = new WeakMap<ObjectNode, Kept>();

function problemsOf(state: State, parsed: ParsedText, options: AnalyzeOptions): readonly Problem[] {
  const { name, node, queryLanguage, scope, type } = state;
  const key = `${queryLanguage} ${options.machineType} ${options.asAws === true} ${scope.id}/${name}`;
  const known = kept.get(node);
  const { start } = node;
  if (known?.key === key) {
    const by = start - known.start;
    return by === 0 ? known.problems : known.problems.map((problem) => shifted(problem, by));
  }
  const problems = [...stateProblems(node, type, queryLanguage)];
  for (const rule of STATE_RULES) rule.check(state, contextFor(rule, parsed, options, problems));
  kept.set(node, { key, start, problems });
  return problems;
}

function contextFor(rule: RuleInfo, parsed: ParsedText, options: AnalyzeOptions, problems: Problem[]): RuleContext {
  return {
    parsed,
    machineType: options.machineType,
    asAws: options.asAws ?? false,
    report: (finding) => problems.push(problemOf(rule, finding)),
  };
}

const WEIGHT = { error: 0, warning: 1, info: 2, hint: 3 } as const;

/** Sorts by place and keeps one problem for each range: the gravest, among equals the first reported. */
function tidy(problems: readonly Problem[]): readonly Problem[] {
  const sorted = problems.toSorted(
    (a, b) => a.start - b.start || a.end - b.end || WEIGHT[a.severity] - WEIGHT[b.severity],
  );
  return sorted.filter((problem, index) => {
    const before = sorted[index - 1];
    return before === undefined || before.start !== problem.start || before.end !== problem.end;
  });
}
