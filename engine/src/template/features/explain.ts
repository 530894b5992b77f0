/** `sluice explain AWS::SQS::Queue`, `sluice explain VisibilityTimeout`: what the schemas say of resources. */
import { paragraphs } from "../../editor/markdown.ts";
import type { Explanation } from "../../editor/types.ts";
import { RESOURCE_TYPES, resourceType } from "../../schema/resources.ts";
import { typeOf } from "./hover.ts";

export function explain(name: string): readonly Explanation[] {
  const wanted = name.toLowerCase();
  return RESOURCE_TYPES.flatMap((type): readonly Explanation[] => {
    const known = resourceType(type);
    if (known === undefined) return [];
    const plain = { bad: [], good: [] };
    const own =
      type.toLowerCase() === wanted
        ? [
            {
              name: type,
              kind: "resource type",
              facts: Object.keys(known.fields).join(", "),
              text: paragraphs(known.text, known.simulation),
              link: known.link,
              ...plain,
            },
          ]
        : [];
    const fields = Object.entries(known.fields).filter(([field]) => field.toLowerCase() === wanted);
    const explained = fields.map(([field, entry]) => {
      const facts = [typeOf(entry), ...(entry.default === undefined ? [] : [`default ${entry.default}`])].join(" · ");
      return {
        name: field,
        kind: `property of ${type}`,
        facts,
        text: entry.text,
        link: entry.link ?? known.link,
        ...plain,
      };
    });
    return [...own, ...explained];
  });
}

export function names(): readonly string[] {
  return RESOURCE_TYPES;
}
