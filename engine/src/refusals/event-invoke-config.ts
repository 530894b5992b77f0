/**
 * What Lambda says to how a function is to be invoked asynchronously.
 * https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html
 */
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import { type Refusal, refusal } from "./refusal.ts";
import { type Violation, validationRefusal } from "./validation-errors.ts";

/** What answers undefined is not known, and not judged. */
export interface InvokeConfigWorld {
  /** `name`: a name or an ARN. */
  functionExists(name: string, qualifier?: string): boolean | undefined;
}

function invalid(message: string, setting?: string): Refusal {
  return refusal("InvalidParameterValueException", message, setting);
}

/** Undefined where Lambda takes it. */
export function refuseInvokeConfig(properties: JsonObject, world: InvokeConfigWorld): Refusal | undefined {
  return (
    refuseRanges(properties) ??
    refuseNothing(properties) ??
    refuseFunction(properties, world) ??
    refuseDestinations(properties, world)
  );
}

const RANGES = { maximumRetryAttempts: [0, 2], maximumEventAgeInSeconds: [60, 21_600] } as const;

function refuseRanges({ MaximumRetryAttempts, MaximumEventAgeInSeconds }: JsonObject): Refusal | undefined {
  const given = {
    maximumRetryAttempts: MaximumRetryAttempts,
    maximumEventAgeInSeconds: MaximumEventAgeInSeconds,
  } as const;
  const violations = (Object.keys(RANGES) as (keyof typeof RANGES)[]).flatMap((at): Violation[] => {
    const value = given[at];
    const [least, most] = RANGES[at];
    if (typeof value !== "number") return [];
    if (value < least) return [{ value, at, must: `have value greater than or equal to ${least}` }];
    return value > most ? [{ value, at, must: `have value less than or equal to ${most}` }] : [];
  });
  return validationRefusal(violations);
}

function refuseNothing({ MaximumRetryAttempts, MaximumEventAgeInSeconds, DestinationConfig }: JsonObject) {
  const given = [MaximumRetryAttempts, MaximumEventAgeInSeconds, DestinationConfig];
  return given.some((value) => value !== undefined)
    ? undefined
    : invalid("You must specify at least one of error handling or destination setting.");
}

function refuseFunction({ FunctionName, Qualifier }: JsonObject, world: InvokeConfigWorld): Refusal | undefined {
  const qualifier = Qualifier === undefined ? undefined : String(Qualifier);
  return world.functionExists(String(FunctionName), qualifier) === false
    ? refusal("ResourceNotFoundException", "The function doesn't exist.")
    : undefined;
}

/** As AWS's model writes it: ^$ in it is the empty text. */
const DESTINATION_PATTERN =
  "^$|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:([a-z]{2}(-gov)?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)";
const DESTINATION = new RegExp(`^(?:${DESTINATION_PATTERN})$`);

function refuseDestinations(properties: JsonObject, world: InvokeConfigWorld): Refusal | undefined {
  const { DestinationConfig: config } = properties;
  const [success, failure] = [destinationIn(config, "OnSuccess"), destinationIn(config, "OnFailure")];
  for (const [at, arn] of [
    ["onSuccess", success],
    ["onFailure", failure],
  ] as const) {
    const refused = arn === undefined ? undefined : refuseDestination(arn, at, properties, world);
    if (refused !== undefined) return refused;
  }
  if (isDestination(success, SERVICES) && isDestination(failure, FAILURE_SERVICES)) return undefined;
  const shown = (name: string, arn: string | undefined): string =>
    arn === undefined ? "null" : `${name}(destination=${arn})`;
  const text = `onSuccess=${shown("OnSuccess", success)}, onFailure=${shown("OnFailure", failure)}`;
  return invalid(`The provided destination config DestinationConfig(${text}) is invalid.`, "DestinationConfig");
}

const SERVICES: ReadonlySet<string> = new Set(["lambda", "sqs", "sns", "events"]);

/** Failed events may go to a bucket, too. */
const FAILURE_SERVICES: ReadonlySet<string> = new Set([...SERVICES, "s3"]);

/** FIFO queues and topics are none. */
function isDestination(arn: string | undefined, services: ReadonlySet<string>): boolean {
  return arn === undefined || (services.has(String(arn.split(":")[2])) && !arn.endsWith(".fifo"));
}

function refuseDestination(
  arn: string,
  at: "onSuccess" | "onFailure",
  { FunctionName }: JsonObject,
  world: InvokeConfigWorld,
): Refusal | undefined {
  if (!DESTINATION.test(arn)) {
    const must = `satisfy regular expression pattern: ${DESTINATION_PATTERN}`;
    return validationRefusal([{ value: arn, at: `destinationConfig.${at}.destination`, must }]);
  }
  if (arn.split(":")[2] !== "lambda") return undefined;
  const setting = `DestinationConfig.${at === "onSuccess" ? "OnSuccess" : "OnFailure"}.Destination`;
  if (world.functionExists(arn) === false) return invalid(`The destination ARN ${arn} is invalid.`, setting);
  const isItself = arn === FunctionName || arn.split(":")[6] === FunctionName;
  return isItself ? invalid("You can't specify the function as a destination for itself.", setting) : undefined;
}

function destinationIn(config: JsonValue | undefined, name: string): string | undefined {
  const place = isObject(config) ? config[name] : undefined;
  return isObject(place) && typeof place.Destination === "string" ? place.Destination : undefined;
}
