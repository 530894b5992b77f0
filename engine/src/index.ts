/** The engine's façade: everything that a shell may use, and nothing else. Functions over plain data. */

// --- asl: the machine that a definition describes
export { type Analysis, type AnalyzeOptions, analyze } from "./asl/analyze.ts";
export { buildMachine, isLikelyDefinition } from "./asl/build.ts";
export { type Conversion, convertMachine, convertState } from "./asl/convert/to-jsonata.ts";
export type { AslDocument } from "./asl/document.ts";
export { type Expression, expressionsOf } from "./asl/expressions.ts";
export { MAX_COMPLETION_ENTRIES } from "./asl/features/complete-states.ts";
export { graphOf, predecessorsOf, reachableFrom, type ScopeGraph } from "./asl/graph.ts";
export * from "./asl/model.ts";
export { looksLikeStateMachine } from "./asl/recognize.ts";
export {
  type ValidateOptions,
  type ValidationDiagnostic,
  type ValidationResponse,
  validateDefinition,
} from "./asl/validate-definition.ts";
export { readsOf, type VariableRead, type VariableWrite, variableReferences, writesOf } from "./asl/variables.ts";
// --- what every language's editor features share
export { RECOGNIZED_HEAD_LENGTH } from "./editor/head.ts";
export { pointerAt } from "./editor/pointer.ts";
export type { DocumentOptions, Recognized } from "./editor/recognition.ts";
export {
  SEMANTIC_TOKEN_MODIFIERS,
  SEMANTIC_TOKEN_TYPES,
  type SemanticToken,
  type SemanticTokenModifier,
  type SemanticTokenType,
} from "./editor/semantic-tokens.ts";
export { NOTHING_AROUND } from "./editor/surroundings.ts";
export type * from "./editor/types.ts";
// --- flow: a simulation as somebody watches it
export { type Breakpoint, readBreakpoint } from "./flow/breakpoints.ts";
export type { Moving } from "./flow/bundle.ts";
export { type Difference as FlowDifference, differencesBetween } from "./flow/compare.ts";
export type { DeadLetter } from "./flow/dead-letters.ts";
export type { DrawnEdge, DrawnNode, FlowDrawing } from "./flow/drawing.ts";
export type { Figure } from "./flow/figures.ts";
export {
  type Flow,
  type FlowSource,
  flowSource,
  isScenarioName,
  languageOfSource,
  openFlow,
} from "./flow/flow.ts";
export { type FlowFrame, type FlowInspection, frameOf, inspectNode } from "./flow/frame.ts";
export type { Hop } from "./flow/hops.ts";
export {
  changeRedriveSetting,
  type RedriveSetting,
  type RedriveSubject,
  redriveCaseOf,
  redrivesIn,
  type SettingName,
} from "./flow/redrive/redrives-in.ts";
export { redriveStory } from "./flow/redrive/story.ts";
export { timeText } from "./flow/redrive/story-text.ts";
export type { RedriveCase, RedriveStory, Stretch, StretchKind } from "./flow/redrive/types.ts";
export { type FlowEnd, type FlowLine, FlowRun, type Halt, type HostSlice, type LifeLine } from "./flow/run.ts";
export { addTo, editOf, type Path, setIn } from "./flow/scenario-edits.ts";
export { seenExpectations } from "./flow/seen-expectations.ts";
export { type Setting, settingsOf } from "./flow/settings.ts";
// --- paths and intrinsic functions, parsed with positions
export type { CompiledIntrinsic, IntrinsicArgument, IntrinsicCall } from "./intrinsics/ast.ts";
export { isIntrinsicMistake, parseIntrinsic } from "./intrinsics/parse.ts";
// --- shared data
export { isObject, type JsonObject, type JsonValue } from "./json.ts";
export { type Change, changesBetween, type DiffLine, diffLines, isEqual } from "./json-diff.ts";
// --- jsonata: expressions, parsed with positions
export { type CompiledJsonata, isJsonataMistake, jsonataText, parseJsonata } from "./jsonata/parse.ts";
export {
  associationsInConfig,
  FILE_KINDS,
  type FileAssociations,
  type FileKind,
  readFileAssociations,
} from "./languages/associations.ts";
// --- languages: documents of every kind, what is wrong with them, and the editor features
export { type CheckOptions, check } from "./languages/check.ts";
export { CONFIG_FILE_NAME, type ConfigFile, readConfigFile } from "./languages/config-file.ts";
export { explain, nearestName } from "./languages/explain.ts";
export {
  codeActions,
  complete,
  definition,
  documentLinks,
  filesBeside,
  foldingRanges,
  format,
  hover,
  inlayHints,
  lenses,
  newSamples,
  problemsOf,
  references,
  rename,
  renameTarget,
  selectionRanges,
  semanticTokens,
  signatureHelp,
  symbols,
} from "./languages/features.ts";
export { openDocument } from "./languages/open.ts";
export { changePattern, patternsIn, samplesUriOf } from "./languages/patterns-in.ts";
export {
  type FileToRecognize,
  fileBeside,
  kindOfName,
  recognize,
  textLanguageOf,
  titleOf,
} from "./languages/recognize.ts";
export { ALL_RULES } from "./languages/rules.ts";
export { LANGUAGES } from "./languages/table.ts";
export type { Document, DocumentOf } from "./languages/types.ts";
export { type WorkspaceSymbol, workspaceSymbols } from "./languages/workspace-symbols.ts";
// --- layout: pictures of a machine
export { type DrawnText, drawMachine, type MachineDrawing, type StateRange } from "./layout/drawing.ts";
export { layoutTopology } from "./layout/flow/layout-topology.ts";
export { renderTopologyMermaid } from "./layout/flow/mermaid-topology.ts";
export { layoutMachine } from "./layout/layout.ts";
export { renderMermaid } from "./layout/mermaid.ts";
export { roundedPath } from "./layout/rounded-path.ts";
export { type RunMarks, renderSvg, type SvgOptions } from "./layout/svg.ts";
export type { GraphLayout, LayoutEdge, LayoutNode } from "./layout/types.ts";
export { isPathMistake, parsePath } from "./paths/parse.ts";
export type { CompiledPath, PathFailure, TextMistake } from "./paths/types.ts";
// --- patterns: filter policies and event patterns
export { checkPattern, checkPatternNode, patternMeters, patternRejection } from "./patterns/check.ts";
export { compilePattern } from "./patterns/compile.ts";
export { DIALECTS, patternTitle, subscribeMessage } from "./patterns/dialects.ts";
export type { PatternEvent } from "./patterns/events.ts";
export { matchPattern } from "./patterns/explain.ts";
export { messageThatDoesNot, messageThatMatches } from "./patterns/generate.ts";
export type { PatternLimit } from "./patterns/limits.ts";
export { matchesPattern } from "./patterns/match.ts";
export { patternEventOf, snsMessageOf } from "./patterns/messages.ts";
export { indexPatterns, matchingPatterns, type PatternIndex } from "./patterns/pattern-index.ts";
export { PATTERN_RULES } from "./patterns/rules/index.ts";
export type { PatternRule } from "./patterns/rules/rule.ts";
export type {
  CompiledPattern,
  KeyVerdict,
  NearestChange,
  PatternDialect,
  PatternMatch,
  Rejection,
  SnsAttribute,
  SnsMessage,
} from "./patterns/types.ts";
export { editSamples, namedSample, type SamplesEdit, withChange } from "./policies/bench/edit-samples.ts";
export { type Bench, isExpected, readBench } from "./policies/bench/read.ts";
export type { BenchMessage, BenchPattern, BenchPolicy } from "./policies/bench/types.ts";
// --- policies: redrive policies of queues and subscriptions
export {
  checkRedriveNode,
  checkRedrivePolicy,
  type RedriveKind,
  type RedriveSurroundings,
  redriveRejection,
} from "./policies/check.ts";
export { type QueueArn, type QueueFacts, readQueueArn } from "./policies/queues.ts";
export { REDRIVE_RULES, type RedriveRule } from "./policies/redrive-rules.ts";
export { SAMPLE_RULES, type SampleRule } from "./policies/samples/rules.ts";
export type { AwsDiagnostic, Fix, Problem, Related, Severity, TextEdit } from "./problem.ts";
export { refuseDeliveryStream } from "./refusals/delivery-stream.ts";
export {
  type InvokeConfigWorld,
  refuseInvokeConfig,
} from "./refusals/event-invoke-config.ts";
export { refuseRule, refuseTargets } from "./refusals/event-rule.ts";
export {
  type MappingWorld,
  NO_SUCH_MAPPING,
  refuseMapping,
} from "./refusals/event-source-mapping.ts";
export { isRefusal, type Refusal } from "./refusals/refusal.ts";
export {
  NO_SUCH_TOPIC,
  refuseEndpoint,
  refuseSubscriptionArn,
  refuseSubscriptionAttribute,
  refuseSubscriptionAttributes,
  refuseTopicArn,
  refuseTopicName,
} from "./refusals/topic.ts";
// --- rules: how grave each is taken
export {
  applyRuleSettings,
  RULE_SETTINGS,
  type RuleSetting,
  type RuleSettings,
  readRuleSettings,
} from "./rules/rule-settings.ts";
export type { RuleInfo } from "./rules/types.ts";
// --- running: traces folded into what each state did
export { runSlice, type Slice } from "./run/drive.ts";
// --- running: why a state did what it did
export { explainChoice } from "./run/explain/choice.ts";
export type * from "./run/explain/types.ts";
export { answersOf, type RunAnswers } from "./run/fold/answers.ts";
export { caseOf } from "./run/fold/case.ts";
export { compareRuns, type Difference, isSame, type VisitPair } from "./run/fold/compare.ts";
export { indexOfEvent } from "./run/fold/event-index.ts";
export { edgeKey, foldTrace, isMoment } from "./run/fold/fold.ts";
export { type HandlerVerdict, ladderOf, type RetryWait, type Rung } from "./run/fold/ladder.ts";
export { countLanes, laneError, mostAtOnce } from "./run/fold/lanes.ts";
export { type PipelineStep, type PipelineStepId, pipelineOf, type Stage } from "./run/fold/pipeline.ts";
export { eventAtPlace, type TimeGap, type TimeScale, timeScale } from "./run/fold/time-scale.ts";
export { type TimelineBar, type TimelineRow, timelineRows } from "./run/fold/timeline.ts";
export type * from "./run/fold/types.ts";
export { type PlacedValue, visitValuesAt } from "./run/fold/values-at.ts";
export { variablesAt } from "./run/fold/variables.ts";
// --- who answers tasks
export { type MadeUpAnswer, mockConfigOf, type PlausibleAnswers, plausibleAnswers } from "./run/guess/plausible.ts";
export { fromHistory, type HistoryEvent, toHistory } from "./run/history.ts";
export {
  endOfTrace,
  looksLikeHistory,
  shareOfNames,
  strangersInTrace,
  type TraceEnd,
} from "./run/history-file.ts";
// --- S3 for item readers and result writers
export type { DataDecoders, DatasetReader, ParquetRow } from "./run/item-reader/dataset.ts";
export { datasetReader } from "./run/item-reader/read-dataset.ts";
// --- mock configuration files
export {
  type MockCase,
  type MockConfig,
  type MockedResponse,
  type MockProblem,
  parseMockConfig,
} from "./run/mock-config.ts";
export { editMocks, type MockEdit, type MockPlace } from "./run/mock-edit.ts";
export { rangesOf, rangeText } from "./run/mock-ranges.ts";
export { missingMock, mockTasks } from "./run/mocks.ts";
export { type InitialObject, memoryObjectStore, type ObjectStore, type StoredObject } from "./run/object-store.ts";
// --- redriving what has failed
export { isRedriveProblem, type RedriveOptions, type RedriveProblem, redriveExecution } from "./run/redrive/redrive.ts";
export { createExecution, type RunResult, run } from "./run/run.ts";
export { type SyncExecution, startSyncExecution } from "./run/sync-execution.ts";
export { firstAnswer } from "./run/tasks/answer-order.ts";
export { type LocalMachine, type NestedExecution, type NestedOptions, nestedExecutions } from "./run/tasks/nested.ts";
export { withSdkMetadata } from "./run/tasks/sdk-metadata.ts";
export { serviceResponse } from "./run/tasks/service-responses.ts";
export { parseStateMocks, type StateMocks, stateMockTasks } from "./run/tasks/state-mocks.ts";
export { testState } from "./run/test-state/test-state.ts";
export { type TrialRequest, type TriedState, tryOne } from "./run/test-state/try-one.ts";
export type * from "./run/test-state/types.ts";
export type { Verdict as TrialVerdict } from "./run/test-state/verdict.ts";
export type * from "./run/types.ts";
// --- scenario: simulations of whole systems
export { addCase } from "./scenario/add-case.ts";
export { type Simulated, type SimulateOptions, simulate } from "./scenario/facade.ts";
export { amountText, type Verdict } from "./scenario/judge.ts";
export {
  filesOf,
  filesOfSubject,
  type OpenScenario,
  openScenario,
  type ScenarioFiles,
  scenarioOf,
  subjectIn,
} from "./scenario/open.ts";
export { scenarioProblems } from "./scenario/problems.ts";
export { type CaseResult, runCase } from "./scenario/run-case.ts";
export { type CaseOutcome, type Coverage, runCases } from "./scenario/run-cases.ts";
export { type SimulationResult, simulateSystem, startSimulation } from "./scenario/simulate.ts";
export type { Spread } from "./scenario/spread.ts";
export type { Subject, SubjectKind } from "./scenario/subject.ts";
export { runSweep, type SweepRow, valueAt } from "./scenario/sweep.ts";
export { type NotSimulated, type System, systemOf } from "./scenario/system.ts";
export type { Case, Scenario } from "./scenario/types.ts";
export { durationMs } from "./scenario/units.ts";
// --- schedules: rate, cron and at expressions, and when they are due
export { isRejection, readScheduleExpression, type ScheduleService } from "./schedules/expression.ts";
export { nextTimesMs } from "./schedules/recurrence.ts";
export { timeZoneOf } from "./schedules/time-zone.ts";
// --- schema: what may be written where, and what it means
export {
  docForNode,
  fieldDoc,
  fieldsAt,
  fieldsNamed,
  holdsAt,
  objectDoc,
  placeOf,
  stateTypeDoc,
  valuesAt,
} from "./schema/docs.ts";
export type * as AmazonStatesLanguage from "./schema/generated/types.ts";
export { machineProblems, scopeProblems, stateProblems } from "./schema/shape.ts";
export { SHAPE_RULES, type ShapeRule } from "./schema/shape-rules.ts";
export { closest } from "./schema/suggest.ts";
export * from "./schema/tables.ts";
export type * from "./schema/types.ts";
// --- services: nodes of simulations, what they say, and the API of queues
export { type CostEstimate, type CostItem, costOf } from "./services/cost.ts";
export { itemOf } from "./services/dynamodb/attribute-values.ts";
export { putEvents } from "./services/events/put-events.ts";
export { entryBytes, refuseEntry, refusePutEvents } from "./services/events/put-events-checks.ts";
export { refuseBatch, refuseRecord } from "./services/firehose/puts.ts";
export { recordIdOf } from "./services/firehose/transforms.ts";
export { KinesisApi } from "./services/kinesis/api/kinesis-api.ts";
export { type KinesisWorld, kinesisWorldOf, streamArnOf } from "./services/kinesis/api/world.ts";
export { invokeConfigAfter, noInvokeConfig } from "./services/lambda/invoke-config.ts";
export { isSimulated, nodeFactoryOf } from "./services/nodes.ts";
export type { Ports } from "./services/ports.ts";
export { PRICES, type Price } from "./services/prices.ts";
export { sentenceOf, textOf } from "./services/reasons.ts";
export type { Answer } from "./services/requests.ts";
export type { ShardRecord } from "./services/shards/shard-record.ts";
export type { GivenAttribute } from "./services/sns/attribute-checks.ts";
export { effectiveDeliveryPolicy } from "./services/sns/delivery-policy.ts";
export { confirmationRequest, type HttpRequest, notificationRequest } from "./services/sns/http-request.ts";
export { type GivenEntry, refusePublish, refusePublishBatch } from "./services/sns/publish-checks.ts";
export { type TopicSettings, topicSettingsOf } from "./services/sns/topic-settings.ts";
export { receiveMessage, waitSecondsOf } from "./services/sqs/api/receive-actions.ts";
export { SqsApi } from "./services/sqs/api/sqs-api.ts";
export { queueArnOf, queueUrlOf, type SqsWorld, worldOf } from "./services/sqs/api/world.ts";
export type { Queue } from "./services/sqs/queue.ts";
// --- sim: systems of nodes on one virtual clock
export { runSimulation, type SimulationSlice } from "./sim/drive.ts";
export type { PlannedFault } from "./sim/faults.ts";
export { type Metric, type Metrics, metricOf } from "./sim/metrics.ts";
export { Simulation, type SimulationOptions, type SimulationState } from "./sim/simulation.ts";
export { type MakeSimulation, Timeline, type TimelineOptions } from "./sim/timeline.ts";
export type { TracePolicy } from "./sim/trace.ts";
export type {
  Code,
  CodeAnswer,
  CodeCall,
  FlowRecord,
  NodeContext,
  NodeFactory,
  NodeSpec,
  Reason,
  SimEvent,
  SimNode,
  Violation,
} from "./sim/types.ts";
// --- templates: resources, and how they hang together
export type { TemplateDocument } from "./template/document.ts";
export { type EmbeddedMachine, machinesIn } from "./template/machines.ts";
export type { Resource, Template } from "./template/model.ts";
export { otherToolOf } from "./template/other-tools.ts";
export {
  type Topology,
  type TopologyEdge,
  type TopologyEdgeKind,
  type TopologyNode,
  type TopologyNote,
  topologyOf,
} from "./template/topology.ts";
// --- text: the position-keeping tree
export { editText } from "./text/edit.ts";
export { lineStarts, offsetAt, type Position, positionAt } from "./text/lines.ts";
export {
  awsLocation,
  nodeAt,
  nodeAtPointer,
  parentOf,
  pathTo,
  pointerOf,
  property,
  segmentsOf,
  valueNode,
  valueOf,
} from "./text/navigate.ts";
export { languageOf, parseText } from "./text/parse.ts";
export { hasPlaceholder, type ParsedText, type TextLanguage } from "./text/parsed.ts";
export { innerPlace, outerPlace, type PlaceMap } from "./text/place-map.ts";
export { offsetInString, offsetsInString } from "./text/string-offset.ts";
export type * from "./text/tree.ts";
export type * from "./vocabulary.ts";
