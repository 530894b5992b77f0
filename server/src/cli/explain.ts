/** `sluice explain`: what a rule, field, error name, operator or function means. */
import { type Explanation, explain, nearestName } from "@sluice/engine";
import { type Command, onlyPositional, readArguments } from "./command.ts";
import { UsageError } from "./failure.ts";
import { type Style, styleOf, wrap } from "./style.ts";

const USAGE = `usage: sluice explain <rule|field|error|operator>

Says what a word means: the id of a rule, a field, a state type, an error name, a comparison operator, an intrinsic or
JSONata function, a field of the context object. For example: sluice explain ResultPath
`;

export const explainCommand: Command = {
  name: "explain",
  summary: "say what a rule, field, error name, operator or function means",
  usage: USAGE,
  async run(argv, terminal) {
    const name = onlyPositional(readArguments(argv, []), "a name");
    const found = explain(name);
    if (found.length === 0) {
      const near = nearestName(name);
      throw new UsageError(`nothing is known as ${name}${near === undefined ? "" : `; did you mean ${near}?`}`);
    }
    const style = styleOf(terminal);
    terminal.write(found.map((one) => explanationText(one, style, terminal.columns)).join("\n"));
    return 0;
  },
};

function explanationText(explanation: Explanation, style: Style, columns: number): string {
  const { name, kind, facts, text, bad, good, link } = explanation;
  const what = facts === kind ? kind : `${kind}: ${unmarked(facts)}`;
  const head = `${style("bold", name)}  ${style("dim", wrap(what, columns))}`;
  const parts = [head, wrap(unmarked(text), columns)];
  const [firstBad] = bad;
  const [firstGood] = good;
  if (firstBad !== undefined) parts.push(`${style("red", "Wrong")}\n${indented(marked(firstBad, style))}`);
  if (firstGood !== undefined) parts.push(`${style("green", "Right")}\n${indented(firstGood)}`);
  parts.push(style("cyan", link));
  return `${parts.join("\n\n")}\n`;
}

/** Markdown for a terminal: code keeps its backticks, emphasis loses its stars. */
function unmarked(markdown: string): string {
  return markdown.replace(/\*\*([^*]+)\*\*/g, "$1").replace(/\[([^\]]+)\]\([^)]+\)/g, "$1");
}

/** The range of the mistake, which examples mark with guillemets, in red; plain terminals keep the marks. */
function marked(example: string, style: Style): string {
  return example.replace(/«([^»]*)»/g, (whole, inner: string) => {
    const colored = style("red", inner);
    return colored === inner ? whole : colored;
  });
}

function indented(example: string): string {
  return example
    .trim()
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}
