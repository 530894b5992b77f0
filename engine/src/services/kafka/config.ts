/** Configurations of Kafka: `server.properties` of clusters and the configs of topics. */
import type { JavaProperties } from "../../text/java-properties.ts";

/** The first of these that is a number; -1 stands for no limit. */
export function numberIn(config: JavaProperties, usual: number, ...names: readonly string[]): number {
  for (const name of names) {
    const value = Number(config[name] ?? Number.NaN);
    if (Number.isFinite(value)) return value < 0 ? Number.POSITIVE_INFINITY : value;
  }
  return usual;
}

export function flagIn(config: JavaProperties, usual: boolean, name: string): boolean {
  return config[name] === undefined ? usual : config[name]?.toLowerCase() === "true";
}
