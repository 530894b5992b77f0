/**
 * What a cluster is set to, with the defaults that Amazon MSK has where its configuration says nothing.
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-default-configuration.html
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import {
  KAFKA_BROKER_SESSION_MS,
  KAFKA_LEADER_CHECK_MS,
  KAFKA_REBALANCE_DELAY_MS,
  ZOOKEEPER_SESSION_MS,
} from "../../limits.ts";
import type { JavaProperties } from "../../text/java-properties.ts";
import { flagIn, numberIn } from "./config.ts";

export interface ClusterSettings {
  /** MSK Serverless: nobody sees its brokers, and it has quotas of throughput. */
  readonly isServerless: boolean;
  readonly brokers: number;
  readonly zones: number;
  readonly config: JavaProperties;
  /** From the moment that a broker is gone until others lead what it led, milliseconds. */
  readonly failoverMs: number;
  /** How often leadership goes back to the brokers that are to have it; Infinity: never. */
  readonly leaderCheckMs: number;
  /** How long the first members of a consumer group wait for others. */
  readonly rebalanceDelayMs: number;
}

/** Brokers that a cluster has of which nobody says so: one of another template, or not of AWS. */
const USUAL_BROKERS = 3;

/** `config`: of the configuration that the cluster names. */
export function clusterSettingsOf(type: string, properties: JsonObject, config: JavaProperties): ClusterSettings {
  const isServerless = type === "AWS::MSK::ServerlessCluster" || isObject(properties.Serverless);
  const brokers = isServerless ? USUAL_BROKERS : Math.max(1, Number(properties.NumberOfBrokerNodes ?? USUAL_BROKERS));
  const zones = Math.min(brokers, zonesOf(properties) ?? USUAL_BROKERS);
  const sessionMs = isKraft(properties.KafkaVersion)
    ? KAFKA_BROKER_SESSION_MS
    : numberIn(config, ZOOKEEPER_SESSION_MS, "zookeeper.session.timeout.ms");
  return {
    isServerless,
    brokers,
    zones,
    config,
    failoverMs: sessionMs,
    leaderCheckMs: flagIn(config, true, "auto.leader.rebalance.enable")
      ? KAFKA_LEADER_CHECK_MS
      : Number.POSITIVE_INFINITY,
    rebalanceDelayMs: numberIn(config, KAFKA_REBALANCE_DELAY_MS, "group.initial.rebalance.delay.ms"),
  };
}

/** One for each subnet of a client. */
function zonesOf({ BrokerNodeGroupInfo }: JsonObject): number | undefined {
  const subnets = isObject(BrokerNodeGroupInfo) ? BrokerNodeGroupInfo.ClientSubnets : undefined;
  return Array.isArray(subnets) && subnets.length > 0 ? subnets.length : undefined;
}

/** Versions without ZooKeeper: `3.7.x.kraft`, and all from 4 on. */
function isKraft(version: JsonValue | undefined): boolean {
  const text = String(version ?? "4");
  return text.endsWith(".kraft") || Number.parseInt(text, 10) >= 4;
}
