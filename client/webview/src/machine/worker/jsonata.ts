/**
 * The jsonata package in the panel: a script of its own, put before the worker's where the text has an expression.
 * Without it nothing is evaluated, and nothing has to be.
 */
import type jsonata from "jsonata";

const { jsonata: loaded } = globalThis as { readonly jsonata?: typeof jsonata };

function absent(text: string): jsonata.Expression {
  const missing = (): never => {
    throw new Error(`jsonata is not loaded: ${text}`);
  };
  return { evaluate: missing, assign: missing, registerFunction: missing, ast: missing };
}

// biome-ignore lint/style/noDefaultExport: as the package has it
export default loaded ?? absent;
