/**
 * What Kinesis Data Analytics wrote otherwise than Flink, rewritten so that the parser reads it: windows become functions in
 * GROUP BY, as Flink's first ones were.
 * https://docs.aws.amazon.com/kinesisanalytics/latest/sqlref/analytics-sql-reference.html
 */

const INTERVAL = String.raw`INTERVAL\s+'[^']*'\s+\w+`;

/** `CREATE ... STREAM` has nothing to compute; a pump has its SELECT. */
const PUMP = /CREATE\s+(?:OR\s+REPLACE\s+)?PUMP\s+\S+\s+(?:STARTED\s+|STOPPED\s+)?AS\s+/i;
const WATERMARK = new RegExp(
  String.raw`WATERMARK\s+FOR\s+[\`"]?(\w+)[\`"]?\s+AS\s+[\`"]?\w+[\`"]?(?:\s*-\s*(${INTERVAL}))?`,
  "i",
);

export interface Script {
  /** Each `INSERT INTO ... SELECT` or `SELECT`, as the parser reads it. */
  readonly queries: readonly string[];
  /** `WATERMARK FOR ts AS ts - INTERVAL '5' SECOND`. */
  readonly watermark?: { readonly column: string; readonly delay: string | undefined };
}

export function readScript(text: string): Script {
  const plain = text.replace(/--[^\n]*/g, "").replace(/\/\*[\s\S]*?\*\//g, "");
  const statements = plain
    .split(";")
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
  const watermark = WATERMARK.exec(plain);
  const queries = statements
    .map((statement) => statement.replace(PUMP, ""))
    .filter((each) => /^(INSERT|SELECT)\b/i.test(each));
  return {
    queries: queries.map(rewritten),
    ...(watermark !== null && { watermark: { column: watermark[1] ?? "", delay: watermark[2] } }),
  };
}

function rewritten(query: string): string {
  return overToGroup(
    tableToGroup(query)
      .replace(/\bSELECT\s+STREAM\b/gi, "SELECT")
      .replace(new RegExp(String.raw`\bSTEP\s*\(\s*([\w".]+)\s+BY\s+(${INTERVAL})\s*\)`, "gi"), "TUMBLE($1, $2)")
      .replace(/\bFLOOR\s*\(\s*([\w".]+)\s+TO\s+(SECOND|MINUTE|HOUR|DAY)\s*\)/gi, "TUMBLE($1, INTERVAL '1' $2)")
      .replace(
        new RegExp(
          String.raw`\bWINDOWED\s+BY\s+STAGGER\s*\(\s*PARTITION\s+BY\s+([^()]+?)\s+RANGE\s+(${INTERVAL})\s*\)`,
          "gi",
        ),
        "GROUP BY $1, STAGGER(ROWTIME, $2)",
      ),
  );
}

const TABLE_FUNCTION = new RegExp(
  String.raw`\bTABLE\s*\(\s*(TUMBLE|HOP|SESSION)\s*\(\s*TABLE\s+(\S+?)(?:\s+PARTITION\s+BY\s+[^,]+?)?\s*,\s*DESCRIPTOR\s*\(\s*([\w".\`]+)\s*\)\s*,\s*(${INTERVAL}(?:\s*,\s*${INTERVAL})?)\s*\)\s*\)`,
  "i",
);

/** `FROM TABLE(HOP(TABLE s, DESCRIPTOR(ts), slide, size)) GROUP BY ...`: of which the parser knows but TUMBLE. */
function tableToGroup(query: string): string {
  const [call, name, table, time, sizes] = TABLE_FUNCTION.exec(query) ?? [];
  if (call === undefined || table === undefined) return query;
  return query.replace(call, table).replace(/\bGROUP\s+BY\b/i, `GROUP BY ${name}(${time}, ${sizes}),`);
}

const FRAME = String.raw`\(\s*PARTITION\s+BY\s+([\w".,\s]+?)\s*(?:ORDER\s+BY\s+[\w".]+\s*)?(RANGE|ROWS)\s+(?:BETWEEN\s+)?(${INTERVAL}|\d+)\s+PRECEDING(?:\s+AND\s+CURRENT\s+ROW)?\s*\)`;

/** `SUM(x) OVER (PARTITION BY k RANGE INTERVAL '1' MINUTE PRECEDING)`, or `OVER w ... WINDOW w AS (...)`. */
function overToGroup(query: string): string {
  const named = new RegExp(String.raw`\bWINDOW\s+(\w+)\s+AS\s+${FRAME}`, "i").exec(query);
  const inline = new RegExp(String.raw`\bOVER\s+${FRAME}`, "i").exec(query);
  const found = named?.slice(2) ?? inline?.slice(1);
  if (found === undefined) return query;
  const [keys = "", unit = "", size = ""] = found;
  const call = unit.toUpperCase() === "ROWS" ? `SLIDE_ROWS(${size})` : `SLIDE(ROWTIME, ${size})`;
  const plain = query
    .replace(named?.[0] ?? "", "")
    .replace(new RegExp(String.raw`\bOVER\s+(\w+\b|${FRAME})`, "gi"), "");
  return `${plain.trim()} GROUP BY ${keys}, ${call}`;
}
