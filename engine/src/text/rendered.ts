/** A tree as JSON text of its own, for those who want a part of a document as if it were a file, whatever it is written in. */
import { valueOf } from "./navigate.ts";
import type { PlaceMap } from "./place-map.ts";
import type { Node } from "./tree.ts";

export interface RenderedTree {
  readonly text: string;
  /** Between the text and the document. */
  readonly places: PlaceMap;
}

export function renderTree(root: Node): RenderedTree {
  const writer = new Writer();
  writer.write(root, "");
  return { text: writer.text, places: writer.places };
}

class Writer {
  text = "";
  readonly places: number[] = [];

  write(node: Node, indent: string): void {
    const done = this.#begin(node);
    if (node.kind === "object" && node.properties.length > 0) {
      this.#list("{", "}", indent, node.properties, ({ key, value }, inside) => {
        const named = this.#begin(key);
        this.text += JSON.stringify(key.value);
        named();
        this.text += ": ";
        this.write(value, inside);
      });
    } else if (node.kind === "array" && node.items.length > 0) {
      this.#list("[", "]", indent, node.items, (item, inside) => this.write(item, inside));
    } else this.text += JSON.stringify(valueOf(node));
    done();
  }

  #list<T>(
    open: string,
    close: string,
    indent: string,
    items: readonly T[],
    write: (item: T, indent: string) => void,
  ): void {
    const inside = `${indent}  `;
    this.text += open;
    for (const [index, item] of items.entries()) {
      this.text += `${index > 0 ? "," : ""}\n${inside}`;
      write(item, inside);
    }
    this.text += `\n${indent}${close}`;
  }

  /** Takes the place of what is written next, before the places of what it contains; called again when it is written. */
  #begin({ start, end }: Node): () => void {
    const index = this.places.length;
    this.places.push(this.text.length, this.text.length, start, end);
    return () => {
      this.places[index + 1] = this.text.length;
    };
  }
}
