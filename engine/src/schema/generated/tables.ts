// Made from schemas/ by `npm run generate`. Change it there.
import type { ContextEntry, ErrorEntry, FieldEntry, FunctionEntry, ObjectEntry, ServiceIntegration, StatesMember } from "../types.ts";

const field0: FieldEntry = {"text":"Says what the branch is for. AWS does not read it.","link":"https://states-language.net/spec.html#parallel-state","type":"string","holds":["comment"],"snippet":"\"$1\""};
const field1: FieldEntry = {"text":"The name of the branch's state that runs first.","link":"https://states-language.net/spec.html#parallel-state","type":"string","holds":["state-name"],"required":true,"snippet":"\"$1\""};
const field2: FieldEntry = {"text":"The states of the branch, by name. Names are unique in the whole machine.","link":"https://states-language.net/spec.html#parallel-state","type":"object of state objects","required":true,"members":"state","snippet":"{\n\t\"${1:First}\": { \"Type\": \"${2:Pass}\", \"End\": true }\n}"};
const field3: FieldEntry = {"text":"Sets variables when this catcher is taken, instead of the state's own Assign. JSONPath: `$` is the error output. JSONata: `$states.errorOutput` is.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html","type":"object","since":"November 2024","holds":["variables","payload-template","jsonata-template"],"snippet":"{ $1 }"};
const field4: FieldEntry = {"text":"The names of the errors that it catches. `States.ALL` matches nearly every error and must stand alone, in the last catcher.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-fallback-states","type":"array of strings","holds":["error-name"],"required":true,"snippet":"[\"${1:States.ALL}\"]"};
const field5: FieldEntry = {"text":"The name of the state to go on at, in the same scope.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-fallback-states","type":"string","holds":["state-name"],"required":true,"snippet":"\"$1\""};
const field6: FieldEntry = {"text":"A reference path that says where in the state's input the error output goes. `$` makes it the whole input of the next state, `null` throws it away.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-fallback-states","type":"string or null","queryLanguage":"JSONPath","holds":["reference-path"],"default":"$","snippet":"\"\\$.${1:error}\""};
const field7: FieldEntry = {"text":"The input of the next state: any JSON value, in which strings between `{%` and `%}` are JSONata expressions that also see `$states.errorOutput`. Left out, the error output.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-fallback-states","type":"any JSON value","since":"November 2024","queryLanguage":"JSONata","holds":["jsonata","jsonata-template"],"snippet":"\"{% $1 %}\""};
const field8: FieldEntry = {"text":"Says what the catcher is for. AWS does not read it.","link":"https://states-language.net/spec.html#fallback-states","type":"string","holds":["comment"],"snippet":"\"$1\""};
const field9: FieldEntry = {"text":"What the state does.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html","type":"one of Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map","required":true,"enum":[{"value":"Task","text":"Calls a service, a Lambda function, an activity or an HTTP endpoint."},{"value":"Wait","text":"Waits for some seconds or until a time."},{"value":"Pass","text":"Passes its input on, or makes a new output, without doing work."},{"value":"Succeed","text":"Ends its scope successfully."},{"value":"Fail","text":"Ends the execution with an error."},{"value":"Choice","text":"Goes on to one of several states, depending on the data."},{"value":"Parallel","text":"Runs branches at the same time and waits for all of them."},{"value":"Map","text":"Runs a workflow once for each item of an array, an object or a data set."}],"snippet":"\"Choice\""};
const field10: FieldEntry = {"text":"Says what the state is for. AWS does not read it.","link":"https://states-language.net/spec.html#statefields","type":"string","holds":["comment"],"snippet":"\"$1\""};
const field11: FieldEntry = {"text":"The query language of this state. Left out, the machine's holds, which is JSONPath unless it says otherwise. A state may say JSONata in a JSONPath machine; the reverse is refused. States inside a Map or Parallel follow the machine, not the state that they are in.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html","type":"one of JSONPath, JSONata","since":"November 2024","default":"the machine's QueryLanguage","enum":[{"value":"JSONPath","text":"Paths, payload templates and intrinsic functions: InputPath, Parameters, ResultSelector, ResultPath, OutputPath."},{"value":"JSONata","text":"JSONata expressions between `{%` and `%}`: Arguments, Output."}],"snippet":"\"${1|JSONPath,JSONata|}\""};
const field12: FieldEntry = {"text":"The rules, tried in order.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#state-choice-rules","type":"array of Choice rule objects","required":true,"items":"choice-rule","snippet":"[$1]"};
const field13: FieldEntry = {"text":"The name of the state to go to when no rule is true. Without it the state fails then.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html","type":"string","holds":["state-name"],"snippet":"\"$1\""};
const field14: FieldEntry = {"text":"Selects the part of the raw input that the state works on. `null` throws the input away and uses `{}`.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-inputpath-params.html","type":"string or null","queryLanguage":"JSONPath","holds":["jsonpath"],"default":"$","snippet":"\"\\$${1}\""};
const field15: FieldEntry = {"text":"Selects the part of the result that becomes the state's output, after ResultPath. `null` makes the output `{}`.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html","type":"string or null","queryLanguage":"JSONPath","holds":["jsonpath"],"default":"$","snippet":"\"\\$${1}\""};
const field16: FieldEntry = {"text":"The state's output: any JSON value, in which strings between `{%` and `%}` are JSONata expressions. Left out, the output is the result of the state (Task, Parallel, Map) or its input. It sees `$states.input`, `$states.context` and, where there is a result, `$states.result`.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html","type":"any JSON value","since":"November 2024","queryLanguage":"JSONata","holds":["jsonata","jsonata-template"],"snippet":"\"{% $1 %}\""};
const field17: FieldEntry = {"text":"Sets variables: each key is a name without `$` (at most 80 characters), each value is evaluated against the variables as they were when the state was entered. JSONPath: a key that ends in `.$` holds a path or an intrinsic function. JSONata: strings between `{%` and `%}` are expressions. At most 256 KiB for one variable and for one Assign, 10 MiB for an execution.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html","type":"object","since":"November 2024","holds":["variables","payload-template","jsonata-template"],"snippet":"{ $1 }"};
const field18: FieldEntry = {"text":"A path to the value that the operator looks at: in the input (`$.`), the context object (`$$.`) or a variable (`$name`). It must find something, unless the operator is IsPresent.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"string","queryLanguage":"JSONPath","holds":["jsonpath"],"snippet":"\"\\$.${1}\""};
const field19: FieldEntry = {"text":"True if the value at Variable is a string that equals this one; case matters. A value of another type makes it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"string","queryLanguage":"JSONPath","snippet":"\"$1\"","operand":"string"};
const field20: FieldEntry = {"text":"True if the value at Variable is a string that equals the one at this path; case matters. Values of other types make it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"string","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\"","operand":"string"};
const field21: FieldEntry = {"text":"True if the value at Variable is a string that sorts before this one. A value of another type makes it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"string","queryLanguage":"JSONPath","snippet":"\"$1\"","operand":"string"};
const field22: FieldEntry = {"text":"True if the value at Variable is a string that sorts before the one at this path. Values of other types make it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"string","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\"","operand":"string"};
const field23: FieldEntry = {"text":"True if the value at Variable is a string that sorts after this one. A value of another type makes it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"string","queryLanguage":"JSONPath","snippet":"\"$1\"","operand":"string"};
const field24: FieldEntry = {"text":"True if the value at Variable is a string that sorts after the one at this path. Values of other types make it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"string","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\"","operand":"string"};
const field25: FieldEntry = {"text":"True if the value at Variable is a string that equals this one or sorts before it. A value of another type makes it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"string","queryLanguage":"JSONPath","snippet":"\"$1\"","operand":"string"};
const field26: FieldEntry = {"text":"True if the value at Variable is a string that equals the one at this path or sorts before it. Values of other types make it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"string","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\"","operand":"string"};
const field27: FieldEntry = {"text":"True if the value at Variable is a string that equals this one or sorts after it. A value of another type makes it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"string","queryLanguage":"JSONPath","snippet":"\"$1\"","operand":"string"};
const field28: FieldEntry = {"text":"True if the value at Variable is a string that equals the one at this path or sorts after it. Values of other types make it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"string","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\"","operand":"string"};
const field29: FieldEntry = {"text":"True if the value at Variable is a string that this pattern matches: `*` stands for any characters, `\\*` for a star, `\\\\` for a backslash.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"string","queryLanguage":"JSONPath","snippet":"\"$1*\"","operand":"pattern"};
const field30: FieldEntry = {"text":"True if the value at Variable is a number that equals this one. A value of another type makes it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"number","queryLanguage":"JSONPath","snippet":"${1:0}","operand":"number"};
const field31: FieldEntry = {"text":"True if the value at Variable is a number that equals the one at this path. Values of other types make it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"string","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\"","operand":"number"};
const field32: FieldEntry = {"text":"True if the value at Variable is a number that is less than this one. A value of another type makes it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"number","queryLanguage":"JSONPath","snippet":"${1:0}","operand":"number"};
const field33: FieldEntry = {"text":"True if the value at Variable is a number that is less than the one at this path. Values of other types make it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"string","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\"","operand":"number"};
const field34: FieldEntry = {"text":"True if the value at Variable is a number that is greater than this one. A value of another type makes it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"number","queryLanguage":"JSONPath","snippet":"${1:0}","operand":"number"};
const field35: FieldEntry = {"text":"True if the value at Variable is a number that is greater than the one at this path. Values of other types make it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"string","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\"","operand":"number"};
const field36: FieldEntry = {"text":"True if the value at Variable is a number that is less than or equal to this one. A value of another type makes it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"number","queryLanguage":"JSONPath","snippet":"${1:0}","operand":"number"};
const field37: FieldEntry = {"text":"True if the value at Variable is a number that is less than or equal to the one at this path. Values of other types make it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"string","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\"","operand":"number"};
const field38: FieldEntry = {"text":"True if the value at Variable is a number that is greater than or equal to this one. A value of another type makes it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"number","queryLanguage":"JSONPath","snippet":"${1:0}","operand":"number"};
const field39: FieldEntry = {"text":"True if the value at Variable is a number that is greater than or equal to the one at this path. Values of other types make it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"string","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\"","operand":"number"};
const field40: FieldEntry = {"text":"True if the value at Variable is this boolean. A value of another type makes it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"boolean","queryLanguage":"JSONPath","snippet":"${1|true,false|}","operand":"boolean"};
const field41: FieldEntry = {"text":"True if the value at Variable is the same boolean as the one at this path. Values of other types make it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"string","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\"","operand":"boolean"};
const field42: FieldEntry = {"text":"True if the value at Variable is an RFC 3339 timestamp that is the same moment as this one. A value of another type makes it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"RFC 3339 timestamp","queryLanguage":"JSONPath","holds":["timestamp"],"snippet":"\"${1:2030-01-01T00:00:00Z}\"","operand":"timestamp"};
const field43: FieldEntry = {"text":"True if the value at Variable is an RFC 3339 timestamp that is the same moment as the one at this path. Values of other types make it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"string","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\"","operand":"timestamp"};
const field44: FieldEntry = {"text":"True if the value at Variable is an RFC 3339 timestamp that is earlier than this one. A value of another type makes it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"RFC 3339 timestamp","queryLanguage":"JSONPath","holds":["timestamp"],"snippet":"\"${1:2030-01-01T00:00:00Z}\"","operand":"timestamp"};
const field45: FieldEntry = {"text":"True if the value at Variable is an RFC 3339 timestamp that is earlier than the one at this path. Values of other types make it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"string","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\"","operand":"timestamp"};
const field46: FieldEntry = {"text":"True if the value at Variable is an RFC 3339 timestamp that is later than this one. A value of another type makes it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"RFC 3339 timestamp","queryLanguage":"JSONPath","holds":["timestamp"],"snippet":"\"${1:2030-01-01T00:00:00Z}\"","operand":"timestamp"};
const field47: FieldEntry = {"text":"True if the value at Variable is an RFC 3339 timestamp that is later than the one at this path. Values of other types make it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"string","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\"","operand":"timestamp"};
const field48: FieldEntry = {"text":"True if the value at Variable is an RFC 3339 timestamp that is this moment or earlier. A value of another type makes it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"RFC 3339 timestamp","queryLanguage":"JSONPath","holds":["timestamp"],"snippet":"\"${1:2030-01-01T00:00:00Z}\"","operand":"timestamp"};
const field49: FieldEntry = {"text":"True if the value at Variable is an RFC 3339 timestamp that is the moment at this path or earlier. Values of other types make it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"string","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\"","operand":"timestamp"};
const field50: FieldEntry = {"text":"True if the value at Variable is an RFC 3339 timestamp that is this moment or later. A value of another type makes it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"RFC 3339 timestamp","queryLanguage":"JSONPath","holds":["timestamp"],"snippet":"\"${1:2030-01-01T00:00:00Z}\"","operand":"timestamp"};
const field51: FieldEntry = {"text":"True if the value at Variable is an RFC 3339 timestamp that is the moment at this path or later. Values of other types make it false.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"string","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\"","operand":"timestamp"};
const field52: FieldEntry = {"text":"`true`: the value at Variable is null. `false`: it is there and not null.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"boolean","queryLanguage":"JSONPath","snippet":"${1|true,false|}","operand":"boolean","test":true};
const field53: FieldEntry = {"text":"`true`: Variable finds something, even null. `false`: it finds nothing. The only test that does not fail on a missing value.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"boolean","queryLanguage":"JSONPath","snippet":"${1|true,false|}","operand":"boolean","test":true};
const field54: FieldEntry = {"text":"`true`: the value at Variable is a number. `false`: it is of another type.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"boolean","queryLanguage":"JSONPath","snippet":"${1|true,false|}","operand":"boolean","test":true};
const field55: FieldEntry = {"text":"`true`: the value at Variable is a string. `false`: it is of another type.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"boolean","queryLanguage":"JSONPath","snippet":"${1|true,false|}","operand":"boolean","test":true};
const field56: FieldEntry = {"text":"`true`: the value at Variable is a boolean. `false`: it is of another type.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"boolean","queryLanguage":"JSONPath","snippet":"${1|true,false|}","operand":"boolean","test":true};
const field57: FieldEntry = {"text":"`true`: the value at Variable is a string with an RFC 3339 timestamp. `false`: it is something else.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"boolean","queryLanguage":"JSONPath","snippet":"${1|true,false|}","operand":"boolean","test":true};
const field58: FieldEntry = {"text":"True if every rule in it is true. These rules have no Next.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"array of nested Choice rule objects","queryLanguage":"JSONPath","items":"nested-choice-rule","snippet":"[$1]"};
const field59: FieldEntry = {"text":"True if at least one rule in it is true. These rules have no Next.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"array of nested Choice rule objects","queryLanguage":"JSONPath","items":"nested-choice-rule","snippet":"[$1]"};
const field60: FieldEntry = {"text":"True if the rule in it is false. That rule has no Next.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules","type":"object","queryLanguage":"JSONPath","object":"nested-choice-rule","snippet":"{ $1 }"};
const field61: FieldEntry = {"text":"A JSONata expression that must give a boolean, or a boolean.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html","type":"boolean","since":"November 2024","queryLanguage":"JSONata","holds":["jsonata"],"required":true,"snippet":"\"{% $1 %}\""};
const field62: FieldEntry = {"text":"The name of the state to go to when the rule is true, in the same scope.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html","type":"string","holds":["state-name"],"required":true,"snippet":"\"$1\""};
const field63: FieldEntry = {"text":"The state's output when this rule is taken, instead of the state's own Output: any JSON value, in which strings between `{%` and `%}` are JSONata expressions.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html","type":"any JSON value","since":"November 2024","queryLanguage":"JSONata","holds":["jsonata","jsonata-template"],"snippet":"\"{% $1 %}\""};
const field64: FieldEntry = {"text":"Sets variables when this rule is taken, instead of the state's own Assign.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html","type":"object","since":"November 2024","holds":["variables","payload-template","jsonata-template"],"snippet":"{ $1 }"};
const field65: FieldEntry = {"text":"Says what the rule is for. AWS does not read it.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html","type":"string","holds":["comment"],"snippet":"\"$1\""};
const field66: FieldEntry = {"text":"The ARN of the role. JSONata: may be an expression.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html","type":"string","holds":["role-arn","jsonata"],"snippet":"\"$1\""};
const field67: FieldEntry = {"text":"A path or an intrinsic function that gives the ARN of the role.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html","type":"string","queryLanguage":"JSONPath","holds":["jsonpath","intrinsic"],"snippet":"\"\\$.${1}\""};
const field68: FieldEntry = {"text":"What the state does.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html","type":"one of Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map","required":true,"enum":[{"value":"Task","text":"Calls a service, a Lambda function, an activity or an HTTP endpoint."},{"value":"Wait","text":"Waits for some seconds or until a time."},{"value":"Pass","text":"Passes its input on, or makes a new output, without doing work."},{"value":"Succeed","text":"Ends its scope successfully."},{"value":"Fail","text":"Ends the execution with an error."},{"value":"Choice","text":"Goes on to one of several states, depending on the data."},{"value":"Parallel","text":"Runs branches at the same time and waits for all of them."},{"value":"Map","text":"Runs a workflow once for each item of an array, an object or a data set."}],"snippet":"\"Fail\""};
const field69: FieldEntry = {"text":"The error's name, for retriers, catchers and people.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html","type":"string","holds":["error-name","jsonata"],"snippet":"\"$1\""};
const field70: FieldEntry = {"text":"A reference path to the error's name in the input, or an intrinsic function that makes it. Not together with Error.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html","type":"string","since":"September 2023","queryLanguage":"JSONPath","holds":["reference-path","intrinsic"],"snippet":"\"\\$.${1}\""};
const field71: FieldEntry = {"text":"Why it failed, in words.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html","type":"string","holds":["jsonata"],"snippet":"\"$1\""};
const field72: FieldEntry = {"text":"A reference path to the cause in the input, or an intrinsic function that makes it. Not together with Cause.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html","type":"string","since":"September 2023","queryLanguage":"JSONPath","holds":["reference-path","intrinsic"],"snippet":"\"\\$.${1}\""};
const field73: FieldEntry = {"text":"How many items a batch has at most.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html","type":"integer, 1 or more","holds":["jsonata"],"snippet":"${1:10}"};
const field74: FieldEntry = {"text":"A reference path to the number of items a batch has at most: a positive integer in the input. Not together with MaxItemsPerBatch.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html","type":"string","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\""};
const field75: FieldEntry = {"text":"How large the input of a batch may be, bytes: at most 256 KiB.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html","type":"integer of 1 to 262144","holds":["jsonata"],"snippet":"${1:262144}"};
const field76: FieldEntry = {"text":"A reference path to the bytes that the input of a batch may have: a positive integer in the input. Not together with MaxInputBytesPerBatch.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html","type":"string","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\""};
const field77: FieldEntry = {"text":"JSON that every batch gets under `BatchInput` in its input: a payload template (JSONPath), or a value with JSONata expressions.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html","type":"any JSON value","holds":["payload-template","jsonata","jsonata-template"],"snippet":"{ $1 }"};
const field78: FieldEntry = {"text":"Says what the processor is for. AWS does not read it.","link":"https://states-language.net/spec.html#map-state","type":"string","holds":["comment"],"snippet":"\"$1\""};
const field79: FieldEntry = {"text":"Whether the iterations run inside this execution (INLINE) or each in one of its own (DISTRIBUTED).","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html","type":"object","since":"December 2022","object":"processor-config","snippet":"{ \"Mode\": \"${1|INLINE,DISTRIBUTED|}\" }"};
const field80: FieldEntry = {"text":"The name of the state at which each iteration starts.","link":"https://states-language.net/spec.html#map-state","type":"string","holds":["state-name"],"required":true,"snippet":"\"$1\""};
const field81: FieldEntry = {"text":"The states of an iteration, by name. Names are unique in the whole machine.","link":"https://states-language.net/spec.html#map-state","type":"object of state objects","required":true,"members":"state","snippet":"{\n\t\"${1:First}\": { \"Type\": \"${2:Pass}\", \"End\": true }\n}"};
const field82: FieldEntry = {"text":"The action that reads: `arn:aws:states:::s3:getObject` for one file, `arn:aws:states:::s3:listObjectsV2` for the objects of a bucket.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html","type":"string","holds":["resource-arn"],"required":true,"snippet":"\"arn:aws:states:::s3:${1|getObject,listObjectsV2|}\""};
const field83: FieldEntry = {"text":"How to read the data set.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html","type":"object","object":"reader-config","snippet":"{ \"InputType\": \"${1|JSON,JSONL,CSV,PARQUET,MANIFEST|}\" }"};
const field84: FieldEntry = {"text":"The arguments of the action, a payload template: `Bucket` and `Key` (getObject; also `VersionId`), or `Bucket` and `Prefix` (listObjectsV2).","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html","type":"any JSON value","queryLanguage":"JSONPath","holds":["payload-template"],"snippet":"{ \"Bucket\": \"$1\", \"Key\": \"$2\" }"};
const field85: FieldEntry = {"text":"The arguments of the action; strings between `{%` and `%}` are JSONata expressions: `Bucket` and `Key` (getObject; also `VersionId`), or `Bucket` and `Prefix` (listObjectsV2).","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html","type":"any JSON value","since":"November 2024","queryLanguage":"JSONata","holds":["jsonata","jsonata-template"],"snippet":"{ \"Bucket\": \"$1\", \"Key\": \"$2\" }"};
const field86: FieldEntry = {"text":"Says what the machine is for. AWS does not read it.","link":"https://states-language.net/spec.html#toplevelfields","type":"string","holds":["comment"],"snippet":"\"$1\""};
const field87: FieldEntry = {"text":"The query language of every state that does not name its own. Once the machine says JSONata, no state may go back to JSONPath.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html","type":"one of JSONPath, JSONata","since":"November 2024","default":"JSONPath","enum":[{"value":"JSONPath","text":"Paths, payload templates and intrinsic functions. States may choose JSONata one by one."},{"value":"JSONata","text":"JSONata expressions between `{%` and `%}`, in all states."}],"snippet":"\"${1|JSONPath,JSONata|}\""};
const field88: FieldEntry = {"text":"The name of the state that runs first. Case matters.","link":"https://states-language.net/spec.html#toplevelfields","type":"string","holds":["state-name"],"required":true,"snippet":"\"$1\""};
const field89: FieldEntry = {"text":"The states, by name. Names have at most 80 characters and are unique in the whole machine, also across branches and item processors.","link":"https://states-language.net/spec.html#toplevelfields","type":"object of state objects","required":true,"members":"state","snippet":"{\n\t\"${1:First}\": { \"Type\": \"${2:Pass}\", \"End\": true }\n}"};
const field90: FieldEntry = {"text":"The version of the Amazon States Language. There is only `1.0`.","link":"https://states-language.net/spec.html#toplevelfields","type":"string","default":"1.0","snippet":"\"1.0\""};
const field91: FieldEntry = {"text":"How long an execution may run, seconds. After that it fails with `States.Timeout`; no catcher sees that. Left out, a Standard execution may run for a year, an Express one for five minutes.","link":"https://states-language.net/spec.html#toplevelfields","type":"integer of 1 to 99999999","holds":["seconds"],"snippet":"${1:3600}"};
const field92: FieldEntry = {"text":"What the state does.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html","type":"one of Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map","required":true,"enum":[{"value":"Task","text":"Calls a service, a Lambda function, an activity or an HTTP endpoint."},{"value":"Wait","text":"Waits for some seconds or until a time."},{"value":"Pass","text":"Passes its input on, or makes a new output, without doing work."},{"value":"Succeed","text":"Ends its scope successfully."},{"value":"Fail","text":"Ends the execution with an error."},{"value":"Choice","text":"Goes on to one of several states, depending on the data."},{"value":"Parallel","text":"Runs branches at the same time and waits for all of them."},{"value":"Map","text":"Runs a workflow once for each item of an array, an object or a data set."}],"snippet":"\"Map\""};
const field93: FieldEntry = {"text":"What to do with each item: a scope of states with StartAt, States and ProcessorConfig.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html","type":"object","since":"December 2022","object":"item-processor","snippet":"{\n\t\"ProcessorConfig\": { \"Mode\": \"INLINE\" },\n\t\"StartAt\": \"${1:Process}\",\n\t\"States\": { \"${1:Process}\": { \"Type\": \"${2:Pass}\", \"End\": true } }\n}"};
const field94: FieldEntry = {"text":"The old name of ItemProcessor. Still accepted; write ItemProcessor in new definitions.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html","type":"object","object":"item-processor","snippet":"{ \"StartAt\": \"$1\", \"States\": { $2 } }"};
const field95: FieldEntry = {"text":"The items: a JSON array, an object (one item for each key and value) or a JSONata expression that gives one. Left out, the state's input, which must be an array.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html","type":"array or object","since":"November 2024","queryLanguage":"JSONata","holds":["jsonata","jsonata-template"],"snippet":"\"{% $1 %}\""};
const field96: FieldEntry = {"text":"A reference path to the array (in a Distributed Map also an object) in the input that holds the items.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemspath.html","type":"string","queryLanguage":"JSONPath","holds":["reference-path"],"default":"$","snippet":"\"\\$.${1}\""};
const field97: FieldEntry = {"text":"Makes the input of each iteration. `$$.Map.Item.Value` (JSONPath) or `$states.context.Map.Item.Value` (JSONata) is the item, `Index` beside it its number from 0. Left out, the input is the item.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemselector.html","type":"object","since":"December 2022","holds":["payload-template","jsonata","jsonata-template"],"snippet":"{ $1 }"};
const field98: FieldEntry = {"text":"The old name of ItemSelector. Still accepted; write ItemSelector in new definitions.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemselector.html","type":"any JSON value","queryLanguage":"JSONPath","holds":["payload-template"],"snippet":"{ $1 }"};
const field99: FieldEntry = {"text":"How many iterations may run at once. 0 sets no limit of its own: INLINE then runs at most 40, DISTRIBUTED 10,000.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html","type":"integer, 0 or more","holds":["jsonata"],"default":"0","snippet":"${1:10}"};
const field100: FieldEntry = {"text":"A reference path to the number of iterations that may run at once: an integer, 0 or more, in the input. Not together with MaxConcurrency.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html","type":"string","since":"December 2022","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\""};
const field101: FieldEntry = {"text":"Reads the items from Amazon S3: a CSV, JSON, JSON Lines or Parquet file, an inventory or the objects of a bucket.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html","type":"object","since":"December 2022","object":"item-reader","snippet":"{\n\t\"Resource\": \"arn:aws:states:::s3:getObject\",\n\t\"ReaderConfig\": { \"InputType\": \"${1|JSON,JSONL,CSV,PARQUET|}\" }$0\n}","distributed":true};
const field102: FieldEntry = {"text":"Gives each child execution a batch of items instead of one; they stand under `Items` in its input.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html","type":"object","since":"December 2022","object":"item-batcher","snippet":"{ \"MaxItemsPerBatch\": ${1:10} }","distributed":true};
const field103: FieldEntry = {"text":"Writes the results of the child executions to Amazon S3, or shapes them; the state's result is then where they are.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html","type":"object","since":"December 2022","object":"result-writer","snippet":"{ \"Resource\": \"arn:aws:states:::s3:putObject\"$0 }","distributed":true};
const field104: FieldEntry = {"text":"How many percent of the items may fail before the Map fails with `States.ExceedToleratedFailureThreshold`.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html#maprun-fail-threshold","type":"number of 0 to 100","since":"December 2022","holds":["jsonata"],"default":"0","snippet":"${1:5}","distributed":true};
const field105: FieldEntry = {"text":"A reference path to the tolerated percentage: a number of 0 to 100 in the input. Not together with ToleratedFailurePercentage.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html#maprun-fail-threshold","type":"string","since":"December 2022","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\"","distributed":true};
const field106: FieldEntry = {"text":"How many items may fail before the Map fails with `States.ExceedToleratedFailureThreshold`.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html#maprun-fail-threshold","type":"integer, 0 or more","since":"December 2022","holds":["jsonata"],"default":"0","snippet":"${1:5}","distributed":true};
const field107: FieldEntry = {"text":"A reference path to the tolerated number of failed items: an integer, 0 or more, in the input. Not together with ToleratedFailureCount.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html#maprun-fail-threshold","type":"string","since":"December 2022","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\"","distributed":true};
const field108: FieldEntry = {"text":"A name for the Map in the ARNs of its map run and child executions: at most 40 characters, no spaces or special characters, unique in the machine. Left out, Step Functions makes one.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html","type":"string of at most 40 characters","since":"December 2022","snippet":"\"$1\"","distributed":true};
const field109: FieldEntry = {"text":"A payload template over the raw result, before ResultPath: `$` is the result. Keys that end in `.$` hold a path or an intrinsic function.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-inputpath-params.html#input-output-resultselector","type":"object","since":"August 2020","queryLanguage":"JSONPath","holds":["payload-template"],"snippet":"{ $1 }"};
const field110: FieldEntry = {"text":"A reference path that says where in the raw input the result goes; what stood there is replaced and missing parents are made. `$` replaces the whole input, `null` throws the result away and passes the input on.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultpath.html","type":"string or null","queryLanguage":"JSONPath","holds":["reference-path"],"default":"$","snippet":"\"\\$${1}\""};
const field111: FieldEntry = {"text":"Retriers, tried in order when the state fails: the first one whose ErrorEquals matches decides. Each keeps its own count of attempts.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error","type":"array of retrier objects","items":"retrier","snippet":"[{ \"ErrorEquals\": [\"${1:States.ALL}\"], \"IntervalSeconds\": ${2:1}, \"MaxAttempts\": ${3:3}, \"BackoffRate\": ${4:2} }]"};
const field112: FieldEntry = {"text":"Catchers, tried in order when the state fails and no retrier helps (any more): the first one whose ErrorEquals matches says where to go.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-fallback-states","type":"array of catcher objects","items":"catcher","snippet":"[{ \"ErrorEquals\": [\"${1:States.ALL}\"], \"Next\": \"$2\" }]"};
const field113: FieldEntry = {"text":"The name of the state to go to next, in the same scope. Case matters.","link":"https://states-language.net/spec.html#transition","type":"string","holds":["state-name"],"snippet":"\"$1\""};
const field114: FieldEntry = {"text":"`true` ends the machine, branch or iteration after this state.","link":"https://states-language.net/spec.html#transition","type":"boolean","snippet":"true"};
const field115: FieldEntry = {"text":"What the state does.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html","type":"one of Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map","required":true,"enum":[{"value":"Task","text":"Calls a service, a Lambda function, an activity or an HTTP endpoint."},{"value":"Wait","text":"Waits for some seconds or until a time."},{"value":"Pass","text":"Passes its input on, or makes a new output, without doing work."},{"value":"Succeed","text":"Ends its scope successfully."},{"value":"Fail","text":"Ends the execution with an error."},{"value":"Choice","text":"Goes on to one of several states, depending on the data."},{"value":"Parallel","text":"Runs branches at the same time and waits for all of them."},{"value":"Map","text":"Runs a workflow once for each item of an array, an object or a data set."}],"snippet":"\"Parallel\""};
const field116: FieldEntry = {"text":"The branches, each with StartAt and States of its own.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-parallel.html","type":"array of branch objects","required":true,"items":"branch","snippet":"[\n\t{ \"StartAt\": \"${1:First}\", \"States\": { \"${1:First}\": { \"Type\": \"${2:Pass}\", \"End\": true } } }\n]"};
const field117: FieldEntry = {"text":"A payload template: the JSON that is passed on instead of the input. The value of a key that ends in `.$` is a path or an intrinsic function; the result stands under the key without `.$`.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-inputpath-params.html","type":"any JSON value","queryLanguage":"JSONPath","holds":["payload-template"],"snippet":"{ $1 }"};
const field118: FieldEntry = {"text":"What is passed on instead of the input: a JSON value, in which strings between `{%` and `%}` are JSONata expressions, or one such expression. It sees `$states.input` and `$states.context`; there is no result yet.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html","type":"any JSON value","since":"November 2024","queryLanguage":"JSONata","holds":["jsonata","jsonata-template"],"snippet":"{ $1 }"};
const field119: FieldEntry = {"text":"What the state does.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html","type":"one of Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map","required":true,"enum":[{"value":"Task","text":"Calls a service, a Lambda function, an activity or an HTTP endpoint."},{"value":"Wait","text":"Waits for some seconds or until a time."},{"value":"Pass","text":"Passes its input on, or makes a new output, without doing work."},{"value":"Succeed","text":"Ends its scope successfully."},{"value":"Fail","text":"Ends the execution with an error."},{"value":"Choice","text":"Goes on to one of several states, depending on the data."},{"value":"Parallel","text":"Runs branches at the same time and waits for all of them."},{"value":"Map","text":"Runs a workflow once for each item of an array, an object or a data set."}],"snippet":"\"Pass\""};
const field120: FieldEntry = {"text":"The state's result, taken literally: nothing in it is evaluated, also not keys that end in `.$`. ResultPath says where it goes.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-pass.html","type":"any JSON value","queryLanguage":"JSONPath","snippet":"{ $1 }"};
const field121: FieldEntry = {"text":"Where the iterations run.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html","type":"one of INLINE, DISTRIBUTED","since":"December 2022","default":"INLINE","enum":[{"value":"INLINE","text":"In this execution: at most 40 at once, and their events count towards its 25,000."},{"value":"DISTRIBUTED","text":"Each in a child execution with its own history: at most 10,000 at once, over data sets in Amazon S3 too."}],"snippet":"\"${1|INLINE,DISTRIBUTED|}\""};
const field122: FieldEntry = {"text":"The type of the child executions. Needed with DISTRIBUTED.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html","type":"one of STANDARD, EXPRESS","since":"December 2022","enum":[{"value":"STANDARD","text":"Child executions that may run for a year, each with its full history."},{"value":"EXPRESS","text":"Child executions of at most five minutes, cheaper and faster to start."}],"snippet":"\"${1|STANDARD,EXPRESS|}\""};
const field123: FieldEntry = {"text":"The format of the file.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html","type":"one of CSV, JSON, JSONL, PARQUET, MANIFEST","enum":[{"value":"CSV","text":"Delimited text; each row becomes an object with the headers as keys."},{"value":"JSON","text":"An array (or, with ItemsPointer, an array or object inside the document)."},{"value":"JSONL","text":"One JSON value a line."},{"value":"PARQUET","text":"Apache Parquet; each row becomes an object."},{"value":"MANIFEST","text":"A manifest that lists the files to read, such as an Amazon S3 inventory."}],"snippet":"\"${1|CSV,JSON,JSONL,PARQUET,MANIFEST|}\""};
const field124: FieldEntry = {"text":"What to do with the objects that listObjectsV2 finds.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html","type":"one of NONE, LOAD_AND_FLATTEN","since":"September 2025","default":"NONE","enum":[{"value":"NONE","text":"Each item is the metadata of one object."},{"value":"LOAD_AND_FLATTEN","text":"The objects are read, and the items are their contents; needs InputType."}],"snippet":"\"${1|NONE,LOAD_AND_FLATTEN|}\""};
const field125: FieldEntry = {"text":"The kind of manifest.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html","type":"one of ATHENA_DATA, S3_INVENTORY","since":"September 2025","enum":[{"value":"ATHENA_DATA","text":"The data manifest of an Athena UNLOAD query; InputType is the format of the files."},{"value":"S3_INVENTORY","text":"The manifest.json of an Amazon S3 inventory; no InputType."}],"snippet":"\"${1|ATHENA_DATA,S3_INVENTORY|}\""};
const field126: FieldEntry = {"text":"Where the names of the columns are.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html","type":"one of FIRST_ROW, GIVEN","enum":[{"value":"FIRST_ROW","text":"The first line of the file."},{"value":"GIVEN","text":"CSVHeaders holds them; the first line is data."}],"snippet":"\"${1|FIRST_ROW,GIVEN|}\""};
const field127: FieldEntry = {"text":"The names of the columns, for CSVHeaderLocation GIVEN. At most 10 KiB of headers.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html","type":"array of strings","snippet":"[\"$1\"]"};
const field128: FieldEntry = {"text":"What separates the columns.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html","type":"one of COMMA, PIPE, SEMICOLON, SPACE, TAB","since":"February 2025","default":"COMMA","enum":[{"value":"COMMA","text":"`,`"},{"value":"PIPE","text":"`|`"},{"value":"SEMICOLON","text":"`;`"},{"value":"SPACE","text":"A space."},{"value":"TAB","text":"A tab."}],"snippet":"\"${1|COMMA,PIPE,SEMICOLON,SPACE,TAB|}\""};
const field129: FieldEntry = {"text":"A JSON pointer to the array or object inside the file that holds the items, as in `/data/orders`. With InputType JSON.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html","type":"string","since":"September 2025","holds":["json-pointer"],"snippet":"\"/$1\""};
const field130: FieldEntry = {"text":"How many items to read at most; 0 reads all.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html","type":"integer of 0 to 100000000","holds":["jsonata"],"default":"all, up to 100000000","snippet":"${1:100}"};
const field131: FieldEntry = {"text":"A reference path to the number of items to read at most: a positive integer in the input. Not together with MaxItems.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html","type":"string","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\""};
const field132: FieldEntry = {"text":"The action that writes: `arn:aws:states:::s3:putObject`.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html","type":"string","holds":["resource-arn"],"snippet":"\"arn:aws:states:::s3:putObject\""};
const field133: FieldEntry = {"text":"The arguments of the action, a payload template: `Bucket` and `Prefix`.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html","type":"any JSON value","queryLanguage":"JSONPath","holds":["payload-template"],"snippet":"{ \"Bucket\": \"$1\", \"Prefix\": \"$2\" }"};
const field134: FieldEntry = {"text":"The arguments of the action, `Bucket` and `Prefix`; strings between `{%` and `%}` are JSONata expressions.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html","type":"any JSON value","since":"November 2024","queryLanguage":"JSONata","holds":["jsonata","jsonata-template"],"snippet":"{ \"Bucket\": \"$1\", \"Prefix\": \"$2\" }"};
const field135: FieldEntry = {"text":"The form of the results.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html","type":"object","since":"February 2025","object":"writer-config","snippet":"{ \"Transformation\": \"${1|NONE,COMPACT,FLATTEN|}\", \"OutputType\": \"${2|JSON,JSONL|}\" }"};
const field136: FieldEntry = {"text":"The names of the errors that it retries. `States.ALL` matches nearly every error and must stand alone, in the last retrier.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error","type":"array of strings","holds":["error-name"],"required":true,"snippet":"[\"${1:States.ALL}\"]"};
const field137: FieldEntry = {"text":"How long to wait before the first retry, seconds.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error","type":"integer of 1 to 99999999","holds":["seconds"],"default":"1","snippet":"${1:1}"};
const field138: FieldEntry = {"text":"How many retries at most, after the first try. 0 never retries.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error","type":"integer of 0 to 99999999","default":"3","snippet":"${1:3}"};
const field139: FieldEntry = {"text":"The factor by which the wait grows with each retry, 1.0 or more.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error","type":"number, 1 or more","default":"2","snippet":"${1:2}"};
const field140: FieldEntry = {"text":"How long to wait between two retries at most, seconds. More than IntervalSeconds.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error","type":"integer of 1 to 31622400","since":"September 2023","holds":["seconds"],"snippet":"${1:60}"};
const field141: FieldEntry = {"text":"Whether to spread the retries at random, so that executions which failed together don't come back together.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error","type":"one of FULL, NONE","since":"September 2023","default":"NONE","enum":[{"value":"FULL","text":"Waits a random time between 0 and the computed one."},{"value":"NONE","text":"Waits exactly the computed time."}],"snippet":"\"${1|FULL,NONE|}\""};
const field142: FieldEntry = {"text":"Says what the retrier is for. AWS does not read it.","link":"https://states-language.net/spec.html#retrying-after-error","type":"string","holds":["comment"],"snippet":"\"$1\""};
const field143: FieldEntry = {"text":"What the state does.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html","type":"one of Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map","required":true,"enum":[{"value":"Task","text":"Calls a service, a Lambda function, an activity or an HTTP endpoint."},{"value":"Wait","text":"Waits for some seconds or until a time."},{"value":"Pass","text":"Passes its input on, or makes a new output, without doing work."},{"value":"Succeed","text":"Ends its scope successfully."},{"value":"Fail","text":"Ends the execution with an error."},{"value":"Choice","text":"Goes on to one of several states, depending on the data."},{"value":"Parallel","text":"Runs branches at the same time and waits for all of them."},{"value":"Map","text":"Runs a workflow once for each item of an array, an object or a data set."}],"snippet":"\"${1|Task,Wait,Pass,Succeed,Fail,Choice,Parallel,Map|}\""};
const field144: FieldEntry = {"text":"What the state does.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html","type":"one of Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map","required":true,"enum":[{"value":"Task","text":"Calls a service, a Lambda function, an activity or an HTTP endpoint."},{"value":"Wait","text":"Waits for some seconds or until a time."},{"value":"Pass","text":"Passes its input on, or makes a new output, without doing work."},{"value":"Succeed","text":"Ends its scope successfully."},{"value":"Fail","text":"Ends the execution with an error."},{"value":"Choice","text":"Goes on to one of several states, depending on the data."},{"value":"Parallel","text":"Runs branches at the same time and waits for all of them."},{"value":"Map","text":"Runs a workflow once for each item of an array, an object or a data set."}],"snippet":"\"Succeed\""};
const field145: FieldEntry = {"text":"What the state does.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html","type":"one of Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map","required":true,"enum":[{"value":"Task","text":"Calls a service, a Lambda function, an activity or an HTTP endpoint."},{"value":"Wait","text":"Waits for some seconds or until a time."},{"value":"Pass","text":"Passes its input on, or makes a new output, without doing work."},{"value":"Succeed","text":"Ends its scope successfully."},{"value":"Fail","text":"Ends the execution with an error."},{"value":"Choice","text":"Goes on to one of several states, depending on the data."},{"value":"Parallel","text":"Runs branches at the same time and waits for all of them."},{"value":"Map","text":"Runs a workflow once for each item of an array, an object or a data set."}],"snippet":"\"Task\""};
const field146: FieldEntry = {"text":"The ARN of the work: `arn:aws:states:::lambda:invoke` (optimized integration), `arn:aws:states:::aws-sdk:dynamodb:query` (any API action), a function, an activity, `arn:aws:states:::http:invoke`. The suffix `.sync` waits for the job to end, `.waitForTaskToken` for a callback.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html","type":"string","holds":["resource-arn"],"required":true,"snippet":"\"$1\""};
const field147: FieldEntry = {"text":"A payload template: the arguments of the call. The value of a key that ends in `.$` is a path or an intrinsic function; the result stands under the key without `.$`. Left out, the input is passed.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-inputpath-params.html","type":"any JSON value","queryLanguage":"JSONPath","holds":["payload-template"],"snippet":"{ $1 }"};
const field148: FieldEntry = {"text":"How long one attempt may take, seconds. After that it fails with `States.Timeout`.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html#task-state-fields","type":"integer of 1 to 99999999","holds":["seconds","jsonata"],"default":"99999999","snippet":"${1:60}"};
const field149: FieldEntry = {"text":"A reference path to the seconds that one attempt may take: a positive integer in the input. Not together with TimeoutSeconds.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html#task-state-fields","type":"string","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\""};
const field150: FieldEntry = {"text":"How long the task may stay silent between heartbeats (SendTaskHeartbeat), seconds. After that it fails with `States.HeartbeatTimeout`. Less than TimeoutSeconds.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html#task-state-fields","type":"integer of 1 to 99999999","holds":["seconds","jsonata"],"default":"99999999","snippet":"${1:30}"};
const field151: FieldEntry = {"text":"A reference path to the seconds between heartbeats: a positive integer in the input. Not together with HeartbeatSeconds.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html#task-state-fields","type":"string","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\""};
const field152: FieldEntry = {"text":"The IAM role to do the task with, mostly one in another account.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html","type":"object","since":"November 2022","holds":["payload-template","jsonata","jsonata-template"],"object":"credentials","snippet":"{ \"RoleArn\": \"$1\" }"};
const field153: FieldEntry = {"text":"What the state does.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html","type":"one of Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map","required":true,"enum":[{"value":"Task","text":"Calls a service, a Lambda function, an activity or an HTTP endpoint."},{"value":"Wait","text":"Waits for some seconds or until a time."},{"value":"Pass","text":"Passes its input on, or makes a new output, without doing work."},{"value":"Succeed","text":"Ends its scope successfully."},{"value":"Fail","text":"Ends the execution with an error."},{"value":"Choice","text":"Goes on to one of several states, depending on the data."},{"value":"Parallel","text":"Runs branches at the same time and waits for all of them."},{"value":"Map","text":"Runs a workflow once for each item of an array, an object or a data set."}],"snippet":"\"Wait\""};
const field154: FieldEntry = {"text":"How long to wait, seconds.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html#wait-state-fields","type":"integer of 0 to 99999999","holds":["seconds","jsonata"],"snippet":"${1:10}"};
const field155: FieldEntry = {"text":"A reference path to the seconds to wait: an integer of 0 to 99999999 in the input.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html#wait-state-fields","type":"string","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\""};
const field156: FieldEntry = {"text":"The time to wait for: RFC 3339 with a capital `T` and an offset or a capital `Z`, as in `2026-03-14T01:59:00Z`. A time that is past does not wait.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html#wait-state-fields","type":"RFC 3339 timestamp","holds":["timestamp","jsonata"],"snippet":"\"${1:2030-01-01T00:00:00Z}\""};
const field157: FieldEntry = {"text":"A reference path to the time to wait for: an RFC 3339 timestamp in the input.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html#wait-state-fields","type":"string","queryLanguage":"JSONPath","holds":["reference-path"],"snippet":"\"\\$.${1}\""};
const field158: FieldEntry = {"text":"How much of each child execution to keep.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html","type":"one of NONE, COMPACT, FLATTEN","since":"February 2025","default":"NONE","enum":[{"value":"NONE","text":"The output with the metadata of the child execution."},{"value":"COMPACT","text":"The output only."},{"value":"FLATTEN","text":"The output only; outputs that are arrays become one array."}],"snippet":"\"${1|NONE,COMPACT,FLATTEN|}\""};
const field159: FieldEntry = {"text":"The format of the result.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html","type":"one of JSON, JSONL","since":"February 2025","default":"JSON","enum":[{"value":"JSON","text":"One JSON array."},{"value":"JSONL","text":"One JSON value a line."}],"snippet":"\"${1|JSON,JSONL|}\""};
const field160: FieldEntry = {"text":"The value is text that begins with this, in the same case. EventBridge also takes `{ \"equals-ignore-case\": \"...\" }` here.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-prefix-matching","type":"string or object","holds":["match-text"],"snippet":"\"$1\"","example":["[{ \"prefix\": \"order-\" }]","\"order-7\"","\"my order-7\""]};
const field161: FieldEntry = {"text":"The value is text that ends with this, in the same case. EventBridge also takes `{ \"equals-ignore-case\": \"...\" }` here.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-suffix-matching","type":"string or object","holds":["match-text"],"snippet":"\"$1\"","example":["[{ \"suffix\": \".png\" }]","\"cat.png\"","\"cat.PNG\""]};
const field162: FieldEntry = {"text":"The value is this text, in any case. Only simple case is folded: `ß` is not `ss`.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-equals-ignore-case-matching","type":"string","holds":["match-text"],"snippet":"\"$1\"","example":["[{ \"equals-ignore-case\": \"alice\" }]","\"Alice\"","\"Alice B\""]};
const field163: FieldEntry = {"text":"The value is text of this form, in which `*` stands for any characters, also for none. `\\\\*` is a star, `\\\\\\\\` a backslash. Two stars may not stand together, and a rule with many stars or repeated parts is refused as too complex. Not in the list of Amazon SNS's operators.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-wildcard-matching","type":"string","holds":["match-text"],"snippet":"\"$1*\"","dialects":["eventbridge","pipes"],"example":["[{ \"wildcard\": \"dir/*.png\" }]","\"dir/a/cat.png\"","\"cat.png\""]};
const field164: FieldEntry = {"text":"The value is there, and is none of these: one text or number, or a list of one of the two. With an object, `{ \"prefix\": \"...\" }`, the value must not match that. A key that is not there never matches: add `{ \"exists\": false }` for that. In an array of values, one that is something else is enough.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-anything-but","type":"string or number or array or object","holds":["match-text"],"snippet":"[$1]","example":["[{ \"anything-but\": [\"test\", \"dev\"] }]","\"prod\"","\"test\", or nothing"]};
const field165: FieldEntry = {"text":"The value is a number for which one comparison holds, or two that make a range: `[\"=\", 5]`, `[\"<\", 100]`, `[\">\", 0, \"<=\", 100]`. Amazon SNS compares numbers from -10⁹ to 10⁹ with five digits behind the point, EventBridge from -5·10⁹ to 5·10⁹ with six. A number in quotes is text and never matches.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-numeric-matching","type":"array","holds":["comparison"],"snippet":"[\"${1|=,<,<=,>,>=|}\", ${2:0}]","example":["[{ \"numeric\": [\">\", 0, \"<=\", 100] }]","100","\"50\""]};
const field166: FieldEntry = {"text":"The value is an IP address, version 4 or 6, in this range: `10.0.0.0/24`, `2001:db8::/32`.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-ip-matching","type":"string","holds":["ip-range"],"snippet":"\"${1:10.0.0.0}/${2:24}\"","dialects":["sns","eventbridge","pipes"],"example":["[{ \"cidr\": \"10.0.0.0/24\" }]","\"10.0.0.255\"","\"10.0.1.0\""]};
const field167: FieldEntry = {"text":"`true`: the key is there, whatever its value, also `null`. `false`: it is not. Works on keys with values, not on objects: a key that holds an object or an empty array counts as not there.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-exists-matching","type":"boolean","snippet":"${1|true,false|}","example":["[{ \"exists\": false }]","nothing","null"]};
const field168: FieldEntry = {"text":"The value does not begin with this. EventBridge also takes a list: it begins with none of them.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-anything-but","type":"string or array","holds":["match-text"],"snippet":"\"$1\"","dialects":["sns","eventbridge"],"example":["[{ \"anything-but\": { \"prefix\": \"test-\" } }]","\"order-7\"","\"test-7\""]};
const field169: FieldEntry = {"text":"The value does not end with this, or with none of a list. EventBridge only: Amazon SNS refuses it.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-anything-but","type":"string or array","holds":["match-text"],"snippet":"\"$1\"","dialects":["eventbridge"],"example":["[{ \"anything-but\": { \"suffix\": \".tmp\" } }]","\"cat.png\"","\"cat.tmp\""]};
const field170: FieldEntry = {"text":"The value is not this text, or none of a list, in any case. EventBridge only.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-anything-but","type":"string or array","holds":["match-text"],"snippet":"\"$1\"","dialects":["eventbridge"],"example":["[{ \"anything-but\": { \"equals-ignore-case\": [\"stopped\"] } }]","\"running\"","\"STOPPED\""]};
const field171: FieldEntry = {"text":"The value is not of this form, or of none of a list; `*` stands for any characters. EventBridge only.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-anything-but","type":"string or array","holds":["match-text"],"snippet":"\"*$1*\"","dialects":["eventbridge"],"example":["[{ \"anything-but\": { \"wildcard\": \"*/tmp/*\" } }]","\"a/b.png\"","\"a/tmp/b.png\""]};
const field172: FieldEntry = {"text":"The beginning or end of the value is this text, in any case. EventBridge only.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-prefix-matching-ignore-case","type":"string","holds":["match-text"],"required":true,"snippet":"\"$1\"","dialects":["eventbridge"],"example":["[{ \"prefix\": { \"equals-ignore-case\": \"EVENT\" } }]","\"eventBridge\"","\"my event\""]};
const field173: FieldEntry = {"text":"At least one of these policies matches. Its combinations are added, not multiplied. It needs two objects or more, none with the name of an operator as key; else it is a key like any other.","link":"https://docs.aws.amazon.com/sns/latest/dg/and-or-logic.html","type":"array of filter policy objects","items":"filter-policy","snippet":"[\n\t{ \"${1:key}\": [$2] },\n\t{ \"${3:key}\": [$4] }\n]","example":["{ \"$or\": [{ \"a\": [1] }, { \"b\": [2] }] }","{ \"a\": 1 }","{ \"a\": 2 }"]};
const field174: FieldEntry = {"text":"ARN of the queue in Amazon SQS that keeps what could not be delivered, in the account and Region of the subscription. Its queue policy must let Amazon SNS send. A FIFO queue that is subscribed to a FIFO topic needs a FIFO queue here; a standard queue may use a standard one.","link":"https://docs.aws.amazon.com/sns/latest/dg/sns-configure-dead-letter-queue.html","type":"string","holds":["queue-arn"],"required":true,"snippet":"\"arn:aws:sqs:${1:us-east-1}:${2:123456789012}:${3:dlq}\""};
const field175: FieldEntry = {"text":"Who may use this queue as dead-letter queue.","link":"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive-permission.html","type":"one of allowAll, denyAll, byQueue","default":"allowAll","required":true,"enum":[{"value":"allowAll","text":"Any queue of this account in this Region."},{"value":"denyAll","text":"No queue."},{"value":"byQueue","text":"The queues that `sourceQueueArns` names."}],"snippet":"\"${1|allowAll,denyAll,byQueue|}\""};
const field176: FieldEntry = {"text":"ARNs of the queues that may use this one, 1 to 10; only with `\"redrivePermission\": \"byQueue\"`. For more than ten, use `allowAll`.","link":"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive-permission.html","type":"array of strings","holds":["queue-arn"],"snippet":"[\"arn:aws:sqs:${1:us-east-1}:${2:123456789012}:${3:queue}\"]"};
const field177: FieldEntry = {"text":"ARN of the dead-letter queue: a queue of the same type as this one (FIFO or standard), best in the same account and Region. Let it keep messages longer than this queue does: in a standard queue a message keeps the time at which it was first sent, and may be gone before anybody looks; in a FIFO queue its time starts anew.","link":"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue.html","type":"string","holds":["queue-arn"],"required":true,"snippet":"\"arn:aws:sqs:${1:us-east-1}:${2:123456789012}:${3:dlq}\""};
const field178: FieldEntry = {"text":"How many receives a message may have, 1 to 1000, before the next one moves it to the dead-letter queue. The API reference names a default of 10, but CreateQueue and SetQueueAttributes refuse a policy without it. A low number, above all 1, moves messages that are fine after a single throttle or timeout; 5 or more is usual for Lambda consumers.","link":"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html#policies-for-dead-letter-queues","type":"integer of 1 to 1000","required":true,"snippet":"${1:5}"};
const field179: FieldEntry = {"text":"Who sends the event: `aws.` and a service for AWS's own, else a name of the application's choice.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html","type":"array","snippet":"[\"$1\"]"};
const field180: FieldEntry = {"text":"What kind of event it is, in words of the source: with `source` it says which fields `detail` has.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html","type":"array","snippet":"[\"$1\"]"};
const field181: FieldEntry = {"text":"What happened, as the source tells it: a JSON object of its own.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html","type":"object","snippet":"{\n\t\"${1:key}\": [$2]\n}"};
const field182: FieldEntry = {"text":"The 12 digits of the AWS account that sent the event, as text.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html","type":"array","snippet":"[\"${1:123456789012}\"]"};
const field183: FieldEntry = {"text":"The AWS Region that the event comes from.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html","type":"array","snippet":"[\"${1:us-east-1}\"]"};
const field184: FieldEntry = {"text":"ARNs of the resources that the event is about; one that matches is enough.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html","type":"array","snippet":"[{ \"prefix\": \"${1:arn:aws:}\" }]"};
const field185: FieldEntry = {"text":"When it happened, as text: 2026-01-31T08:00:00Z. `prefix` takes a day or an hour.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html","type":"array","snippet":"[{ \"prefix\": \"${1:2026-01-31}\" }]"};
const field186: FieldEntry = {"text":"The event's own id, a UUID.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html","type":"array","snippet":"[\"$1\"]"};
const field187: FieldEntry = {"text":"`\"0\"` in every event.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html","type":"array","snippet":"[\"0\"]"};
const field188: FieldEntry = {"text":"At least one of these patterns matches. It needs two objects or more, none with the name of an operator as key; else it is a key like any other.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-complex-example-or","type":"array of event pattern objects","items":"event-pattern","snippet":"[\n\t{ \"${1:key}\": [$2] },\n\t{ \"${3:key}\": [$4] }\n]","example":["{ \"$or\": [{ \"a\": [1] }, { \"b\": [2] }] }","{ \"a\": 1 }","{ \"a\": 2 }"]};
const field189: FieldEntry = {"text":"Amazon SQS: the body of the message. Keys in it where the body is JSON; a list of alternatives where it is plain text. A message that no filter matches is deleted.","link":"https://docs.aws.amazon.com/lambda/latest/dg/with-sqs-filtering.html","type":"object","snippet":"{\n\t\"${1:key}\": [$2]\n}"};
const field190: FieldEntry = {"text":"Amazon SQS: the attributes of the message, each with `stringValue` and `dataType`.","link":"https://docs.aws.amazon.com/lambda/latest/dg/with-sqs-filtering.html","type":"object","snippet":"{\n\t\"${1:name}\": { \"stringValue\": [$2] }\n}"};
const field191: FieldEntry = {"text":"Kinesis and Amazon MQ: the data of the record, decoded. Keys in it where it is JSON.","link":"https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis-filtering.html","type":"object","snippet":"{\n\t\"${1:key}\": [$2]\n}"};
const field192: FieldEntry = {"text":"Kinesis: the partition key of the record.","link":"https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis-filtering.html","type":"array","snippet":"[\"$1\"]"};
const field193: FieldEntry = {"text":"DynamoDB streams: what happened to the item.","link":"https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html","type":"array","snippet":"[\"${1|INSERT,MODIFY,REMOVE|}\"]"};
const field194: FieldEntry = {"text":"DynamoDB streams: `Keys`, `NewImage` and `OldImage` of the item, each value under its type: `S` for text, `N` for a number, which is text as well. `exists` works on the types, not on the attributes.","link":"https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html","type":"object","snippet":"{\n\t\"${1|NewImage,OldImage,Keys|}\": { \"${2:name}\": { \"${3|S,N,BOOL|}\": [$4] } }\n}"};
const field195: FieldEntry = {"text":"Kafka: the value of the record, decoded. Keys in it where it is JSON.","link":"https://docs.aws.amazon.com/lambda/latest/dg/kafka-filtering.html","type":"object","snippet":"{\n\t\"${1:key}\": [$2]\n}"};
const field196: FieldEntry = {"text":"Kafka: the key of the record, decoded.","link":"https://docs.aws.amazon.com/lambda/latest/dg/kafka-filtering.html","type":"array","snippet":"[\"$1\"]"};
const field197: FieldEntry = {"text":"How Amazon SNS reads the value.","link":"https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html#SNSMessageAttributes.DataTypes","type":"one of String, String.Array, Number, Binary","required":true,"enum":[{"value":"String","text":"Text."},{"value":"String.Array","text":"A JSON array as text: of text, numbers, true, false, null. A policy compares each of them."},{"value":"Number","text":"A number, from -10⁹ to 10⁹, five digits behind the point."},{"value":"Binary","text":"Bytes, in base64. A filter policy does not see it."}],"snippet":"\"${1|String,String.Array,Number,Binary|}\""};
const field198: FieldEntry = {"text":"The value as text.","link":"https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html","type":"string","required":true,"snippet":"\"$1\""};
const field199: FieldEntry = {"text":"What the sample stands for, in words.","link":"https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html","type":"string","snippet":"\"$1\""};
const field200: FieldEntry = {"text":"The body: text, or JSON, which is sent as text. Compared with scope `MessageBody`.","link":"https://docs.aws.amazon.com/sns/latest/api/API_Publish.html","type":"any JSON value","snippet":"{ $1 }"};
const field201: FieldEntry = {"text":"The message attributes by name: a value as it is (text, a number, a list of them), or `{ \"Type\": \"String\", \"Value\": \"...\" }` as Amazon SNS writes it. Compared with scope `MessageAttributes`.","link":"https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html","type":"object","snippet":"{ $1 }"};
const field202: FieldEntry = {"text":"The event, for an event pattern.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html","type":"object","snippet":"{\n\t\"source\": \"$1\",\n\t\"detail-type\": \"$2\",\n\t\"detail\": { $3 }\n}"};
const field203: FieldEntry = {"text":"What is expected: that the policy matches this message, or that it does not; beside a template the names of the resources whose policies match it. Left out, nothing is.","link":"https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html","type":"boolean or array of strings","snippet":"${1|true,false|}"};
const field204: FieldEntry = {"text":"What the filter policy beside compares, as the subscription's attribute of the same name says. Left out, a policy whose keys nest compares the body, any other the attributes.","link":"https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering-scope.html","type":"one of MessageAttributes, MessageBody","enum":[{"value":"MessageAttributes","text":"The attributes of the message."},{"value":"MessageBody","text":"The body of the message, which must be a JSON object."}],"snippet":"\"${1|MessageAttributes,MessageBody|}\""};
const field205: FieldEntry = {"text":"The sample messages. A message as Amazon SNS delivers it, or an event as EventBridge sends it, may also stand here as it is.","link":"https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html","type":"array of sample message objects","required":true,"items":"sample","snippet":"[\n\t{ $1 }\n]"};
const field206: FieldEntry = {"text":"How long it takes for each message or invocation: a time, percentiles as measured, or a distribution.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s, or object","holds":["time"],"default":"0s","object":"distribution","snippet":"\"${1:200ms}\"","json":["string","number","object"]};
const field207: FieldEntry = {"text":"How often it fails: a share of messages, or an object that says which.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"share, as 2%, or object","holds":["share"],"default":"never","object":"failure","snippet":"\"${1:1%}\"","json":["string","number","object"]};
const field208: FieldEntry = {"text":"Functions: how much longer the first invocation of a new execution environment takes.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s, or object","holds":["time"],"default":"0s","object":"distribution","snippet":"\"${1:200ms}\"","json":["string","number","object"]};
const field209: FieldEntry = {"text":"Functions behind an event source mapping with `ReportBatchItemFailures`: messages of a batch that fail alone, as `fails` says it.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"share, as 2%, or object","holds":["share"],"object":"failure","snippet":"\"${1:1%}\"","json":["string","number","object"]};
const field210: FieldEntry = {"text":"Functions: messages that the code sends when it has succeeded.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"array of message that is sent objects","object":"sending","items":"sending","snippet":"[$1]","json":["array","object"]};
const field211: FieldEntry = {"text":"Functions: what the code answers.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"any JSON value","snippet":"$1"};
const field212: FieldEntry = {"text":"Functions: a local file whose real code answers, `src/process.mjs#handler`. Only on the command line and in trusted workspaces.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","snippet":"\"${1:src/process.mjs}#${2:handler}\"","json":["string"]};
const field213: FieldEntry = {"text":"Standard queues: the share of deleted messages that come back once more, because a server that held a copy did not hear of it.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"share, as 2%","holds":["share"],"default":"0%","snippet":"\"${1:1%}\"","json":["string","number"]};
const field214: FieldEntry = {"text":"Standard queues: the share of messages that others may overtake.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"share, as 2%","holds":["share"],"default":"0%","snippet":"\"${1:1%}\"","json":["string","number"]};
const field215: FieldEntry = {"text":"Standard queues: the share of servers that a short poll asks.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"share, as 2%","holds":["share"],"default":"100%","snippet":"\"${1:50%}\"","json":["string","number"]};
const field216: FieldEntry = {"text":"Dead-letter queues: when messages are moved back to where they came from.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"array of redrive objects","object":"redrive","items":"redrive","snippet":"[$1]","json":["array","object"]};
const field217: FieldEntry = {"text":"Queues: when they are purged of all their messages.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"array of purge objects","object":"purge","items":"purge","snippet":"[$1]","json":["array","object"]};
const field218: FieldEntry = {"text":"Streams: when shards are split, merged or changed in number.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"array of resharding objects","object":"resharding","items":"resharding","snippet":"[$1]","json":["array","object"]};
const field219: FieldEntry = {"text":"Delivery streams: when the endpoint behind does not answer: HTTP, Splunk, OpenSearch, Redshift.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"array of outage objects","object":"outage","items":"outage","snippet":"[$1]","json":["array","object"]};
const field220: FieldEntry = {"text":"Flink applications: the query that the code computes, with one window; `WATERMARK FOR ts AS ts - INTERVAL '5' SECOND` of a CREATE TABLE says which column event time is, and how late rows may be.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","snippet":"|\n  $1","json":["string"]};
const field221: FieldEntry = {"text":"Flink applications: the stream that they read.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","holds":["resource-id"],"snippet":"\"$1\"","json":["string"]};
const field222: FieldEntry = {"text":"Flink applications: what gets their results.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"array or string","holds":["resource-id"],"snippet":"[\"$1\"]","json":["array","string"]};
const field223: FieldEntry = {"text":"Flink applications: for so long behind the watermark windows still take rows, and are given again.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"0s","snippet":"\"${1:1m}\"","json":["string","number"]};
const field224: FieldEntry = {"text":"Flink applications: a shard from which nothing has come for so long is not waited for.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"never","snippet":"\"${1:1m}\"","json":["string","number"]};
const field225: FieldEntry = {"text":"Buckets: how long after a change its notification goes out. AWS says \"typically in seconds\".","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s, or object","holds":["time"],"default":"500ms","object":"distribution","snippet":"\"${1:2s}\"","json":["string","number","object"]};
const field226: FieldEntry = {"text":"Archives: when events are replayed, which, and to which rules.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"array of replay objects","object":"replay","items":"replay","snippet":"[$1]","json":["array","object"]};
const field227: FieldEntry = {"text":"Functions and workers: where the message holds a task token of Step Functions. When the work is done the token is sent back, with success or failure.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token","type":"string or object","object":"token-callback","snippet":"\"${1:$.taskToken}\"","json":["string","object"]};
const field228: FieldEntry = {"text":"State machines: by state, what its task does in the place of what it calls: `duration`, `fails`, `returns`, `error`, `cause`.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"object of behavior objects","members":"behavior","snippet":"{ $1 }","json":["object"]};
const field229: FieldEntry = {"text":"States: the error that the task ends with, each time.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","snippet":"\"$1\"","json":["string"]};
const field230: FieldEntry = {"text":"States: the cause beside the error.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","with":["error","fails"],"snippet":"\"$1\"","json":["string"]};
const field231: FieldEntry = {"text":"Tables: partitions, each with a shard of the table's stream.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"integer, 1 or more","default":"4 on demand; provisioned, what the capacity asks for","snippet":"${1:2}","json":["integer"],"least":1};
const field232: FieldEntry = {"text":"Topics of Kafka: how many replicas must have a record before its producer is content.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"one of all, leader, none","default":"all","enum":[{"value":"all","text":"Every replica in sync: `acks=all`."},{"value":"leader","text":"Only the leader: `acks=1`. What it alone has is lost with it."},{"value":"none","text":"None: `acks=0`. The producer does not even hear that it was not taken."}],"snippet":"\"${1|all,leader,none|}\"","json":["string"]};
const field233: FieldEntry = {"text":"Topics of Kafka: how far followers are behind their leader.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"5ms","snippet":"\"${1:5ms}\"","json":["string","number"]};
const field234: FieldEntry = {"text":"Topics of Kafka: how long a broker that comes back takes until it has everything again.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"10s","snippet":"\"${1:10s}\"","json":["string","number"]};
const field235: FieldEntry = {"text":"Brokers: topics with the queues behind them, each of which gets every message: bindings of a fanout exchange, durable subscriptions.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"object","snippet":"{ ${1:orders}: [${2:billing}, ${3:shipping}] }","json":["object"]};
const field236: FieldEntry = {"text":"Queues of brokers: how often a message that was rejected is delivered again.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"integer, 0 or more","default":"6 (RabbitMQ 4: 20; RabbitMQ 3: without limit)","snippet":"${1:0}","json":["integer"],"least":0};
const field237: FieldEntry = {"text":"Queues of brokers: how long a message that was rejected waits.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"1s (RabbitMQ: at once)","snippet":"\"${1:1s}\"","json":["string","number"]};
const field238: FieldEntry = {"text":"Queues of brokers: how long a message lives.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"never","snippet":"\"${1:1h}\"","json":["string","number"]};
const field239: FieldEntry = {"text":"Queues of brokers: what takes messages that were rejected too often, or that expired.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","holds":["resource-id"],"default":"ActiveMQ.DLQ of the broker (RabbitMQ: nothing)","snippet":"\"$1\"","json":["string"]};
const field240: FieldEntry = {"text":"Messages of one burst.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"integer, 1 or more","required":true,"snippet":"${1:1}","json":["integer"],"least":1};
const field241: FieldEntry = {"text":"From the beginning of one burst to that of the next. Left out, there is only one.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"snippet":"\"${1:1m}\"","json":["string","number"]};
const field242: FieldEntry = {"text":"The messages of a burst spread evenly over this time.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"all at once","snippet":"\"${1:30s}\"","json":["string","number"]};
const field243: FieldEntry = {"text":"How it is called in reports.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","default":"case 1, case 2, ...","snippet":"\"$1\"","json":["string"]};
const field244: FieldEntry = {"text":"The execution's input; or `@order.input.json`, a file beside this one.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html","type":"any JSON value","holds":["input-file"],"default":"{}","snippet":"{ $1 }"};
const field245: FieldEntry = {"text":"What tasks answer: `order.mocks.json#SoldOut`, a test case of a mock configuration file; or by state, `{ result: ... }` or `{ errorOutput: ... }`.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html","type":"string or object","holds":["mock-file"],"snippet":"\"$1\"","json":["string","object"]};
const field246: FieldEntry = {"text":"What it must come to.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"object","default":"SUCCEEDED","object":"case-result","snippet":"{ \"status\": \"${1|SUCCEEDED,FAILED,TIMED_OUT|}\" }","json":["object"]};
const field247: FieldEntry = {"text":"The execution's status.","link":"https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html","type":"one of SUCCEEDED, FAILED, TIMED_OUT","enum":[{"value":"SUCCEEDED","text":"It came to its end."},{"value":"FAILED","text":"It failed."},{"value":"TIMED_OUT","text":"It took too long."}],"snippet":"\"${1|SUCCEEDED,FAILED,TIMED_OUT|}\"","json":["string"]};
const field248: FieldEntry = {"text":"Name of the error that it failed with.","link":"https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html","type":"string","snippet":"\"$1\"","json":["string"]};
const field249: FieldEntry = {"text":"Cause that it failed with.","link":"https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html","type":"string","snippet":"\"$1\"","json":["string"]};
const field250: FieldEntry = {"text":"Its output.","link":"https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html","type":"any JSON value","snippet":"$1"};
const field251: FieldEntry = {"text":"The states that it enters, in this order.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"array or string","holds":["state-path"],"snippet":"[\"$1\"]","json":["array","string"]};
const field252: FieldEntry = {"text":"Logical id of the queue, stream, video stream, enhanced fan-out consumer, table or topic of Kafka: `Cluster/topic` where no template declares the topic.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","holds":["polled-id"],"required":true,"snippet":"\"$1\"","json":["string"]};
const field253: FieldEntry = {"text":"How many there are; of a queue or a topic of Kafka also from `min` to `max`, scaled on what waits for each worker. The workers of a stream share its shards, those of a topic its partitions.","link":"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html","type":"integer or object","default":"1","object":"worker-range","snippet":"{ \"min\": ${1:1}, \"max\": ${2:10} }","json":["integer","object"],"least":0};
const field254: FieldEntry = {"text":"Poll loops of each worker.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"integer, 1 or more","default":"1","snippet":"${1:1}","json":["integer"],"least":1};
const field255: FieldEntry = {"text":"Queues: MaxNumberOfMessages of each ReceiveMessage, 1 to 10; of a broker's queue the prefetch count, messages that a worker may have without having acknowledged them. Kafka: max.poll.records, the most records that one poll gives.","link":"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html","type":"integer, 1 or more","default":"10 (Kafka: 500)","snippet":"${1:1}","json":["integer"],"least":1};
const field256: FieldEntry = {"text":"WaitTimeSeconds of each ReceiveMessage: how long a poll waits for messages, at most 20s.","link":"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html","type":"time, as 30s","holds":["time"],"default":"the queue's ReceiveMessageWaitTimeSeconds","snippet":"\"${1:20s}\"","json":["string","number"]};
const field257: FieldEntry = {"text":"Between two short polls that found nothing.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"1s","snippet":"\"${1:1s}\"","json":["string","number"]};
const field258: FieldEntry = {"text":"How long a new worker takes until it polls; those of the beginning are there at once.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s, or object","holds":["time"],"default":"0s","object":"distribution","snippet":"\"${1:200ms}\"","json":["string","number","object"]};
const field259: FieldEntry = {"text":"VisibilityTimeout of each ReceiveMessage: for so long nobody else gets the message, at most 12h.","link":"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html","type":"time, as 30s","holds":["time"],"default":"the queue's VisibilityTimeout","snippet":"\"${1:30s}\"","json":["string","number"]};
const field260: FieldEntry = {"text":"Queues: each so often a worker extends the visibility timeout of what it still has in hand. Kafka: heartbeat.interval.ms, after which members hear that the group rebalances.","link":"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/working-with-messages.html","type":"time, as 30s","holds":["time"],"default":"never (Kafka: 3s)","snippet":"\"${1:30s}\"","json":["string","number"]};
const field261: FieldEntry = {"text":"When messages are deleted.","link":"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessage.html","type":"one of each, batch, never","default":"each","enum":[{"value":"each","text":"Each message as soon as it is done."},{"value":"batch","text":"The whole batch at its end: what one failure costs the others."},{"value":"never","text":"Never: they come back until the redrive policy ends it."}],"snippet":"\"${1|each,batch,never|}\"","json":["string"]};
const field262: FieldEntry = {"text":"The visibility timeout that a failed message gets: `0s` to have it back at once.","link":"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html","type":"time, as 30s","holds":["time"],"default":"it keeps the one it has","snippet":"\"${1:0s}\"","json":["string","number"]};
const field263: FieldEntry = {"text":"How long a worker that is to stop may work on with what it has in hand.","link":"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html","type":"time, as 30s","holds":["time"],"default":"30s","snippet":"\"${1:30s}\"","json":["string","number"]};
const field264: FieldEntry = {"text":"Streams: records of one read that a worker processes, one after the other.","link":"https://docs.aws.amazon.com/streams/latest/dev/kcl-configuration.html","type":"integer of 1 to 10000","default":"10000","snippet":"${1:100}","json":["integer"],"least":1,"most":10000};
const field265: FieldEntry = {"text":"Streams: a worker that has not renewed its leases for so long is taken for dead, and others take them.","link":"https://docs.aws.amazon.com/streams/latest/dev/kcl-configuration.html","type":"time, as 30s","holds":["time"],"default":"10s","snippet":"\"${1:10s}\"","json":["string","number"]};
const field266: FieldEntry = {"text":"Streams: how often a worker writes down how far it is. What lies behind the last checkpoint is processed again when it dies.","link":"https://docs.aws.amazon.com/streams/latest/dev/kcl-configuration.html","type":"time, as 30s","holds":["time"],"default":"after each read","snippet":"\"${1:60s}\"","json":["string","number"]};
const field267: FieldEntry = {"text":"Streams and topics of Kafka: where shards begin that have no checkpoint, and partitions of which nothing is committed.","link":"https://docs.aws.amazon.com/streams/latest/dev/kcl-configuration.html","type":"one of TRIM_HORIZON, LATEST","default":"LATEST","enum":[{"value":"TRIM_HORIZON","text":"The oldest record that is kept."},{"value":"LATEST","text":"What comes from now on."}],"snippet":"\"${1|TRIM_HORIZON,LATEST|}\"","json":["string"]};
const field268: FieldEntry = {"text":"Video streams: with which fragment GetMedia begins.","link":"https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_dataplane_StartSelector.html","type":"object","default":"NOW","object":"start-selector","snippet":"{ \"type\": \"${1:EARLIEST}\" }","json":["object"]};
const field269: FieldEntry = {"text":"Video streams: the program looks at what is retained of this time, with ListFragments and GetMediaForFragmentList, in the place of GetMedia.","link":"https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_reader_ListFragments.html","type":"object","object":"fragment-selector","snippet":"{ \"from\": \"${1:2m}\", \"until\": \"${2:5m}\" }","json":["object"]};
const field270: FieldEntry = {"text":"Video streams: when the program connects, or lists fragments.","link":"https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_dataplane_GetMedia.html","type":"time, as 30s","holds":["time"],"default":"0s","snippet":"\"${1:1m}\"","json":["string","number"]};
const field271: FieldEntry = {"text":"Streams and video streams: what becomes of a record, or a fragment, that the program fails with.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"one of skip, retry","default":"skip","enum":[{"value":"skip","text":"The library goes on behind the record: it is lost."},{"value":"retry","text":"The program tries it again, and its shard waits."}],"snippet":"\"${1|skip,retry|}\"","json":["string"]};
const field272: FieldEntry = {"text":"Streams: workers that die without a word, and when they come back.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"array of death objects","object":"death","items":"death","snippet":"[$1]","json":["array","object"]};
const field273: FieldEntry = {"text":"Kafka: when offsets are committed.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"one of auto, batch, each","default":"auto","enum":[{"value":"auto","text":"The client by itself, in a poll, each `commitInterval`: what was done since is done again after a death."},{"value":"batch","text":"After each batch."},{"value":"each","text":"After each record."}],"snippet":"\"${1|auto,batch,each|}\"","json":["string"]};
const field274: FieldEntry = {"text":"Kafka: auto.commit.interval.ms, with `commits: auto`.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"5s","snippet":"\"${1:5s}\"","json":["string","number"]};
const field275: FieldEntry = {"text":"Kafka: partition.assignment.strategy, how a rebalance gives partitions to the members.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"one of range, roundrobin, sticky, cooperative-sticky","default":"range","enum":[{"value":"range","text":"Of each topic a run of neighbours."},{"value":"roundrobin","text":"One after the other."},{"value":"sticky","text":"As few moves as can be; everybody stops meanwhile."},{"value":"cooperative-sticky","text":"As few moves as can be; whoever keeps its partitions reads on meanwhile."}],"snippet":"\"${1|range,roundrobin,sticky,cooperative-sticky|}\"","json":["string"]};
const field276: FieldEntry = {"text":"Kafka: session.timeout.ms, after which a member that died is noticed, and its partitions go to others.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"45s","snippet":"\"${1:45s}\"","json":["string","number"]};
const field277: FieldEntry = {"text":"Kafka: max.poll.interval.ms. A member that works longer on one batch is put out of the group.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"5m","snippet":"\"${1:5m}\"","json":["string","number"]};
const field278: FieldEntry = {"text":"Kafka: how often a record that failed is tried again, while its partition waits, before the member goes on without it.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"integer, 0 or more","default":"9","snippet":"${1:0}","json":["integer"],"least":0};
const field279: FieldEntry = {"text":"Kafka: how long it waits before it tries a record again.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"0s","snippet":"\"${1:1s}\"","json":["string","number"]};
const field280: FieldEntry = {"text":"Kafka: logical id of what takes records that failed for good. Left out: nobody, they are lost.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","holds":["resource-id"],"snippet":"\"$1\"","json":["string"]};
const field281: FieldEntry = {"text":"Logical ids of what gets each message that was processed.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"array or string","holds":["resource-id"],"snippet":"[\"$1\"]","json":["array","string"]};
const field282: FieldEntry = {"text":"Where a message holds a task token of Step Functions. When the work is done the token is sent back, with success or failure.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token","type":"string or object","object":"token-callback","snippet":"\"${1:$.taskToken}\"","json":["string","object"]};
const field283: FieldEntry = {"text":"When it dies.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"0s","snippet":"\"${1:1m}\"","json":["string","number"]};
const field284: FieldEntry = {"text":"Which one: they are numbered from 1.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"integer, 1 or more","default":"1","snippet":"${1:1}","json":["integer"],"least":1};
const field285: FieldEntry = {"text":"When it is started again.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"never","snippet":"\"${1:5m}\"","json":["string","number"]};
const field286: FieldEntry = {"text":"Half of all take no longer.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"snippet":"\"${1:120ms}\"","json":["string","number"]};
const field287: FieldEntry = {"text":"Nine of ten take no longer.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"snippet":"\"${1:500ms}\"","json":["string","number"]};
const field288: FieldEntry = {"text":"19 of 20 take no longer.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"snippet":"\"${1:800ms}\"","json":["string","number"]};
const field289: FieldEntry = {"text":"All but one of a hundred take no longer.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"snippet":"\"${1:2s}\"","json":["string","number"]};
const field290: FieldEntry = {"text":"None takes longer.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"snippet":"\"${1:10s}\"","json":["string","number"]};
const field291: FieldEntry = {"text":"Anything between two times is as likely: `[50ms, 300ms]`.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"snippet":"[\"${1:50ms}\", \"${2:300ms}\"]","json":["array","object"]};
const field292: FieldEntry = {"text":"Independent of what was before; this is the mean.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"snippet":"\"${1:100ms}\"","json":["string","number"]};
const field293: FieldEntry = {"text":"Around a mean: `{ mean: 100ms, deviation: 20ms }`; what would be below 0 is 0.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"object","snippet":"{ \"mean\": \"${1:100ms}\", \"deviation\": \"${2:20ms}\" }","json":["object"]};
const field294: FieldEntry = {"text":"The long tail that services have, by the two numbers that their dashboards show: `{ median: 120ms, p99: 2s }`.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"object","snippet":"{ \"median\": \"${1:120ms}\", \"p99\": \"${2:2s}\" }","json":["object"]};
const field295: FieldEntry = {"text":"How it is called in reports.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","default":"what it says, in words","snippet":"\"$1\"","json":["string"]};
const field296: FieldEntry = {"text":"How many messages are lost: expired, given up, dropped, with no dead-letter queue to keep them.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"number or comparison, as < 60s","holds":["bound"],"snippet":"${1:0}","json":["string","number"]};
const field297: FieldEntry = {"text":"Logical id of a queue in which nothing is left.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","holds":["queue-id"],"snippet":"\"$1\"","json":["string"]};
const field298: FieldEntry = {"text":"A logical id and one of its metrics, `Orders.ageMs`; with `p99`, `max`, ... and how much.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","holds":["metric-path"],"snippet":"\"$1\"","json":["string"]};
const field299: FieldEntry = {"text":"Logical id of a FIFO queue that keeps the order of each message group.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","holds":["queue-id"],"snippet":"\"$1\"","json":["string"]};
const field300: FieldEntry = {"text":"Logical ids of what each message comes through, in this order.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"array or string","holds":["resource-id"],"snippet":"[\"$1\"]","json":["array","string"]};
const field301: FieldEntry = {"text":"What it costs, in US dollars, by AWS's price list.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"number or comparison, as < 60s","holds":["bound"],"snippet":"\"${1:< 2 USD}\"","json":["string","number"]};
const field302: FieldEntry = {"text":"Of a counter: all.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"number or comparison, as < 60s","holds":["bound"],"with":["metric"],"snippet":"\"${1:< 100}\"","json":["string","number"]};
const field303: FieldEntry = {"text":"The greatest value.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"number or comparison, as < 60s","holds":["bound"],"with":["metric"],"snippet":"\"${1:< 60s}\"","json":["string","number"]};
const field304: FieldEntry = {"text":"Over time, or of all.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"number or comparison, as < 60s","holds":["bound"],"with":["metric"],"snippet":"\"${1:< 60s}\"","json":["string","number"]};
const field305: FieldEntry = {"text":"The smallest value.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"number or comparison, as < 60s","holds":["bound"],"with":["metric"],"snippet":"\"${1:< 60s}\"","json":["string","number"]};
const field306: FieldEntry = {"text":"The value at the end.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"number or comparison, as < 60s","holds":["bound"],"with":["metric"],"snippet":"\"${1:< 60s}\"","json":["string","number"]};
const field307: FieldEntry = {"text":"Half of all are no greater.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"number or comparison, as < 60s","holds":["bound"],"with":["metric"],"snippet":"\"${1:< 60s}\"","json":["string","number"]};
const field308: FieldEntry = {"text":"Nine of ten are no greater.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"number or comparison, as < 60s","holds":["bound"],"with":["metric"],"snippet":"\"${1:< 60s}\"","json":["string","number"]};
const field309: FieldEntry = {"text":"19 of 20 are no greater.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"number or comparison, as < 60s","holds":["bound"],"with":["metric"],"snippet":"\"${1:< 60s}\"","json":["string","number"]};
const field310: FieldEntry = {"text":"All but one of a hundred are no greater.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"number or comparison, as < 60s","holds":["bound"],"with":["metric"],"snippet":"\"${1:< 60s}\"","json":["string","number"]};
const field311: FieldEntry = {"text":"All but one of a thousand are no greater.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"number or comparison, as < 60s","holds":["bound"],"with":["metric"],"snippet":"\"${1:< 60s}\"","json":["string","number"]};
const field312: FieldEntry = {"text":"How many there are.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"number or comparison, as < 60s","holds":["bound"],"with":["metric"],"snippet":"\"${1:< 100}\"","json":["string","number"]};
const field313: FieldEntry = {"text":"How long it may take from being sent.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"with":["visits"],"snippet":"\"${1:5s}\"","json":["string","number"]};
const field314: FieldEntry = {"text":"Only messages whose body matches this event pattern.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html","type":"object","holds":["event-pattern"],"default":"all","with":["visits"],"snippet":"{ $1 }","json":["object"]};
const field315: FieldEntry = {"text":"A share of messages, by chance.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"share, as 2%","holds":["share"],"snippet":"\"${1:1%}\"","json":["string","number"]};
const field316: FieldEntry = {"text":"Messages whose body matches this event pattern.","link":"https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html","type":"object","holds":["event-pattern"],"snippet":"{ $1 }","json":["object"]};
const field317: FieldEntry = {"text":"A message fails so many times, then it succeeds.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"integer, 1 or more","snippet":"${1:2}","json":["integer"],"least":1};
const field318: FieldEntry = {"text":"Name of the error.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","default":"Error","snippet":"\"$1\"","json":["string"]};
const field319: FieldEntry = {"text":"Logical id of what refuses everything.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","holds":["resource-id"],"snippet":"\"$1\"","json":["string"]};
const field320: FieldEntry = {"text":"Logical id of what refuses a share of requests, as if there were too many: see `rate`.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","holds":["resource-id"],"snippet":"\"$1\"","json":["string"]};
const field321: FieldEntry = {"text":"Logical id of what takes longer: see `times`.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","holds":["resource-id"],"snippet":"\"$1\"","json":["string"]};
const field322: FieldEntry = {"text":"Logical id of the queue that delivers messages twice: see `rate`.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","holds":["queue-id"],"snippet":"\"$1\"","json":["string"]};
const field323: FieldEntry = {"text":"Logical id of what gets one message that nobody can process: see `at` and `message`.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","holds":["resource-id"],"snippet":"\"$1\"","json":["string"]};
const field324: FieldEntry = {"text":"Of requests that are throttled, or of messages that come twice.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"share, as 2%","holds":["share"],"default":"throttle 100%, duplicates 1%","with":["throttle","duplicates"],"snippet":"\"${1:50%}\"","json":["string","number"]};
const field325: FieldEntry = {"text":"So many times as long.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"integer, 1 or more","default":"10","with":["slow"],"snippet":"${1:1}","json":["integer"],"least":1};
const field326: FieldEntry = {"text":"When the message comes.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"0s","with":["poison"],"snippet":"\"${1:30s}\"","json":["string","number"]};
const field327: FieldEntry = {"text":"The message; see the messages of `traffic`.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string or number or boolean or object","holds":["message-text"],"default":"poison","object":"sent-message","with":["poison"],"snippet":"{ $1 }","json":["string","number","boolean","object"]};
const field328: FieldEntry = {"text":"When it begins.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"0s","snippet":"\"${1:2m}\"","json":["string","number"]};
const field329: FieldEntry = {"text":"When it is over.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"never","with":["outage","throttle","slow","duplicates"],"snippet":"\"${1:4m}\"","json":["string","number"]};
const field330: FieldEntry = {"text":"Whose time it goes by.","link":"https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_reader_FragmentSelector.html","type":"one of SERVER_TIMESTAMP, PRODUCER_TIMESTAMP","default":"SERVER_TIMESTAMP","enum":[{"value":"SERVER_TIMESTAMP","text":"When the service began to receive them."},{"value":"PRODUCER_TIMESTAMP","text":"When the producer began to record them."}],"snippet":"\"${1|SERVER_TIMESTAMP,PRODUCER_TIMESTAMP|}\"","json":["string"]};
const field331: FieldEntry = {"text":"The beginning of the time, since the simulation began.","link":"https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_reader_TimestampRange.html","type":"time, as 30s","holds":["time"],"default":"the oldest that is retained","snippet":"\"${1:2m}\"","json":["string","number"]};
const field332: FieldEntry = {"text":"The end of the time, which belongs to it.","link":"https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_reader_TimestampRange.html","type":"time, as 30s","holds":["time"],"default":"the newest that is there when it lists them","snippet":"\"${1:5m}\"","json":["string","number"]};
const field333: FieldEntry = {"text":"When it begins.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"0s","snippet":"\"${1:1m}\"","json":["string","number"]};
const field334: FieldEntry = {"text":"When it ends.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"the end","snippet":"\"${1:5m}\"","json":["string","number"]};
const field335: FieldEntry = {"text":"When it begins.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"0s","snippet":"\"${1:10m}\"","json":["string","number"]};
const field336: FieldEntry = {"text":"The rate at the beginning.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"rate, as 20/s","holds":["rate"],"default":"none","snippet":"\"${1:1/s}\"","json":["string","number"]};
const field337: FieldEntry = {"text":"The rate at the end, which then stays.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"rate, as 20/s","holds":["rate"],"required":true,"snippet":"\"${1:100/s}\"","json":["string","number"]};
const field338: FieldEntry = {"text":"How long it takes from one to the other.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"required":true,"snippet":"\"${1:5m}\"","json":["string","number"]};
const field339: FieldEntry = {"text":"How many messages it moves in a second at most.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"rate, as 20/s","holds":["rate"],"default":"as fast as SQS thinks right","snippet":"\"${1:10/s}\"","json":["string","number"]};
const field340: FieldEntry = {"text":"Events that were kept from here on.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"0s","snippet":"\"${1:0s}\"","json":["string","number"]};
const field341: FieldEntry = {"text":"Events that were kept before.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"when the replay begins","snippet":"\"${1:5m}\"","json":["string","number"]};
const field342: FieldEntry = {"text":"Logical ids of the rules that get the events.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"array of strings","holds":["resource-id"],"default":"all rules of the bus","snippet":"[$1]","json":["array","object"]};
const field343: FieldEntry = {"text":"When it is asked for.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"0s","snippet":"\"${1:5m}\"","json":["string","number"]};
const field344: FieldEntry = {"text":"So many open shards are wanted: at most twice as many as there are, at least half of them.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"integer, 1 or more","snippet":"${1:4}","json":["integer"],"least":1};
const field345: FieldEntry = {"text":"The shard that becomes two.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","snippet":"\"${1:shardId-000000000000}\"","json":["string"]};
const field346: FieldEntry = {"text":"The first hash key of the second half, in decimal.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","default":"the middle of the shard's hash keys","with":["split"],"snippet":"\"$1\"","json":["string"]};
const field347: FieldEntry = {"text":"Two neighbouring shards that become one, the one of the lower hash keys first.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"array of strings","snippet":"[\"${1:shardId-000000000000}\", \"${2:shardId-000000000001}\"]","json":["array"]};
const field348: FieldEntry = {"text":"What is simulated: a file beside this one with a CloudFormation or SAM template, a state machine, a filter policy, an event pattern or a redrive policy. Left out, `resources` is all there is.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","holds":["file"],"snippet":"\"$1\"","json":["string"]};
const field349: FieldEntry = {"text":"Values of the template's parameters; those that are left out have their `Default`.","link":"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html","type":"object","snippet":"{ $1 }","json":["object"]};
const field350: FieldEntry = {"text":"CloudFormation resources by their logical ids, as a template has them: added to those of the template, or, where it has them, put over them property by property.","link":"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html","type":"object","snippet":"{ $1 }","json":["object"]};
const field351: FieldEntry = {"text":"How long it lasts, in virtual time.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"until nothing moves any more, at most 1h","snippet":"\"${1:10m}\"","json":["string","number"]};
const field352: FieldEntry = {"text":"When it begins, by the calendar: what `cron` and `at` of schedules go by. UTC unless it says another offset.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","default":"2026-01-01T00:00:00Z","snippet":"${1:2026-11-28T08:00:00Z}","json":["string"]};
const field353: FieldEntry = {"text":"What chance begins with: the same seed, the same simulation to the last message.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"integer, 0 or more","default":"1","snippet":"${1:1}","json":["integer"],"least":0};
const field354: FieldEntry = {"text":"US dollars by the name of a price, in the place of AWS's list price in us-east-1: `sqs.standard`, `lambda.requests`, ...; each for as many units as the list has it.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"object","snippet":"{ $1 }","json":["object"]};
const field355: FieldEntry = {"text":"Who sends how much of what, from when until when.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"array of producer objects","object":"traffic","items":"traffic","snippet":"[$1]","json":["array","object"]};
const field356: FieldEntry = {"text":"What code and services do, by logical id: how long they take, how often they fail, what they send.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"object of behavior objects","members":"behavior","keys":"resource-id","snippet":"{ $1 }","json":["object"]};
const field357: FieldEntry = {"text":"Programs that poll a queue and that no template knows, on instances or in containers, by names of your own.","link":"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html","type":"object of consumer objects","members":"consumer","keys":"name","snippet":"{ $1 }","json":["object"]};
const field358: FieldEntry = {"text":"What goes wrong, and when.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"array of fault objects","object":"fault","items":"fault","snippet":"[$1]","json":["array","object"]};
const field359: FieldEntry = {"text":"What must be true at the end. Each expectation is a test of `sluice test`.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"array of expectation objects","object":"expectation","items":"expectation","snippet":"[$1]","json":["array","object"]};
const field360: FieldEntry = {"text":"Simulates every combination of some settings, with several seeds each, and shows what came of it as a table.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"object","object":"sweep","snippet":"{ $1 }","json":["object"]};
const field361: FieldEntry = {"text":"Executions of the state machine, each with its input, its mocks and what it must come to. Each case is a test of `sluice test`.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"array of case objects","object":"case","items":"case","snippet":"[$1]","json":["array","object"]};
const field362: FieldEntry = {"text":"Logical id of what takes it.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","holds":["resource-id"],"required":true,"snippet":"\"$1\"","json":["string"]};
const field363: FieldEntry = {"text":"What is sent, as traffic has it.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string or number or boolean or object","holds":["message-text"],"default":"the message that was taken","object":"sent-message","snippet":"{ $1 }","json":["string","number","boolean","object"]};
const field364: FieldEntry = {"text":"Text, or JSON, which is sent as text. A value that is wholly a placeholder of numbers, `\"${random(1, 9)}\"`, is a number.","link":"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html","type":"any JSON value","holds":["message-text"],"snippet":"{ $1 }"};
const field365: FieldEntry = {"text":"Message attributes by name: a text, a number, a list, or `{\"DataType\": \"String\", \"StringValue\": \"...\"}`.","link":"https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html","type":"object","holds":["message-text"],"snippet":"{ $1 }","json":["object"]};
const field366: FieldEntry = {"text":"The message group: FIFO queues and topics keep the order of each, fair queues share among them.","link":"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagegroupid-property.html","type":"string or number","holds":["message-text"],"snippet":"\"$1\"","json":["string","number"]};
const field367: FieldEntry = {"text":"What FIFO queues and topics know a message by for five minutes.","link":"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html","type":"string or number","holds":["message-text"],"snippet":"\"${1:\\\\${uuid\\\\}}\"","json":["string","number"]};
const field368: FieldEntry = {"text":"What a stream's shard is chosen by. Sent to a bucket, it is the object's key.","link":"https://docs.aws.amazon.com/streams/latest/dev/key-concepts.html","type":"string or number","holds":["message-text"],"snippet":"\"$1\"","json":["string","number"]};
const field369: FieldEntry = {"text":"What it goes by.","link":"https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_dataplane_StartSelector.html","type":"one of NOW, EARLIEST, SERVER_TIMESTAMP, PRODUCER_TIMESTAMP","default":"NOW","enum":[{"value":"NOW","text":"The latest fragment."},{"value":"EARLIEST","text":"The oldest fragment that is kept."},{"value":"SERVER_TIMESTAMP","text":"The fragment that was being received at `timestamp`, or the first after it."},{"value":"PRODUCER_TIMESTAMP","text":"The fragment that was being recorded at `timestamp`, or the first after it."}],"snippet":"\"${1|NOW,EARLIEST,SERVER_TIMESTAMP,PRODUCER_TIMESTAMP|}\"","json":["string"]};
const field370: FieldEntry = {"text":"The time, since the simulation began: of the service's clock, unless `type` is PRODUCER_TIMESTAMP.","link":"https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_dataplane_StartSelector.html","type":"time, as 30s","holds":["time"],"snippet":"\"${1:2m}\"","json":["string","number"]};
const field371: FieldEntry = {"text":"FRAGMENT_NUMBER: it begins with the fragment after this one. The records of a run tell the numbers.","link":"https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_dataplane_StartSelector.html","type":"string","snippet":"\"$1\"","json":["string"]};
const field372: FieldEntry = {"text":"Seeds of each combination.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"integer, 1 or more","default":"5","snippet":"${1:1}","json":["integer"],"least":1};
const field373: FieldEntry = {"text":"The values of each setting, by its path: a property of a resource, `Orders.RedrivePolicy.maxReceiveCount`, or a part of this file, `traffic.0.rate`.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"object","required":true,"keys":"setting-path","snippet":"{ \"$1\": [$2] }","json":["object"]};
const field374: FieldEntry = {"text":"What is shown of each combination: metrics, `OrdersDlq.sent`, `Orders.ageMs.p99`, or `lost`.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"array or string","holds":["shown-metric"],"default":"lost","snippet":"[\"$1\"]","json":["array","string"]};
const field375: FieldEntry = {"text":"Where the message's body holds the token.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","required":true,"snippet":"\"${1:$.taskToken}\"","json":["string"]};
const field376: FieldEntry = {"text":"How often the answer is a failure (SendTaskFailure).","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"share, as 2%, or object","holds":["share"],"default":"never","object":"failure","snippet":"\"${1:5%}\"","json":["string","number","object"]};
const field377: FieldEntry = {"text":"Name of the failure's error.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","with":["fails"],"snippet":"\"$1\"","json":["string"]};
const field378: FieldEntry = {"text":"Cause of the failure.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","with":["fails"],"snippet":"\"$1\"","json":["string"]};
const field379: FieldEntry = {"text":"Output of the task (SendTaskSuccess).","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"any JSON value","default":"{}","snippet":"$1"};
const field380: FieldEntry = {"text":"How it is called in traces and metrics.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","default":"Producer, Producer2, ...","snippet":"\"$1\"","json":["string"]};
const field381: FieldEntry = {"text":"Logical id of what takes the messages: a queue, a topic, a function, a bus, a stream, ...","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","holds":["resource-id"],"required":true,"snippet":"\"$1\"","json":["string"]};
const field382: FieldEntry = {"text":"So many messages in a second, a minute, ..., evenly spaced.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"rate, as 20/s","holds":["rate"],"snippet":"\"${1:20/s}\"","json":["string","number"]};
const field383: FieldEntry = {"text":"So many messages in a second, a minute, ... on average, at random and independent of each other, as many small callers are.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"rate, as 20/s","holds":["rate"],"snippet":"\"${1:20/s}\"","json":["string","number"]};
const field384: FieldEntry = {"text":"Many messages at once: their number, or `count` with how often they come.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"integer or object","object":"burst","snippet":"{ \"count\": ${1:500}, \"every\": \"${2:1m}\" }","json":["integer","object"],"least":1};
const field385: FieldEntry = {"text":"A rate that rises or falls evenly; then the last rate stays.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"object","object":"ramp","snippet":"{ \"from\": \"${1:1/s}\", \"to\": \"${2:100/s}\", \"over\": \"${3:5m}\" }","json":["object"]};
const field386: FieldEntry = {"text":"One message at each of these times, counted from `from`, ascending.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"snippet":"[\"${1:0s}\"]","json":["array","string","number"]};
const field387: FieldEntry = {"text":"A file beside this one with recorded messages, one JSON value a line or one list: `{\"at\": \"1s\", \"body\": ...}` with the time since the beginning, or the body itself, each a second after the one before.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string","holds":["file"],"snippet":"\"$1\"","json":["string"]};
const field388: FieldEntry = {"text":"When it ends.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"time, as 30s","holds":["time"],"default":"at the end","snippet":"\"${1:5m}\"","json":["string","number"]};
const field389: FieldEntry = {"text":"So many messages, then no more.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"integer, 1 or more","snippet":"${1:1000}","json":["integer"],"least":1};
const field390: FieldEntry = {"text":"So many messages go out in one call.","link":"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-batch-api-actions.html","type":"integer, 1 or more","default":"1","snippet":"${1:10}","json":["integer"],"least":1};
const field391: FieldEntry = {"text":"What is sent: a text, or an object with `body` and what goes with it. An object without `body` is the body itself.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"string or number or boolean or object","holds":["message-text"],"object":"sent-message","snippet":"{ $1 }","json":["string","number","boolean","object"]};
const field392: FieldEntry = {"text":"Several messages, sent in turn.","link":"https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios","type":"array of message objects","holds":["message-text"],"object":"sent-message","items":"sent-message","snippet":"[$1]","json":["array","object"]};
const field393: FieldEntry = {"text":"MinSize: never fewer.","link":"https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-capacity-limits.html","type":"integer, 0 or more","default":"1","snippet":"${1:0}","json":["integer"],"least":0};
const field394: FieldEntry = {"text":"MaxSize: never more.","link":"https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-capacity-limits.html","type":"integer, 1 or more","default":"min","snippet":"${1:1}","json":["integer"],"least":1};
const field395: FieldEntry = {"text":"The target: so many visible messages for each worker.","link":"https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-using-sqs-queue.html","type":"integer, 1 or more","default":"100","snippet":"${1:1}","json":["integer"],"least":1};
const field396: FieldEntry = {"text":"Between two changes.","link":"https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-scaling-cooldowns.html","type":"time, as 30s","holds":["time"],"default":"5m","snippet":"\"${1:5m}\"","json":["string","number"]};

export const OBJECTS: Readonly<Record<string, ObjectEntry>> = {
  "branch": {
    "title": "branch",
    "text": "One branch of a Parallel state: its own scope of states. Transitions stay inside it; its last state's output is one item of the Parallel's result.",
    "link": "https://docs.aws.amazon.com/step-functions/latest/dg/state-parallel.html",
    "groups": [],
    "fields": {
      "Comment": field0,
      "StartAt": field1,
      "States": field2,
    },
  },
  "catcher": {
    "title": "catcher",
    "text": "Says where to go on when one of its errors is left after all retries. What it hands on has `Error` and `Cause`.",
    "link": "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-fallback-states",
    "groups": [],
    "fields": {
      "Assign": field3,
      "ErrorEquals": field4,
      "Next": field5,
      "ResultPath": field6,
      "Output": field7,
      "Comment": field8,
    },
  },
  "choice": {
    "title": "Choice state",
    "text": "Goes on to one of several states: the Next of the first rule that is true, else Default. It has no Next or End of its own.",
    "link": "https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html",
    "groups": [],
    "fields": {
      "Type": field9,
      "Comment": field10,
      "QueryLanguage": field11,
      "Choices": field12,
      "Default": field13,
      "InputPath": field14,
      "OutputPath": field15,
      "Output": field16,
      "Assign": field17,
    },
  },
  "choice-rule": {
    "title": "Choice rule",
    "text": "One rule of a Choice state: a comparison (JSONPath) or a Condition (JSONata), and the state to go to when it is true.",
    "link": "https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#state-choice-rules",
    "groups": [{"fields":["StringEquals","StringEqualsPath","StringLessThan","StringLessThanPath","StringGreaterThan","StringGreaterThanPath","StringLessThanEquals","StringLessThanEqualsPath","StringGreaterThanEquals","StringGreaterThanEqualsPath","StringMatches","NumericEquals","NumericEqualsPath","NumericLessThan","NumericLessThanPath","NumericGreaterThan","NumericGreaterThanPath","NumericLessThanEquals","NumericLessThanEqualsPath","NumericGreaterThanEquals","NumericGreaterThanEqualsPath","BooleanEquals","BooleanEqualsPath","TimestampEquals","TimestampEqualsPath","TimestampLessThan","TimestampLessThanPath","TimestampGreaterThan","TimestampGreaterThanPath","TimestampLessThanEquals","TimestampLessThanEqualsPath","TimestampGreaterThanEquals","TimestampGreaterThanEqualsPath","IsNull","IsPresent","IsNumeric","IsString","IsBoolean","IsTimestamp","And","Or","Not"],"min":1,"max":1,"name":"a comparison operator"}],
    "fields": {
      "Variable": field18,
      "StringEquals": field19,
      "StringEqualsPath": field20,
      "StringLessThan": field21,
      "StringLessThanPath": field22,
      "StringGreaterThan": field23,
      "StringGreaterThanPath": field24,
      "StringLessThanEquals": field25,
      "StringLessThanEqualsPath": field26,
      "StringGreaterThanEquals": field27,
      "StringGreaterThanEqualsPath": field28,
      "StringMatches": field29,
      "NumericEquals": field30,
      "NumericEqualsPath": field31,
      "NumericLessThan": field32,
      "NumericLessThanPath": field33,
      "NumericGreaterThan": field34,
      "NumericGreaterThanPath": field35,
      "NumericLessThanEquals": field36,
      "NumericLessThanEqualsPath": field37,
      "NumericGreaterThanEquals": field38,
      "NumericGreaterThanEqualsPath": field39,
      "BooleanEquals": field40,
      "BooleanEqualsPath": field41,
      "TimestampEquals": field42,
      "TimestampEqualsPath": field43,
      "TimestampLessThan": field44,
      "TimestampLessThanPath": field45,
      "TimestampGreaterThan": field46,
      "TimestampGreaterThanPath": field47,
      "TimestampLessThanEquals": field48,
      "TimestampLessThanEqualsPath": field49,
      "TimestampGreaterThanEquals": field50,
      "TimestampGreaterThanEqualsPath": field51,
      "IsNull": field52,
      "IsPresent": field53,
      "IsNumeric": field54,
      "IsString": field55,
      "IsBoolean": field56,
      "IsTimestamp": field57,
      "And": field58,
      "Or": field59,
      "Not": field60,
      "Condition": field61,
      "Next": field62,
      "Output": field63,
      "Assign": field64,
      "Comment": field65,
    },
  },
  "credentials": {
    "title": "Credentials",
    "text": "The IAM role that Step Functions takes on for one task.",
    "link": "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html",
    "groups": [{"fields":["RoleArn","RoleArn.$"],"min":1,"max":1}],
    "fields": {
      "RoleArn": field66,
      "RoleArn.$": field67,
    },
  },
  "fail": {
    "title": "Fail state",
    "text": "Ends the execution with an error, unless a Parallel or Map around it catches that. Nothing follows it.",
    "link": "https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html",
    "groups": [{"fields":["Error","ErrorPath"],"min":0,"max":1},{"fields":["Cause","CausePath"],"min":0,"max":1}],
    "fields": {
      "Type": field68,
      "Comment": field10,
      "QueryLanguage": field11,
      "Error": field69,
      "ErrorPath": field70,
      "Cause": field71,
      "CausePath": field72,
    },
  },
  "item-batcher": {
    "title": "ItemBatcher",
    "text": "How a Distributed Map puts items together: at least one limit, and what every batch gets besides its items.",
    "link": "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html",
    "groups": [{"fields":["MaxItemsPerBatch","MaxInputBytesPerBatch","MaxItemsPerBatchPath","MaxInputBytesPerBatchPath"],"min":1,"max":4},{"fields":["MaxItemsPerBatch","MaxItemsPerBatchPath"],"min":0,"max":1},{"fields":["MaxInputBytesPerBatch","MaxInputBytesPerBatchPath"],"min":0,"max":1}],
    "fields": {
      "MaxItemsPerBatch": field73,
      "MaxItemsPerBatchPath": field74,
      "MaxInputBytesPerBatch": field75,
      "MaxInputBytesPerBatchPath": field76,
      "BatchInput": field77,
    },
  },
  "item-processor": {
    "title": "item processor",
    "text": "What a Map does with each item: its own scope of states. Transitions stay inside it. Its states follow the machine's query language, not the Map's.",
    "link": "https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html",
    "groups": [],
    "fields": {
      "Comment": field78,
      "ProcessorConfig": field79,
      "StartAt": field80,
      "States": field81,
    },
  },
  "item-reader": {
    "title": "ItemReader",
    "text": "Where a Distributed Map reads its items.",
    "link": "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html",
    "groups": [],
    "fields": {
      "Resource": field82,
      "ReaderConfig": field83,
      "Parameters": field84,
      "Arguments": field85,
    },
  },
  "machine": {
    "title": "state machine",
    "text": "A state machine: named states, one of which it starts at. A definition has at most 1 MB.",
    "link": "https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html",
    "groups": [],
    "fields": {
      "Comment": field86,
      "QueryLanguage": field87,
      "StartAt": field88,
      "States": field89,
      "Version": field90,
      "TimeoutSeconds": field91,
    },
  },
  "map": {
    "title": "Map state",
    "text": "Runs its item processor once for each item of an array, an object or a data set. Its result is the array of the iterations' outputs, in the order of the items.",
    "link": "https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html",
    "groups": [{"fields":["Next","End"],"min":1,"max":1},{"fields":["ItemProcessor","Iterator"],"min":1,"max":1},{"fields":["ItemSelector","Parameters"],"min":0,"max":1},{"fields":["MaxConcurrency","MaxConcurrencyPath"],"min":0,"max":1},{"fields":["ToleratedFailurePercentage","ToleratedFailurePercentagePath"],"min":0,"max":1},{"fields":["ToleratedFailureCount","ToleratedFailureCountPath"],"min":0,"max":1}],
    "fields": {
      "Type": field92,
      "Comment": field10,
      "QueryLanguage": field11,
      "ItemProcessor": field93,
      "Iterator": field94,
      "Items": field95,
      "ItemsPath": field96,
      "ItemSelector": field97,
      "Parameters": field98,
      "MaxConcurrency": field99,
      "MaxConcurrencyPath": field100,
      "ItemReader": field101,
      "ItemBatcher": field102,
      "ResultWriter": field103,
      "ToleratedFailurePercentage": field104,
      "ToleratedFailurePercentagePath": field105,
      "ToleratedFailureCount": field106,
      "ToleratedFailureCountPath": field107,
      "Label": field108,
      "InputPath": field14,
      "OutputPath": field15,
      "ResultSelector": field109,
      "ResultPath": field110,
      "Output": field16,
      "Assign": field17,
      "Retry": field111,
      "Catch": field112,
      "Next": field113,
      "End": field114,
    },
  },
  "nested-choice-rule": {
    "title": "nested Choice rule",
    "text": "A comparison inside And, Or or Not. Only the outermost rule has Next.",
    "link": "https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#state-choice-rules",
    "groups": [{"fields":["StringEquals","StringEqualsPath","StringLessThan","StringLessThanPath","StringGreaterThan","StringGreaterThanPath","StringLessThanEquals","StringLessThanEqualsPath","StringGreaterThanEquals","StringGreaterThanEqualsPath","StringMatches","NumericEquals","NumericEqualsPath","NumericLessThan","NumericLessThanPath","NumericGreaterThan","NumericGreaterThanPath","NumericLessThanEquals","NumericLessThanEqualsPath","NumericGreaterThanEquals","NumericGreaterThanEqualsPath","BooleanEquals","BooleanEqualsPath","TimestampEquals","TimestampEqualsPath","TimestampLessThan","TimestampLessThanPath","TimestampGreaterThan","TimestampGreaterThanPath","TimestampLessThanEquals","TimestampLessThanEqualsPath","TimestampGreaterThanEquals","TimestampGreaterThanEqualsPath","IsNull","IsPresent","IsNumeric","IsString","IsBoolean","IsTimestamp","And","Or","Not"],"min":1,"max":1,"name":"a comparison operator"}],
    "fields": {
      "Variable": field18,
      "StringEquals": field19,
      "StringEqualsPath": field20,
      "StringLessThan": field21,
      "StringLessThanPath": field22,
      "StringGreaterThan": field23,
      "StringGreaterThanPath": field24,
      "StringLessThanEquals": field25,
      "StringLessThanEqualsPath": field26,
      "StringGreaterThanEquals": field27,
      "StringGreaterThanEqualsPath": field28,
      "StringMatches": field29,
      "NumericEquals": field30,
      "NumericEqualsPath": field31,
      "NumericLessThan": field32,
      "NumericLessThanPath": field33,
      "NumericGreaterThan": field34,
      "NumericGreaterThanPath": field35,
      "NumericLessThanEquals": field36,
      "NumericLessThanEqualsPath": field37,
      "NumericGreaterThanEquals": field38,
      "NumericGreaterThanEqualsPath": field39,
      "BooleanEquals": field40,
      "BooleanEqualsPath": field41,
      "TimestampEquals": field42,
      "TimestampEqualsPath": field43,
      "TimestampLessThan": field44,
      "TimestampLessThanPath": field45,
      "TimestampGreaterThan": field46,
      "TimestampGreaterThanPath": field47,
      "TimestampLessThanEquals": field48,
      "TimestampLessThanEqualsPath": field49,
      "TimestampGreaterThanEquals": field50,
      "TimestampGreaterThanEqualsPath": field51,
      "IsNull": field52,
      "IsPresent": field53,
      "IsNumeric": field54,
      "IsString": field55,
      "IsBoolean": field56,
      "IsTimestamp": field57,
      "And": field58,
      "Or": field59,
      "Not": field60,
      "Comment": field65,
    },
  },
  "parallel": {
    "title": "Parallel state",
    "text": "Runs branches at the same time, each with the same input, and waits for all of them. Its result is the array of their outputs. One that fails ends the others.",
    "link": "https://docs.aws.amazon.com/step-functions/latest/dg/state-parallel.html",
    "groups": [{"fields":["Next","End"],"min":1,"max":1}],
    "fields": {
      "Type": field115,
      "Comment": field10,
      "QueryLanguage": field11,
      "Branches": field116,
      "InputPath": field14,
      "OutputPath": field15,
      "Parameters": field117,
      "ResultSelector": field109,
      "ResultPath": field110,
      "Arguments": field118,
      "Output": field16,
      "Assign": field17,
      "Retry": field111,
      "Catch": field112,
      "Next": field113,
      "End": field114,
    },
  },
  "pass": {
    "title": "Pass state",
    "text": "Passes its input on, or a value made from it, without doing work.",
    "link": "https://docs.aws.amazon.com/step-functions/latest/dg/state-pass.html",
    "groups": [{"fields":["Next","End"],"min":1,"max":1}],
    "fields": {
      "Type": field119,
      "Comment": field10,
      "QueryLanguage": field11,
      "Result": field120,
      "InputPath": field14,
      "OutputPath": field15,
      "Parameters": field117,
      "ResultPath": field110,
      "Output": field16,
      "Assign": field17,
      "Next": field113,
      "End": field114,
    },
  },
  "processor-config": {
    "title": "ProcessorConfig",
    "text": "How a Map runs its iterations.",
    "link": "https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html",
    "groups": [],
    "fields": {
      "Mode": field121,
      "ExecutionType": field122,
    },
  },
  "reader-config": {
    "title": "ReaderConfig",
    "text": "How a Distributed Map reads its data set.",
    "link": "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html",
    "groups": [{"fields":["MaxItems","MaxItemsPath"],"min":0,"max":1}],
    "fields": {
      "InputType": field123,
      "Transformation": field124,
      "ManifestType": field125,
      "CSVHeaderLocation": field126,
      "CSVHeaders": field127,
      "CSVDelimiter": field128,
      "ItemsPointer": field129,
      "MaxItems": field130,
      "MaxItemsPath": field131,
    },
  },
  "result-writer": {
    "title": "ResultWriter",
    "text": "Where a Distributed Map writes the results of its child executions, and in which form. Needs Resource, WriterConfig or both.",
    "link": "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html",
    "groups": [{"fields":["Resource","WriterConfig"],"min":1,"max":2}],
    "fields": {
      "Resource": field132,
      "Parameters": field133,
      "Arguments": field134,
      "WriterConfig": field135,
    },
  },
  "retrier": {
    "title": "retrier",
    "text": "Says which errors to retry, how often and after how long. The n-th retry waits IntervalSeconds x BackoffRate^(n-1) seconds, at most MaxDelaySeconds.",
    "link": "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error",
    "groups": [],
    "fields": {
      "ErrorEquals": field136,
      "IntervalSeconds": field137,
      "MaxAttempts": field138,
      "BackoffRate": field139,
      "MaxDelaySeconds": field140,
      "JitterStrategy": field141,
      "Comment": field142,
    },
  },
  "state": {
    "title": "state",
    "text": "A state whose Type is not known yet: what every state has. The Type decides what else it may have.",
    "link": "https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html",
    "groups": [],
    "fields": {
      "Type": field143,
      "Comment": field10,
      "QueryLanguage": field11,
    },
  },
  "succeed": {
    "title": "Succeed state",
    "text": "Ends the machine, the branch or the iteration successfully. Nothing follows it.",
    "link": "https://docs.aws.amazon.com/step-functions/latest/dg/state-succeed.html",
    "groups": [],
    "fields": {
      "Type": field144,
      "Comment": field10,
      "QueryLanguage": field11,
      "InputPath": field14,
      "OutputPath": field15,
      "Output": field16,
    },
  },
  "task": {
    "title": "Task state",
    "text": "Does one unit of work: a Lambda function, an API action of an AWS service, an activity, an HTTP endpoint or another state machine.",
    "link": "https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html",
    "groups": [{"fields":["Next","End"],"min":1,"max":1},{"fields":["TimeoutSeconds","TimeoutSecondsPath"],"min":0,"max":1},{"fields":["HeartbeatSeconds","HeartbeatSecondsPath"],"min":0,"max":1}],
    "fields": {
      "Type": field145,
      "Comment": field10,
      "QueryLanguage": field11,
      "Resource": field146,
      "Parameters": field147,
      "TimeoutSeconds": field148,
      "TimeoutSecondsPath": field149,
      "HeartbeatSeconds": field150,
      "HeartbeatSecondsPath": field151,
      "Credentials": field152,
      "InputPath": field14,
      "OutputPath": field15,
      "ResultSelector": field109,
      "ResultPath": field110,
      "Arguments": field118,
      "Output": field16,
      "Assign": field17,
      "Retry": field111,
      "Catch": field112,
      "Next": field113,
      "End": field114,
    },
  },
  "wait": {
    "title": "Wait state",
    "text": "Waits for some seconds or until a time, then goes on. At most a year in a Standard workflow.",
    "link": "https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html",
    "groups": [{"fields":["Next","End"],"min":1,"max":1},{"fields":["Seconds","Timestamp","SecondsPath","TimestampPath"],"min":1,"max":1}],
    "fields": {
      "Type": field153,
      "Comment": field10,
      "QueryLanguage": field11,
      "Seconds": field154,
      "SecondsPath": field155,
      "Timestamp": field156,
      "TimestampPath": field157,
      "InputPath": field14,
      "OutputPath": field15,
      "Output": field16,
      "Assign": field17,
      "Next": field113,
      "End": field114,
    },
  },
  "writer-config": {
    "title": "WriterConfig",
    "text": "The form in which a Distributed Map gives its results.",
    "link": "https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html",
    "groups": [],
    "fields": {
      "Transformation": field158,
      "OutputType": field159,
    },
  },
  "match": {
    "title": "match expression",
    "text": "One alternative of a key: an object with exactly one operator. A key matches where one of its alternatives does.",
    "link": "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html",
    "groups": [{"fields":["prefix","suffix","equals-ignore-case","wildcard","anything-but","numeric","cidr","exists"],"min":1,"max":1,"name":"an operator"}],
    "fields": {
      "prefix": field160,
      "suffix": field161,
      "equals-ignore-case": field162,
      "wildcard": field163,
      "anything-but": field164,
      "numeric": field165,
      "cidr": field166,
      "exists": field167,
    },
  },
  "match-anything-but": {
    "title": "anything-but expression",
    "text": "What the value must not match: an object with exactly one operator.",
    "link": "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-anything-but",
    "groups": [{"fields":["prefix","suffix","equals-ignore-case","wildcard"],"min":1,"max":1,"name":"an operator"}],
    "fields": {
      "prefix": field168,
      "suffix": field169,
      "equals-ignore-case": field170,
      "wildcard": field171,
    },
  },
  "match-ignore-case": {
    "title": "ignore-case expression",
    "text": "Makes a prefix or suffix match in any case.",
    "link": "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-prefix-matching-ignore-case",
    "groups": [],
    "fields": {
      "equals-ignore-case": field172,
    },
  },
  "filter-policy": {
    "title": "filter policy",
    "text": "Says which messages of a topic a subscription gets: those for which every key matches. Each key holds a list of alternatives. Scope `MessageAttributes` (the default) compares message attributes of the types String, String.Array and Number; scope `MessageBody` compares the body, which must be a JSON object, and lets keys nest. At most 5 keys (those with a list), 150 combinations (the numbers of alternatives multiplied; in a nested policy each also with the depth of its key) and 256 KB. A change takes up to 15 minutes until it holds everywhere.",
    "link": "https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html",
    "groups": [],
    "fields": {
      "$or": field173,
    },
  },
  "subscription-redrive-policy": {
    "title": "subscription's redrive policy",
    "text": "Where Amazon SNS puts a message that it could not deliver to a subscription: after all retries, or at once where the endpoint is gone or refuses. An attribute of the subscription, not of the topic.",
    "link": "https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html",
    "groups": [],
    "fields": {
      "deadLetterTargetArn": field174,
    },
  },
  "redrive-allow-policy": {
    "title": "redrive allow policy",
    "text": "Says which queues may name this queue as their dead-letter queue. An attribute of the dead-letter queue.",
    "link": "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive-permission.html",
    "groups": [],
    "fields": {
      "redrivePermission": field175,
      "sourceQueueArns": field176,
    },
  },
  "redrive-policy": {
    "title": "redrive policy",
    "text": "Moves a message that consumers keep failing on out of the queue's way: the receive after the last allowed one moves it to the dead-letter queue, with its id, body and attributes. An attribute of the source queue.",
    "link": "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html",
    "groups": [],
    "fields": {
      "deadLetterTargetArn": field177,
      "maxReceiveCount": field178,
    },
  },
  "event-pattern": {
    "title": "event pattern",
    "text": "Says which events a rule takes: those for which every key matches. Keys nest as the event does; where the event has a value, the pattern has a list of alternatives. At most 2,048 characters by default.",
    "link": "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html",
    "groups": [],
    "fields": {
      "source": field179,
      "detail-type": field180,
      "detail": field181,
      "account": field182,
      "region": field183,
      "resources": field184,
      "time": field185,
      "id": field186,
      "version": field187,
      "$or": field188,
    },
  },
  "record": {
    "title": "record",
    "text": "What a pipe or an event source mapping filters: one record of its source. Data in base64 and JSON in text is looked into.",
    "link": "https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html",
    "groups": [],
    "fields": {
      "body": field189,
      "messageAttributes": field190,
      "data": field191,
      "partitionKey": field192,
      "eventName": field193,
      "dynamodb": field194,
      "value": field195,
      "key": field196,
    },
  },
  "message-attribute": {
    "title": "message attribute",
    "text": "A value of a message with its type, as Amazon SNS writes it.",
    "link": "https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html",
    "groups": [],
    "fields": {
      "Type": field197,
      "Value": field198,
    },
  },
  "sample": {
    "title": "sample message",
    "text": "One message or event, and whether it is meant to match.",
    "link": "https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html",
    "groups": [],
    "fields": {
      "name": field199,
      "Message": field200,
      "MessageAttributes": field201,
      "event": field202,
      "matches": field203,
    },
  },
  "sample-file": {
    "title": "sample file",
    "text": "Sample messages beside a filter policy or an event pattern: each shows in place whether it matches. Sluice's own format; AWS does not read it.",
    "link": "https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html",
    "groups": [],
    "fields": {
      "FilterPolicyScope": field204,
      "messages": field205,
    },
  },
  "behavior": {
    "title": "behavior",
    "text": "What something does that takes messages, and that no template says. Fields that a resource has no use for change nothing.",
    "link": "https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios",
    "groups": [],
    "fields": {
      "duration": field206,
      "fails": field207,
      "coldStart": field208,
      "failsItems": field209,
      "sends": field210,
      "returns": field211,
      "handler": field212,
      "duplicates": field213,
      "outOfOrder": field214,
      "shortPollShare": field215,
      "redrives": field216,
      "purges": field217,
      "reshard": field218,
      "outages": field219,
      "sql": field220,
      "reads": field221,
      "writesTo": field222,
      "lateness": field223,
      "idle": field224,
      "notificationDelay": field225,
      "replays": field226,
      "taskToken": field227,
      "states": field228,
      "error": field229,
      "cause": field230,
      "partitions": field231,
      "acks": field232,
      "replicationLag": field233,
      "catchUp": field234,
      "topics": field235,
      "redeliveries": field236,
      "redeliveryDelay": field237,
      "expires": field238,
      "deadLetters": field239,
    },
  },
  "burst": {
    "title": "burst",
    "text": "Many messages at once, perhaps again and again.",
    "link": "https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios",
    "groups": [],
    "fields": {
      "count": field240,
      "every": field241,
      "over": field242,
    },
  },
  "case": {
    "title": "case",
    "text": "One execution of the state machine, and what it must come to.",
    "link": "https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios",
    "groups": [],
    "fields": {
      "name": field243,
      "input": field244,
      "mocks": field245,
      "expect": field246,
    },
  },
  "case-result": {
    "title": "expected result",
    "text": "What an execution must come to. What is left out may be anything.",
    "link": "https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios",
    "groups": [],
    "fields": {
      "status": field247,
      "error": field248,
      "cause": field249,
      "output": field250,
      "path": field251,
    },
  },
  "consumer": {
    "title": "consumer",
    "text": "Programs on EC2 instances or in containers: workers that poll a queue, or that share a stream (with the Kinesis Client Library) or a topic of Kafka (as a consumer group); a program that reads a video stream.",
    "link": "https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios",
    "groups": [],
    "fields": {
      "polls": field252,
      "workers": field253,
      "threads": field254,
      "batch": field255,
      "wait": field256,
      "pause": field257,
      "duration": field206,
      "fails": field207,
      "start": field258,
      "visibilityTimeout": field259,
      "heartbeat": field260,
      "deletes": field261,
      "visibilityTimeoutOnFailure": field262,
      "stopTimeout": field263,
      "maxRecords": field264,
      "failover": field265,
      "checkpointEvery": field266,
      "startsAt": field267,
      "startSelector": field268,
      "fragmentSelector": field269,
      "begins": field270,
      "onError": field271,
      "dies": field272,
      "commits": field273,
      "commitInterval": field274,
      "assignment": field275,
      "sessionTimeout": field276,
      "maxPollInterval": field277,
      "retries": field278,
      "retryPause": field279,
      "deadLetters": field280,
      "sendsTo": field281,
      "taskToken": field282,
    },
  },
  "death": {
    "title": "death",
    "text": "A worker that dies without a word: its leases expire, and others go on from its last checkpoints.",
    "link": "https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios",
    "groups": [],
    "fields": {
      "at": field283,
      "worker": field284,
      "back": field285,
    },
  },
  "distribution": {
    "title": "distribution of times",
    "text": "How long something takes that is not always the same. Percentiles, `{ p50: 120ms, p99: 2s }`: with exactly these two, the long tail that services have; with any others, straight lines between the points as measured.",
    "link": "https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios",
    "groups": [],
    "open": true,
    "fields": {
      "p50": field286,
      "p90": field287,
      "p95": field288,
      "p99": field289,
      "p100": field290,
      "uniform": field291,
      "exponential": field292,
      "normal": field293,
      "lognormal": field294,
    },
  },
  "expectation": {
    "title": "expectation",
    "text": "Something that must be true when the simulation has ended.",
    "link": "https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios",
    "groups": [{"fields":["lost","empty","metric","order","visits","cost"],"min":1,"max":1}],
    "fields": {
      "name": field295,
      "lost": field296,
      "empty": field297,
      "metric": field298,
      "order": field299,
      "visits": field300,
      "cost": field301,
      "total": field302,
      "max": field303,
      "mean": field304,
      "min": field305,
      "last": field306,
      "p50": field307,
      "p90": field308,
      "p95": field309,
      "p99": field310,
      "p999": field311,
      "count": field312,
      "within": field313,
      "message": field314,
    },
  },
  "failure": {
    "title": "failure",
    "text": "Which messages fail.",
    "link": "https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios",
    "groups": [],
    "fields": {
      "rate": field315,
      "when": field316,
      "times": field317,
      "error": field318,
    },
  },
  "fault": {
    "title": "fault",
    "text": "Something that goes wrong.",
    "link": "https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios",
    "groups": [{"fields":["outage","throttle","slow","duplicates","poison"],"min":1,"max":1}],
    "fields": {
      "outage": field319,
      "throttle": field320,
      "slow": field321,
      "duplicates": field322,
      "poison": field323,
      "rate": field324,
      "times": field325,
      "at": field326,
      "message": field327,
      "from": field328,
      "until": field329,
    },
  },
  "fragment-selector": {
    "title": "fragment selector",
    "text": "Which of the fragments that a video stream has retained a program looks at: those that begin in a time.",
    "link": "https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_reader_FragmentSelector.html",
    "groups": [],
    "fields": {
      "type": field330,
      "from": field331,
      "until": field332,
    },
  },
  "outage": {
    "title": "outage",
    "text": "A time in which an endpoint does not answer.",
    "link": "https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios",
    "groups": [],
    "fields": {
      "from": field333,
      "until": field334,
    },
  },
  "purge": {
    "title": "purge",
    "text": "A queue is purged: all that is in it is deleted.",
    "link": "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-using-purge-queue.html",
    "groups": [],
    "fields": {
      "at": field335,
    },
  },
  "ramp": {
    "title": "ramp",
    "text": "A rate that rises or falls evenly.",
    "link": "https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios",
    "groups": [],
    "fields": {
      "from": field336,
      "to": field337,
      "over": field338,
    },
  },
  "redrive": {
    "title": "redrive",
    "text": "A message move task: what a dead-letter queue holds goes back to where it came from.",
    "link": "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html",
    "groups": [],
    "fields": {
      "at": field335,
      "rate": field339,
    },
  },
  "replay": {
    "title": "replay",
    "text": "An archive hands events that it has kept to its bus once more.",
    "link": "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-replay-archived-event.html",
    "groups": [],
    "fields": {
      "at": field335,
      "from": field340,
      "until": field341,
      "rules": field342,
    },
  },
  "resharding": {
    "title": "resharding",
    "text": "A change of a stream's shards, as a person or a program asks for it. It takes some seconds, and the stream takes no other meanwhile.",
    "link": "https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios",
    "groups": [{"fields":["shards","split","merge"],"min":1,"max":1}],
    "fields": {
      "at": field343,
      "shards": field344,
      "split": field345,
      "hashKey": field346,
      "merge": field347,
    },
  },
  "scenario": {
    "title": "scenario",
    "text": "What a template cannot say: how much traffic there is, how long code takes and how often it fails, what goes wrong and when, and what is expected of all that.",
    "link": "https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios",
    "groups": [],
    "fields": {
      "simulate": field348,
      "parameters": field349,
      "resources": field350,
      "duration": field351,
      "start": field352,
      "seed": field353,
      "prices": field354,
      "traffic": field355,
      "behavior": field356,
      "consumers": field357,
      "faults": field358,
      "expect": field359,
      "sweep": field360,
      "cases": field361,
    },
  },
  "sending": {
    "title": "message that is sent",
    "text": "A message that code sends.",
    "link": "https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios",
    "groups": [],
    "fields": {
      "to": field362,
      "message": field363,
    },
  },
  "sent-message": {
    "title": "message",
    "text": "A message with what goes with it. Its texts may have placeholders, filled in anew for each: `${sequence}`, `${uuid}`, `${time}`, `${epochMs}`, `${random(1, 100)}`, `${pick(a, b, c)}`, `${zipf(100)}`.",
    "link": "https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios",
    "groups": [],
    "open": true,
    "fields": {
      "body": field364,
      "attributes": field365,
      "groupId": field366,
      "deduplicationId": field367,
      "partitionKey": field368,
    },
  },
  "start-selector": {
    "title": "start selector",
    "text": "With which fragment of a video stream a program begins: by a fragment's number, or by a time.",
    "link": "https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_dataplane_StartSelector.html",
    "groups": [],
    "fields": {
      "type": field369,
      "timestamp": field370,
      "afterFragmentNumber": field371,
    },
  },
  "sweep": {
    "title": "sweep",
    "text": "Every combination of some settings, with several seeds each, as a table with percentiles and confidence.",
    "link": "https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios",
    "groups": [],
    "fields": {
      "seeds": field372,
      "vary": field373,
      "show": field374,
    },
  },
  "token-callback": {
    "title": "token-callback",
    "text": "How a task token is answered.",
    "link": "https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token",
    "groups": [],
    "fields": {
      "path": field375,
      "fails": field376,
      "error": field377,
      "cause": field378,
      "output": field379,
    },
  },
  "traffic": {
    "title": "producer",
    "text": "Somebody who sends messages to the system, as AWS's SDKs do: what is refused is sent again, three times in all.",
    "link": "https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios",
    "groups": [{"fields":["rate","poisson","burst","ramp","at","replay"],"min":1,"max":1}],
    "fields": {
      "name": field380,
      "to": field381,
      "rate": field382,
      "poisson": field383,
      "burst": field384,
      "ramp": field385,
      "at": field386,
      "replay": field387,
      "from": field333,
      "until": field388,
      "count": field389,
      "batch": field390,
      "message": field391,
      "messages": field392,
    },
  },
  "worker-range": {
    "title": "range of workers",
    "text": "An Auto Scaling group that follows the number of messages that wait for each worker.",
    "link": "https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-using-sqs-queue.html",
    "groups": [],
    "fields": {
      "min": field393,
      "max": field394,
      "backlogPerWorker": field395,
      "cooldown": field396,
    },
  },
};

export const ERRORS: readonly ErrorEntry[] = [
  {"name":"States.ALL","text":"A wildcard that matches every error name, except `States.DataLimitExceeded` and `States.Runtime`. Must stand alone, in the last retrier or catcher.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html","catchable":true,"matchedByAll":true},
  {"name":"States.Timeout","text":"A Task ran longer than its TimeoutSeconds, or the execution longer than the machine's. In ErrorEquals it matches `States.HeartbeatTimeout` too. The machine's own timeout can't be caught.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html","catchable":true,"matchedByAll":true},
  {"name":"States.HeartbeatTimeout","text":"A Task was silent for longer than its HeartbeatSeconds.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html","catchable":true,"matchedByAll":true},
  {"name":"States.TaskFailed","text":"A Task failed. In ErrorEquals of a Task's retrier or catcher it is a wildcard for every error except `States.Timeout`.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html","catchable":true,"matchedByAll":true},
  {"name":"States.Permissions","text":"The execution role may not do what the state asked for.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html","catchable":true,"matchedByAll":true},
  {"name":"States.ResultPathMatchFailure","text":"ResultPath can't be applied to the state's input: a parent of the place that it names is not an object or array.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html","catchable":true,"matchedByAll":true},
  {"name":"States.ParameterPathFailure","text":"A path in a payload template (Parameters, ResultSelector, ItemSelector, Assign) finds nothing.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html","catchable":true,"matchedByAll":true},
  {"name":"States.QueryEvaluationError","text":"A JSONata expression failed, gave nothing, or gave a value of a type that the field does not take.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html","catchable":true,"matchedByAll":true},
  {"name":"States.BranchFailed","text":"A branch of a Parallel state failed.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html","catchable":true,"matchedByAll":true},
  {"name":"States.NoChoiceMatched","text":"No rule of a Choice state is true and it has no Default. AWS has been seen to give `States.Runtime` instead, which nothing catches.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html","catchable":true,"matchedByAll":true},
  {"name":"States.IntrinsicFailure","text":"An intrinsic function could not work with its arguments.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html","catchable":true,"matchedByAll":true},
  {"name":"States.ExceedToleratedFailureThreshold","text":"More items of a Distributed Map failed than ToleratedFailureCount or ToleratedFailurePercentage allow.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html","catchable":true,"matchedByAll":true},
  {"name":"States.ItemReaderFailed","text":"A Distributed Map could not read its items.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html","catchable":true,"matchedByAll":true},
  {"name":"States.ResultWriterFailed","text":"A Distributed Map could not write its results.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html","catchable":true,"matchedByAll":true},
  {"name":"States.DataLimitExceeded","text":"A payload is larger than 256 KiB: an output, a task's result, or the variables. `States.ALL` does not match it; name it to catch it.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html","catchable":true,"matchedByAll":false},
  {"name":"States.Runtime","text":"Something can't be processed: InputPath or OutputPath on a null payload, a path that finds nothing. Always fails the execution: neither retriers nor catchers see it.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html","catchable":false,"matchedByAll":false},
  {"name":"States.Http.Socket","text":"An HTTP Task got no answer within 60 seconds.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html","catchable":true,"matchedByAll":true},
];

export const INTRINSICS: readonly FunctionEntry[] = [
  {"name":"States.Array","parameters":[{"name":"value","type":"any","variadic":true,"text":"An item of the array."}],"minArguments":0,"maxArguments":Infinity,"returns":"array","text":"Makes an array of its arguments, in their order.","example":"States.Array($.Id, 'x', 1)","result":"[123, \"x\", 1]","link":"https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html","group":"Arrays"},
  {"name":"States.ArrayPartition","parameters":[{"name":"array","type":"array","text":"The array to split."},{"name":"size","type":"number","text":"How many items a chunk has at most; a positive integer."}],"minArguments":2,"maxArguments":2,"returns":"array","text":"Splits an array into chunks of the same size; the last one may be shorter.","example":"States.ArrayPartition($.inputArray, 4)","result":"[[1, 2, 3, 4], [5, 6]]","link":"https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html","group":"Arrays"},
  {"name":"States.ArrayContains","parameters":[{"name":"array","type":"array","text":"Where to look."},{"name":"value","type":"any","text":"What to look for; objects and arrays are compared by what they hold."}],"minArguments":2,"maxArguments":2,"returns":"boolean","text":"Tells whether an array has an item that equals a value.","example":"States.ArrayContains($.inputArray, $.lookingFor)","result":"true","link":"https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html","group":"Arrays"},
  {"name":"States.ArrayRange","parameters":[{"name":"start","type":"number","text":"The first value."},{"name":"end","type":"number","text":"The last value, if a step falls on it."},{"name":"step","type":"number","text":"The difference; not 0. Fractions are rounded."}],"minArguments":3,"maxArguments":3,"returns":"array","text":"Makes an array of numbers from start to end, both included: at most 1,000.","example":"States.ArrayRange(1, 9, 2)","result":"[1, 3, 5, 7, 9]","link":"https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html","group":"Arrays"},
  {"name":"States.ArrayGetItem","parameters":[{"name":"array","type":"array","text":"The array."},{"name":"index","type":"number","text":"Which item, counted from 0."}],"minArguments":2,"maxArguments":2,"returns":"any","text":"Gives one item of an array.","example":"States.ArrayGetItem($.inputArray, 5)","result":"6","link":"https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html","group":"Arrays"},
  {"name":"States.ArrayLength","parameters":[{"name":"array","type":"array","text":"The array."}],"minArguments":1,"maxArguments":1,"returns":"number","text":"Gives the number of items.","example":"States.ArrayLength($.inputArray)","result":"9","link":"https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html","group":"Arrays"},
  {"name":"States.ArrayUnique","parameters":[{"name":"array","type":"array","text":"The array."}],"minArguments":1,"maxArguments":1,"returns":"array","text":"Removes items that equal an earlier one.","example":"States.ArrayUnique($.inputArray)","result":"[1, 2, 3]","link":"https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html","group":"Arrays"},
  {"name":"States.Base64Encode","parameters":[{"name":"data","type":"string","text":"At most 10,000 characters."}],"minArguments":1,"maxArguments":1,"returns":"string","text":"Encodes a string in MIME Base64.","example":"States.Base64Encode('Data to encode')","result":"\"RGF0YSB0byBlbmNvZGU=\"","link":"https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html","group":"Encoding"},
  {"name":"States.Base64Decode","parameters":[{"name":"data","type":"string","text":"Base64 text of at most 10,000 characters."}],"minArguments":1,"maxArguments":1,"returns":"string","text":"Decodes MIME Base64.","example":"States.Base64Decode('RGF0YSB0byBlbmNvZGU=')","result":"\"Data to encode\"","link":"https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html","group":"Encoding"},
  {"name":"States.Hash","parameters":[{"name":"data","type":"any","text":"What to hash, at most 10,000 characters; a value that is no string is hashed as its JSON text."},{"name":"algorithm","type":"string","text":"`MD5`, `SHA-1`, `SHA-256`, `SHA-384` or `SHA-512`."}],"minArguments":2,"maxArguments":2,"returns":"string","text":"Gives a hash in hexadecimal digits.","example":"States.Hash('input data', 'SHA-1')","result":"\"aaff4a450a104cd177d28d18d74485e8cae074b7\"","link":"https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html","group":"Hashes"},
  {"name":"States.JsonMerge","parameters":[{"name":"first","type":"object","text":"The first object."},{"name":"second","type":"object","text":"The second object; its values win where both have a key."},{"name":"deep","type":"boolean","text":"Must be `false`: only shallow merging is supported."}],"minArguments":3,"maxArguments":3,"returns":"object","text":"Merges two objects into one.","example":"States.JsonMerge($.json1, $.json2, false)","result":"{ \"a\": 1, \"b\": 2 }","link":"https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html","group":"JSON"},
  {"name":"States.StringToJson","parameters":[{"name":"text","type":"string","text":"JSON text with escaped quotes."}],"minArguments":1,"maxArguments":1,"returns":"any","text":"Reads JSON text.","example":"States.StringToJson($.escapedJsonString)","result":"{ \"foo\": \"bar\" }","link":"https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html","group":"JSON"},
  {"name":"States.JsonToString","parameters":[{"name":"value","type":"any","text":"The value to write."}],"minArguments":1,"maxArguments":1,"returns":"string","text":"Writes a value as JSON text.","example":"States.JsonToString($.unescapedJson)","result":"\"{\\\"foo\\\":\\\"bar\\\"}\"","link":"https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html","group":"JSON"},
  {"name":"States.MathRandom","parameters":[{"name":"start","type":"number","text":"The smallest value."},{"name":"end","type":"number","text":"The end, which is not reached."},{"name":"seed","type":"number","optional":true,"text":"Makes the result repeatable."}],"minArguments":2,"maxArguments":3,"returns":"number","text":"Gives a random integer from start (included) to end (excluded).","example":"States.MathRandom(1, 999)","result":"456","link":"https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html","group":"Mathematics"},
  {"name":"States.MathAdd","parameters":[{"name":"first","type":"number","text":"An integer; fractions are rounded."},{"name":"second","type":"number","text":"An integer; negative to subtract."}],"minArguments":2,"maxArguments":2,"returns":"number","text":"Adds two integers.","example":"States.MathAdd($.value1, -1)","result":"110","link":"https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html","group":"Mathematics"},
  {"name":"States.StringSplit","parameters":[{"name":"text","type":"string","text":"The string to split."},{"name":"delimiters","type":"string","text":"Characters, each of which separates."}],"minArguments":2,"maxArguments":2,"returns":"array","text":"Splits a string at every one of the delimiter characters; empty pieces are dropped.","example":"States.StringSplit('1,2,3', ',')","result":"[\"1\", \"2\", \"3\"]","link":"https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html","group":"Strings"},
  {"name":"States.UUID","parameters":[],"minArguments":0,"maxArguments":0,"returns":"string","text":"Gives a random UUID, version 4.","example":"States.UUID()","result":"\"ca4c1140-dcc1-40cd-ad05-7b4aa23df4a8\"","link":"https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html","group":"Identifiers"},
  {"name":"States.Format","parameters":[{"name":"template","type":"string","text":"Text with `{}` where values go; `\\{`, `\\}`, `\\'` and `\\\\` stand for the characters."},{"name":"value","type":"any","variadic":true,"text":"A value for the next `{}`; as many as there are `{}`."}],"minArguments":1,"maxArguments":Infinity,"returns":"string","text":"Puts values into a text.","example":"States.Format('Hello, {}', $.name)","result":"\"Hello, Arnav\"","link":"https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html","group":"Strings"},
];

export const JSONATA_FUNCTIONS: readonly FunctionEntry[] = [
  {"name":"$string","parameters":[{"name":"arg","type":"any","optional":true,"text":"The value; left out, the context."},{"name":"prettify","type":"boolean","optional":true,"text":"`true` indents by two spaces."}],"minArguments":0,"maxArguments":2,"returns":"string","text":"Casts a value to a string: strings stay, functions become an empty string, all else becomes JSON text.","example":"$string({\"a\": 1})","result":"\"{\\\"a\\\":1}\"","link":"https://docs.jsonata.org/string-functions#string","group":"String"},
  {"name":"$length","parameters":[{"name":"str","type":"string","text":"The string."}],"minArguments":1,"maxArguments":1,"returns":"number","text":"Gives the number of characters.","example":"$length(\"Hello\")","result":"5","link":"https://docs.jsonata.org/string-functions#length","group":"String"},
  {"name":"$substring","parameters":[{"name":"str","type":"string","text":"The string."},{"name":"start","type":"number","text":"Index of the first character, from 0; negative counts from the end."},{"name":"length","type":"number","optional":true,"text":"How many characters at most."}],"minArguments":2,"maxArguments":3,"returns":"string","text":"Gives a part of a string.","example":"$substring(\"Hello World\", 3, 5)","result":"\"lo Wo\"","link":"https://docs.jsonata.org/string-functions#substring","group":"String"},
  {"name":"$substringBefore","parameters":[{"name":"str","type":"string","text":"The string."},{"name":"chars","type":"string","text":"What ends the part."}],"minArguments":2,"maxArguments":2,"returns":"string","text":"Gives what stands before the first occurrence of chars, or the whole string.","example":"$substringBefore(\"Hello World\", \" \")","result":"\"Hello\"","link":"https://docs.jsonata.org/string-functions#substringbefore","group":"String"},
  {"name":"$substringAfter","parameters":[{"name":"str","type":"string","text":"The string."},{"name":"chars","type":"string","text":"What comes before the part."}],"minArguments":2,"maxArguments":2,"returns":"string","text":"Gives what stands after the first occurrence of chars, or the whole string.","example":"$substringAfter(\"Hello World\", \" \")","result":"\"World\"","link":"https://docs.jsonata.org/string-functions#substringafter","group":"String"},
  {"name":"$uppercase","parameters":[{"name":"str","type":"string","text":"The string."}],"minArguments":1,"maxArguments":1,"returns":"string","text":"Gives the string in upper case.","example":"$uppercase(\"Hello\")","result":"\"HELLO\"","link":"https://docs.jsonata.org/string-functions#uppercase","group":"String"},
  {"name":"$lowercase","parameters":[{"name":"str","type":"string","text":"The string."}],"minArguments":1,"maxArguments":1,"returns":"string","text":"Gives the string in lower case.","example":"$lowercase(\"Hello\")","result":"\"hello\"","link":"https://docs.jsonata.org/string-functions#lowercase","group":"String"},
  {"name":"$trim","parameters":[{"name":"str","type":"string","text":"The string."}],"minArguments":1,"maxArguments":1,"returns":"string","text":"Removes white space at both ends and makes every run of it inside one space.","example":"$trim(\"  Hello  World \")","result":"\"Hello World\"","link":"https://docs.jsonata.org/string-functions#trim","group":"String"},
  {"name":"$pad","parameters":[{"name":"str","type":"string","text":"The string."},{"name":"width","type":"number","text":"The length to reach; negative pads on the left."},{"name":"char","type":"string","optional":true,"text":"What to pad with; a space when left out."}],"minArguments":2,"maxArguments":3,"returns":"string","text":"Pads a string to a length.","example":"$pad(\"foo\", -5, \"#\")","result":"\"##foo\"","link":"https://docs.jsonata.org/string-functions#pad","group":"String"},
  {"name":"$contains","parameters":[{"name":"str","type":"string","text":"The string."},{"name":"pattern","type":"string or regex","text":"What to look for."}],"minArguments":2,"maxArguments":2,"returns":"boolean","text":"Tells whether a string has a match of a pattern.","example":"$contains(\"abracadabra\", \"bra\")","result":"true","link":"https://docs.jsonata.org/string-functions#contains","group":"String"},
  {"name":"$split","parameters":[{"name":"str","type":"string","text":"The string."},{"name":"separator","type":"string or regex","text":"What separates."},{"name":"limit","type":"number","optional":true,"text":"How many pieces at most."}],"minArguments":2,"maxArguments":3,"returns":"array","text":"Splits a string into an array.","example":"$split(\"so many words\", \" \")","result":"[\"so\", \"many\", \"words\"]","link":"https://docs.jsonata.org/string-functions#split","group":"String"},
  {"name":"$join","parameters":[{"name":"array","type":"array of string","text":"The strings."},{"name":"separator","type":"string","optional":true,"text":"What to put between them."}],"minArguments":1,"maxArguments":2,"returns":"string","text":"Joins strings.","example":"$join([\"a\", \"b\"], \", \")","result":"\"a, b\"","link":"https://docs.jsonata.org/string-functions#join","group":"String"},
  {"name":"$match","parameters":[{"name":"str","type":"string","text":"The string."},{"name":"pattern","type":"regex","text":"What to look for."},{"name":"limit","type":"number","optional":true,"text":"How many matches at most."}],"minArguments":2,"maxArguments":3,"returns":"array","text":"Gives the matches of a regular expression: `{match, index, groups}`.","example":"$match(\"ababbabbcc\", /a(b+)/)","result":"[{ \"match\": \"ab\", \"index\": 0, \"groups\": [\"b\"] }]","link":"https://docs.jsonata.org/string-functions#match","group":"String"},
  {"name":"$replace","parameters":[{"name":"str","type":"string","text":"The string."},{"name":"pattern","type":"string or regex","text":"What to look for."},{"name":"replacement","type":"string or function","text":"What to put there; `$1` is a group."},{"name":"limit","type":"number","optional":true,"text":"How many replacements at most."}],"minArguments":3,"maxArguments":4,"returns":"string","text":"Replaces matches of a pattern.","example":"$replace(\"John Smith\", \"John\", \"Marc\")","result":"\"Marc Smith\"","link":"https://docs.jsonata.org/string-functions#replace","group":"String"},
  {"name":"$eval","parameters":[{"name":"expr","type":"string","text":"A JSONata expression."},{"name":"context","type":"any","optional":true,"text":"The context."}],"minArguments":1,"maxArguments":2,"returns":"any","text":"Evaluates a string as JSONata. **Step Functions refuses it**; `$parse` reads JSON text.","example":"$parse(\"{\\\"a\\\": 1}\")","result":"{ \"a\": 1 }","link":"https://docs.jsonata.org/string-functions#eval","group":"String","stepFunctions":"refused"},
  {"name":"$base64encode","parameters":[{"name":"string","type":"string","text":"The string."}],"minArguments":1,"maxArguments":1,"returns":"string","text":"Encodes a string in Base64.","example":"$base64encode(\"myuser:mypass\")","result":"\"bXl1c2VyOm15cGFzcw==\"","link":"https://docs.jsonata.org/string-functions#base64encode","group":"String"},
  {"name":"$base64decode","parameters":[{"name":"string","type":"string","text":"Base64 text."}],"minArguments":1,"maxArguments":1,"returns":"string","text":"Decodes Base64.","example":"$base64decode(\"bXl1c2VyOm15cGFzcw==\")","result":"\"myuser:mypass\"","link":"https://docs.jsonata.org/string-functions#base64decode","group":"String"},
  {"name":"$encodeUrlComponent","parameters":[{"name":"str","type":"string","text":"The string."}],"minArguments":1,"maxArguments":1,"returns":"string","text":"Encodes a part of a URL.","example":"$encodeUrlComponent(\"?x=test\")","result":"\"%3Fx%3Dtest\"","link":"https://docs.jsonata.org/string-functions#encodeurlcomponent","group":"String"},
  {"name":"$encodeUrl","parameters":[{"name":"str","type":"string","text":"The string."}],"minArguments":1,"maxArguments":1,"returns":"string","text":"Encodes a URL.","example":"$encodeUrl(\"https://example.com/a b\")","result":"\"https://example.com/a%20b\"","link":"https://docs.jsonata.org/string-functions#encodeurl","group":"String"},
  {"name":"$decodeUrlComponent","parameters":[{"name":"str","type":"string","text":"The string."}],"minArguments":1,"maxArguments":1,"returns":"string","text":"Decodes a part of a URL.","example":"$decodeUrlComponent(\"%3Fx%3Dtest\")","result":"\"?x=test\"","link":"https://docs.jsonata.org/string-functions#decodeurlcomponent","group":"String"},
  {"name":"$decodeUrl","parameters":[{"name":"str","type":"string","text":"The string."}],"minArguments":1,"maxArguments":1,"returns":"string","text":"Decodes a URL.","example":"$decodeUrl(\"https://example.com/a%20b\")","result":"\"https://example.com/a b\"","link":"https://docs.jsonata.org/string-functions#decodeurl","group":"String"},
  {"name":"$number","parameters":[{"name":"arg","type":"string, number or boolean","text":"The value."}],"minArguments":1,"maxArguments":1,"returns":"number","text":"Casts a value to a number; also `0x`, `0o` and `0b` strings.","example":"$number(\"5\")","result":"5","link":"https://docs.jsonata.org/numeric-functions#number","group":"Numeric"},
  {"name":"$abs","parameters":[{"name":"number","type":"number","text":"The number."}],"minArguments":1,"maxArguments":1,"returns":"number","text":"Gives the absolute value.","example":"$abs(-5)","result":"5","link":"https://docs.jsonata.org/numeric-functions#abs","group":"Numeric"},
  {"name":"$floor","parameters":[{"name":"number","type":"number","text":"The number."}],"minArguments":1,"maxArguments":1,"returns":"number","text":"Rounds down.","example":"$floor(5.8)","result":"5","link":"https://docs.jsonata.org/numeric-functions#floor","group":"Numeric"},
  {"name":"$ceil","parameters":[{"name":"number","type":"number","text":"The number."}],"minArguments":1,"maxArguments":1,"returns":"number","text":"Rounds up.","example":"$ceil(5.3)","result":"6","link":"https://docs.jsonata.org/numeric-functions#ceil","group":"Numeric"},
  {"name":"$round","parameters":[{"name":"number","type":"number","text":"The number."},{"name":"precision","type":"number","optional":true,"text":"Decimal places; negative rounds to tens, hundreds."}],"minArguments":1,"maxArguments":2,"returns":"number","text":"Rounds; a half goes to the even neighbour.","example":"$round(123.456, 2)","result":"123.46","link":"https://docs.jsonata.org/numeric-functions#round","group":"Numeric"},
  {"name":"$power","parameters":[{"name":"base","type":"number","text":"The base."},{"name":"exponent","type":"number","text":"The exponent."}],"minArguments":2,"maxArguments":2,"returns":"number","text":"Raises to a power.","example":"$power(2, 8)","result":"256","link":"https://docs.jsonata.org/numeric-functions#power","group":"Numeric"},
  {"name":"$sqrt","parameters":[{"name":"number","type":"number","text":"The number, 0 or more."}],"minArguments":1,"maxArguments":1,"returns":"number","text":"Gives the square root.","example":"$sqrt(4)","result":"2","link":"https://docs.jsonata.org/numeric-functions#sqrt","group":"Numeric"},
  {"name":"$random","parameters":[{"name":"seed","type":"number","optional":true,"text":"Step Functions: makes the result repeatable."}],"minArguments":0,"maxArguments":1,"returns":"number","text":"Gives a random number from 0 to below 1. Step Functions adds the seed.","example":"$random()","result":"0.7973541067127","link":"https://docs.jsonata.org/numeric-functions#random","group":"Numeric","stepFunctions":"changed"},
  {"name":"$formatNumber","parameters":[{"name":"number","type":"number","text":"The number."},{"name":"picture","type":"string","text":"The format, as of XPath: `#,##0.00`."},{"name":"options","type":"object","optional":true,"text":"Other symbols."}],"minArguments":2,"maxArguments":3,"returns":"string","text":"Formats a number by a picture.","example":"$formatNumber(12345.6, \"#,###.00\")","result":"\"12,345.60\"","link":"https://docs.jsonata.org/numeric-functions#formatnumber","group":"Numeric"},
  {"name":"$formatBase","parameters":[{"name":"number","type":"number","text":"The number."},{"name":"radix","type":"number","optional":true,"text":"2 to 36; 10 when left out."}],"minArguments":1,"maxArguments":2,"returns":"string","text":"Writes an integer in another base.","example":"$formatBase(100, 2)","result":"\"1100100\"","link":"https://docs.jsonata.org/numeric-functions#formatbase","group":"Numeric"},
  {"name":"$formatInteger","parameters":[{"name":"number","type":"number","text":"The number."},{"name":"picture","type":"string","text":"The format, as of XPath: `w` for words, `I` for Roman."}],"minArguments":2,"maxArguments":2,"returns":"string","text":"Formats an integer by a picture.","example":"$formatInteger(1999, \"I\")","result":"\"MCMXCIX\"","link":"https://docs.jsonata.org/numeric-functions#formatinteger","group":"Numeric"},
  {"name":"$parseInteger","parameters":[{"name":"string","type":"string","text":"The text."},{"name":"picture","type":"string","text":"The format, as of XPath."}],"minArguments":2,"maxArguments":2,"returns":"number","text":"Reads an integer by a picture.","example":"$parseInteger(\"12,345,678\", \"#,##0\")","result":"12345678","link":"https://docs.jsonata.org/numeric-functions#parseinteger","group":"Numeric"},
  {"name":"$sum","parameters":[{"name":"array","type":"array of number","text":"The numbers."}],"minArguments":1,"maxArguments":1,"returns":"number","text":"Adds numbers up.","example":"$sum([5, 1, 3])","result":"9","link":"https://docs.jsonata.org/aggregation-functions#sum","group":"Aggregation"},
  {"name":"$max","parameters":[{"name":"array","type":"array of number","text":"The numbers."}],"minArguments":1,"maxArguments":1,"returns":"number","text":"Gives the largest number.","example":"$max([5, 1, 3])","result":"5","link":"https://docs.jsonata.org/aggregation-functions#max","group":"Aggregation"},
  {"name":"$min","parameters":[{"name":"array","type":"array of number","text":"The numbers."}],"minArguments":1,"maxArguments":1,"returns":"number","text":"Gives the smallest number.","example":"$min([5, 1, 3])","result":"1","link":"https://docs.jsonata.org/aggregation-functions#min","group":"Aggregation"},
  {"name":"$average","parameters":[{"name":"array","type":"array of number","text":"The numbers."}],"minArguments":1,"maxArguments":1,"returns":"number","text":"Gives the mean.","example":"$average([5, 1, 3])","result":"3","link":"https://docs.jsonata.org/aggregation-functions#average","group":"Aggregation"},
  {"name":"$boolean","parameters":[{"name":"arg","type":"any","text":"The value."}],"minArguments":1,"maxArguments":1,"returns":"boolean","text":"Casts to a boolean: empty strings, arrays and objects, 0, null and arrays of only such are false.","example":"$boolean([0, 1])","result":"true","link":"https://docs.jsonata.org/boolean-functions#boolean","group":"Boolean"},
  {"name":"$not","parameters":[{"name":"arg","type":"any","text":"The value."}],"minArguments":1,"maxArguments":1,"returns":"boolean","text":"Gives the opposite of `$boolean`.","example":"$not(0)","result":"true","link":"https://docs.jsonata.org/boolean-functions#not","group":"Boolean"},
  {"name":"$exists","parameters":[{"name":"arg","type":"any","text":"An expression."}],"minArguments":1,"maxArguments":1,"returns":"boolean","text":"Tells whether an expression gives anything.","example":"$exists($states.input.orderId)","result":"true","link":"https://docs.jsonata.org/boolean-functions#exists","group":"Boolean"},
  {"name":"$count","parameters":[{"name":"array","type":"array","text":"The array; a lone value counts as one, nothing as none."}],"minArguments":1,"maxArguments":1,"returns":"number","text":"Gives the number of items.","example":"$count([1, 2, 3])","result":"3","link":"https://docs.jsonata.org/array-functions#count","group":"Array"},
  {"name":"$append","parameters":[{"name":"array1","type":"any","text":"The first items."},{"name":"array2","type":"any","text":"The last items."}],"minArguments":2,"maxArguments":2,"returns":"array","text":"Puts two arrays (or values) together.","example":"$append([1, 2], [3])","result":"[1, 2, 3]","link":"https://docs.jsonata.org/array-functions#append","group":"Array"},
  {"name":"$sort","parameters":[{"name":"array","type":"array","text":"The items; numbers or strings when no function is given."},{"name":"function","type":"function","optional":true,"text":"`function($l, $r)`: true if $l comes after $r."}],"minArguments":1,"maxArguments":2,"returns":"array","text":"Sorts an array.","example":"$sort([3, 1, 2])","result":"[1, 2, 3]","link":"https://docs.jsonata.org/array-functions#sort","group":"Array"},
  {"name":"$reverse","parameters":[{"name":"array","type":"array","text":"The array."}],"minArguments":1,"maxArguments":1,"returns":"array","text":"Reverses an array.","example":"$reverse([1, 2])","result":"[2, 1]","link":"https://docs.jsonata.org/array-functions#reverse","group":"Array"},
  {"name":"$shuffle","parameters":[{"name":"array","type":"array","text":"The array."}],"minArguments":1,"maxArguments":1,"returns":"array","text":"Puts the items in random order.","example":"$shuffle([1, 2, 3])","result":"[2, 3, 1]","link":"https://docs.jsonata.org/array-functions#shuffle","group":"Array"},
  {"name":"$distinct","parameters":[{"name":"array","type":"array","text":"The array."}],"minArguments":1,"maxArguments":1,"returns":"array","text":"Removes items that equal an earlier one.","example":"$distinct([1, 2, 1])","result":"[1, 2]","link":"https://docs.jsonata.org/array-functions#distinct","group":"Array"},
  {"name":"$zip","parameters":[{"name":"array","type":"array","variadic":true,"text":"An array."}],"minArguments":0,"maxArguments":Infinity,"returns":"array","text":"Makes arrays of the first, the second, ... items of all arguments.","example":"$zip([1, 2], [3, 4])","result":"[[1, 3], [2, 4]]","link":"https://docs.jsonata.org/array-functions#zip","group":"Array"},
  {"name":"$keys","parameters":[{"name":"object","type":"object or array of object","text":"The object."}],"minArguments":1,"maxArguments":1,"returns":"array","text":"Gives the keys of an object, or of all objects of an array.","example":"$keys({\"a\": 1, \"b\": 2})","result":"[\"a\", \"b\"]","link":"https://docs.jsonata.org/object-functions#keys","group":"Object"},
  {"name":"$lookup","parameters":[{"name":"object","type":"object or array of object","text":"Where to look."},{"name":"key","type":"string","text":"The key."}],"minArguments":2,"maxArguments":2,"returns":"any","text":"Gives the value of a key.","example":"$lookup({\"a\": 1}, \"a\")","result":"1","link":"https://docs.jsonata.org/object-functions#lookup","group":"Object"},
  {"name":"$spread","parameters":[{"name":"object","type":"object or array of object","text":"The object."}],"minArguments":1,"maxArguments":1,"returns":"array","text":"Splits an object into objects of one key each.","example":"$spread({\"a\": 1, \"b\": 2})","result":"[{ \"a\": 1 }, { \"b\": 2 }]","link":"https://docs.jsonata.org/object-functions#spread","group":"Object"},
  {"name":"$merge","parameters":[{"name":"array","type":"array of object","text":"The objects; later ones win."}],"minArguments":1,"maxArguments":1,"returns":"object","text":"Merges objects into one.","example":"$merge([{\"a\": 1}, {\"b\": 2}])","result":"{ \"a\": 1, \"b\": 2 }","link":"https://docs.jsonata.org/object-functions#merge","group":"Object"},
  {"name":"$sift","parameters":[{"name":"object","type":"object","text":"The object."},{"name":"function","type":"function","text":"`function($v, $k, $o)`: whether to keep the key."}],"minArguments":2,"maxArguments":2,"returns":"object","text":"Keeps the keys of an object for which a function is true.","example":"$sift({\"a\": 1, \"b\": 2}, function($v) { $v > 1 })","result":"{ \"b\": 2 }","link":"https://docs.jsonata.org/object-functions#sift","group":"Object"},
  {"name":"$each","parameters":[{"name":"object","type":"object","text":"The object."},{"name":"function","type":"function","text":"`function($v, $k)`."}],"minArguments":2,"maxArguments":2,"returns":"array","text":"Calls a function for each key of an object.","example":"$each({\"a\": 1}, function($v, $k) { $k & \"=\" & $v })","result":"[\"a=1\"]","link":"https://docs.jsonata.org/object-functions#each","group":"Object"},
  {"name":"$error","parameters":[{"name":"message","type":"string","optional":true,"text":"What to say."}],"minArguments":0,"maxArguments":1,"returns":"nothing","text":"Throws an error: the state fails with `States.QueryEvaluationError`.","example":"$error(\"no order\")","result":"","link":"https://docs.jsonata.org/object-functions#error","group":"Object"},
  {"name":"$assert","parameters":[{"name":"condition","type":"boolean","text":"What must be true."},{"name":"message","type":"string","optional":true,"text":"What to say."}],"minArguments":1,"maxArguments":2,"returns":"nothing","text":"Throws an error unless a condition is true.","example":"$assert($states.input.n > 0, \"n must be positive\")","result":"","link":"https://docs.jsonata.org/object-functions#assert","group":"Object"},
  {"name":"$type","parameters":[{"name":"value","type":"any","text":"The value."}],"minArguments":1,"maxArguments":1,"returns":"string","text":"Gives the type: `null`, `number`, `string`, `boolean`, `array`, `object` or `function`.","example":"$type(\"a\")","result":"\"string\"","link":"https://docs.jsonata.org/object-functions#type","group":"Object"},
  {"name":"$clone","parameters":[{"name":"value","type":"object or array","text":"The value."}],"minArguments":1,"maxArguments":1,"returns":"any","text":"Copies a value.","example":"$clone({\"a\": 1})","result":"{ \"a\": 1 }","link":"https://docs.jsonata.org/object-functions#clone","group":"Object"},
  {"name":"$now","parameters":[{"name":"picture","type":"string","optional":true,"text":"The format, as of XPath."},{"name":"timezone","type":"string","optional":true,"text":"An offset such as `+0100`."}],"minArguments":0,"maxArguments":2,"returns":"string","text":"Gives the time of the evaluation, ISO 8601 in UTC when no format is given.","example":"$now()","result":"\"2026-01-01T00:00:00.000Z\"","link":"https://docs.jsonata.org/date-time-functions#now","group":"Date and time"},
  {"name":"$millis","parameters":[],"minArguments":0,"maxArguments":0,"returns":"number","text":"Gives the time of the evaluation: milliseconds since 1970.","example":"$millis()","result":"1767225600000","link":"https://docs.jsonata.org/date-time-functions#millis","group":"Date and time"},
  {"name":"$fromMillis","parameters":[{"name":"number","type":"number","text":"Milliseconds since 1970."},{"name":"picture","type":"string","optional":true,"text":"The format, as of XPath."},{"name":"timezone","type":"string","optional":true,"text":"An offset such as `+0100`."}],"minArguments":1,"maxArguments":3,"returns":"string","text":"Writes a time, ISO 8601 in UTC when no format is given.","example":"$fromMillis(1767225600000)","result":"\"2026-01-01T00:00:00.000Z\"","link":"https://docs.jsonata.org/date-time-functions#frommillis","group":"Date and time"},
  {"name":"$toMillis","parameters":[{"name":"timestamp","type":"string","text":"The time."},{"name":"picture","type":"string","optional":true,"text":"The format, as of XPath."}],"minArguments":1,"maxArguments":2,"returns":"number","text":"Reads a time: milliseconds since 1970.","example":"$toMillis(\"2026-01-01T00:00:00.000Z\")","result":"1767225600000","link":"https://docs.jsonata.org/date-time-functions#tomillis","group":"Date and time"},
  {"name":"$map","parameters":[{"name":"array","type":"array","text":"The items."},{"name":"function","type":"function","text":"`function($v, $i, $a)`."}],"minArguments":2,"maxArguments":2,"returns":"array","text":"Calls a function for each item and gives the results. One result is not wrapped in an array.","example":"$map([1, 2], function($v) { $v * 2 })","result":"[2, 4]","link":"https://docs.jsonata.org/higher-order-functions#map","group":"Higher-order"},
  {"name":"$filter","parameters":[{"name":"array","type":"array","text":"The items."},{"name":"function","type":"function","text":"`function($v, $i, $a)`: whether to keep the item."}],"minArguments":2,"maxArguments":2,"returns":"array","text":"Keeps the items for which a function is true.","example":"$filter([1, 2, 3], function($v) { $v > 1 })","result":"[2, 3]","link":"https://docs.jsonata.org/higher-order-functions#filter","group":"Higher-order"},
  {"name":"$single","parameters":[{"name":"array","type":"array","text":"The items."},{"name":"function","type":"function","optional":true,"text":"`function($v, $i, $a)`: whether it is the one."}],"minArguments":1,"maxArguments":2,"returns":"any","text":"Gives the one item for which a function is true; an error if there is none or more than one.","example":"$single([1, 2, 3], function($v) { $v = 2 })","result":"2","link":"https://docs.jsonata.org/higher-order-functions#single","group":"Higher-order"},
  {"name":"$reduce","parameters":[{"name":"array","type":"array","text":"The items."},{"name":"function","type":"function","text":"`function($acc, $v, $i, $a)`."},{"name":"init","type":"any","optional":true,"text":"What to begin with."}],"minArguments":2,"maxArguments":3,"returns":"any","text":"Folds an array into one value.","example":"$reduce([1, 2, 3], function($acc, $v) { $acc + $v })","result":"6","link":"https://docs.jsonata.org/higher-order-functions#reduce","group":"Higher-order"},
  {"name":"$partition","parameters":[{"name":"array","type":"array","text":"The array to split."},{"name":"size","type":"number","text":"How many items a chunk has at most; a positive integer."}],"minArguments":2,"maxArguments":2,"returns":"array","text":"Splits an array into chunks of the same size; the last one may be shorter.","example":"$partition([1, 2, 3], 2)","result":"[[1, 2], [3]]","link":"https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#jsonata-functions-provided-by-sfn","group":"Step Functions","stepFunctions":"added"},
  {"name":"$range","parameters":[{"name":"start","type":"number","text":"The first value."},{"name":"end","type":"number","text":"The last value, if a step falls on it."},{"name":"step","type":"number","text":"The difference; not 0."}],"minArguments":3,"maxArguments":3,"returns":"array","text":"Makes an array of numbers from start to end, both included. A single number is not wrapped in an array.","example":"$range(1, 9, 2)","result":"[1, 3, 5, 7, 9]","link":"https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#jsonata-functions-provided-by-sfn","group":"Step Functions","stepFunctions":"added"},
  {"name":"$hash","parameters":[{"name":"data","type":"string","text":"What to hash."},{"name":"algorithm","type":"string","text":"`MD5`, `SHA-1`, `SHA-256`, `SHA-384` or `SHA-512`."}],"minArguments":2,"maxArguments":2,"returns":"string","text":"Gives a hash in hexadecimal digits.","example":"$hash(\"input data\", \"SHA-1\")","result":"\"aaff4a450a104cd177d28d18d74485e8cae074b7\"","link":"https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#jsonata-functions-provided-by-sfn","group":"Step Functions","stepFunctions":"added"},
  {"name":"$uuid","parameters":[],"minArguments":0,"maxArguments":0,"returns":"string","text":"Gives a random UUID, version 4.","example":"$uuid()","result":"\"ca4c1140-dcc1-40cd-ad05-7b4aa23df4a8\"","link":"https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#jsonata-functions-provided-by-sfn","group":"Step Functions","stepFunctions":"added"},
  {"name":"$parse","parameters":[{"name":"text","type":"string","text":"JSON text."}],"minArguments":1,"maxArguments":1,"returns":"any","text":"Reads JSON text; stands in for `$eval`.","example":"$parse(\"{\\\"a\\\": 1}\")","result":"{ \"a\": 1 }","link":"https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#jsonata-functions-provided-by-sfn","group":"Step Functions","stepFunctions":"added"},
];

export const CONTEXT_FIELDS: readonly ContextEntry[] = [
  {"path":"Execution","type":"object","text":"The execution: what started it, with which input and role.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html","example":"{ \"Id\": \"arn:aws:states:us-east-1:123456789012:execution:orders:run-1\" }"},
  {"path":"Execution.Id","type":"string","text":"The ARN of the execution.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html","example":"\"arn:aws:states:us-east-1:123456789012:execution:orders:run-1\""},
  {"path":"Execution.Input","type":"any","text":"The input that the execution was started with, in all states.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html","example":"{ \"orderId\": 7 }"},
  {"path":"Execution.Name","type":"string","text":"The name of the execution.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html","example":"\"run-1\""},
  {"path":"Execution.RoleArn","type":"string","text":"The ARN of the IAM role that the execution runs with.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html","example":"\"arn:aws:iam::123456789012:role/orders\""},
  {"path":"Execution.StartTime","type":"string","text":"When the execution started: ISO 8601, UTC, milliseconds.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html","example":"\"2026-01-01T00:00:00.000Z\""},
  {"path":"Execution.RedriveCount","type":"number","text":"How often the execution was redriven.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html","example":"0"},
  {"path":"Execution.RedriveTime","type":"string","text":"When the execution was last redriven: ISO 8601.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html","example":"\"2026-01-01T01:00:00.000Z\"","only":"redriven"},
  {"path":"State","type":"object","text":"The state that runs now.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html","example":"{ \"Name\": \"Charge\", \"RetryCount\": 0 }"},
  {"path":"State.EnteredTime","type":"string","text":"When the state was entered: ISO 8601, UTC, milliseconds.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html","example":"\"2026-01-01T00:00:01.000Z\""},
  {"path":"State.Name","type":"string","text":"The name of the state.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html","example":"\"Charge\""},
  {"path":"State.RetryCount","type":"number","text":"How often the state was retried.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html","example":"0"},
  {"path":"StateMachine","type":"object","text":"The state machine.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html","example":"{ \"Name\": \"orders\" }"},
  {"path":"StateMachine.Id","type":"string","text":"The ARN of the state machine.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html","example":"\"arn:aws:states:us-east-1:123456789012:stateMachine:orders\""},
  {"path":"StateMachine.Name","type":"string","text":"The name of the state machine.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html","example":"\"orders\""},
  {"path":"Task","type":"object","text":"The task that runs now.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html","example":"{ \"Token\": \"AQCEAAAAKgAAAAM...\" }","only":"task-token"},
  {"path":"Task.Token","type":"string","text":"The token with which a callback ends the task: SendTaskSuccess, SendTaskFailure, SendTaskHeartbeat. Only where Resource ends in `.waitForTaskToken`.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html","example":"\"AQCEAAAAKgAAAAM...\"","only":"task-token"},
  {"path":"Map","type":"object","text":"The iteration of the Map around the state.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html","example":"{ \"Item\": { \"Index\": 0, \"Value\": \"a\" } }","only":"map"},
  {"path":"Map.Item","type":"object","text":"The item of the iteration.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html","example":"{ \"Index\": 0, \"Value\": \"a\" }","only":"map"},
  {"path":"Map.Item.Index","type":"number","text":"The number of the item, from 0.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html","example":"0","only":"map"},
  {"path":"Map.Item.Value","type":"any","text":"The item.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html","example":"\"a\"","only":"map"},
  {"path":"Map.Item.Key","type":"string","text":"The key of the item, where the items come from an object.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html","example":"\"orderId\"","only":"map-object"},
  {"path":"Map.Item.Source","type":"string","text":"Where the item comes from: `STATE_DATA` for the state's input, else the S3 URI of the file.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html","example":"\"STATE_DATA\"","only":"map-distributed"},
];

export const SERVICE_INTEGRATIONS: readonly ServiceIntegration[] = [
  {"service":"apigateway","title":"Amazon API Gateway","text":"Calls an API that API Gateway serves.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html","closed":true,"actions":[{"name":"invoke","patterns":["token"],"required":["ApiEndpoint","Method"],"optional":["AllowNullValues","AuthType","Headers","Path","QueryParameters","RequestBody","Stage"]}]},
  {"service":"athena","title":"Amazon Athena","text":"Queries data in Amazon S3 with SQL.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/connect-athena.html","closed":true,"actions":[{"name":"startQueryExecution","patterns":["sync"],"required":["QueryString"],"optional":["ClientRequestToken","ExecutionParameters","QueryExecutionContext","ResultConfiguration","ResultReuseConfiguration","WorkGroup"]},{"name":"stopQueryExecution","patterns":[],"required":["QueryExecutionId"],"optional":[]},{"name":"getQueryExecution","patterns":[],"required":["QueryExecutionId"],"optional":[]},{"name":"getQueryResults","patterns":[],"required":["QueryExecutionId"],"optional":["MaxResults","NextToken","QueryResultType"]}]},
  {"service":"batch","title":"AWS Batch","text":"Runs batch jobs.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/connect-batch.html","closed":true,"actions":[{"name":"submitJob","patterns":["sync"],"required":["JobDefinition","JobName","JobQueue"]}]},
  {"service":"bedrock","title":"Amazon Bedrock","text":"Asks foundation models.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrock.html","closed":false,"actions":[{"name":"invokeModel","patterns":["token"],"required":["ModelId"]},{"name":"createModelCustomizationJob","patterns":["sync"],"required":["BaseModelIdentifier","CustomModelName","JobName","OutputDataConfig","RoleArn","TrainingDataConfig"]}]},
  {"service":"codebuild","title":"AWS CodeBuild","text":"Builds projects.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html","closed":false,"actions":[{"name":"startBuild","patterns":["sync"],"required":["ProjectName"]},{"name":"startBuildBatch","patterns":["sync"],"required":["ProjectName"]},{"name":"stopBuild","patterns":[],"required":["Id"]},{"name":"stopBuildBatch","patterns":[],"required":["Id"]},{"name":"retryBuildBatch","patterns":[],"required":[]},{"name":"deleteBuildBatch","patterns":[],"required":["Id"]},{"name":"batchDeleteBuilds","patterns":[],"required":["Ids"]},{"name":"batchGetReports","patterns":[],"required":["ReportArns"]}]},
  {"service":"databrew","title":"AWS Glue DataBrew","text":"Cleans and normalizes data.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/connect-databrew.html","closed":false,"actions":[{"name":"startJobRun","patterns":["sync"],"required":["Name"]}]},
  {"service":"dynamodb","title":"Amazon DynamoDB","text":"Reads and writes items of a table. Other actions go by the AWS SDK: `aws-sdk:dynamodb:query`.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html","closed":true,"actions":[{"name":"getItem","patterns":[],"required":["Key","TableName"],"optional":["AttributesToGet","ConsistentRead","ExpressionAttributeNames","ProjectionExpression","ReturnConsumedCapacity"]},{"name":"putItem","patterns":[],"required":["Item","TableName"],"optional":["ConditionalOperator","ConditionExpression","Expected","ExpressionAttributeNames","ExpressionAttributeValues","ReturnConsumedCapacity","ReturnItemCollectionMetrics","ReturnValues","ReturnValuesOnConditionCheckFailure"]},{"name":"updateItem","patterns":[],"required":["Key","TableName"],"optional":["AttributeUpdates","UpdateExpression","ConditionalOperator","ConditionExpression","Expected","ExpressionAttributeNames","ExpressionAttributeValues","ReturnConsumedCapacity","ReturnItemCollectionMetrics","ReturnValues","ReturnValuesOnConditionCheckFailure"]},{"name":"deleteItem","patterns":[],"required":["Key","TableName"],"optional":["ConditionalOperator","ConditionExpression","Expected","ExpressionAttributeNames","ExpressionAttributeValues","ReturnConsumedCapacity","ReturnItemCollectionMetrics","ReturnValues","ReturnValuesOnConditionCheckFailure"]}]},
  {"service":"ecs","title":"Amazon ECS and AWS Fargate","text":"Runs containers.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html","closed":true,"actions":[{"name":"runTask","patterns":["sync","token"],"required":["TaskDefinition"]}]},
  {"service":"eks","title":"Amazon EKS","text":"Manages Kubernetes clusters and runs jobs on them.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html","closed":false,"actions":[{"name":"call","patterns":[],"required":["CertificateAuthority","ClusterName","Endpoint","Method","Path"]},{"name":"runJob","patterns":["sync"],"required":["CertificateAuthority","ClusterName","Endpoint","Job"]},{"name":"createCluster","patterns":["sync"],"required":["Name","ResourcesVpcConfig","RoleArn"]},{"name":"deleteCluster","patterns":["sync"],"required":["Name"]},{"name":"createFargateProfile","patterns":["sync"],"required":["ClusterName","FargateProfileName","PodExecutionRoleArn"]},{"name":"deleteFargateProfile","patterns":["sync"],"required":["ClusterName","FargateProfileName"]},{"name":"createNodegroup","patterns":["sync"],"required":["ClusterName","NodeRole","NodegroupName","Subnets"]},{"name":"deleteNodegroup","patterns":["sync"],"required":["ClusterName","NodegroupName"]}]},
  {"service":"elasticmapreduce","title":"Amazon EMR","text":"Runs Hadoop and Spark clusters.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html","closed":false,"actions":[{"name":"createCluster","patterns":["sync"],"required":["Instances","Name"]},{"name":"terminateCluster","patterns":["sync"],"required":["ClusterId"]},{"name":"addStep","patterns":["sync"],"required":["ClusterId","Step"]},{"name":"cancelStep","patterns":[],"required":["ClusterId","StepId"]},{"name":"setClusterTerminationProtection","patterns":[],"required":["ClusterId","TerminationProtected"]},{"name":"modifyInstanceFleetByName","patterns":[],"required":["ClusterId","InstanceFleet","InstanceFleetName"]},{"name":"modifyInstanceGroupByName","patterns":[],"required":["ClusterId","InstanceGroup","InstanceGroupName"]}]},
  {"service":"emr-containers","title":"Amazon EMR on EKS","text":"Runs Spark on Kubernetes.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-eks.html","closed":false,"actions":[{"name":"createVirtualCluster","patterns":[],"required":[]},{"name":"deleteVirtualCluster","patterns":["sync"],"required":[]},{"name":"startJobRun","patterns":["sync"],"required":["VirtualClusterId"]}]},
  {"service":"emr-serverless","title":"Amazon EMR Serverless","text":"Runs Spark and Hive without clusters.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html","closed":false,"actions":[{"name":"createApplication","patterns":["sync"],"required":["ReleaseLabel","Type"]},{"name":"startApplication","patterns":["sync"],"required":["ApplicationId"]},{"name":"stopApplication","patterns":["sync"],"required":["ApplicationId"]},{"name":"deleteApplication","patterns":["sync"],"required":["ApplicationId"]},{"name":"startJobRun","patterns":["sync"],"required":["ApplicationId","ExecutionRoleArn"]},{"name":"cancelJobRun","patterns":["sync"],"required":["ApplicationId","JobRunId"]}]},
  {"service":"events","title":"Amazon EventBridge","text":"Sends events to an event bus.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/connect-eventbridge.html","closed":true,"actions":[{"name":"putEvents","patterns":["token"],"required":["Entries"],"optional":["EndpointId"]}]},
  {"service":"glue","title":"AWS Glue","text":"Runs jobs that extract, transform and load data.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/connect-glue.html","closed":false,"actions":[{"name":"startJobRun","patterns":["sync"],"required":["JobName"],"optional":["AllocatedCapacity","Arguments","ExecutionClass","ExecutionRoleSessionPolicy","JobRunId","JobRunQueuingEnabled","MaxCapacity","NotificationProperty","NumberOfWorkers","SecurityConfiguration","Timeout","WorkerType"]}]},
  {"service":"http","title":"HTTP endpoints","text":"Calls an HTTPS API with the credentials of an EventBridge connection.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html","closed":true,"actions":[{"name":"invoke","patterns":[],"required":["ApiEndpoint","Method"],"oneOf":[["Authentication","InvocationConfig"]],"optional":["Authentication","Headers","InvocationConfig","QueryParameters","RequestBody","Transform"]}]},
  {"service":"lambda","title":"AWS Lambda","text":"Invokes a function.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html","closed":true,"actions":[{"name":"invoke","patterns":["token"],"required":["FunctionName"],"optional":["ClientContext","InvocationType","LogType","Payload","Qualifier","TenantId"]}]},
  {"service":"mediaconvert","title":"AWS Elemental MediaConvert","text":"Transcodes video.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/connect-mediaconvert.html","closed":false,"actions":[{"name":"createJob","patterns":["sync"],"required":["Role","Settings"]}]},
  {"service":"sagemaker","title":"Amazon SageMaker AI","text":"Trains and serves models.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html","closed":false,"actions":[{"name":"createHyperParameterTuningJob","patterns":["sync"],"required":["HyperParameterTuningJobConfig","HyperParameterTuningJobName"]},{"name":"createLabelingJob","patterns":["sync"],"required":[]},{"name":"createProcessingJob","patterns":["sync"],"required":["AppSpecification","ProcessingJobName","ProcessingResources","RoleArn"]},{"name":"createTrainingJob","patterns":["sync"],"required":["AlgorithmSpecification","OutputDataConfig","ResourceConfig","RoleArn","StoppingCondition","TrainingJobName"]},{"name":"createTransformJob","patterns":["sync"],"required":["ModelName","TransformInput","TransformJobName","TransformOutput","TransformResources"]},{"name":"createEndpoint","patterns":[],"required":["EndpointConfigName","EndpointName"]},{"name":"createEndpointConfig","patterns":[],"required":["EndpointConfigName","ProductionVariants"]},{"name":"createModel","patterns":[],"required":["ModelName"]},{"name":"updateEndpoint","patterns":[],"required":["EndpointConfigName","EndpointName"]}]},
  {"service":"sns","title":"Amazon SNS","text":"Publishes a message to a topic, an endpoint or a phone number.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/connect-sns.html","closed":true,"actions":[{"name":"publish","patterns":["token"],"required":["Message"],"oneOf":[["TopicArn","TargetArn","PhoneNumber"]],"optional":["MessageAttributes","MessageDeduplicationId","MessageGroupId","MessageStructure","PhoneNumber","Subject","TargetArn","TopicArn"]}]},
  {"service":"sqs","title":"Amazon SQS","text":"Sends a message to a queue.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/connect-sqs.html","closed":true,"actions":[{"name":"sendMessage","patterns":["token"],"required":["MessageBody","QueueUrl"],"optional":["DelaySeconds","MessageAttributes","MessageDeduplicationId","MessageGroupId","MessageSystemAttributes"]}]},
  {"service":"states","title":"AWS Step Functions","text":"Starts an execution of another state machine.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html","closed":true,"actions":[{"name":"startExecution","patterns":["sync","sync:2","token"],"required":["StateMachineArn"],"optional":["Input","Name","TraceHeader"]}]},
];

export const STATES_MEMBERS: readonly StatesMember[] = [
  {"name":"input","type":"any","text":"The input of the state.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html"},
  {"name":"context","type":"object","text":"The context object: the execution, the state machine, the state, the task token, the item of a Map.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html"},
  {"name":"result","type":"any","text":"The result of a Task, Parallel or Map that succeeded. Only in its Assign and Output.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html","stateTypes":["Task","Parallel","Map"],"fields":["Assign","Output"]},
  {"name":"errorOutput","type":"object","text":"The error that is caught, `{ Error, Cause }`. Only in Assign and Output of a catcher.","link":"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-fallback-states","fields":["Assign","Output"],"catcher":true},
];
