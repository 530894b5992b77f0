/**
 * The seed of one node: from the simulation's and the node's name, so that a node draws the same whoever else is there.
 * FNV-1a. http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function seedOf(seed: number, name: string): number {
  let hash = 0x811c9dc5;
  for (const text of [String(seed), "/", name]) {
    for (let index = 0; index < text.length; index++) {
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
    }
  }
  return hash;
}
