/**
 * Every quota of AWS that the engine knows and every cap of its own, each with the page that states it.
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */

/** Definition and request size, bytes. */
export const MAX_DEFINITION_BYTES = 1_048_576;
/** Input or output of a state, task or execution, bytes of UTF-8 JSON. */
export const MAX_PAYLOAD_BYTES = 262_144;
/** Events in one Standard execution's history. */
export const MAX_HISTORY_EVENTS = 25_000;
export const MAX_STATE_NAME_LENGTH = 80;
export const MAX_VARIABLE_NAME_LENGTH = 80;
/** One variable, and all that one Assign stores, bytes. */
export const MAX_VARIABLE_BYTES = 262_144;
/** All variables of one execution, bytes. */
export const MAX_EXECUTION_VARIABLE_BYTES = 10_485_760;
/** Iterations of an inline Map that run at once. */
export const MAX_INLINE_MAP_CONCURRENCY = 40;
/** Duration of an Express execution, milliseconds. */
export const MAX_EXPRESS_DURATION_MS = 300_000;
/** How long TestState runs a state, milliseconds. https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html */
export const MAX_TEST_STATE_DURATION_MS = 300_000;
/** Duration of a Standard execution: one year, milliseconds. */
export const MAX_STANDARD_DURATION_MS = 31_536_000_000;
/** TimeoutSeconds, HeartbeatSeconds, Wait Seconds: 99,999,999. https://states-language.net/spec.html#task-state */
export const MAX_TIMEOUT_SECONDS = 99_999_999;
/** Retrier MaxDelaySeconds and IntervalSeconds. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
export const MAX_RETRY_DELAY_SECONDS = 31_622_400;
/** Intrinsic functions inside each other. https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html */
export const MAX_INTRINSIC_NESTING = 10;
/** Characters that States.Hash, Base64Encode and Base64Decode take. */
export const MAX_INTRINSIC_TEXT_LENGTH = 10_000;
/** Items that States.ArrayRange makes. */
export const MAX_ARRAY_RANGE_ITEMS = 1_000;

/** Header row of a CSV dataset, bytes. https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html */
export const MAX_CSV_HEADER_BYTES = 10_240;
/** Items of one dataset. */
export const MAX_DATASET_ITEMS = 100_000_000;

/** How often one execution can be redriven. https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html */
export const MAX_REDRIVES = 1_000;

/** Our own: how deep JSON may nest before the parser stops reading; AWS answers TOO_DEEPLY_NESTED. */
export const MAX_NESTING_DEPTH = 1_000;

/** Our own guards of one JSONata evaluation: wall time, depth of evaluation, length of a sequence. */
export const JSONATA_TIMEOUT_MS = 5_000;
export const JSONATA_MAX_STACK = 1_000;
export const JSONATA_MAX_SEQUENCE = 1_000_000;
/** Our own: how many values the aliases of one YAML document may expand to. */
export const MAX_YAML_ALIAS_NODES = 100_000;

/** Our own: an Express execution has no history limit, but one that never waits would never reach its five minutes. */
export const MAX_EXPRESS_EVENTS = 250_000;
/** Our own: how many mistakes of shape one state or scope reports; as many as AWS gives diagnostics for a definition. */
export const MAX_SHAPE_PROBLEMS = 100;
/** Our own: how many mistakes of JSON or YAML itself are reported; beyond, a text is not meant to be either. */
export const MAX_TEXT_PROBLEMS = 100;
/** Our own: executions that start executions that start executions; AWS has no limit, but a machine that starts itself would never end. */
export const MAX_NESTED_EXECUTIONS = 20;

/** How often a message may come through the same node before it is a loop. https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html */
export const MAX_LOOP_TURNS = 16;

/** SQS and SNS FIFO: for so long a deduplication id is remembered, milliseconds. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html */
export const DEDUPLICATION_MS = 300_000;
/** The longest visibility timeout, seconds: 12 hours. */
export const MAX_VISIBILITY_SECONDS = 43_200;
/** Messages of one queue that may be in flight. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html */
export const MAX_IN_FLIGHT_MESSAGES = 120_000;
/** Attributes of one message. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html */
export const MAX_MESSAGE_ATTRIBUTES = 10;
/** Messages or bytes of one batch. */
export const MAX_BATCH_ENTRIES = 10;
export const MAX_SQS_BATCH_BYTES = 1_048_576;
/** The same queue is purged at most so often, milliseconds. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_PurgeQueue.html */
export const PURGE_PAUSE_MS = 60_000;
/** Fair queues: a message group is noisy above this share of what is in flight, or of the consumers' time. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html */
export const FAIR_NOISY_SHARE = 0.1;
/** The same: with fewer of its messages in flight, a group is not noisy for their number. */
export const FAIR_MIN_IN_FLIGHT = 30;
/** The same: a group that has sent nothing for so long is quiet again, milliseconds. */
export const FAIR_FORGET_MS = 300_000;
/** After a queue was deleted, its name cannot be used for so long, milliseconds. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html */
export const QUEUE_DELETED_PAUSE_MS = 60_000;
/** The longest poll, seconds. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html */
export const MAX_POLL_SECONDS = 20;
/** Messages that a message move task may move in a second; also what it does unless it is told. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html */
export const MAX_MOVED_PER_SECOND = 500;
/** Message move tasks of a queue that are listed. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListMessageMoveTasks.html */
export const MAX_MOVE_TASKS = 10;
/** Calls of one API action that a FIFO queue takes in a second, without high throughput. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-fifo.html */
export const FIFO_CALLS_PER_SECOND = 300;
/** The same in high throughput mode, of a whole queue in the largest Regions; each message group keeps to the number above. */
export const HIGH_THROUGHPUT_CALLS_PER_SECOND = 70_000;
/** A payload counts as one request for each so many bytes. https://aws.amazon.com/sqs/pricing/ */
export const SQS_REQUEST_BYTES = 65_536;

/** Keys of an SNS filter policy that have a list. https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html */
export const SNS_MAX_KEYS = 5;
/** Combinations of values of an SNS filter policy. */
export const SNS_MAX_COMBINATIONS = 150;
/** An SNS filter policy as text, bytes. */
export const SNS_MAX_POLICY_BYTES = 262_144;
/** Numbers in SNS filter policies: at most this far from 0, with so many digits behind the point. */
export const SNS_NUMBER_MAX = 1e9;
export const SNS_NUMBER_DECIMALS = 5;
/** An event pattern as text: the quota of a rule, which can be raised, and what the API takes at all, characters. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
export const EVENT_PATTERN_QUOTA = 2_048;
export const EVENT_PATTERN_MAX_LENGTH = 4_096;
/**
 * How many beginnings of wildcards may fit one text before EventBridge calls a rule too complex. AWS does not say; its engine
 * rates the one rejected pattern on record 11 and the most complex accepted one 7, and advises 10.
 * https://github.com/aws/event-ruler
 */
export const WILDCARD_MAX_COMPLEXITY = 10;
/** Our own: ways through the `$or` of one pattern that are followed; beyond, a pattern is reported and matches nothing. */
export const MAX_PATTERN_BRANCHES = 1_000;

/** How often a message may be received before it goes to the dead-letter queue. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
export const MAX_RECEIVE_COUNT = 1_000;
/** Queues that a RedriveAllowPolicy names. */
export const MAX_SOURCE_QUEUES = 10;

/** Our own: messages that one producer of a scenario makes; more would take minutes of wall time. */
export const MAX_TRAFFIC_MESSAGES = 100_000_000;
/** Our own: simulations of one sweep. */
export const MAX_SWEEP_RUNS = 2_000;
/** Our own: how long a simulation lasts at most where its scenario says nothing, virtual milliseconds: an hour. */
export const DEFAULT_SIMULATION_MS = 3_600_000;

/** SNS: the largest message that a topic takes unless it is set, bytes; also of all messages of one PublishBatch. https://docs.aws.amazon.com/sns/latest/dg/large-message-payloads.html */
export const MAX_SNS_MESSAGE_BYTES = 262_144;
/** Messages a second that a FIFO topic, or each of its groups, takes. https://docs.aws.amazon.com/sns/latest/dg/fifo-topic-high-throughput.html */
export const FIFO_TOPIC_MESSAGES_PER_SECOND = 3_000;

/** Kinesis: what a shard takes in a second, records and bytes, partition keys included. https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html */
export const KINESIS_WRITE_RECORDS_PER_SECOND = 1_000;
export const KINESIS_WRITE_BYTES_PER_SECOND = 1_048_576;
/** What a shard gives in a second: calls of GetRecords and bytes, to all who share it; bytes, to each enhanced fan-out consumer. */
export const KINESIS_READ_CALLS_PER_SECOND = 5;
export const KINESIS_READ_BYTES_PER_SECOND = 2_097_152;
/** What one GetRecords call gives. https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html */
export const KINESIS_READ_MAX_RECORDS = 10_000;
export const KINESIS_READ_MAX_BYTES = 10_485_760;
/** One PutRecords request. https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html */
export const KINESIS_PUT_MAX_RECORDS = 500;
export const KINESIS_PUT_MAX_BYTES = 10_485_760;
/** The largest record that a stream takes unless it is set (MaxRecordSizeInKiB), bytes. */
export const KINESIS_MAX_RECORD_BYTES = 1_048_576;
/** Hours that a stream keeps its records: least, also the default, and most. https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html */
export const KINESIS_MIN_RETENTION_HOURS = 24;
export const KINESIS_MAX_RETENTION_HOURS = 8_760;
/** Shards of an on-demand stream: at its beginning, and at most. https://docs.aws.amazon.com/streams/latest/dev/how-do-i-size-a-stream.html */
export const KINESIS_ON_DEMAND_SHARDS = 4;
export const KINESIS_ON_DEMAND_MAX_SHARDS = 200;
/** A shard iterator, and a subscription of an enhanced fan-out consumer, ends after so long, milliseconds. https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetShardIterator.html */
export const KINESIS_ITERATOR_MS = 300_000;
/** Enhanced fan-out consumers of a stream. https://docs.aws.amazon.com/streams/latest/dev/enhanced-consumers.html */
export const KINESIS_MAX_CONSUMERS = 20;
/** Lambda: invocations of an account at the same time, in a Region; can be raised. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const LAMBDA_CONCURRENCY = 1_000;
/** New execution environments of one function: 1,000 each 10 seconds. https://docs.aws.amazon.com/lambda/latest/dg/scaling-behavior.html */
export const LAMBDA_ENVIRONMENTS_PER_SECOND = 100;
export const LAMBDA_ENVIRONMENTS_BURST = 1_000;
/** What an asynchronous invocation is asked with. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const MAX_ASYNC_PAYLOAD_BYTES = 1_048_576;
/** Records of one invocation by an event source mapping. https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html */
export const MAX_BATCH_PAYLOAD_BYTES = 6_291_456;
/** EventBridge Pipes: how long one batch may take with enrichment and target, milliseconds. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
export const PIPE_TIMEOUT_MS = 300_000;

/** API destinations: calls in a second unless it says less, and how long an answer is waited for, milliseconds. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html */
export const API_DESTINATION_PER_SECOND = 300;
export const API_DESTINATION_TIMEOUT_MS = 5_000;

/** API Gateway: requests of an account in a second, and at once. https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
export const API_REQUESTS_PER_SECOND = 10_000;
export const API_REQUESTS_BURST = 5_000;
/** How long an integration may take unless it says less: of REST APIs, of HTTP APIs, milliseconds. */
export const REST_INTEGRATION_TIMEOUT_MS = 29_000;
export const HTTP_INTEGRATION_TIMEOUT_MS = 30_000;
/** How long a cached response is used unless the method says otherwise, seconds. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html */
export const API_CACHE_TTL_SECONDS = 300;
/** Our own: how deep a mapping template may nest, how many parts of it are filled in, how many responses are cached. */
export const MAX_TEMPLATE_NESTING = 200;
export const MAX_TEMPLATE_STEPS = 100_000;
export const MAX_CACHED_RESPONSES = 10_000;

/** S3: the key of an object, bytes of UTF-8. https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html */
export const MAX_OBJECT_KEY_BYTES = 1_024;

/** EventBridge: all entries of one PutEvents, bytes. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
export const MAX_PUT_EVENTS_BYTES = 1_048_576;
/** Calls of PutEvents that an account may make in a second, in the largest Regions. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
export const PUT_EVENTS_PER_SECOND = 10_000;
/** Targets of one rule. */
export const MAX_RULE_TARGETS = 5;
/** A delivery that fails is tried again so often, and for so long, unless its target says less. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html */
export const MAX_DELIVERY_RETRIES = 185;
export const MAX_EVENT_AGE_SECONDS = 86_400;
/** The same for subscribers of a Custom Event Bus. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-custom-bus-retry.html */
export const SUBSCRIBER_RETRIES = 5;
export const SUBSCRIBER_EVENT_AGE_SECONDS = 300;
/** Calls of an API destination in a second, unless it is set. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html */
export const API_DESTINATION_CALLS_PER_SECOND = 300;
/** StartExecution of Standard and of Express workflows: so many at once, and so many a second. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
export const START_EXECUTION_BURST = 1_300;
export const START_EXECUTION_PER_SECOND = 300;
export const START_EXPRESS_PER_SECOND = 6_000;

/** Streams of DynamoDB tables: how long they keep records, milliseconds, and what one GetRecords call gives. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetRecords.html */
export const DYNAMODB_STREAM_RETENTION_MS = 86_400_000;
export const DYNAMODB_STREAM_READ_MAX_RECORDS = 1_000;
export const DYNAMODB_STREAM_READ_MAX_BYTES = 1_048_576;
/** Data Firehose: a buffer is emptied at this size or age unless it is set, and both at most. https://docs.aws.amazon.com/firehose/latest/APIReference/API_BufferingHints.html */
export const FIREHOSE_BUFFER_MEBIBYTES = 5;
export const FIREHOSE_BUFFER_SECONDS = 300;
export const FIREHOSE_MAX_BUFFER_MEBIBYTES = 128;
export const FIREHOSE_MAX_BUFFER_SECONDS = 900;
/** The same with dynamic partitioning at least; and partitions that are active at the same time. https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning.html */
export const FIREHOSE_PARTITIONED_BUFFER_MEBIBYTES = 64;
export const FIREHOSE_ACTIVE_PARTITIONS = 500;
/** One record, bytes; one PutRecordBatch, records and bytes. https://docs.aws.amazon.com/firehose/latest/dev/limits.html */
export const FIREHOSE_RECORD_BYTES = 1_024_000;
export const FIREHOSE_BATCH_RECORDS = 500;
export const FIREHOSE_BATCH_BYTES = 4_194_304;
/** Direct puts of a second in the largest Regions. */
export const FIREHOSE_RECORDS_PER_SECOND = 500_000;
export const FIREHOSE_BYTES_PER_SECOND = 5_242_880;
/** So long, seconds, Firehose waits for a function that transforms. https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html */
export const FIREHOSE_INVOCATION_SECONDS = 300;
/** So long, milliseconds, Firehose keeps what it cannot deliver. https://docs.aws.amazon.com/firehose/latest/dev/retry.html */
export const FIREHOSE_RETENTION_MS = 86_400_000;
/** State that a function hands on within a tumbling window, bytes. https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-windows.html */
export const TUMBLING_STATE_MAX_BYTES = 1_048_576;

/** Kafka: the largest message that a cluster takes unless it is set, bytes. https://docs.aws.amazon.com/msk/latest/developerguide/msk-configuration-properties.html */
export const MAX_KAFKA_MESSAGE_BYTES = 1_048_588;
/** How long a topic keeps records unless it is set, milliseconds. */
export const KAFKA_RETENTION_MS = 604_800_000;
/** A segment of a log is full, or old enough for the next one, unless it is set; retention deletes whole segments. */
export const KAFKA_SEGMENT_BYTES = 1_073_741_824;
export const KAFKA_SEGMENT_MS = 604_800_000;
/** How often a broker looks for segments to delete, milliseconds. https://kafka.apache.org/documentation/#brokerconfigs_log.retention.check.interval.ms */
export const KAFKA_RETENTION_CHECK_MS = 300_000;
/** A broker that is gone is noticed after so long, with ZooKeeper and without, milliseconds. https://docs.aws.amazon.com/msk/latest/developerguide/msk-default-configuration.html */
export const ZOOKEEPER_SESSION_MS = 18_000;
export const KAFKA_BROKER_SESSION_MS = 9_000;
/** How often leadership goes back to the brokers that are to have it, milliseconds. https://kafka.apache.org/documentation/#brokerconfigs_leader.imbalance.check.interval.seconds */
export const KAFKA_LEADER_CHECK_MS = 300_000;

/** Kafka's producers: what goes to one partition before records without a key go to another one, bytes. https://kafka.apache.org/documentation/#producerconfigs_batch.size */
export const KAFKA_BATCH_BYTES = 16_384;
/** How long a producer tries to hand a record over, milliseconds. https://kafka.apache.org/documentation/#producerconfigs_delivery.timeout.ms */
export const KAFKA_DELIVERY_TIMEOUT_MS = 120_000;
/** Its first pause before it tries again, and its longest, milliseconds. https://kafka.apache.org/documentation/#producerconfigs_retry.backoff.ms */
export const KAFKA_RETRY_PAUSE_MS = 100;
export const KAFKA_MAX_RETRY_PAUSE_MS = 1_000;

/** Kafka's consumers: the most records that one poll gives. https://kafka.apache.org/documentation/#consumerconfigs_max.poll.records */
export const KAFKA_MAX_POLL_RECORDS = 500;
/** Who has not polled for so long is taken for stuck, milliseconds. https://kafka.apache.org/documentation/#consumerconfigs_max.poll.interval.ms */
export const KAFKA_MAX_POLL_INTERVAL_MS = 300_000;
/** Who has not been heard of for so long is taken for dead, milliseconds. https://kafka.apache.org/documentation/#consumerconfigs_session.timeout.ms */
export const KAFKA_SESSION_MS = 45_000;
/** How often members are heard of, milliseconds. https://kafka.apache.org/documentation/#consumerconfigs_heartbeat.interval.ms */
export const KAFKA_HEARTBEAT_MS = 3_000;
/** How often a client commits by itself, milliseconds. https://kafka.apache.org/documentation/#consumerconfigs_auto.commit.interval.ms */
export const KAFKA_AUTO_COMMIT_MS = 5_000;
/** How long the first members of a group wait for others, milliseconds. https://kafka.apache.org/documentation/#brokerconfigs_group.initial.rebalance.delay.ms */
export const KAFKA_REBALANCE_DELAY_MS = 3_000;

/** Event source mappings of Kafka: how long records are gathered unless it is set, milliseconds. https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html */
export const KAFKA_WINDOW_MS = 500;
/** How often a batch is tried again where no limit is set, but an on-failure destination. https://docs.aws.amazon.com/lambda/latest/dg/kafka-retry-configurations.html */
export const KAFKA_RETRIES_BEFORE_DESTINATION = 10;

/** MSK Serverless: what comes into a cluster in a second, bytes. https://docs.aws.amazon.com/msk/latest/developerguide/limits.html */
export const SERVERLESS_IN_BYTES = 209_715_200;
/** What comes into one of its partitions in a second, bytes. */
export const SERVERLESS_PARTITION_IN_BYTES = 5_242_880;
/** The largest message that it takes, bytes. */
export const MAX_SERVERLESS_MESSAGE_BYTES = 8_388_608;

/** ActiveMQ's clients: how often a message that was rejected is delivered again before it goes to the dead-letter queue. https://activemq.apache.org/components/classic/documentation/redelivery-policy */
export const ACTIVEMQ_MAX_REDELIVERIES = 6;
/** And after how long, milliseconds. */
export const ACTIVEMQ_REDELIVERY_DELAY_MS = 1_000;
/** RabbitMQ 4: how often a quorum queue delivers a message again before it drops it, or hands it to a dead-letter exchange. https://www.rabbitmq.com/docs/quorum-queues#poison-message-handling */
export const RABBITMQ_DELIVERY_LIMIT = 20;

/** SWF: how long an execution may take at most, and unless it is set, seconds. https://docs.aws.amazon.com/amazonswf/latest/developerguide/swf-dg-limits.html */
export const SWF_EXECUTION_SECONDS = 31_536_000;

/** Kinesis Video Streams: connections that PutMedia has to a stream at once. https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/limits.html */
export const VIDEO_PUT_CONNECTIONS = 1;
/** Calls of PutMedia to a stream, a second. */
export const VIDEO_PUT_CALLS_PER_SECOND = 5;
/** Bytes that a stream takes in a second. */
export const VIDEO_PUT_BYTES_PER_SECOND = 12_500_000;
/** Fragments that a stream takes in a second. */
export const VIDEO_PUT_FRAGMENTS_PER_SECOND = 5;
/** How long a connection of PutMedia lasts, milliseconds. */
export const VIDEO_MAX_CONNECTION_MS = 2_700_000;
/** How long a fragment may be, milliseconds. */
export const VIDEO_MIN_FRAGMENT_MS = 1_000;
export const VIDEO_MAX_FRAGMENT_MS = 20_000;
/** The largest fragment, bytes. */
export const VIDEO_MAX_FRAGMENT_BYTES = 52_428_800;
/** Tags (metadata) of a fragment. */
export const VIDEO_MAX_TAGS = 10;
/** Their names and values, bytes. https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/limits.html#limits-streaming-metadata */
export const VIDEO_MAX_TAG_NAME_BYTES = 128;
export const VIDEO_MAX_TAG_VALUE_BYTES = 256;
/** Connections that GetMedia has to a stream at once. https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/limits.html */
export const VIDEO_GET_CONNECTIONS = 3;
/** Bytes and fragments that one connection of GetMedia gives in a second. */
export const VIDEO_GET_BYTES_PER_SECOND = 25_000_000;
export const VIDEO_GET_FRAGMENTS_PER_SECOND = 5;
/** What ListFragments may ask of a stream in a second: the sum of MaxResults. https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/limits.html#fragment_based_throttling */
export const VIDEO_METADATA_PER_SECOND = 10_000;
/** What GetMediaForFragmentList may ask of a stream in a second: fragments. */
export const VIDEO_MEDIA_PER_SECOND = 500;
/** Fragments of one answer of ListFragments, and of one GetMediaForFragmentList. */
export const VIDEO_MAX_LISTED_FRAGMENTS = 1_000;
/** Streams that retain nothing: what the service's own buffer keeps, milliseconds and bytes. https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_CreateStream.html */
export const VIDEO_BUFFER_MS = 300_000;
export const VIDEO_BUFFER_BYTES = 209_715_200;
/** The longest retention, hours. */
export const VIDEO_MAX_RETENTION_HOURS = 87_600;
