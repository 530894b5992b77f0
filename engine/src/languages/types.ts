/** Every document that Sluice reads: a union told apart by `kind`. */
import type { AslDocument } from "../asl/document.ts";
import type { PolicyDocument } from "../policies/types.ts";
import type { ScenarioDocument } from "../scenario/document.ts";
import type { TemplateDocument } from "../template/document.ts";
import type { DocumentKind } from "../vocabulary.ts";

export type Document = AslDocument | TemplateDocument | PolicyDocument | ScenarioDocument;

export type DocumentOf<K extends DocumentKind> = Extract<Document, { readonly kind: K }>;
