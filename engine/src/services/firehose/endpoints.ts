/**
 * Where records go that do not stay in S3, each with AWS's defaults, and where in the bucket what it would not take is kept.
 * https://docs.aws.amazon.com/firehose/latest/dev/retry.html
 */
import { isObject, type JsonObject } from "../../json.ts";
import { numberOf } from "../settings.ts";
import { type Hints, hintsOf } from "./hints.ts";

export type EndpointKind = "http" | "splunk" | "redshift" | "opensearch" | "snowflake" | "iceberg";

export interface Endpoint {
  readonly kind: EndpointKind;
  /** For people: a URL, a domain, a table. */
  readonly name: string;
  readonly hints: Hints;
  /** For so long a delivery is tried again. */
  readonly retryMs: number;
  /** What could not be delivered: below the error output prefix. */
  readonly failedPrefix: string;
}

interface EndpointFacts {
  readonly kind: EndpointKind;
  readonly failedPrefix: string;
  readonly retrySeconds: number;
  readonly bufferSeconds: number;
  nameOf(destination: JsonObject): unknown;
}

const ENDPOINTS: Readonly<Record<string, EndpointFacts>> = {
  HttpEndpointDestinationConfiguration: {
    kind: "http",
    failedPrefix: "http-endpoint-failed/",
    retrySeconds: 300,
    bufferSeconds: 300,
    nameOf: ({ EndpointConfiguration: endpoint }) => (isObject(endpoint) ? (endpoint.Name ?? endpoint.Url) : undefined),
  },
  SplunkDestinationConfiguration: {
    kind: "splunk",
    failedPrefix: "splunk-failed/",
    retrySeconds: 300,
    bufferSeconds: 60,
    nameOf: ({ HECEndpoint: url }) => url,
  },
  RedshiftDestinationConfiguration: {
    kind: "redshift",
    failedPrefix: "errors/manifests/",
    retrySeconds: 3_600,
    bufferSeconds: 300,
    nameOf: ({ ClusterJDBCURL: url }) => url,
  },
  AmazonopensearchserviceDestinationConfiguration: openSearch("AmazonOpenSearchService_failed/"),
  AmazonOpenSearchServerlessDestinationConfiguration: openSearch("AmazonOpenSearchServerless_failed/"),
  ElasticsearchDestinationConfiguration: openSearch("elasticsearch-failed/"),
  SnowflakeDestinationConfiguration: {
    kind: "snowflake",
    failedPrefix: "snowflake-failed/",
    retrySeconds: 60,
    bufferSeconds: 0,
    nameOf: ({ AccountUrl: url }) => url,
  },
  IcebergDestinationConfiguration: {
    kind: "iceberg",
    failedPrefix: "iceberg-failed/",
    retrySeconds: 300,
    bufferSeconds: 300,
    nameOf: () => "Iceberg tables",
  },
};

function openSearch(failedPrefix: string): EndpointFacts {
  return {
    kind: "opensearch",
    failedPrefix,
    retrySeconds: 300,
    bufferSeconds: 300,
    nameOf: ({ DomainARN, ClusterEndpoint, CollectionEndpoint }) => DomainARN ?? ClusterEndpoint ?? CollectionEndpoint,
  };
}

/** `key`: of the destination's configuration. Undefined: it is a bucket. */
export function endpointOf(key: string, destination: JsonObject): Endpoint | undefined {
  const facts = Object.hasOwn(ENDPOINTS, key) ? ENDPOINTS[key] : undefined;
  if (facts === undefined) return undefined;
  const { kind, failedPrefix, retrySeconds, bufferSeconds } = facts;
  const { RetryOptions: retry, S3Configuration: s3 } = destination;
  // Redshift copies from the bucket what is written there.
  const hints = kind === "redshift" && isObject(s3) ? s3.BufferingHints : destination.BufferingHints;
  return {
    kind,
    name: String(facts.nameOf(destination) ?? kind),
    hints: hintsOf(hints, bufferSeconds),
    retryMs: numberOf(isObject(retry) ? retry.DurationInSeconds : undefined, retrySeconds) * 1_000,
    failedPrefix,
  };
}
