/**
 * What a JSONata syntax tree mentions: free variables, names that would be looked up in a root document that Step
 * Functions does not give, and functions it calls. Walks the tree that the jsonata package makes.
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */

/** The package's tree, as loosely as it is documented: objects with a `type`, a `position` behind their token, children. */
export interface AstNode {
  readonly type?: string;
  readonly value?: unknown;
  readonly position?: number;
  readonly [child: string]: unknown;
}

/** One mention; `position` is the index just behind its token. */
export interface Mention {
  readonly name: string;
  readonly position: number;
}

export interface References {
  /** Variables read and not bound in the expression itself, without `$`. Includes called functions and `states`. */
  readonly variables: readonly Mention[];
  /** Fields read from the root document (`phone`, `$.phone` as first step): Step Functions gives none. */
  readonly bareNames: readonly Mention[];
  /** Functions called by name, with the number of arguments. */
  readonly calls: readonly (Mention & { readonly argumentCount: number })[];
  /** Paths that start at `$states`: ["input", "a"] for `$states.input.a`. */
  readonly statesPaths: readonly { readonly path: readonly string[]; readonly position: number }[];
}

interface Walk {
  readonly variables: Mention[];
  readonly bareNames: Mention[];
  readonly calls: (Mention & { argumentCount: number })[];
  readonly statesPaths: { path: string[]; position: number }[];
}

/** Names bound where a node stands, innermost first. */
interface Bound {
  readonly names: Set<string>;
  readonly outer: Bound | undefined;
}

function isBound(name: string, bound: Bound | undefined): boolean {
  for (let scope = bound; scope !== undefined; scope = scope.outer) {
    if (scope.names.has(name)) return true;
  }
  return false;
}

function isNode(value: unknown): value is AstNode {
  return typeof value === "object" && value !== null;
}

function nodes(value: unknown): readonly AstNode[] {
  return Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [];
}

/** Everything that an expression mentions, in order of the tree. */
export function references(ast: AstNode): References {
  const walk: Walk = { variables: [], bareNames: [], calls: [], statesPaths: [] };
  visit(ast, { names: new Set(), outer: undefined }, false, walk);
  return walk;
}

/** `inContext`: the node is evaluated against an item of a path, not against the root document. */
function visit(node: AstNode, bound: Bound, inContext: boolean, walk: Walk): void {
  const position = node.position ?? 0;
  switch (node.type) {
    case "variable":
      visitVariable(node, bound, position, inContext, walk);
      break;
    case "name":
      if (!inContext) walk.bareNames.push({ name: String(node.value), position });
      break;
    case "wildcard":
    case "descendant":
      if (!inContext) walk.bareNames.push({ name: node.type === "wildcard" ? "*" : "**", position });
      break;
    case "path":
      visitPath(node, bound, inContext, walk);
      return;
    case "lambda": {
      const names = new Set(nodes(node.arguments).map((argument) => String(argument.value)));
      for (const body of nodes(node.body)) visit(body, { names, outer: bound }, inContext, walk);
      return;
    }
    case "block": {
      const inner: Bound = { names: new Set(), outer: bound };
      for (const expression of nodes(node.expressions)) visit(expression, inner, inContext, walk);
      visitStages(node, inner, walk);
      return;
    }
    case "bind": {
      const name = nodes(node.lhs)[0];
      for (const value of nodes(node.rhs)) visit(value, bindFunctionName(value, name, bound), inContext, walk);
      if (name !== undefined) bound.names.add(String(name.value));
      return;
    }
    case "function":
    case "partial": {
      const procedure = nodes(node.procedure)[0];
      const callArguments = nodes(node.arguments);
      const name = procedure === undefined ? "" : procedure.type === "variable" ? String(procedure.value) : "";
      if (name !== "" && !isBound(name, bound)) {
        walk.calls.push({ name, position: procedure?.position ?? position, argumentCount: callArguments.length });
      }
      if (procedure !== undefined) visit(procedure, bound, inContext, walk);
      for (const argument of callArguments) visit(argument, bound, inContext, walk);
      visitStages(node, bound, walk);
      return;
    }
    case "transform":
      for (const pattern of nodes(node.pattern)) visit(pattern, bound, true, walk);
      for (const update of nodes(node.update)) visit(update, bound, true, walk);
      for (const remove of nodes(node.delete)) visit(remove, bound, true, walk);
      return;
    default:
  }
  visitStages(node, bound, walk);
  visitRest(node, bound, inContext, walk);
}

/** A named function may call itself: its own name is bound inside. */
function bindFunctionName(value: AstNode, name: AstNode | undefined, bound: Bound): Bound {
  return value.type === "lambda" && name !== undefined ? { names: new Set([String(name.value)]), outer: bound } : bound;
}

function visitVariable(node: AstNode, bound: Bound, position: number, inContext: boolean, walk: Walk): void {
  const name = String(node.value);
  if (name === "") {
    if (!inContext) walk.bareNames.push({ name: "$", position });
  } else if (name === "$") {
    walk.bareNames.push({ name: "$$", position });
  } else if (!isBound(name, bound)) {
    walk.variables.push({ name, position });
  }
}

function visitPath(node: AstNode, bound: Bound, inContext: boolean, walk: Walk): void {
  const steps = nodes(node.steps);
  const inner: Bound = { names: new Set(), outer: bound };
  const first = steps[0];
  if (first?.type === "variable" && first.value === "states" && !isBound("states", bound)) {
    const path: string[] = [];
    for (const step of steps.slice(1)) {
      if (step.type !== "name") break;
      path.push(String(step.value));
    }
    walk.statesPaths.push({ path, position: first.position ?? 0 });
  }
  steps.forEach((step, index) => {
    visit(step, inner, inContext || index > 0, walk);
    for (const key of ["focus", "index"]) {
      if (typeof step[key] === "string") inner.names.add(step[key]);
    }
  });
  visitGroup(node, inner, walk);
}

/** Predicates, sort terms and groupings are evaluated against items. */
function visitStages(node: AstNode, bound: Bound, walk: Walk): void {
  for (const stage of [...nodes(node.stages), ...nodes(node.predicate)]) {
    for (const expression of nodes(stage.expr)) visit(expression, bound, true, walk);
  }
  for (const term of nodes(node.terms)) {
    for (const expression of nodes(term.expression)) visit(expression, bound, true, walk);
  }
  visitGroup(node, bound, walk);
}

function visitGroup(node: AstNode, bound: Bound, walk: Walk): void {
  if (!isNode(node.group)) return;
  for (const pair of Array.isArray(node.group.lhs) ? node.group.lhs : []) {
    for (const expression of nodes(pair)) visit(expression, bound, true, walk);
  }
}

const VISITED_ELSEWHERE = new Set(["stages", "predicate", "terms", "group"]);

function visitRest(node: AstNode, bound: Bound, inContext: boolean, walk: Walk): void {
  for (const [key, child] of Object.entries(node)) {
    if (VISITED_ELSEWHERE.has(key)) continue;
    visitAny(child, bound, inContext, walk);
  }
}

function visitAny(child: unknown, bound: Bound, inContext: boolean, walk: Walk): void {
  if (Array.isArray(child)) {
    for (const item of child) visitAny(item, bound, inContext, walk);
  } else if (isNode(child) && typeof child.type === "string") {
    visit(child, bound, inContext, walk);
  }
}
