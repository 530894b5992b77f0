/** What an intrinsic function's text is made of. */
import type { JsonValue } from "../json.ts";
import type { CompiledPath } from "../paths/types.ts";

/** `States.Name(arguments)`. Places are indexes into `text`. Immutable, shared: the same text gives the same object. */
export interface CompiledIntrinsic {
  readonly text: string;
  readonly call: IntrinsicCall;
}

export interface IntrinsicCall extends Place {
  readonly kind: "call";
  /** With its prefix: `States.Format`. */
  readonly name: string;
  readonly arguments: readonly IntrinsicArgument[];
}

export type IntrinsicArgument =
  | IntrinsicCall
  | (Place & { readonly kind: "path"; readonly path: CompiledPath })
  | (Place & {
      readonly kind: "literal";
      readonly value: JsonValue;
      /** A text as it stands between its quotes: States.Format tells `\{}` from `{}`. */
      readonly raw?: string;
    });

interface Place {
  readonly start: number;
  readonly end: number;
}
