/** `sluice graph`: a definition, or how the resources of a template hang together, as a picture. */
import {
  languageOf,
  layoutMachine,
  layoutTopology,
  openDocument,
  otherToolOf,
  recognize,
  renderMermaid,
  renderSvg,
  renderTopologyMermaid,
  topologyOf,
} from "@sluice/engine";
import { type Command, choice, onlyPositional, readArguments } from "./command.ts";
import { UnreadableError } from "./failure.ts";
import { readText } from "./files.ts";

const USAGE = `usage: sluice graph <definition|template> [options]

Draws the states of a definition, or of a CloudFormation or SAM template its queues, topics, functions, ... and how
messages go between them. The picture goes to standard output.

  --format svg|mermaid   how to draw (svg)
`;

export const graphCommand: Command = {
  name: "graph",
  summary: "draw a definition or a template as SVG or Mermaid",
  usage: USAGE,
  async run(argv, terminal) {
    const given = readArguments(argv, ["format"]);
    const format = choice(given, "format", ["svg", "mermaid"]);
    const name = onlyPositional(given, "the definition or template");
    const text = await readText(terminal.cwd, name);
    const isTemplate = recognize({ text, uri: name })?.kind === "template";
    terminal.write(isTemplate ? drawTemplate(text, name, format) : drawDefinition(text, name, format));
    return 0;
  },
};

type Format = "svg" | "mermaid";

function drawDefinition(text: string, name: string, format: Format): string {
  const { machine } = openDocument("asl", text, languageOf(text, name));
  if (machine !== undefined) return format === "svg" ? renderSvg(layoutMachine(machine)) : renderMermaid(machine);
  const other = otherToolOf(text, name);
  if (other !== undefined) throw new UnreadableError(`${name} ${other}`);
  throw new UnreadableError(`${name} holds no state machine (StartAt and States are missing) and is no template`);
}

function drawTemplate(text: string, name: string, format: Format): string {
  const { template } = openDocument("template", text, languageOf(text, name));
  if (template === undefined) throw new UnreadableError(`${name} holds no template: Resources are missing`);
  const topology = topologyOf(template);
  if (format === "mermaid") return renderTopologyMermaid(topology);
  return renderSvg(layoutTopology(topology), { title: "Resources of the template", noun: "resource" });
}
