import { openDocument, workspaceSymbols } from "@sluice/engine";
import { expect, test } from "vitest";

const JSON_TEXT = `{ "StartAt": "Book trip", "States": {
  "Book trip": { "Type": "Parallel", "Next": "Done", "Branches": [
    { "StartAt": "Book flight", "States": { "Book flight": { "Type": "Pass", "End": true } } },
    { "StartAt": "Rooms", "States": { "Rooms": { "Type": "Map", "End": true,
      "ItemProcessor": { "StartAt": "Book room", "States": { "Book room": { "Type": "Pass", "End": true } } } } } } ] },
  "Done": { "Type": "Succeed" } } }`;
const YAML_TEXT = "StartAt: Backup\nStates:\n  Backup:\n    Type: Wait\n    Seconds: 1\n    End: true\n";

const DOCUMENTS = [openDocument("asl", JSON_TEXT, "json"), openDocument("asl", YAML_TEXT, "yaml")];

function found(query: string): readonly string[] {
  return workspaceSymbols(DOCUMENTS, query).map(
    ({ document, name, type, container, start, end }) =>
      `${document} ${name} ${type} [${container}] ${DOCUMENTS[document]?.text.slice(start, end)}`,
  );
}

test("every state, when nothing is asked for", () => {
  expect(found("")).toEqual([
    '0 Book trip Parallel [] "Book trip"',
    '0 Book flight Pass [Book trip > Branch 1] "Book flight"',
    '0 Rooms Map [Book trip > Branch 2] "Rooms"',
    '0 Book room Pass [Book trip > Branch 2 > Rooms] "Book room"',
    '0 Done Succeed [] "Done"',
    "1 Backup Wait [] Backup",
  ]);
});

test("whole words before scattered letters, without regard to case", () => {
  expect(found("ROOM").map((line) => line.slice(0, 11))).toEqual(["0 Rooms Map", "0 Book room"]);
  expect(found("bkp").map((line) => line.slice(0, 8))).toEqual(["0 Book t", "1 Backup"]);
});

test("what is no machine has none", () => {
  expect(workspaceSymbols([openDocument("asl", "[1]", "json"), openDocument("asl", "", "yaml")], "")).toEqual([]);
});
