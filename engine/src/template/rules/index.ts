/** Every rule about templates, in the order of their ids but for the last. */
import { batchWithoutWindow } from "./batch-without-window.ts";
import { brokerFunctionTimeout } from "./broker-function-timeout.ts";
import { bucketNotifiesFifo } from "./bucket-notifies-fifo.ts";
import { dlqOfOtherType } from "./dlq-of-other-type.ts";
import { dlqRetention } from "./dlq-retention.ts";
import { fifoWithStandard } from "./fifo-with-standard.ts";
import { filterOfOtherSource } from "./filter-of-other-source.ts";
import { kafkaReplicas } from "./kafka-replicas.ts";
import { messageLoop } from "./message-loop.ts";
import { notAnArn } from "./not-an-arn.ts";
import { queueIsOwnDlq } from "./queue-is-own-dlq.ts";
import { receiveCountOfOne } from "./receive-count-of-one.ts";
import { redriveNotAllowed } from "./redrive-not-allowed.ts";
import { missingProperty, propertyValue, unknownProperty } from "./resource-properties.ts";
import { roleIsNoRole } from "./role-is-no-role.ts";
import { roleNotAssumable } from "./role-not-assumable.ts";
import type { TemplateRule } from "./rule.ts";
import { scheduleExpression } from "./schedule-expression.ts";
import { serviceRefuses } from "./service-refuses.ts";
import { sourceMayNotSend } from "./source-may-not-send.ts";
import { sqlApplicationEnded } from "./sql-application-ended.ts";
import { streamWithoutFailureHandling } from "./stream-without-failure-handling.ts";
import { substitutionNamesNothing } from "./substitution-names-nothing.ts";
import { targetWithoutRole } from "./target-without-role.ts";
import { topicMayNotSend } from "./topic-may-not-send.ts";
import { transformTimeout } from "./transform-timeout.ts";
import { unknownAttribute } from "./unknown-attribute.ts";
import { unknownReference } from "./unknown-reference.ts";
import { videoWithoutRetention } from "./video-without-retention.ts";
import { visibilityTimeout } from "./visibility-timeout.ts";

export const TEMPLATE_RULES: readonly TemplateRule[] = [
  batchWithoutWindow,
  brokerFunctionTimeout,
  bucketNotifiesFifo,
  dlqOfOtherType,
  dlqRetention,
  fifoWithStandard,
  filterOfOtherSource,
  kafkaReplicas,
  messageLoop,
  missingProperty,
  notAnArn,
  propertyValue,
  queueIsOwnDlq,
  receiveCountOfOne,
  redriveNotAllowed,
  roleIsNoRole,
  roleNotAssumable,
  scheduleExpression,
  sourceMayNotSend,
  sqlApplicationEnded,
  streamWithoutFailureHandling,
  substitutionNamesNothing,
  targetWithoutRole,
  topicMayNotSend,
  transformTimeout,
  unknownAttribute,
  unknownProperty,
  unknownReference,
  videoWithoutRetention,
  visibilityTimeout,
  // Last: what another rule says of the same place it says better.
  serviceRefuses,
];
