/**
 * The SQS API: AWS's requests in, AWS's responses or errors out, as the JSON of the SDKs has them.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_Operations.html
 */
import type { JsonObject } from "../../../json.ts";
import { refusal } from "../../../refusals/refusal.ts";
import { type Answer, text } from "../../requests.ts";
import type { Queue } from "../queue.ts";
import { cancelMessageMoveTask, listMessageMoveTasks, startMessageMoveTask } from "./move-actions.ts";
import {
  createQueue,
  type Deleted,
  deleteQueue,
  getQueueAttributes,
  listQueues,
  purgeQueue,
  setQueueAttributes,
  sourcesOf,
} from "./queue-actions.ts";
import {
  changeMessageVisibility,
  changeMessageVisibilityBatch,
  deleteMessage,
  deleteMessageBatch,
  receiveMessage,
} from "./receive-actions.ts";
import { missing, NO_SUCH_QUEUE } from "./requests.ts";
import { sendMessage, sendMessageBatch } from "./send-actions.ts";
import { nameOfArn, queueUrlOf, type SqsWorld } from "./world.ts";

type QueueAction = (queue: Queue, request: JsonObject, world: SqsWorld, deleted: Deleted) => Answer;

/** Actions on the queue that QueueUrl names. */
const QUEUE_ACTIONS: Readonly<Record<string, QueueAction>> = {
  SendMessage: sendMessage,
  SendMessageBatch: sendMessageBatch,
  ReceiveMessage: (queue, request, { epochMs }) => receiveMessage(queue, request, epochMs),
  DeleteMessage: deleteMessage,
  DeleteMessageBatch: deleteMessageBatch,
  ChangeMessageVisibility: changeMessageVisibility,
  ChangeMessageVisibilityBatch: changeMessageVisibilityBatch,
  GetQueueAttributes: getQueueAttributes,
  SetQueueAttributes: setQueueAttributes,
  PurgeQueue: purgeQueue,
  DeleteQueue: (queue, _request, world, deleted) => deleteQueue(world, queue, deleted),
  ListDeadLetterSourceQueues: ({ arn }, _request, world) => {
    return { queueUrls: sourcesOf(world, arn).map((source) => queueUrlOf(nameOfArn(source.arn))) };
  },
};

type WorldAction = (world: SqsWorld, request: JsonObject, deleted: Deleted) => Answer;

const WORLD_ACTIONS: Readonly<Record<string, WorldAction>> = {
  CreateQueue: createQueue,
  GetQueueUrl: (world, request) => {
    const queue = world.find(text(request, "QueueName") ?? "");
    return queue === undefined ? NO_SUCH_QUEUE : { QueueUrl: queueUrlOf(nameOfArn(queue.arn)) };
  },
  ListQueues: listQueues,
  StartMessageMoveTask: startMessageMoveTask,
  CancelMessageMoveTask: cancelMessageMoveTask,
  ListMessageMoveTasks: listMessageMoveTasks,
};

export class SqsApi {
  readonly #world: SqsWorld;
  readonly #deleted: Deleted = new Map();

  constructor(world: SqsWorld) {
    this.#world = world;
  }

  /** `action`: "SendMessage", ... ReceiveMessage does not wait: see `receiveMessage`. */
  call(action: string, request: JsonObject): Answer {
    const ofWorld = Object.hasOwn(WORLD_ACTIONS, action) ? WORLD_ACTIONS[action] : undefined;
    if (ofWorld !== undefined) return ofWorld(this.#world, request, this.#deleted);
    const ofQueue = Object.hasOwn(QUEUE_ACTIONS, action) ? QUEUE_ACTIONS[action] : undefined;
    if (ofQueue === undefined) return refusal("InvalidAction", `The action ${action} is not valid for this endpoint.`);
    const url = text(request, "QueueUrl");
    if (url === undefined) return missing("QueueUrl");
    const queue = this.#world.find(url);
    return queue === undefined ? NO_SUCH_QUEUE : ofQueue(queue, request, this.#world, this.#deleted);
  }
}
