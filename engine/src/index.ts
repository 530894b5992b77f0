/** The engine's façade: everything that a shell may use, and nothing else. Functions over plain data. */

// --- asl: the machine and what is wrong with it
export type { CodeAction, CodeActionKind, Selection } from "./asl/actions/code-action.ts";
export { type CodeActionOptions, codeActions } from "./asl/actions/code-actions.ts";
export { type Analysis, type AnalyzeOptions, analyze } from "./asl/analyze.ts";
export { buildMachine, isLikelyDefinition } from "./asl/build.ts";
export { type CheckOptions, check } from "./asl/check.ts";
export { type Conversion, convertMachine, convertState } from "./asl/convert/to-jsonata.ts";
export { type Expression, expressionsOf } from "./asl/expressions.ts";
// --- editor features: functions of a document and an offset
export { complete } from "./asl/features/complete.ts";
export { MAX_COMPLETION_ENTRIES } from "./asl/features/complete-states.ts";
export type { CompletionEntry, CompletionKind } from "./asl/features/completion-entry.ts";
export {
  type DefinitionPlace,
  definition,
  type Place,
  references,
} from "./asl/features/definition.ts";
export { type AslDocument, openDocument } from "./asl/features/document.ts";
export { type DocumentLink, documentLinks, type FilesBeside } from "./asl/features/document-links.ts";
export { type Explanation, explain, nearestName } from "./asl/features/explain.ts";
export { type FoldingRange, foldingRanges } from "./asl/features/folding.ts";
export { type FormatOptions, format } from "./asl/features/format.ts";
export { type HoverText, hover } from "./asl/features/hover.ts";
export { type InlayHint, inlayHints } from "./asl/features/inlay-hints.ts";
export { type Lens, lenses } from "./asl/features/lenses.ts";
export type { Surroundings } from "./asl/features/payload-at.ts";
export { pointerAt } from "./asl/features/pointer.ts";
export { type Renamed, type RenameTarget, rename, renameTarget } from "./asl/features/rename.ts";
export { selectionRanges } from "./asl/features/selection-range.ts";
export {
  SEMANTIC_TOKEN_MODIFIERS,
  SEMANTIC_TOKEN_TYPES,
  type SemanticToken,
  type SemanticTokenModifier,
  type SemanticTokenType,
  semanticTokens,
} from "./asl/features/semantic-tokens.ts";
export { type SignatureHelp, signatureHelp } from "./asl/features/signature-help.ts";
export { type DocumentSymbol, symbols } from "./asl/features/symbols.ts";
export { type WorkspaceSymbol, workspaceSymbols } from "./asl/features/workspace-symbols.ts";
export { graphOf, predecessorsOf, reachableFrom, type ScopeGraph } from "./asl/graph.ts";
export * from "./asl/model.ts";
// --- recognising plain files
export { looksLikeStateMachine, RECOGNIZED_HEAD_LENGTH } from "./asl/recognize.ts";
export { RULES } from "./asl/rules/index.ts";
export type { Rule, RuleInfo } from "./asl/rules/rule.ts";
export { TEXT_RULES } from "./asl/rules/text-rules.ts";
// --- settings: how grave a rule is taken, and where it is silent
export { CONFIG_FILE_NAME, type ConfigFile, readConfigFile } from "./asl/settings/config-file.ts";
export {
  applyRuleSettings,
  RULE_SETTINGS,
  type RuleSetting,
  type RuleSettings,
  readRuleSettings,
} from "./asl/settings/rule-settings.ts";
export { ALL_RULES } from "./asl/settings/rules-known.ts";
export {
  type ValidateOptions,
  type ValidationDiagnostic,
  type ValidationResponse,
  validateDefinition,
} from "./asl/validate-definition.ts";
export { readsOf, type VariableRead, type VariableWrite, variableReferences, writesOf } from "./asl/variables.ts";
// --- paths and intrinsic functions, parsed with positions
export type { CompiledIntrinsic, IntrinsicArgument, IntrinsicCall } from "./intrinsics/ast.ts";
export { isIntrinsicMistake, parseIntrinsic } from "./intrinsics/parse.ts";
// --- shared data
export { isObject, type JsonObject, type JsonValue } from "./json.ts";
// --- jsonata: expressions, parsed with positions
export { type CompiledJsonata, isJsonataMistake, jsonataText, parseJsonata } from "./jsonata/parse.ts";
// --- layout: pictures of a machine
export { layoutMachine } from "./layout/layout.ts";
export { renderMermaid } from "./layout/mermaid.ts";
export { renderSvg, roundedPath, type SvgOptions } from "./layout/svg.ts";
export type { GraphLayout, LayoutEdge, LayoutNode } from "./layout/types.ts";
export { isPathMistake, parsePath } from "./paths/parse.ts";
export type { CompiledPath, PathFailure, TextMistake } from "./paths/types.ts";
export type { AwsDiagnostic, Fix, Problem, Related, Severity, TextEdit } from "./problem.ts";
// --- running: traces folded into what each state did
export { runSlice, type Slice } from "./run/drive.ts";
export { edgeKey, foldTrace, isMoment } from "./run/fold.ts";
export type * from "./run/fold-types.ts";
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
export { addMockedAnswer, type MockedAnswer } from "./run/mock-edit.ts";
export { missingMock, mockTasks } from "./run/mocks.ts";
export { type InitialObject, memoryObjectStore, type ObjectStore, type StoredObject } from "./run/object-store.ts";
// --- redriving what has failed
export { isRedriveProblem, type RedriveOptions, type RedriveProblem, redriveExecution } from "./run/redrive/redrive.ts";
export { createExecution, type RunResult, run } from "./run/run.ts";
export { type SyncExecution, startSyncExecution } from "./run/sync-execution.ts";
export { firstAnswer } from "./run/tasks/answer-order.ts";
export { type LocalMachine, type NestedExecution, type NestedOptions, nestedExecutions } from "./run/tasks/nested.ts";
export { serviceResponse } from "./run/tasks/service-responses.ts";
export { parseStateMocks, type StateMocks, stateMockTasks } from "./run/tasks/state-mocks.ts";
export { testState } from "./run/test-state/test-state.ts";
export type * from "./run/test-state/types.ts";
export type * from "./run/types.ts";
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
export { offsetInString, offsetsInString } from "./text/string-offset.ts";
export type * from "./text/tree.ts";
