/** Every case file by its name: a new one is a line here, and its floor in thresholds.json. */
import type { Case, CaseFile } from "./cases.ts";
import { judgeAsyncInvoke } from "./judge-async.ts";
import { judgeConfig } from "./judge-config.ts";
import { judgeEventBridgeTransform } from "./judge-eventbridge.ts";
import { executionLevels, judgeExecution } from "./judge-execution.ts";
import { judgeFirehose } from "./judge-firehose.ts";
import { judgeKinesis } from "./judge-kinesis.ts";
import { judgeMapping } from "./judge-mappings.ts";
import { judgeMocks } from "./judge-mocks.ts";
import {
  judgeEventBridgeMatch,
  judgeEventBridgeRefusal,
  judgeEventSourceFilter,
  judgeSnsMatch,
  judgeSnsRefusal,
} from "./judge-patterns.ts";
import { judgeRedrive } from "./judge-redrive.ts";
import { judgeSchedule } from "./judge-schedule.ts";
import { judgeSnsDelivery } from "./judge-sns.ts";
import { judgeSqs } from "./judge-sqs.ts";
import { judgeTestState } from "./judge-test-state.ts";
import { judgeAccepted, judgeLint, judgeValidation, judgeVariableReferences } from "./judge-text.ts";

const pass = (): readonly string[] => ["pass"];
const passAndMessage = (): readonly string[] => ["pass", "message"];

/** Texts can only be compared where AWS refuses, a call or one of its entries, in words that are on record. */
const whereRefused = ({ expect }: Case): readonly string[] => {
  const { error, entries } = expect as {
    readonly error?: { readonly code?: unknown } | null;
    readonly entries?: unknown;
  };
  return (error == null && entries === undefined) || error?.code === null ? pass() : passAndMessage();
};

const execution: CaseFile = {
  levels: (row) => [...executionLevels(row), ...(row.sfn_local_mock ? ["mock"] : [])],
  // A case that cannot be replayed may still be reproduced from its mocks.
  async judge(row: Case) {
    const replayed = await judgeExecution(row);
    const mocked = await judgeMocks(row);
    if (mocked === undefined) return replayed;
    return { ...mocked, ...replayed, levels: { ...replayed.levels, ...mocked.levels } };
  },
};

export const CASE_FILES: Readonly<Record<string, CaseFile>> = {
  "execution.jsonl": execution,
  "jsonata.jsonl": execution,
  "intrinsic.jsonl": execution,
  "accepted.jsonl": { levels: pass, judge: judgeAccepted },
  "validation.jsonl": { levels: passAndMessage, judge: judgeValidation },
  "validation-reported.jsonl": { levels: passAndMessage, judge: judgeValidation },
  "varrefs.jsonl": { levels: pass, judge: judgeVariableReferences },
  "cases.jsonl": { levels: pass, judge: judgeLint },
  "sns-filter-match.jsonl": { levels: pass, judge: judgeSnsMatch },
  "sns-filter-invalid.jsonl": { levels: passAndMessage, judge: judgeSnsRefusal },
  "eventbridge-match.jsonl": { levels: pass, judge: judgeEventBridgeMatch },
  "eventbridge-invalid.jsonl": { levels: passAndMessage, judge: judgeEventBridgeRefusal },
  "eventbridge-transform.jsonl": { levels: pass, judge: judgeEventBridgeTransform },
  "schedule.jsonl": { levels: whereRefused, judge: judgeSchedule },
  "config-invalid.jsonl": { levels: whereRefused, judge: judgeConfig },
  "esm-filter.jsonl": { levels: pass, judge: judgeEventSourceFilter },
  "redrive-invalid.jsonl": { levels: passAndMessage, judge: judgeRedrive },
  "kinesis-shards.jsonl": { levels: pass, judge: judgeKinesis },
  "async-invoke.jsonl": { levels: pass, judge: judgeAsyncInvoke },
  "firehose.jsonl": { levels: pass, judge: judgeFirehose },
  "esm-scenarios.jsonl": { levels: pass, judge: judgeMapping },
  "sns-delivery.jsonl": { levels: pass, judge: judgeSnsDelivery },
  "sqs-scenarios.jsonl": { levels: pass, judge: judgeSqs },
  "teststate.jsonl": { levels: passAndMessage, judge: judgeTestState },
};
