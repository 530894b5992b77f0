/** `sluice graph`: a definition as a picture. */
import { languageOf, layoutMachine, openDocument, renderMermaid, renderSvg } from "@sluice/engine";
import { type Command, choice, onlyPositional, readArguments } from "./command.ts";
import { UnreadableError } from "./failure.ts";
import { readText } from "./files.ts";

const USAGE = `usage: sluice graph <definition> [options]

Draws the states of a definition. The picture goes to standard output.

  --format svg|mermaid   how to draw (svg)
`;

export const graphCommand: Command = {
  name: "graph",
  summary: "draw a definition as SVG or Mermaid",
  usage: USAGE,
  async run(argv, terminal) {
    const given = readArguments(argv, ["format"]);
    const format = choice(given, "format", ["svg", "mermaid"]);
    const name = onlyPositional(given, "the definition");
    const text = await readText(terminal.cwd, name);
    const { machine } = openDocument("asl", text, languageOf(text, name));
    if (machine === undefined)
      throw new UnreadableError(`${name} holds no state machine: StartAt and States are missing`);
    terminal.write(format === "svg" ? renderSvg(layoutMachine(machine)) : renderMermaid(machine));
    return 0;
  },
};
