// Made from schemas/ by `npm run generate`. Change it there.
import type { JsonObject, JsonValue } from "../../json.ts";

/** One branch of a Parallel state: its own scope of states. Transitions stay inside it; its last state's output is one item of the Parallel's result. */
export interface BranchDefinition {
  /** Says what the branch is for. AWS does not read it. */
  readonly Comment?: string;
  /** The name of the branch's state that runs first. */
  readonly StartAt: string;
  /** The states of the branch, by name. Names are unique in the whole machine. */
  readonly States: { readonly [name: string]: StateDefinition };
}

/** Says where to go on when one of its errors is left after all retries. What it hands on has `Error` and `Cause`. */
export interface CatcherDefinition {
  /** Sets variables when this catcher is taken, instead of the state's own Assign. JSONPath: `$` is the error output. JSONata: `$states.errorOutput` is. */
  readonly Assign?: JsonObject;
  /** The names of the errors that it catches. `States.ALL` matches nearly every error and must stand alone, in the last catcher. */
  readonly ErrorEquals: readonly string[];
  /** The name of the state to go on at, in the same scope. */
  readonly Next: string;
  /** A reference path that says where in the state's input the error output goes. `$` makes it the whole input of the next state, `null` throws it away. */
  readonly ResultPath?: string | null;
  /** The input of the next state: any JSON value, in which strings between `{%` and `%}` are JSONata expressions that also see `$states.errorOutput`. Left out, the error output. */
  readonly Output?: JsonValue;
  /** Says what the catcher is for. AWS does not read it. */
  readonly Comment?: string;
}

/** Goes on to one of several states: the Next of the first rule that is true, else Default. It has no Next or End of its own. */
export interface ChoiceDefinition {
  /** What the state does. */
  readonly Type: "Choice";
  /** Says what the state is for. AWS does not read it. */
  readonly Comment?: string;
  /** The query language of this state. Left out, the machine's holds, which is JSONPath unless it says otherwise. A state may say JSONata in a JSONPath machine; the reverse is refused. States inside a Map or Parallel follow the machine, not the state that they are in. */
  readonly QueryLanguage?: "JSONPath" | "JSONata";
  /** The rules, tried in order. */
  readonly Choices: readonly ChoiceRuleDefinition[];
  /** The name of the state to go to when no rule is true. Without it the state fails then. */
  readonly Default?: string;
  /** Selects the part of the raw input that the state works on. `null` throws the input away and uses `{}`. */
  readonly InputPath?: string | null;
  /** Selects the part of the result that becomes the state's output, after ResultPath. `null` makes the output `{}`. */
  readonly OutputPath?: string | null;
  /** The state's output: any JSON value, in which strings between `{%` and `%}` are JSONata expressions. Left out, the output is the result of the state (Task, Parallel, Map) or its input. It sees `$states.input`, `$states.context` and, where there is a result, `$states.result`. */
  readonly Output?: JsonValue;
  /** Sets variables: each key is a name without `$` (at most 80 characters), each value is evaluated against the variables as they were when the state was entered. JSONPath: a key that ends in `.$` holds a path or an intrinsic function. JSONata: strings between `{%` and `%}` are expressions. At most 256 KiB for one variable and for one Assign, 10 MiB for an execution. */
  readonly Assign?: JsonObject;
}

/** One rule of a Choice state: a comparison (JSONPath) or a Condition (JSONata), and the state to go to when it is true. */
export interface ChoiceRuleDefinition {
  /** A path to the value that the operator looks at: in the input (`$.`), the context object (`$$.`) or a variable (`$name`). It must find something, unless the operator is IsPresent. */
  readonly Variable?: string;
  /** True if the value at Variable is a string that equals this one; case matters. A value of another type makes it false. */
  readonly StringEquals?: string;
  /** True if the value at Variable is a string that equals the one at this path; case matters. Values of other types make it false. */
  readonly StringEqualsPath?: string;
  /** True if the value at Variable is a string that sorts before this one. A value of another type makes it false. */
  readonly StringLessThan?: string;
  /** True if the value at Variable is a string that sorts before the one at this path. Values of other types make it false. */
  readonly StringLessThanPath?: string;
  /** True if the value at Variable is a string that sorts after this one. A value of another type makes it false. */
  readonly StringGreaterThan?: string;
  /** True if the value at Variable is a string that sorts after the one at this path. Values of other types make it false. */
  readonly StringGreaterThanPath?: string;
  /** True if the value at Variable is a string that equals this one or sorts before it. A value of another type makes it false. */
  readonly StringLessThanEquals?: string;
  /** True if the value at Variable is a string that equals the one at this path or sorts before it. Values of other types make it false. */
  readonly StringLessThanEqualsPath?: string;
  /** True if the value at Variable is a string that equals this one or sorts after it. A value of another type makes it false. */
  readonly StringGreaterThanEquals?: string;
  /** True if the value at Variable is a string that equals the one at this path or sorts after it. Values of other types make it false. */
  readonly StringGreaterThanEqualsPath?: string;
  /** True if the value at Variable is a string that this pattern matches: `*` stands for any characters, `\*` for a star, `\\` for a backslash. */
  readonly StringMatches?: string;
  /** True if the value at Variable is a number that equals this one. A value of another type makes it false. */
  readonly NumericEquals?: number;
  /** True if the value at Variable is a number that equals the one at this path. Values of other types make it false. */
  readonly NumericEqualsPath?: string;
  /** True if the value at Variable is a number that is less than this one. A value of another type makes it false. */
  readonly NumericLessThan?: number;
  /** True if the value at Variable is a number that is less than the one at this path. Values of other types make it false. */
  readonly NumericLessThanPath?: string;
  /** True if the value at Variable is a number that is greater than this one. A value of another type makes it false. */
  readonly NumericGreaterThan?: number;
  /** True if the value at Variable is a number that is greater than the one at this path. Values of other types make it false. */
  readonly NumericGreaterThanPath?: string;
  /** True if the value at Variable is a number that is less than or equal to this one. A value of another type makes it false. */
  readonly NumericLessThanEquals?: number;
  /** True if the value at Variable is a number that is less than or equal to the one at this path. Values of other types make it false. */
  readonly NumericLessThanEqualsPath?: string;
  /** True if the value at Variable is a number that is greater than or equal to this one. A value of another type makes it false. */
  readonly NumericGreaterThanEquals?: number;
  /** True if the value at Variable is a number that is greater than or equal to the one at this path. Values of other types make it false. */
  readonly NumericGreaterThanEqualsPath?: string;
  /** True if the value at Variable is this boolean. A value of another type makes it false. */
  readonly BooleanEquals?: boolean;
  /** True if the value at Variable is the same boolean as the one at this path. Values of other types make it false. */
  readonly BooleanEqualsPath?: string;
  /** True if the value at Variable is an RFC 3339 timestamp that is the same moment as this one. A value of another type makes it false. */
  readonly TimestampEquals?: string;
  /** True if the value at Variable is an RFC 3339 timestamp that is the same moment as the one at this path. Values of other types make it false. */
  readonly TimestampEqualsPath?: string;
  /** True if the value at Variable is an RFC 3339 timestamp that is earlier than this one. A value of another type makes it false. */
  readonly TimestampLessThan?: string;
  /** True if the value at Variable is an RFC 3339 timestamp that is earlier than the one at this path. Values of other types make it false. */
  readonly TimestampLessThanPath?: string;
  /** True if the value at Variable is an RFC 3339 timestamp that is later than this one. A value of another type makes it false. */
  readonly TimestampGreaterThan?: string;
  /** True if the value at Variable is an RFC 3339 timestamp that is later than the one at this path. Values of other types make it false. */
  readonly TimestampGreaterThanPath?: string;
  /** True if the value at Variable is an RFC 3339 timestamp that is this moment or earlier. A value of another type makes it false. */
  readonly TimestampLessThanEquals?: string;
  /** True if the value at Variable is an RFC 3339 timestamp that is the moment at this path or earlier. Values of other types make it false. */
  readonly TimestampLessThanEqualsPath?: string;
  /** True if the value at Variable is an RFC 3339 timestamp that is this moment or later. A value of another type makes it false. */
  readonly TimestampGreaterThanEquals?: string;
  /** True if the value at Variable is an RFC 3339 timestamp that is the moment at this path or later. Values of other types make it false. */
  readonly TimestampGreaterThanEqualsPath?: string;
  /** `true`: the value at Variable is null. `false`: it is there and not null. */
  readonly IsNull?: boolean;
  /** `true`: Variable finds something, even null. `false`: it finds nothing. The only test that does not fail on a missing value. */
  readonly IsPresent?: boolean;
  /** `true`: the value at Variable is a number. `false`: it is of another type. */
  readonly IsNumeric?: boolean;
  /** `true`: the value at Variable is a string. `false`: it is of another type. */
  readonly IsString?: boolean;
  /** `true`: the value at Variable is a boolean. `false`: it is of another type. */
  readonly IsBoolean?: boolean;
  /** `true`: the value at Variable is a string with an RFC 3339 timestamp. `false`: it is something else. */
  readonly IsTimestamp?: boolean;
  /** True if every rule in it is true. These rules have no Next. */
  readonly And?: readonly NestedChoiceRuleDefinition[];
  /** True if at least one rule in it is true. These rules have no Next. */
  readonly Or?: readonly NestedChoiceRuleDefinition[];
  /** True if the rule in it is false. That rule has no Next. */
  readonly Not?: NestedChoiceRuleDefinition;
  /** A JSONata expression that must give a boolean, or a boolean. */
  readonly Condition?: boolean | string;
  /** The name of the state to go to when the rule is true, in the same scope. */
  readonly Next: string;
  /** The state's output when this rule is taken, instead of the state's own Output: any JSON value, in which strings between `{%` and `%}` are JSONata expressions. */
  readonly Output?: JsonValue;
  /** Sets variables when this rule is taken, instead of the state's own Assign. */
  readonly Assign?: JsonObject;
  /** Says what the rule is for. AWS does not read it. */
  readonly Comment?: string;
}

/** The IAM role that Step Functions takes on for one task. */
export interface CredentialsDefinition {
  /** The ARN of the role. JSONata: may be an expression. */
  readonly RoleArn?: string;
  /** A path or an intrinsic function that gives the ARN of the role. */
  readonly "RoleArn.$"?: string;
}

/** Ends the execution with an error, unless a Parallel or Map around it catches that. Nothing follows it. */
export interface FailDefinition {
  /** What the state does. */
  readonly Type: "Fail";
  /** Says what the state is for. AWS does not read it. */
  readonly Comment?: string;
  /** The query language of this state. Left out, the machine's holds, which is JSONPath unless it says otherwise. A state may say JSONata in a JSONPath machine; the reverse is refused. States inside a Map or Parallel follow the machine, not the state that they are in. */
  readonly QueryLanguage?: "JSONPath" | "JSONata";
  /** The error's name, for retriers, catchers and people. */
  readonly Error?: string;
  /** A reference path to the error's name in the input, or an intrinsic function that makes it. Not together with Error. */
  readonly ErrorPath?: string;
  /** Why it failed, in words. */
  readonly Cause?: string;
  /** A reference path to the cause in the input, or an intrinsic function that makes it. Not together with Cause. */
  readonly CausePath?: string;
}

/** How a Distributed Map puts items together: at least one limit, and what every batch gets besides its items. */
export interface ItemBatcherDefinition {
  /** How many items a batch has at most. */
  readonly MaxItemsPerBatch?: number | string;
  /** A reference path to the number of items a batch has at most: a positive integer in the input. Not together with MaxItemsPerBatch. */
  readonly MaxItemsPerBatchPath?: string;
  /** How large the input of a batch may be, bytes: at most 256 KiB. */
  readonly MaxInputBytesPerBatch?: number | string;
  /** A reference path to the bytes that the input of a batch may have: a positive integer in the input. Not together with MaxInputBytesPerBatch. */
  readonly MaxInputBytesPerBatchPath?: string;
  /** JSON that every batch gets under `BatchInput` in its input: a payload template (JSONPath), or a value with JSONata expressions. */
  readonly BatchInput?: JsonValue;
}

/** What a Map does with each item: its own scope of states. Transitions stay inside it. Its states follow the machine's query language, not the Map's. */
export interface ItemProcessorDefinition {
  /** Says what the processor is for. AWS does not read it. */
  readonly Comment?: string;
  /** Whether the iterations run inside this execution (INLINE) or each in one of its own (DISTRIBUTED). */
  readonly ProcessorConfig?: ProcessorConfigDefinition;
  /** The name of the state at which each iteration starts. */
  readonly StartAt: string;
  /** The states of an iteration, by name. Names are unique in the whole machine. */
  readonly States: { readonly [name: string]: StateDefinition };
}

/** Where a Distributed Map reads its items. */
export interface ItemReaderDefinition {
  /** The action that reads: `arn:aws:states:::s3:getObject` for one file, `arn:aws:states:::s3:listObjectsV2` for the objects of a bucket. */
  readonly Resource: string;
  /** How to read the data set. */
  readonly ReaderConfig?: ReaderConfigDefinition;
  /** The arguments of the action, a payload template: `Bucket` and `Key` (getObject; also `VersionId`), or `Bucket` and `Prefix` (listObjectsV2). */
  readonly Parameters?: JsonValue;
  /** The arguments of the action; strings between `{%` and `%}` are JSONata expressions: `Bucket` and `Key` (getObject; also `VersionId`), or `Bucket` and `Prefix` (listObjectsV2). */
  readonly Arguments?: JsonValue;
}

/** A state machine: named states, one of which it starts at. A definition has at most 1 MB. */
export interface MachineDefinition {
  /** Says what the machine is for. AWS does not read it. */
  readonly Comment?: string;
  /** The query language of every state that does not name its own. Once the machine says JSONata, no state may go back to JSONPath. */
  readonly QueryLanguage?: "JSONPath" | "JSONata";
  /** The name of the state that runs first. Case matters. */
  readonly StartAt: string;
  /** The states, by name. Names have at most 80 characters and are unique in the whole machine, also across branches and item processors. */
  readonly States: { readonly [name: string]: StateDefinition };
  /** The version of the Amazon States Language. There is only `1.0`. */
  readonly Version?: string;
  /** How long an execution may run, seconds. After that it fails with `States.Timeout`; no catcher sees that. Left out, a Standard execution may run for a year, an Express one for five minutes. */
  readonly TimeoutSeconds?: number;
}

/** Runs its item processor once for each item of an array, an object or a data set. Its result is the array of the iterations' outputs, in the order of the items. */
export interface MapDefinition {
  /** What the state does. */
  readonly Type: "Map";
  /** Says what the state is for. AWS does not read it. */
  readonly Comment?: string;
  /** The query language of this state. Left out, the machine's holds, which is JSONPath unless it says otherwise. A state may say JSONata in a JSONPath machine; the reverse is refused. States inside a Map or Parallel follow the machine, not the state that they are in. */
  readonly QueryLanguage?: "JSONPath" | "JSONata";
  /** What to do with each item: a scope of states with StartAt, States and ProcessorConfig. */
  readonly ItemProcessor?: ItemProcessorDefinition;
  /** The old name of ItemProcessor. Still accepted; write ItemProcessor in new definitions. */
  readonly Iterator?: ItemProcessorDefinition;
  /** The items: a JSON array, an object (one item for each key and value) or a JSONata expression that gives one. Left out, the state's input, which must be an array. */
  readonly Items?: readonly JsonValue[] | JsonObject;
  /** A reference path to the array (in a Distributed Map also an object) in the input that holds the items. */
  readonly ItemsPath?: string;
  /** Makes the input of each iteration. `$$.Map.Item.Value` (JSONPath) or `$states.context.Map.Item.Value` (JSONata) is the item, `Index` beside it its number from 0. Left out, the input is the item. */
  readonly ItemSelector?: JsonObject | string;
  /** The old name of ItemSelector. Still accepted; write ItemSelector in new definitions. */
  readonly Parameters?: JsonValue;
  /** How many iterations may run at once. 0 sets no limit of its own: INLINE then runs at most 40, DISTRIBUTED 10,000. */
  readonly MaxConcurrency?: number | string;
  /** A reference path to the number of iterations that may run at once: an integer, 0 or more, in the input. Not together with MaxConcurrency. */
  readonly MaxConcurrencyPath?: string;
  /** Reads the items from Amazon S3: a CSV, JSON, JSON Lines or Parquet file, an inventory or the objects of a bucket. */
  readonly ItemReader?: ItemReaderDefinition;
  /** Gives each child execution a batch of items instead of one; they stand under `Items` in its input. */
  readonly ItemBatcher?: ItemBatcherDefinition;
  /** Writes the results of the child executions to Amazon S3, or shapes them; the state's result is then where they are. */
  readonly ResultWriter?: ResultWriterDefinition;
  /** How many percent of the items may fail before the Map fails with `States.ExceedToleratedFailureThreshold`. */
  readonly ToleratedFailurePercentage?: number | string;
  /** A reference path to the tolerated percentage: a number of 0 to 100 in the input. Not together with ToleratedFailurePercentage. */
  readonly ToleratedFailurePercentagePath?: string;
  /** How many items may fail before the Map fails with `States.ExceedToleratedFailureThreshold`. */
  readonly ToleratedFailureCount?: number | string;
  /** A reference path to the tolerated number of failed items: an integer, 0 or more, in the input. Not together with ToleratedFailureCount. */
  readonly ToleratedFailureCountPath?: string;
  /** A name for the Map in the ARNs of its map run and child executions: at most 40 characters, no spaces or special characters, unique in the machine. Left out, Step Functions makes one. */
  readonly Label?: string;
  /** Selects the part of the raw input that the state works on. `null` throws the input away and uses `{}`. */
  readonly InputPath?: string | null;
  /** Selects the part of the result that becomes the state's output, after ResultPath. `null` makes the output `{}`. */
  readonly OutputPath?: string | null;
  /** A payload template over the raw result, before ResultPath: `$` is the result. Keys that end in `.$` hold a path or an intrinsic function. */
  readonly ResultSelector?: JsonObject;
  /** A reference path that says where in the raw input the result goes; what stood there is replaced and missing parents are made. `$` replaces the whole input, `null` throws the result away and passes the input on. */
  readonly ResultPath?: string | null;
  /** The state's output: any JSON value, in which strings between `{%` and `%}` are JSONata expressions. Left out, the output is the result of the state (Task, Parallel, Map) or its input. It sees `$states.input`, `$states.context` and, where there is a result, `$states.result`. */
  readonly Output?: JsonValue;
  /** Sets variables: each key is a name without `$` (at most 80 characters), each value is evaluated against the variables as they were when the state was entered. JSONPath: a key that ends in `.$` holds a path or an intrinsic function. JSONata: strings between `{%` and `%}` are expressions. At most 256 KiB for one variable and for one Assign, 10 MiB for an execution. */
  readonly Assign?: JsonObject;
  /** Retriers, tried in order when the state fails: the first one whose ErrorEquals matches decides. Each keeps its own count of attempts. */
  readonly Retry?: readonly RetrierDefinition[];
  /** Catchers, tried in order when the state fails and no retrier helps (any more): the first one whose ErrorEquals matches says where to go. */
  readonly Catch?: readonly CatcherDefinition[];
  /** The name of the state to go to next, in the same scope. Case matters. */
  readonly Next?: string;
  /** `true` ends the machine, branch or iteration after this state. */
  readonly End?: boolean;
}

/** A comparison inside And, Or or Not. Only the outermost rule has Next. */
export interface NestedChoiceRuleDefinition {
  /** A path to the value that the operator looks at: in the input (`$.`), the context object (`$$.`) or a variable (`$name`). It must find something, unless the operator is IsPresent. */
  readonly Variable?: string;
  /** True if the value at Variable is a string that equals this one; case matters. A value of another type makes it false. */
  readonly StringEquals?: string;
  /** True if the value at Variable is a string that equals the one at this path; case matters. Values of other types make it false. */
  readonly StringEqualsPath?: string;
  /** True if the value at Variable is a string that sorts before this one. A value of another type makes it false. */
  readonly StringLessThan?: string;
  /** True if the value at Variable is a string that sorts before the one at this path. Values of other types make it false. */
  readonly StringLessThanPath?: string;
  /** True if the value at Variable is a string that sorts after this one. A value of another type makes it false. */
  readonly StringGreaterThan?: string;
  /** True if the value at Variable is a string that sorts after the one at this path. Values of other types make it false. */
  readonly StringGreaterThanPath?: string;
  /** True if the value at Variable is a string that equals this one or sorts before it. A value of another type makes it false. */
  readonly StringLessThanEquals?: string;
  /** True if the value at Variable is a string that equals the one at this path or sorts before it. Values of other types make it false. */
  readonly StringLessThanEqualsPath?: string;
  /** True if the value at Variable is a string that equals this one or sorts after it. A value of another type makes it false. */
  readonly StringGreaterThanEquals?: string;
  /** True if the value at Variable is a string that equals the one at this path or sorts after it. Values of other types make it false. */
  readonly StringGreaterThanEqualsPath?: string;
  /** True if the value at Variable is a string that this pattern matches: `*` stands for any characters, `\*` for a star, `\\` for a backslash. */
  readonly StringMatches?: string;
  /** True if the value at Variable is a number that equals this one. A value of another type makes it false. */
  readonly NumericEquals?: number;
  /** True if the value at Variable is a number that equals the one at this path. Values of other types make it false. */
  readonly NumericEqualsPath?: string;
  /** True if the value at Variable is a number that is less than this one. A value of another type makes it false. */
  readonly NumericLessThan?: number;
  /** True if the value at Variable is a number that is less than the one at this path. Values of other types make it false. */
  readonly NumericLessThanPath?: string;
  /** True if the value at Variable is a number that is greater than this one. A value of another type makes it false. */
  readonly NumericGreaterThan?: number;
  /** True if the value at Variable is a number that is greater than the one at this path. Values of other types make it false. */
  readonly NumericGreaterThanPath?: string;
  /** True if the value at Variable is a number that is less than or equal to this one. A value of another type makes it false. */
  readonly NumericLessThanEquals?: number;
  /** True if the value at Variable is a number that is less than or equal to the one at this path. Values of other types make it false. */
  readonly NumericLessThanEqualsPath?: string;
  /** True if the value at Variable is a number that is greater than or equal to this one. A value of another type makes it false. */
  readonly NumericGreaterThanEquals?: number;
  /** True if the value at Variable is a number that is greater than or equal to the one at this path. Values of other types make it false. */
  readonly NumericGreaterThanEqualsPath?: string;
  /** True if the value at Variable is this boolean. A value of another type makes it false. */
  readonly BooleanEquals?: boolean;
  /** True if the value at Variable is the same boolean as the one at this path. Values of other types make it false. */
  readonly BooleanEqualsPath?: string;
  /** True if the value at Variable is an RFC 3339 timestamp that is the same moment as this one. A value of another type makes it false. */
  readonly TimestampEquals?: string;
  /** True if the value at Variable is an RFC 3339 timestamp that is the same moment as the one at this path. Values of other types make it false. */
  readonly TimestampEqualsPath?: string;
  /** True if the value at Variable is an RFC 3339 timestamp that is earlier than this one. A value of another type makes it false. */
  readonly TimestampLessThan?: string;
  /** True if the value at Variable is an RFC 3339 timestamp that is earlier than the one at this path. Values of other types make it false. */
  readonly TimestampLessThanPath?: string;
  /** True if the value at Variable is an RFC 3339 timestamp that is later than this one. A value of another type makes it false. */
  readonly TimestampGreaterThan?: string;
  /** True if the value at Variable is an RFC 3339 timestamp that is later than the one at this path. Values of other types make it false. */
  readonly TimestampGreaterThanPath?: string;
  /** True if the value at Variable is an RFC 3339 timestamp that is this moment or earlier. A value of another type makes it false. */
  readonly TimestampLessThanEquals?: string;
  /** True if the value at Variable is an RFC 3339 timestamp that is the moment at this path or earlier. Values of other types make it false. */
  readonly TimestampLessThanEqualsPath?: string;
  /** True if the value at Variable is an RFC 3339 timestamp that is this moment or later. A value of another type makes it false. */
  readonly TimestampGreaterThanEquals?: string;
  /** True if the value at Variable is an RFC 3339 timestamp that is the moment at this path or later. Values of other types make it false. */
  readonly TimestampGreaterThanEqualsPath?: string;
  /** `true`: the value at Variable is null. `false`: it is there and not null. */
  readonly IsNull?: boolean;
  /** `true`: Variable finds something, even null. `false`: it finds nothing. The only test that does not fail on a missing value. */
  readonly IsPresent?: boolean;
  /** `true`: the value at Variable is a number. `false`: it is of another type. */
  readonly IsNumeric?: boolean;
  /** `true`: the value at Variable is a string. `false`: it is of another type. */
  readonly IsString?: boolean;
  /** `true`: the value at Variable is a boolean. `false`: it is of another type. */
  readonly IsBoolean?: boolean;
  /** `true`: the value at Variable is a string with an RFC 3339 timestamp. `false`: it is something else. */
  readonly IsTimestamp?: boolean;
  /** True if every rule in it is true. These rules have no Next. */
  readonly And?: readonly NestedChoiceRuleDefinition[];
  /** True if at least one rule in it is true. These rules have no Next. */
  readonly Or?: readonly NestedChoiceRuleDefinition[];
  /** True if the rule in it is false. That rule has no Next. */
  readonly Not?: NestedChoiceRuleDefinition;
  /** Says what the rule is for. AWS does not read it. */
  readonly Comment?: string;
}

/** Runs branches at the same time, each with the same input, and waits for all of them. Its result is the array of their outputs. One that fails ends the others. */
export interface ParallelDefinition {
  /** What the state does. */
  readonly Type: "Parallel";
  /** Says what the state is for. AWS does not read it. */
  readonly Comment?: string;
  /** The query language of this state. Left out, the machine's holds, which is JSONPath unless it says otherwise. A state may say JSONata in a JSONPath machine; the reverse is refused. States inside a Map or Parallel follow the machine, not the state that they are in. */
  readonly QueryLanguage?: "JSONPath" | "JSONata";
  /** The branches, each with StartAt and States of its own. */
  readonly Branches: readonly BranchDefinition[];
  /** Selects the part of the raw input that the state works on. `null` throws the input away and uses `{}`. */
  readonly InputPath?: string | null;
  /** Selects the part of the result that becomes the state's output, after ResultPath. `null` makes the output `{}`. */
  readonly OutputPath?: string | null;
  /** A payload template: the JSON that is passed on instead of the input. The value of a key that ends in `.$` is a path or an intrinsic function; the result stands under the key without `.$`. */
  readonly Parameters?: JsonValue;
  /** A payload template over the raw result, before ResultPath: `$` is the result. Keys that end in `.$` hold a path or an intrinsic function. */
  readonly ResultSelector?: JsonObject;
  /** A reference path that says where in the raw input the result goes; what stood there is replaced and missing parents are made. `$` replaces the whole input, `null` throws the result away and passes the input on. */
  readonly ResultPath?: string | null;
  /** What is passed on instead of the input: a JSON value, in which strings between `{%` and `%}` are JSONata expressions, or one such expression. It sees `$states.input` and `$states.context`; there is no result yet. */
  readonly Arguments?: JsonValue;
  /** The state's output: any JSON value, in which strings between `{%` and `%}` are JSONata expressions. Left out, the output is the result of the state (Task, Parallel, Map) or its input. It sees `$states.input`, `$states.context` and, where there is a result, `$states.result`. */
  readonly Output?: JsonValue;
  /** Sets variables: each key is a name without `$` (at most 80 characters), each value is evaluated against the variables as they were when the state was entered. JSONPath: a key that ends in `.$` holds a path or an intrinsic function. JSONata: strings between `{%` and `%}` are expressions. At most 256 KiB for one variable and for one Assign, 10 MiB for an execution. */
  readonly Assign?: JsonObject;
  /** Retriers, tried in order when the state fails: the first one whose ErrorEquals matches decides. Each keeps its own count of attempts. */
  readonly Retry?: readonly RetrierDefinition[];
  /** Catchers, tried in order when the state fails and no retrier helps (any more): the first one whose ErrorEquals matches says where to go. */
  readonly Catch?: readonly CatcherDefinition[];
  /** The name of the state to go to next, in the same scope. Case matters. */
  readonly Next?: string;
  /** `true` ends the machine, branch or iteration after this state. */
  readonly End?: boolean;
}

/** Passes its input on, or a value made from it, without doing work. */
export interface PassDefinition {
  /** What the state does. */
  readonly Type: "Pass";
  /** Says what the state is for. AWS does not read it. */
  readonly Comment?: string;
  /** The query language of this state. Left out, the machine's holds, which is JSONPath unless it says otherwise. A state may say JSONata in a JSONPath machine; the reverse is refused. States inside a Map or Parallel follow the machine, not the state that they are in. */
  readonly QueryLanguage?: "JSONPath" | "JSONata";
  /** The state's result, taken literally: nothing in it is evaluated, also not keys that end in `.$`. ResultPath says where it goes. */
  readonly Result?: JsonValue;
  /** Selects the part of the raw input that the state works on. `null` throws the input away and uses `{}`. */
  readonly InputPath?: string | null;
  /** Selects the part of the result that becomes the state's output, after ResultPath. `null` makes the output `{}`. */
  readonly OutputPath?: string | null;
  /** A payload template: the JSON that is passed on instead of the input. The value of a key that ends in `.$` is a path or an intrinsic function; the result stands under the key without `.$`. */
  readonly Parameters?: JsonValue;
  /** A reference path that says where in the raw input the result goes; what stood there is replaced and missing parents are made. `$` replaces the whole input, `null` throws the result away and passes the input on. */
  readonly ResultPath?: string | null;
  /** The state's output: any JSON value, in which strings between `{%` and `%}` are JSONata expressions. Left out, the output is the result of the state (Task, Parallel, Map) or its input. It sees `$states.input`, `$states.context` and, where there is a result, `$states.result`. */
  readonly Output?: JsonValue;
  /** Sets variables: each key is a name without `$` (at most 80 characters), each value is evaluated against the variables as they were when the state was entered. JSONPath: a key that ends in `.$` holds a path or an intrinsic function. JSONata: strings between `{%` and `%}` are expressions. At most 256 KiB for one variable and for one Assign, 10 MiB for an execution. */
  readonly Assign?: JsonObject;
  /** The name of the state to go to next, in the same scope. Case matters. */
  readonly Next?: string;
  /** `true` ends the machine, branch or iteration after this state. */
  readonly End?: boolean;
}

/** How a Map runs its iterations. */
export interface ProcessorConfigDefinition {
  /** Where the iterations run. */
  readonly Mode?: "INLINE" | "DISTRIBUTED";
  /** The type of the child executions. Needed with DISTRIBUTED. */
  readonly ExecutionType?: "STANDARD" | "EXPRESS";
}

/** How a Distributed Map reads its data set. */
export interface ReaderConfigDefinition {
  /** The format of the file. */
  readonly InputType?: "CSV" | "JSON" | "JSONL" | "PARQUET" | "MANIFEST";
  /** What to do with the objects that listObjectsV2 finds. */
  readonly Transformation?: "NONE" | "LOAD_AND_FLATTEN";
  /** The kind of manifest. */
  readonly ManifestType?: "ATHENA_DATA" | "S3_INVENTORY";
  /** Where the names of the columns are. */
  readonly CSVHeaderLocation?: "FIRST_ROW" | "GIVEN";
  /** The names of the columns, for CSVHeaderLocation GIVEN. At most 10 KiB of headers. */
  readonly CSVHeaders?: readonly string[];
  /** What separates the columns. */
  readonly CSVDelimiter?: "COMMA" | "PIPE" | "SEMICOLON" | "SPACE" | "TAB";
  /** A JSON pointer to the array or object inside the file that holds the items, as in `/data/orders`. With InputType JSON. */
  readonly ItemsPointer?: string;
  /** How many items to read at most; 0 reads all. */
  readonly MaxItems?: number | string;
  /** A reference path to the number of items to read at most: a positive integer in the input. Not together with MaxItems. */
  readonly MaxItemsPath?: string;
}

/** Where a Distributed Map writes the results of its child executions, and in which form. Needs Resource, WriterConfig or both. */
export interface ResultWriterDefinition {
  /** The action that writes: `arn:aws:states:::s3:putObject`. */
  readonly Resource?: string;
  /** The arguments of the action, a payload template: `Bucket` and `Prefix`. */
  readonly Parameters?: JsonValue;
  /** The arguments of the action, `Bucket` and `Prefix`; strings between `{%` and `%}` are JSONata expressions. */
  readonly Arguments?: JsonValue;
  /** The form of the results. */
  readonly WriterConfig?: WriterConfigDefinition;
}

/** Says which errors to retry, how often and after how long. The n-th retry waits IntervalSeconds x BackoffRate^(n-1) seconds, at most MaxDelaySeconds. */
export interface RetrierDefinition {
  /** The names of the errors that it retries. `States.ALL` matches nearly every error and must stand alone, in the last retrier. */
  readonly ErrorEquals: readonly string[];
  /** How long to wait before the first retry, seconds. */
  readonly IntervalSeconds?: number;
  /** How many retries at most, after the first try. 0 never retries. */
  readonly MaxAttempts?: number;
  /** The factor by which the wait grows with each retry, 1.0 or more. */
  readonly BackoffRate?: number;
  /** How long to wait between two retries at most, seconds. More than IntervalSeconds. */
  readonly MaxDelaySeconds?: number;
  /** Whether to spread the retries at random, so that executions which failed together don't come back together. */
  readonly JitterStrategy?: "FULL" | "NONE";
  /** Says what the retrier is for. AWS does not read it. */
  readonly Comment?: string;
}

/** Ends the machine, the branch or the iteration successfully. Nothing follows it. */
export interface SucceedDefinition {
  /** What the state does. */
  readonly Type: "Succeed";
  /** Says what the state is for. AWS does not read it. */
  readonly Comment?: string;
  /** The query language of this state. Left out, the machine's holds, which is JSONPath unless it says otherwise. A state may say JSONata in a JSONPath machine; the reverse is refused. States inside a Map or Parallel follow the machine, not the state that they are in. */
  readonly QueryLanguage?: "JSONPath" | "JSONata";
  /** Selects the part of the raw input that the state works on. `null` throws the input away and uses `{}`. */
  readonly InputPath?: string | null;
  /** Selects the part of the result that becomes the state's output, after ResultPath. `null` makes the output `{}`. */
  readonly OutputPath?: string | null;
  /** The state's output: any JSON value, in which strings between `{%` and `%}` are JSONata expressions. Left out, the output is the result of the state (Task, Parallel, Map) or its input. It sees `$states.input`, `$states.context` and, where there is a result, `$states.result`. */
  readonly Output?: JsonValue;
}

/** Does one unit of work: a Lambda function, an API action of an AWS service, an activity, an HTTP endpoint or another state machine. */
export interface TaskDefinition {
  /** What the state does. */
  readonly Type: "Task";
  /** Says what the state is for. AWS does not read it. */
  readonly Comment?: string;
  /** The query language of this state. Left out, the machine's holds, which is JSONPath unless it says otherwise. A state may say JSONata in a JSONPath machine; the reverse is refused. States inside a Map or Parallel follow the machine, not the state that they are in. */
  readonly QueryLanguage?: "JSONPath" | "JSONata";
  /** The ARN of the work: `arn:aws:states:::lambda:invoke` (optimized integration), `arn:aws:states:::aws-sdk:dynamodb:query` (any API action), a function, an activity, `arn:aws:states:::http:invoke`. The suffix `.sync` waits for the job to end, `.waitForTaskToken` for a callback. */
  readonly Resource: string;
  /** A payload template: the arguments of the call. The value of a key that ends in `.$` is a path or an intrinsic function; the result stands under the key without `.$`. Left out, the input is passed. */
  readonly Parameters?: JsonValue;
  /** How long one attempt may take, seconds. After that it fails with `States.Timeout`. */
  readonly TimeoutSeconds?: number | string;
  /** A reference path to the seconds that one attempt may take: a positive integer in the input. Not together with TimeoutSeconds. */
  readonly TimeoutSecondsPath?: string;
  /** How long the task may stay silent between heartbeats (SendTaskHeartbeat), seconds. After that it fails with `States.HeartbeatTimeout`. Less than TimeoutSeconds. */
  readonly HeartbeatSeconds?: number | string;
  /** A reference path to the seconds between heartbeats: a positive integer in the input. Not together with HeartbeatSeconds. */
  readonly HeartbeatSecondsPath?: string;
  /** The IAM role to do the task with, mostly one in another account. */
  readonly Credentials?: CredentialsDefinition | string;
  /** Selects the part of the raw input that the state works on. `null` throws the input away and uses `{}`. */
  readonly InputPath?: string | null;
  /** Selects the part of the result that becomes the state's output, after ResultPath. `null` makes the output `{}`. */
  readonly OutputPath?: string | null;
  /** A payload template over the raw result, before ResultPath: `$` is the result. Keys that end in `.$` hold a path or an intrinsic function. */
  readonly ResultSelector?: JsonObject;
  /** A reference path that says where in the raw input the result goes; what stood there is replaced and missing parents are made. `$` replaces the whole input, `null` throws the result away and passes the input on. */
  readonly ResultPath?: string | null;
  /** What is passed on instead of the input: a JSON value, in which strings between `{%` and `%}` are JSONata expressions, or one such expression. It sees `$states.input` and `$states.context`; there is no result yet. */
  readonly Arguments?: JsonValue;
  /** The state's output: any JSON value, in which strings between `{%` and `%}` are JSONata expressions. Left out, the output is the result of the state (Task, Parallel, Map) or its input. It sees `$states.input`, `$states.context` and, where there is a result, `$states.result`. */
  readonly Output?: JsonValue;
  /** Sets variables: each key is a name without `$` (at most 80 characters), each value is evaluated against the variables as they were when the state was entered. JSONPath: a key that ends in `.$` holds a path or an intrinsic function. JSONata: strings between `{%` and `%}` are expressions. At most 256 KiB for one variable and for one Assign, 10 MiB for an execution. */
  readonly Assign?: JsonObject;
  /** Retriers, tried in order when the state fails: the first one whose ErrorEquals matches decides. Each keeps its own count of attempts. */
  readonly Retry?: readonly RetrierDefinition[];
  /** Catchers, tried in order when the state fails and no retrier helps (any more): the first one whose ErrorEquals matches says where to go. */
  readonly Catch?: readonly CatcherDefinition[];
  /** The name of the state to go to next, in the same scope. Case matters. */
  readonly Next?: string;
  /** `true` ends the machine, branch or iteration after this state. */
  readonly End?: boolean;
}

/** Waits for some seconds or until a time, then goes on. At most a year in a Standard workflow. */
export interface WaitDefinition {
  /** What the state does. */
  readonly Type: "Wait";
  /** Says what the state is for. AWS does not read it. */
  readonly Comment?: string;
  /** The query language of this state. Left out, the machine's holds, which is JSONPath unless it says otherwise. A state may say JSONata in a JSONPath machine; the reverse is refused. States inside a Map or Parallel follow the machine, not the state that they are in. */
  readonly QueryLanguage?: "JSONPath" | "JSONata";
  /** How long to wait, seconds. */
  readonly Seconds?: number | string;
  /** A reference path to the seconds to wait: an integer of 0 to 99999999 in the input. */
  readonly SecondsPath?: string;
  /** The time to wait for: RFC 3339 with a capital `T` and an offset or a capital `Z`, as in `2026-03-14T01:59:00Z`. A time that is past does not wait. */
  readonly Timestamp?: string;
  /** A reference path to the time to wait for: an RFC 3339 timestamp in the input. */
  readonly TimestampPath?: string;
  /** Selects the part of the raw input that the state works on. `null` throws the input away and uses `{}`. */
  readonly InputPath?: string | null;
  /** Selects the part of the result that becomes the state's output, after ResultPath. `null` makes the output `{}`. */
  readonly OutputPath?: string | null;
  /** The state's output: any JSON value, in which strings between `{%` and `%}` are JSONata expressions. Left out, the output is the result of the state (Task, Parallel, Map) or its input. It sees `$states.input`, `$states.context` and, where there is a result, `$states.result`. */
  readonly Output?: JsonValue;
  /** Sets variables: each key is a name without `$` (at most 80 characters), each value is evaluated against the variables as they were when the state was entered. JSONPath: a key that ends in `.$` holds a path or an intrinsic function. JSONata: strings between `{%` and `%}` are expressions. At most 256 KiB for one variable and for one Assign, 10 MiB for an execution. */
  readonly Assign?: JsonObject;
  /** The name of the state to go to next, in the same scope. Case matters. */
  readonly Next?: string;
  /** `true` ends the machine, branch or iteration after this state. */
  readonly End?: boolean;
}

/** The form in which a Distributed Map gives its results. */
export interface WriterConfigDefinition {
  /** How much of each child execution to keep. */
  readonly Transformation?: "NONE" | "COMPACT" | "FLATTEN";
  /** The format of the result. */
  readonly OutputType?: "JSON" | "JSONL";
}

/** Any state. */
export type StateDefinition =
  | ChoiceDefinition
  | FailDefinition
  | MapDefinition
  | ParallelDefinition
  | PassDefinition
  | SucceedDefinition
  | TaskDefinition
  | WaitDefinition;
