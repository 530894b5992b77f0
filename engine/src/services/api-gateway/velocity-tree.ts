/**
 * Reads mapping templates, which are written in the Velocity Template Language: text with references, and directives.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings.html
 * https://velocity.apache.org/engine/2.3/vtl-reference.html
 */
import { MAX_TEMPLATE_NESTING } from "../../limits.ts";

export type Part =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "reference"; readonly reference: Expression; readonly written: string; readonly isQuiet: boolean }
  | { readonly kind: "set"; readonly target: Expression; readonly value: Expression }
  | {
      readonly kind: "if";
      readonly branches: readonly { readonly test: Expression | undefined; readonly body: readonly Part[] }[];
    }
  | { readonly kind: "foreach"; readonly name: string; readonly list: Expression; readonly body: readonly Part[] };

export type Expression =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  /** A text in double quotes, which has references of its own. */
  | { readonly kind: "template"; readonly parts: readonly Part[] }
  | { readonly kind: "list"; readonly items: readonly Expression[] }
  | { readonly kind: "map"; readonly entries: readonly (readonly [Expression, Expression])[] }
  | { readonly kind: "name"; readonly name: string }
  | {
      readonly kind: "member";
      readonly of: Expression;
      readonly name: string;
      readonly args: readonly Expression[] | undefined;
    }
  | { readonly kind: "index"; readonly of: Expression; readonly index: Expression }
  | { readonly kind: "operation"; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "not"; readonly of: Expression };

/** Undefined where the template cannot be read. */
export function readVelocity(text: string): readonly Part[] | undefined {
  try {
    const reader = new Reader(text);
    const parts = reader.parts();
    return reader.isAtEnd ? parts : undefined;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

class Unreadable extends Error {}

/** From the loosest to the tightest. */
const OPERATORS = [
  ["||", "or"],
  ["&&", "and"],
  ["==", "!=", "eq", "ne"],
  ["<=", ">=", "<", ">", "le", "ge", "lt", "gt"],
  ["+", "-"],
  ["*", "/", "%"],
];

class Reader {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Up to the end, or to a directive that ends them. */
  parts(): readonly Part[] {
    const parts: Part[] = [];
    let text = "";
    const flush = (): void => {
      if (text !== "") parts.push({ kind: "text", text });
      text = "";
    };
    while (!this.isAtEnd) {
      if (this.#take(/##[^\n]*\n?|#\*[\s\S]*?\*#/y) !== undefined) continue;
      if (this.#looksAt(/#\{?(?:end|else|elseif)\b/y)) break;
      const directive = this.#take(/#\{?(set|if|foreach)\}?\s*\(/y);
      if (directive !== undefined) {
        flush();
        parts.push(this.#directive(directive[1] as string));
        continue;
      }
      const reference = this.#looksAt(/\$!?\{?[A-Za-z_]/y) ? this.#reference() : undefined;
      if (reference === undefined) {
        text += this.#text[this.#at];
        this.#at += 1;
      } else {
        flush();
        parts.push(reference);
      }
    }
    flush();
    return parts;
  }

  #directive(name: string): Part {
    if (++this.#depth > MAX_TEMPLATE_NESTING) throw new Unreadable();
    const part = this.#directiveOf(name);
    this.#depth -= 1;
    return part;
  }

  #directiveOf(name: string): Part {
    if (name === "set") {
      const target = this.#primary();
      this.#need(/\s*=/y);
      const value = this.#expression();
      this.#need(/\s*\)[ \t]*\n?/y);
      return { kind: "set", target, value };
    }
    if (name === "foreach") {
      const [, item = ""] = this.#need(/\s*\$\{?([A-Za-z_][\w-]*)\}?\s+in\b/y);
      const list = this.#expression();
      this.#need(/\s*\)/y);
      const body = this.parts();
      this.#need(/#(?:end\b|\{end\})/y);
      return { kind: "foreach", name: item, list, body };
    }
    const branches: { test: Expression | undefined; body: readonly Part[] }[] = [];
    let test: Expression | undefined = this.#condition();
    for (;;) {
      branches.push({ test, body: this.parts() });
      if (this.#take(/#(?:end\b|\{end\})/y) !== undefined) return { kind: "if", branches };
      if (this.#take(/#elseif\s*\(/y) !== undefined) test = this.#condition();
      else {
        this.#need(/#(?:else\b|\{else\})/y);
        test = undefined;
      }
    }
  }

  #condition(): Expression {
    const test = this.#expression();
    this.#need(/\s*\)/y);
    return test;
  }

  #reference(): Part {
    const from = this.#at;
    const [, quiet] = this.#need(/\$(!?)/y);
    const reference = this.#path();
    return { kind: "reference", reference, written: this.#text.slice(from, this.#at), isQuiet: quiet === "!" };
  }

  /** `name.member(args)[0]`, in braces or not; what it begins with stands behind the dollar sign. */
  #path(): Expression {
    const isBraced = this.#take(/\{/y) !== undefined;
    const [name = ""] = this.#need(/[A-Za-z_][\w-]*/y);
    let path: Expression = { kind: "name", name };
    for (;;) {
      const member = this.#take(/\.([A-Za-z_][\w-]*)/y);
      if (member !== undefined) {
        const args = this.#take(/\(/y) === undefined ? undefined : this.#items(/\s*\)/y);
        path = { kind: "member", of: path, name: member[1] as string, args };
      } else if (this.#take(/\[/y) !== undefined) {
        path = { kind: "index", of: path, index: this.#expression() };
        this.#need(/\s*\]/y);
      } else break;
    }
    if (isBraced) this.#need(/\}/y);
    return path;
  }

  #items(end: RegExp): readonly Expression[] {
    const items: Expression[] = [];
    if (this.#take(end) !== undefined) return items;
    for (;;) {
      items.push(this.#expression());
      if (this.#take(end) !== undefined) return items;
      this.#need(/\s*,/y);
    }
  }

  #expression(level = 0): Expression {
    const operators = OPERATORS[level];
    if (operators === undefined) return this.#unary();
    if (level > 0) return this.#operations(operators, level);
    if (++this.#depth > MAX_TEMPLATE_NESTING) throw new Unreadable();
    const whole = this.#operations(operators, level);
    this.#depth -= 1;
    return whole;
  }

  #operations(operators: readonly string[], level: number): Expression {
    let left = this.#expression(level + 1);
    for (;;) {
      const operator = this.#operator(operators);
      if (operator === undefined) return left;
      left = { kind: "operation", operator, left, right: this.#expression(level + 1) };
    }
  }

  #operator(operators: readonly string[]): string | undefined {
    const words = operators.map((each) => (/\w/.test(each) ? `${each}\\b` : each.replace(/[|+*/]/g, "\\$&")));
    return this.#take(new RegExp(`\\s*(${words.join("|")})`, "y"))?.[1];
  }

  #unary(): Expression {
    const nots = this.#take(/(?:\s*(?:!(?!=)|not\b))+/y)?.[0].match(/!|not/g)?.length ?? 0;
    const primary = this.#primary();
    return nots % 2 === 0 ? primary : { kind: "not", of: primary };
  }

  #primary(): Expression {
    this.#take(/\s+/y);
    if (this.#take(/\(/y) !== undefined) {
      const inner = this.#expression();
      this.#need(/\s*\)/y);
      return inner;
    }
    if (this.#take(/\$!?/y) !== undefined) return this.#path();
    const number = this.#take(/-?\d+(?:\.\d+)?/y);
    if (number !== undefined) return { kind: "literal", value: Number(number[0]) };
    const word = this.#take(/(?:true|false|null)\b/y);
    if (word !== undefined) return { kind: "literal", value: JSON.parse(word[0]) as boolean | null };
    const plain = this.#take(/'([^']*)'/y);
    if (plain !== undefined) return { kind: "literal", value: plain[1] as string };
    const quoted = this.#take(/"((?:[^"\\]|\\[\s\S])*)"/y);
    if (quoted !== undefined) return { kind: "template", parts: readVelocity(quoted[1] as string) ?? [] };
    if (this.#take(/\[/y) !== undefined) return { kind: "list", items: this.#items(/\s*\]/y) };
    if (this.#take(/\{/y) !== undefined) return this.#map();
    throw new Unreadable();
  }

  #map(): Expression {
    const entries: (readonly [Expression, Expression])[] = [];
    while (this.#take(/\s*\}/y) === undefined) {
      const key = this.#expression();
      this.#need(/\s*:/y);
      entries.push([key, this.#expression()]);
      this.#take(/\s*,/y);
    }
    return { kind: "map", entries };
  }

  #looksAt(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text);
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text) ?? undefined;
    if (found !== undefined) this.#at += found[0].length;
    return found;
  }

  #need(pattern: RegExp): RegExpExecArray {
    const found = this.#take(pattern);
    if (found === undefined) throw new Unreadable();
    return found;
  }
}
