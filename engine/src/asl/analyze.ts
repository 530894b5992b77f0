/**
 * Everything that is wrong with a parsed definition. What is found about one state is kept with the state's node, so
 * that after an edit only the states that changed are looked at again.
 */
import type { Problem } from "../problem.ts";
import { tidy } from "../rules/tidy.ts";
import { machineProblems, scopeProblems, stateProblems } from "../schema/shape.ts";
import { movedProblem } from "../text/move.ts";
import { property } from "../text/navigate.ts";
import { breaksOf, type ParsedText } from "../text/parsed.ts";
import type { Node } from "../text/tree.ts";
import type { MachineType } from "../vocabulary.ts";
import { buildMachine } from "./build.ts";
import type { Machine, Scope, State } from "./model.ts";
import { problemOf } from "./report.ts";
import { MACHINE_RULES, RULES, STATE_RULES } from "./rules/index.ts";
import type { Finding, Rule, RuleContext } from "./rules/rule.ts";

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
  const add = (more: readonly Problem[]) => {
    for (const problem of more) problems.push(problem);
  };
  const machine = buildMachine(parsed.root);
  const run = startRun(parsed, options);
  const broken = breaksOf(parsed);
  if (machine !== undefined && broken.length > 0) {
    // What the machine as a whole lacks may just be what could not be read.
    for (const state of machine.states) {
      if (!broken.some(({ start, end }) => start <= state.node.end && end >= state.node.start)) {
        add(problemsOf(state, run));
      }
    }
  } else if (machine !== undefined) {
    for (const rule of MACHINE_RULES) rule.check(machine, contextOf(rule, run));
    add(run.found);
    for (const scope of machine.scopes) add(scopeFindings(scope));
    for (const state of machine.states) add(problemsOf(state, run));
  } else if (broken.length === 0 && !isTemplate(parsed.root)) {
    add(machineProblems(parsed.root));
  }
  return { machine, problems: tidy(problems) };
}

/** A CloudFormation template may hold definitions, but is none. */
function isTemplate(root: Node): boolean {
  return property(root, "Resources") !== undefined || property(root, "AWSTemplateFormatVersion") !== undefined;
}

function problemsOf(state: State, run: Run): readonly Problem[] {
  const { name, node, queryLanguage, scope, type, facts } = state;
  const known = facts.findings;
  const { start } = node;
  if (known?.options === run.options && known.name === name && known.scopeId === scope.id) {
    return movedBy(start - known.start, known.problems);
  }
  run.found = [...stateProblems(node, type, queryLanguage)];
  for (const rule of STATE_RULES) rule.check(state, contextOf(rule, run));
  facts.findings = { options: run.options, scopeId: scope.id, name, start, problems: run.found };
  return run.found;
}

const scopeFindingsKept = new WeakMap<Scope, { readonly start: number; readonly problems: readonly Problem[] }>();

/** Kept for as long as nothing inside the scope changes. */
function scopeFindings(scope: Scope): readonly Problem[] {
  const { start } = scope.node;
  const known = scopeFindingsKept.get(scope);
  if (known !== undefined) return movedBy(start - known.start, known.problems);
  const problems = scopeProblems(scope.node, scope.kind);
  scopeFindingsKept.set(scope, { start, problems });
  return problems;
}

function movedBy(by: number, problems: readonly Problem[]): readonly Problem[] {
  return by === 0 || problems.length === 0 ? problems : problems.map((problem) => movedProblem(problem, by));
}

/** One analysis: its contexts are made once, not for every state, and share where findings go. */
interface Run {
  readonly contexts: ReadonlyMap<Rule, RuleContext>;
  /** What findings about a state depend on besides the state. */
  readonly options: string;
  found: Problem[];
}

function startRun(parsed: ParsedText, { machineType, asAws = false }: AnalyzeOptions): Run {
  const contexts = new Map<Rule, RuleContext>();
  const run: Run = { contexts, options: `${machineType} ${asAws}`, found: [] };
  for (const rule of RULES) {
    const report = (finding: Finding) => run.found.push(problemOf(rule, finding));
    contexts.set(rule, { parsed, machineType, asAws, report });
  }
  return run;
}

function contextOf(rule: Rule, run: Run): RuleContext {
  return run.contexts.get(rule) as RuleContext;
}
