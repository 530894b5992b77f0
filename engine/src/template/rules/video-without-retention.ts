import { isObject, type JsonValue } from "../../json.ts";
import { texts } from "../edges/connect.ts";
import type { TopologyNode } from "../topology.ts";
import type { TemplateRule } from "./rule.ts";
import { nameOf, numberOf, setFix } from "./settings.ts";

/** What reads media that was retained. */
const ARCHIVED_MEDIA = [
  "ListFragments",
  "GetMediaForFragmentList",
  "GetHLSStreamingSessionURL",
  "GetDASHStreamingSessionURL",
  "GetClip",
  "GetImages",
];

export const videoWithoutRetention: TemplateRule = {
  id: "video-without-retention",
  kind: "template",
  severity: "warning",
  summary: "A role may read the archive of a video stream that retains nothing.",
  reason:
    "DataRetentionInHours is 0 unless it is set: fragments are not persisted, and only what is in the service's buffer, five minutes at most, can be had with GetMedia. ListFragments finds nothing then, and playback, clips and images are refused with NoDataRetentionException.",
  bad: [
    `Resources:
  «Camera»:
    Type: AWS::KinesisVideo::Stream
  Investigation:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: watch
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action: [kinesisvideo:ListFragments, kinesisvideo:GetClip]
            Resource: !GetAtt Camera.Arn
`,
  ],
  good: [
    `Resources:
  Camera:
    Type: AWS::KinesisVideo::Stream
    Properties:
      DataRetentionInHours: 24
  Investigation:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: watch
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action: [kinesisvideo:ListFragments, kinesisvideo:GetClip]
            Resource: !GetAtt Camera.Arn
`,
  ],
  docs: "https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_UpdateDataRetention.html",
  check(context) {
    const { nodes } = context.topology;
    const statements = nodes.filter(({ type }) => type.startsWith("AWS::IAM::")).flatMap(statementsOf);
    for (const stream of nodes) {
      if (stream.type !== "AWS::KinesisVideo::Stream" || stream.external === true) continue;
      if (numberOf(stream.properties.DataRetentionInHours, 0) !== 0) continue;
      const statement = statements.find(({ resources }) =>
        resources.some((each) => each === "*" || each === stream.arn),
      );
      if (statement === undefined) continue;
      context.report({
        at: nameOf(context, stream),
        message: `${statement.role.id} may call ${statement.action} on ${stream.id}, which retains nothing.`,
        related: [{ ...nameOf(context, statement.role), message: `${statement.role.id} is declared here` }],
        fixes: setFix(context, stream, "DataRetentionInHours", 24, `Let ${stream.id} keep its media for a day`),
      });
    }
  },
};

interface Statement {
  readonly role: TopologyNode;
  readonly action: string;
  readonly resources: readonly string[];
}

/** Statements, wherever they stand in a role or a policy, that allow to read archived media. */
function statementsOf(role: TopologyNode): readonly Statement[] {
  return objectsIn(role.properties).flatMap((each) => {
    if (!isObject(each) || each.Effect !== "Allow") return [];
    const action = texts(each.Action).find((name) => ARCHIVED_MEDIA.some((api) => name === `kinesisvideo:${api}`));
    return action === undefined ? [] : [{ role, action, resources: texts(each.Resource) }];
  });
}

function objectsIn(value: JsonValue | undefined): readonly JsonValue[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return isObject(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
}
