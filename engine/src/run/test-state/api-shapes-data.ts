/**
 * Responses of the APIs that Task states call, as the public service models of the AWS SDKs describe them, with the
 * names that Step Functions gives their fields. The notation is that of shape-notation.ts; a service or an action that
 * is missing is simply not judged. Where recorded answers of TestState and the models differ, the records win.
 * https://github.com/aws/api-models-aws
 */
export interface ServiceShapes {
  /** Action to the name of its response. */
  readonly responses: Readonly<Record<string, string>>;
  readonly shapes: Readonly<Record<string, string>>;
}

/** Optimized integrations by what Resource calls them, to the SDK's name of the service. */
export const OPTIMIZED_SERVICES: Readonly<Record<string, string>> = {
  athena: "athena",
  batch: "batch",
  bedrock: "bedrockruntime",
  codebuild: "codebuild",
  dynamodb: "dynamodb",
  ecs: "ecs",
  events: "eventbridge",
  glue: "glue",
  lambda: "lambda",
  sagemaker: "sagemaker",
  sns: "sns",
  sqs: "sqs",
  states: "sfn",
};

/** Optimized integrations that answer otherwise than the API they call. */
export const OPTIMIZED_RESPONSES: Readonly<Record<string, string>> = {
  // The payload is parsed; through the SDK integration it stays text.
  "lambda:invoke": "ExecutedVersion:s FunctionError:s LogResult:s Payload:* StatusCode:n",
  "bedrock:invokeModel": "Body:* ContentType:s",
  "sqs:sendMessage":
    "MD5OfMessageAttributes:s MD5OfMessageBody:s MD5OfMessageSystemAttributes:s MessageId:s SequenceNumber:s",
};

/** By the name that follows `aws-sdk:` in Resource. */
export const API_SHAPES: Readonly<Record<string, ServiceShapes>> = {
  athena: {
    responses: {
      getQueryExecution: "GetQueryExecutionOutput",
      getQueryResults: "GetQueryResultsOutput",
      startQueryExecution: "StartQueryExecutionOutput",
      stopQueryExecution: "StopQueryExecutionOutput",
    },
    shapes: {
      AclConfiguration: "S3AclOption!:S3AclOption",
      AthenaError: "ErrorCategory:n1..3 ErrorType:n0..9999 Retryable:b ErrorMessage:s",
      AuthenticationType: "=DIRECTORY_IDENTITY",
      ColumnInfo:
        "CatalogName:s SchemaName:s TableName:s Name!:s Label:s Type!:s Precision:n Scale:n Nullable:ColumnNullable CaseSensitive:b",
      ColumnNullable: "=NOT_NULL|NULLABLE|UNKNOWN",
      Datum: "VarCharValue:s",
      EncryptionConfiguration: "EncryptionOption!:EncryptionOption KmsKey:s",
      EncryptionOption: "=SSE_S3|SSE_KMS|CSE_KMS",
      EngineVersion: "SelectedEngineVersion:s EffectiveEngineVersion:s",
      GetQueryExecutionOutput: "QueryExecution:QueryExecution",
      GetQueryResultsOutput: "UpdateCount:n ResultSet:ResultSet NextToken:s",
      ManagedQueryResultsConfiguration: "Enabled!:b EncryptionConfiguration:ManagedQueryResultsEncryptionConfiguration",
      ManagedQueryResultsEncryptionConfiguration: "KmsKey!:s",
      QueryExecution:
        "QueryExecutionId:s Query:s StatementType:StatementType ManagedQueryResultsConfiguration:ManagedQueryResultsConfiguration ResultConfiguration:ResultConfiguration ResultReuseConfiguration:ResultReuseConfiguration QueryExecutionContext:QueryExecutionContext Status:QueryExecutionStatus Statistics:QueryExecutionStatistics WorkGroup:s EngineVersion:EngineVersion ExecutionParameters:[s] SubstatementType:s QueryResultsS3AccessGrantsConfiguration:QueryResultsS3AccessGrantsConfiguration",
      QueryExecutionContext: "Database:s Catalog:s",
      QueryExecutionState: "=QUEUED|RUNNING|SUCCEEDED|FAILED|CANCELLED",
      QueryExecutionStatistics:
        "EngineExecutionTimeInMillis:n DataScannedInBytes:n DataManifestLocation:s TotalExecutionTimeInMillis:n QueryQueueTimeInMillis:n ServicePreProcessingTimeInMillis:n QueryPlanningTimeInMillis:n ServiceProcessingTimeInMillis:n ResultReuseInformation:ResultReuseInformation DpuCount:n",
      QueryExecutionStatus:
        "State:QueryExecutionState StateChangeReason:s SubmissionDateTime:s CompletionDateTime:s AthenaError:AthenaError",
      QueryResultsS3AccessGrantsConfiguration:
        "EnableS3AccessGrants!:b CreateUserLevelPrefix:b AuthenticationType!:AuthenticationType",
      ResultConfiguration:
        "OutputLocation:s EncryptionConfiguration:EncryptionConfiguration ExpectedBucketOwner:s AclConfiguration:AclConfiguration",
      ResultReuseByAgeConfiguration: "Enabled!:b MaxAgeInMinutes:n0..10080",
      ResultReuseConfiguration: "ResultReuseByAgeConfiguration:ResultReuseByAgeConfiguration",
      ResultReuseInformation: "ReusedPreviousResult!:b",
      ResultSet: "Rows:[Row] ResultSetMetadata:ResultSetMetadata",
      ResultSetMetadata: "ColumnInfo:[ColumnInfo]",
      Row: "Data:[Datum]",
      S3AclOption: "=BUCKET_OWNER_FULL_CONTROL",
      StartQueryExecutionOutput: "QueryExecutionId:s",
      StatementType: "=DDL|DML|UTILITY",
      StopQueryExecutionOutput: "",
    },
  },
  batch: {
    responses: {
      cancelJob: "CancelJobResponse",
      listJobs: "ListJobsResponse",
      submitJob: "SubmitJobResponse",
      terminateJob: "TerminateJobResponse",
    },
    shapes: {
      ArrayPropertiesSummary: "Size:n Index:n StatusSummary:{n} StatusSummaryLastUpdatedAt:n",
      CancelJobResponse: "",
      ContainerSummary: "ExitCode:n Reason:s",
      JobCapacityUsageSummary: "CapacityUnit:s Quantity:n",
      JobStatus: "=SUBMITTED|PENDING|RUNNABLE|STARTING|RUNNING|SUCCEEDED|FAILED",
      JobSummary:
        "JobArn:s JobId!:s JobName!:s CapacityUsage:[JobCapacityUsageSummary] CreatedAt:n ScheduledAt:n ShareIdentifier:s Status:JobStatus StatusReason:s StartedAt:n StoppedAt:n Container:ContainerSummary ArrayProperties:ArrayPropertiesSummary NodeProperties:NodePropertiesSummary JobDefinition:s IsCancelled:b IsTerminated:b",
      ListJobsResponse: "JobSummaryList!:[JobSummary] NextToken:s",
      NodePropertiesSummary: "IsMainNode:b NumNodes:n NodeIndex:n",
      SubmitJobResponse: "JobArn:s JobName!:s JobId!:s",
      TerminateJobResponse: "",
    },
  },
  bedrockruntime: {
    responses: {
      invokeModel: "InvokeModelResponse",
    },
    shapes: {
      InvokeModelResponse:
        "Body!:s ContentType!:s PerformanceConfigLatency:PerformanceConfigLatency ServiceTier:ServiceTierType",
      PerformanceConfigLatency: "=standard|optimized",
      ServiceTierType: "=priority|default|flex|reserved",
    },
  },
  cloudwatch: {
    responses: {
      getMetricStatistics: "GetMetricStatisticsOutput",
    },
    shapes: {
      Datapoint:
        "Timestamp:s SampleCount:n Average:n Sum:n Minimum:n Maximum:n Unit:StandardUnit ExtendedStatistics:{n}",
      GetMetricStatisticsOutput: "Label:s Datapoints:[Datapoint]",
      StandardUnit:
        "=Seconds|Microseconds|Milliseconds|Bytes|Kilobytes|Megabytes|Gigabytes|Terabytes|Bits|Kilobits|Megabits|Gigabits|Terabits|Percent|Count|Bytes/Second|Kilobytes/Second|Megabytes/Second|Gigabytes/Second|Terabytes/Second|Bits/Second|Kilobits/Second|Megabits/Second|Gigabits/Second|Terabits/Second|Count/Second|None",
    },
  },
  cloudwatchlogs: {
    responses: {
      filterLogEvents: "FilterLogEventsResponse",
      getQueryResults: "GetQueryResultsResponse",
      putLogEvents: "PutLogEventsResponse",
      startQuery: "StartQueryResponse",
    },
    shapes: {
      EntityRejectionErrorType:
        "=InvalidEntity|InvalidTypeValue|InvalidKeyAttributes|InvalidAttributes|EntitySizeTooLarge|UnsupportedLogGroupType|MissingRequiredFields",
      FilterLogEventsResponse: "Events:[FilteredLogEvent] SearchedLogStreams:[SearchedLogStream] NextToken:s",
      FilteredLogEvent: "LogStreamName:s Timestamp:n0.. Message:s IngestionTime:n0.. EventId:s",
      GetQueryResultsResponse:
        "QueryLanguage:QueryLanguage Results:[[ResultField]] Statistics:QueryStatistics Status:QueryStatus EncryptionKey:s NextToken:s",
      PutLogEventsResponse:
        "NextSequenceToken:s RejectedLogEventsInfo:RejectedLogEventsInfo RejectedEntityInfo:RejectedEntityInfo",
      QueryLanguage: "=CWLI|SQL|PPL",
      QueryStatistics:
        "RecordsMatched:n RecordsScanned:n EstimatedRecordsSkipped:n BytesScanned:n EstimatedBytesSkipped:n LogGroupsScanned:n ResultCount:n",
      QueryStatus: "=Scheduled|Running|Complete|Failed|Cancelled|Timeout|Unknown",
      RejectedEntityInfo: "ErrorType!:EntityRejectionErrorType",
      RejectedLogEventsInfo: "TooNewLogEventStartIndex:n TooOldLogEventEndIndex:n ExpiredLogEventEndIndex:n",
      ResultField: "Field:s Value:s",
      SearchedLogStream: "LogStreamName:s SearchedCompletely:b",
      StartQueryResponse: "QueryId:s",
    },
  },
  codebuild: {
    responses: {
      batchDeleteBuilds: "BatchDeleteBuildsOutput",
      startBuild: "StartBuildOutput",
      stopBuild: "StopBuildOutput",
    },
    shapes: {
      AutoRetryConfig: "AutoRetryLimit:n AutoRetryNumber:n NextAutoRetry:s PreviousAutoRetry:s",
      BatchDeleteBuildsOutput: "BuildsDeleted:[s] BuildsNotDeleted:[BuildNotDeleted]",
      BucketOwnerAccess: "=NONE|READ_ONLY|FULL",
      Build:
        "Id:s Arn:s BuildNumber:n StartTime:s EndTime:s CurrentPhase:s BuildStatus:StatusType SourceVersion:s ResolvedSourceVersion:s ProjectName:s Phases:[BuildPhase] Source:ProjectSource SecondarySources:[ProjectSource] SecondarySourceVersions:[ProjectSourceVersion] Artifacts:BuildArtifacts SecondaryArtifacts:[BuildArtifacts] Cache:ProjectCache Environment:ProjectEnvironment ServiceRole:s Logs:LogsLocation TimeoutInMinutes:n QueuedTimeoutInMinutes:n BuildComplete:b Initiator:s VpcConfig:VpcConfig NetworkInterface:NetworkInterface EncryptionKey:s ExportedEnvironmentVariables:[ExportedEnvironmentVariable] ReportArns:[s] FileSystemLocations:[ProjectFileSystemLocation] DebugSession:DebugSession BuildBatchArn:s AutoRetryConfig:AutoRetryConfig",
      BuildArtifacts:
        "Location:s Sha256sum:s Md5sum:s OverrideArtifactName:b EncryptionDisabled:b ArtifactIdentifier:s BucketOwnerAccess:BucketOwnerAccess",
      BuildNotDeleted: "Id:s StatusCode:s",
      BuildPhase:
        "PhaseType:BuildPhaseType PhaseStatus:StatusType StartTime:s EndTime:s DurationInSeconds:n Contexts:[PhaseContext]",
      BuildPhaseType:
        "=SUBMITTED|QUEUED|PROVISIONING|DOWNLOAD_SOURCE|INSTALL|PRE_BUILD|BUILD|POST_BUILD|UPLOAD_ARTIFACTS|FINALIZING|COMPLETED",
      BuildStatusConfig: "Context:s TargetUrl:s",
      CacheMode: "=LOCAL_DOCKER_LAYER_CACHE|LOCAL_SOURCE_CACHE|LOCAL_CUSTOM_CACHE",
      CacheType: "=NO_CACHE|S3|LOCAL",
      CloudWatchLogsConfig: "Status!:LogsConfigStatusType GroupName:s StreamName:s",
      ComputeConfiguration: "VCpu:n Memory:n Disk:n MachineType:MachineType InstanceType:s",
      ComputeType:
        "=BUILD_GENERAL1_SMALL|BUILD_GENERAL1_MEDIUM|BUILD_GENERAL1_LARGE|BUILD_GENERAL1_XLARGE|BUILD_GENERAL1_2XLARGE|BUILD_LAMBDA_1GB|BUILD_LAMBDA_2GB|BUILD_LAMBDA_4GB|BUILD_LAMBDA_8GB|BUILD_LAMBDA_10GB|ATTRIBUTE_BASED_COMPUTE|CUSTOM_INSTANCE_TYPE",
      CredentialProviderType: "=SECRETS_MANAGER",
      DebugSession: "SessionEnabled:b SessionTarget:s",
      DockerServer: "ComputeType!:ComputeType SecurityGroupIds:[s] Status:DockerServerStatus",
      DockerServerStatus: "Status:s Message:s",
      EnvironmentType:
        "=WINDOWS_CONTAINER|LINUX_CONTAINER|LINUX_GPU_CONTAINER|ARM_CONTAINER|WINDOWS_SERVER_2019_CONTAINER|WINDOWS_SERVER_2022_CONTAINER|LINUX_LAMBDA_CONTAINER|ARM_LAMBDA_CONTAINER|LINUX_EC2|ARM_EC2|WINDOWS_EC2|MAC_ARM",
      EnvironmentVariable: "Name!:s Value!:s Type:EnvironmentVariableType",
      EnvironmentVariableType: "=PLAINTEXT|PARAMETER_STORE|SECRETS_MANAGER",
      ExportedEnvironmentVariable: "Name:s Value:s",
      FileSystemType: "=EFS",
      GitSubmodulesConfig: "FetchSubmodules!:b",
      HostKernel: "=LINUX_KERNEL_4|LINUX_KERNEL_6|LINUX_KERNEL_LATEST",
      ImagePullCredentialsType: "=CODEBUILD|SERVICE_ROLE",
      LogsConfigStatusType: "=ENABLED|DISABLED",
      LogsLocation:
        "GroupName:s StreamName:s DeepLink:s S3DeepLink:s CloudWatchLogsArn:s S3LogsArn:s CloudWatchLogs:CloudWatchLogsConfig S3Logs:S3LogsConfig",
      MachineType: "=GENERAL|NVME",
      NetworkInterface: "SubnetId:s NetworkInterfaceId:s",
      PhaseContext: "StatusCode:s Message:s",
      ProjectCache: "Type!:CacheType Location:s Modes:[CacheMode] CacheNamespace:s",
      ProjectEnvironment:
        "Type!:EnvironmentType Image!:s ComputeType!:ComputeType ComputeConfiguration:ComputeConfiguration Fleet:ProjectFleet EnvironmentVariables:[EnvironmentVariable] PrivilegedMode:b Certificate:s RegistryCredential:RegistryCredential ImagePullCredentialsType:ImagePullCredentialsType DockerServer:DockerServer HostKernel:HostKernel",
      ProjectFileSystemLocation: "Type:FileSystemType Location:s MountPoint:s Identifier:s MountOptions:s",
      ProjectFleet: "FleetArn:s",
      ProjectSource:
        "Type!:SourceType Location:s GitCloneDepth:n0.. GitSubmodulesConfig:GitSubmodulesConfig Buildspec:s Auth:SourceAuth ReportBuildStatus:b BuildStatusConfig:BuildStatusConfig InsecureSsl:b SourceIdentifier:s",
      ProjectSourceVersion: "SourceIdentifier!:s SourceVersion!:s",
      RegistryCredential: "Credential!:s CredentialProvider!:CredentialProviderType",
      S3LogsConfig: "Status!:LogsConfigStatusType Location:s EncryptionDisabled:b BucketOwnerAccess:BucketOwnerAccess",
      SourceAuth: "Type!:SourceAuthType Resource:s",
      SourceAuthType: "=OAUTH|CODECONNECTIONS|SECRETS_MANAGER",
      SourceType: "=CODECOMMIT|CODEPIPELINE|GITHUB|GITLAB|GITLAB_SELF_MANAGED|S3|BITBUCKET|GITHUB_ENTERPRISE|NO_SOURCE",
      StartBuildOutput: "Build:Build",
      StatusType: "=SUCCEEDED|FAILED|FAULT|TIMED_OUT|IN_PROGRESS|STOPPED",
      StopBuildOutput: "Build:Build",
      VpcConfig: "VpcId:s Subnets:[s] SecurityGroupIds:[s]",
    },
  },
  comprehend: {
    responses: {
      detectDominantLanguage: "DetectDominantLanguageResponse",
      detectKeyPhrases: "DetectKeyPhrasesResponse",
      detectSentiment: "DetectSentimentResponse",
    },
    shapes: {
      DetectDominantLanguageResponse: "Languages:[DominantLanguage]",
      DetectKeyPhrasesResponse: "KeyPhrases:[KeyPhrase]",
      DetectSentimentResponse: "Sentiment:SentimentType SentimentScore:SentimentScore",
      DominantLanguage: "LanguageCode:s Score:n",
      KeyPhrase: "Score:n Text:s BeginOffset:n EndOffset:n",
      SentimentScore: "Positive:n Negative:n Neutral:n Mixed:n",
      SentimentType: "=POSITIVE|NEGATIVE|NEUTRAL|MIXED",
    },
  },
  dynamodb: {
    responses: {
      batchGetItem: "BatchGetItemOutput",
      batchWriteItem: "BatchWriteItemOutput",
      deleteItem: "DeleteItemOutput",
      describeTable: "DescribeTableOutput",
      executeStatement: "ExecuteStatementOutput",
      getItem: "GetItemOutput",
      listTables: "ListTablesOutput",
      putItem: "PutItemOutput",
      query: "QueryOutput",
      scan: "ScanOutput",
      transactGetItems: "TransactGetItemsOutput",
      transactWriteItems: "TransactWriteItemsOutput",
      updateItem: "UpdateItemOutput",
    },
    shapes: {
      ArchivalSummary: "ArchivalDateTime:s ArchivalReason:s ArchivalBackupArn:s",
      AttributeDefinition: "AttributeName!:s AttributeType!:ScalarAttributeType",
      AttributeValue: "S:s N:s B:s Ss:[s] Ns:[s] Bs:[s] M:{AttributeValue} L:[AttributeValue] Null:b Bool:b",
      BatchGetItemOutput:
        "Responses:{[{AttributeValue}]} UnprocessedKeys:{KeysAndAttributes} ConsumedCapacity:[ConsumedCapacity]",
      BatchWriteItemOutput:
        "UnprocessedItems:{[WriteRequest]} ItemCollectionMetrics:{[ItemCollectionMetrics]} ConsumedCapacity:[ConsumedCapacity]",
      BillingMode: "=PROVISIONED|PAY_PER_REQUEST",
      BillingModeSummary: "BillingMode:BillingMode LastUpdateToPayPerRequestDateTime:s",
      Capacity: "ReadCapacityUnits:n WriteCapacityUnits:n CapacityUnits:n",
      ConsumedCapacity:
        "TableName:s CapacityUnits:n ReadCapacityUnits:n WriteCapacityUnits:n Table:Capacity LocalSecondaryIndexes:{Capacity} GlobalSecondaryIndexes:{Capacity} VectorIndexes:{VectorCapacity}",
      DeleteItemOutput:
        "Attributes:{AttributeValue} ConsumedCapacity:ConsumedCapacity ItemCollectionMetrics:ItemCollectionMetrics",
      DeleteRequest: "Key!:{AttributeValue}",
      DescribeTableOutput: "Table:TableDescription",
      ExecuteStatementOutput:
        "Items:[{AttributeValue}] NextToken:s ConsumedCapacity:ConsumedCapacity LastEvaluatedKey:{AttributeValue}",
      GetItemOutput: "Item:{AttributeValue} ConsumedCapacity:ConsumedCapacity",
      GlobalSecondaryIndexDescription:
        "IndexName:s KeySchema:[KeySchemaElement] Projection:Projection IndexStatus:IndexStatus Backfilling:b ProvisionedThroughput:ProvisionedThroughputDescription IndexSizeBytes:n ItemCount:n IndexArn:s OnDemandThroughput:OnDemandThroughput WarmThroughput:GlobalSecondaryIndexWarmThroughputDescription",
      GlobalSecondaryIndexWarmThroughputDescription:
        "ReadUnitsPerSecond:n1.. WriteUnitsPerSecond:n1.. Status:IndexStatus",
      GlobalTableSettingsReplicationMode: "=ENABLED|DISABLED|ENABLED_WITH_OVERRIDES",
      GlobalTableWitnessDescription: "RegionName:s WitnessStatus:WitnessStatus",
      IndexStatus: "=CREATING|UPDATING|DELETING|ACTIVE",
      ItemCollectionMetrics: "ItemCollectionKey:{AttributeValue} SizeEstimateRangeGb:[n]",
      ItemResponse: "Item:{AttributeValue}",
      KeySchemaElement: "AttributeName!:s KeyType!:KeyType",
      KeyType: "=HASH|RANGE",
      KeysAndAttributes:
        "Keys!:[{AttributeValue}] AttributesToGet:[s] ConsistentRead:b ProjectionExpression:s ExpressionAttributeNames:{s}",
      ListTablesOutput: "TableNames:[s] LastEvaluatedTableName:s",
      LocalSecondaryIndexDescription:
        "IndexName:s KeySchema:[KeySchemaElement] Projection:Projection IndexSizeBytes:n ItemCount:n IndexArn:s",
      MultiRegionConsistency: "=EVENTUAL|STRONG",
      OnDemandThroughput: "MaxReadRequestUnits:n MaxWriteRequestUnits:n",
      OnDemandThroughputOverride: "MaxReadRequestUnits:n",
      Projection: "ProjectionType:ProjectionType NonKeyAttributes:[s]",
      ProjectionType: "=ALL|KEYS_ONLY|INCLUDE",
      ProvisionedThroughputDescription:
        "LastIncreaseDateTime:s LastDecreaseDateTime:s NumberOfDecreasesToday:n1.. ReadCapacityUnits:n0.. WriteCapacityUnits:n0..",
      ProvisionedThroughputOverride: "ReadCapacityUnits:n1..",
      PutItemOutput:
        "Attributes:{AttributeValue} ConsumedCapacity:ConsumedCapacity ItemCollectionMetrics:ItemCollectionMetrics",
      PutRequest: "Item!:{AttributeValue}",
      QueryOutput:
        "Items:[{AttributeValue}] Count:n ScannedCount:n LastEvaluatedKey:{AttributeValue} ConsumedCapacity:ConsumedCapacity",
      ReplicaDescription:
        "RegionName:s ReplicaStatus:ReplicaStatus ReplicaArn:s ReplicaStatusDescription:s ReplicaStatusPercentProgress:s KmsMasterKeyId:s ProvisionedThroughputOverride:ProvisionedThroughputOverride OnDemandThroughputOverride:OnDemandThroughputOverride WarmThroughput:TableWarmThroughputDescription GlobalSecondaryIndexes:[ReplicaGlobalSecondaryIndexDescription] ReplicaInaccessibleDateTime:s ReplicaTableClassSummary:TableClassSummary GlobalTableSettingsReplicationMode:GlobalTableSettingsReplicationMode",
      ReplicaGlobalSecondaryIndexDescription:
        "IndexName:s ProvisionedThroughputOverride:ProvisionedThroughputOverride OnDemandThroughputOverride:OnDemandThroughputOverride WarmThroughput:GlobalSecondaryIndexWarmThroughputDescription",
      ReplicaStatus:
        "=CREATING|CREATION_FAILED|UPDATING|DELETING|ACTIVE|REGION_DISABLED|INACCESSIBLE_ENCRYPTION_CREDENTIALS|ARCHIVING|ARCHIVED|REPLICATION_NOT_AUTHORIZED",
      RestoreSummary: "SourceBackupArn:s SourceTableArn:s RestoreDateTime!:s RestoreInProgress!:b",
      SSEDescription: "Status:SSEStatus SseType:SSEType KmsMasterKeyArn:s InaccessibleEncryptionDateTime:s",
      SSEStatus: "=ENABLING|ENABLED|DISABLING|DISABLED|UPDATING",
      SSEType: "=AES256|KMS",
      ScalarAttributeType: "=S|N|B",
      ScanOutput:
        "Items:[{AttributeValue}] Count:n ScannedCount:n LastEvaluatedKey:{AttributeValue} ConsumedCapacity:ConsumedCapacity",
      SearchSchemaElement: "AttributeName!:s SearchSchemaElementType!:SearchSchemaElementType",
      SearchSchemaElementType: "=HASH|INLINE_FILTER",
      StreamSpecification: "StreamEnabled!:b StreamViewType:StreamViewType",
      StreamViewType: "=NEW_IMAGE|OLD_IMAGE|NEW_AND_OLD_IMAGES|KEYS_ONLY",
      TableClass: "=STANDARD|STANDARD_INFREQUENT_ACCESS",
      TableClassSummary: "TableClass:TableClass LastUpdateDateTime:s",
      TableDescription:
        "AttributeDefinitions:[AttributeDefinition] TableName:s KeySchema:[KeySchemaElement] TableStatus:TableStatus CreationDateTime:s ProvisionedThroughput:ProvisionedThroughputDescription TableSizeBytes:n ItemCount:n TableArn:s TableId:s BillingModeSummary:BillingModeSummary LocalSecondaryIndexes:[LocalSecondaryIndexDescription] GlobalSecondaryIndexes:[GlobalSecondaryIndexDescription] StreamSpecification:StreamSpecification LatestStreamLabel:s LatestStreamArn:s GlobalTableVersion:s Replicas:[ReplicaDescription] GlobalTableWitnesses:[GlobalTableWitnessDescription] GlobalTableSettingsReplicationMode:GlobalTableSettingsReplicationMode RestoreSummary:RestoreSummary SseDescription:SSEDescription ArchivalSummary:ArchivalSummary TableClassSummary:TableClassSummary DeletionProtectionEnabled:b OnDemandThroughput:OnDemandThroughput WarmThroughput:TableWarmThroughputDescription MultiRegionConsistency:MultiRegionConsistency VectorIndexes:[VectorIndexDescription]",
      TableStatus:
        "=CREATING|UPDATING|DELETING|ACTIVE|INACCESSIBLE_ENCRYPTION_CREDENTIALS|ARCHIVING|ARCHIVED|REPLICATION_NOT_AUTHORIZED",
      TableWarmThroughputDescription: "ReadUnitsPerSecond:n1.. WriteUnitsPerSecond:n1.. Status:TableStatus",
      TransactGetItemsOutput: "ConsumedCapacity:[ConsumedCapacity] Responses:[ItemResponse]",
      TransactWriteItemsOutput: "ConsumedCapacity:[ConsumedCapacity] ItemCollectionMetrics:{[ItemCollectionMetrics]}",
      UpdateItemOutput:
        "Attributes:{AttributeValue} ConsumedCapacity:ConsumedCapacity ItemCollectionMetrics:ItemCollectionMetrics",
      VectorAttributeDefinition: "AttributeName!:s",
      VectorCapacity: "VectorSearchRequestBytes:n VectorWriteRequestBytes:n",
      VectorDistanceFunction: "=COSINE|DOT_PRODUCT|EUCLIDEAN",
      VectorIndexDescription:
        "IndexName:s SearchSchema:[SearchSchemaElement] Projection:Projection VectorAttribute:VectorAttributeDefinition Dimensions:n1.. DistanceFunction:VectorDistanceFunction IndexStatus:IndexStatus Backfilling:b IndexSizeBytes:n ItemCount:n IndexArn:s",
      WitnessStatus: "=CREATING|DELETING|ACTIVE",
      WriteRequest: "PutRequest:PutRequest DeleteRequest:DeleteRequest",
    },
  },
  ecs: {
    responses: {
      listTasks: "ListTasksResponse",
      runTask: "RunTaskResponse",
      stopTask: "StopTaskResponse",
    },
    shapes: {
      Attachment: "Id:s Type:s Status:s Details:[KeyValuePair]",
      Attribute: "Name!:s Value:s TargetType:TargetType TargetId:s",
      Connectivity: "=CONNECTED|DISCONNECTED",
      Container:
        "ContainerArn:s TaskArn:s Name:s Image:s ImageDigest:s RuntimeId:s LastStatus:s ExitCode:n Reason:s NetworkBindings:[NetworkBinding] NetworkInterfaces:[NetworkInterface] HealthStatus:HealthStatus ManagedAgents:[ManagedAgent] Cpu:s Memory:s MemoryReservation:s GpuIds:[s] NeuronDeviceIds:[s]",
      ContainerOverride:
        "Name:s Command:[s] Environment:[KeyValuePair] EnvironmentFiles:[EnvironmentFile] Cpu:n Memory:n MemoryReservation:n ResourceRequirements:[ResourceRequirement]",
      EnvironmentFile: "Value!:s Type!:EnvironmentFileType",
      EnvironmentFileType: "=s3",
      EphemeralStorage: "SizeInGiB!:n",
      Failure: "Arn:s Reason:s Detail:s",
      HealthStatus: "=HEALTHY|UNHEALTHY|UNKNOWN",
      InferenceAccelerator: "DeviceName!:s DeviceType!:s",
      InferenceAcceleratorOverride: "DeviceName:s DeviceType:s",
      KeyValuePair: "Name:s Value:s",
      LaunchType: "=EC2|FARGATE|EXTERNAL|MANAGED_INSTANCES",
      ListTasksResponse: "TaskArns:[s] NextToken:s",
      ManagedAgent: "LastStartedAt:s Name:ManagedAgentName Reason:s LastStatus:s",
      ManagedAgentName: "=ExecuteCommandAgent",
      NetworkBinding:
        "BindIp:s ContainerPort:n HostPort:n Protocol:TransportProtocol ContainerPortRange:s HostPortRange:s",
      NetworkInterface: "AttachmentId:s PrivateIpv4Address:s Ipv6Address:s",
      ResourceRequirement: "Value!:s Type!:ResourceType",
      ResourceType: "=GPU|InferenceAccelerator|NeuronDevice",
      RunTaskResponse: "Tasks:[Task] Failures:[Failure]",
      StopTaskResponse: "Task:Task",
      Tag: "Key:s Value:s",
      TargetType: "=container-instance",
      Task: "Attachments:[Attachment] Attributes:[Attribute] AvailabilityZone:s CapacityProviderName:s ClusterArn:s Connectivity:Connectivity ConnectivityAt:s ContainerInstanceArn:s Containers:[Container] Cpu:s CreatedAt:s DesiredStatus:s EnableExecuteCommand:b ExecutionStoppedAt:s Group:s HealthStatus:HealthStatus InferenceAccelerators:[InferenceAccelerator] LastStatus:s LaunchType:LaunchType Memory:s Overrides:TaskOverride PlatformVersion:s PlatformFamily:s PullStartedAt:s PullStoppedAt:s StartedAt:s StartedBy:s StopCode:TaskStopCode StoppedAt:s StoppedReason:s StoppingAt:s Tags:[Tag] TaskArn:s TaskDefinitionArn:s Version:n EphemeralStorage:EphemeralStorage FargateEphemeralStorage:TaskEphemeralStorage",
      TaskEphemeralStorage: "SizeInGiB:n KmsKeyId:s",
      TaskOverride:
        "ContainerOverrides:[ContainerOverride] Cpu:s InferenceAcceleratorOverrides:[InferenceAcceleratorOverride] ExecutionRoleArn:s Memory:s TaskRoleArn:s EphemeralStorage:EphemeralStorage",
      TaskStopCode:
        "=TaskFailedToStart|EssentialContainerExited|UserInitiated|ServiceSchedulerInitiated|SpotInterruption|TerminationNotice|InfrastructureHealth",
      TransportProtocol: "=tcp|udp",
    },
  },
  emr: {
    responses: {
      addJobFlowSteps: "AddJobFlowStepsOutput",
      describeStep: "DescribeStepOutput",
      runJobFlow: "RunJobFlowOutput",
    },
    shapes: {
      ActionOnFailure: "=TERMINATE_JOB_FLOW|TERMINATE_CLUSTER|CANCEL_AND_WAIT|CONTINUE",
      AddJobFlowStepsOutput: "StepIds:[s]",
      DescribeStepOutput: "Step:Step",
      FailureDetails: "Reason:s Message:s LogFile:s",
      HadoopStepConfig: "Jar:s Properties:{s} MainClass:s Args:[s]",
      RunJobFlowOutput: "JobFlowId:s ClusterArn:s",
      Step: "Id:s Name:s Config:HadoopStepConfig ActionOnFailure:ActionOnFailure Status:StepStatus ExecutionRoleArn:s LogUri:s EncryptionKeyArn:s",
      StepState: "=PENDING|CANCEL_PENDING|RUNNING|COMPLETED|CANCELLED|FAILED|INTERRUPTED",
      StepStateChangeReason: "Code:StepStateChangeReasonCode Message:s",
      StepStateChangeReasonCode: "=NONE",
      StepStatus:
        "State:StepState StateChangeReason:StepStateChangeReason FailureDetails:FailureDetails Timeline:StepTimeline",
      StepTimeline: "CreationDateTime:s StartDateTime:s EndDateTime:s",
    },
  },
  eventbridge: {
    responses: {
      describeRule: "DescribeRuleResponse",
      listRules: "ListRulesResponse",
      putEvents: "PutEventsResponse",
      putRule: "PutRuleResponse",
      putTargets: "PutTargetsResponse",
      removeTargets: "RemoveTargetsResponse",
    },
    shapes: {
      DescribeRuleResponse:
        "Name:s Arn:s EventPattern:s ScheduleExpression:s State:RuleState Description:s RoleArn:s ManagedBy:s EventBusName:s CreatedBy:s",
      ListRulesResponse: "Rules:[Rule] NextToken:s",
      PutEventsResponse: "FailedEntryCount:n Entries:[PutEventsResultEntry]",
      PutEventsResultEntry: "EventId:s ErrorCode:s ErrorMessage:s",
      PutRuleResponse: "RuleArn:s",
      PutTargetsResponse: "FailedEntryCount:n FailedEntries:[PutTargetsResultEntry]",
      PutTargetsResultEntry: "TargetId:s ErrorCode:s ErrorMessage:s",
      RemoveTargetsResponse: "FailedEntryCount:n FailedEntries:[RemoveTargetsResultEntry]",
      RemoveTargetsResultEntry: "TargetId:s ErrorCode:s ErrorMessage:s",
      Rule: "Name:s Arn:s EventPattern:s State:RuleState Description:s ScheduleExpression:s RoleArn:s ManagedBy:s EventBusName:s",
      RuleState: "=ENABLED|DISABLED|ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS",
    },
  },
  firehose: {
    responses: {
      putRecord: "PutRecordOutput",
      putRecordBatch: "PutRecordBatchOutput",
    },
    shapes: {
      PutRecordBatchOutput: "FailedPutCount!:n0.. Encrypted:b RequestResponses!:[PutRecordBatchResponseEntry]",
      PutRecordBatchResponseEntry: "RecordId:s ErrorCode:s ErrorMessage:s",
      PutRecordOutput: "RecordId!:s Encrypted:b",
    },
  },
  glue: {
    responses: {
      batchStopJobRun: "BatchStopJobRunResponse",
      getJobRun: "GetJobRunResponse",
      startCrawler: "StartCrawlerResponse",
      startJobRun: "StartJobRunResponse",
    },
    shapes: {
      BatchStopJobRunError: "JobName:s JobRunId:s ErrorDetail:ErrorDetail",
      BatchStopJobRunResponse:
        "SuccessfulSubmissions:[BatchStopJobRunSuccessfulSubmission] Errors:[BatchStopJobRunError]",
      BatchStopJobRunSuccessfulSubmission: "JobName:s JobRunId:s",
      ErrorDetail: "ErrorCode:s ErrorMessage:s",
      ExecutionClass: "=FLEX|STANDARD",
      GetJobRunResponse: "JobRun:JobRun",
      JobMode: "=SCRIPT|VISUAL|NOTEBOOK",
      JobRun:
        "Id:s Attempt:n PreviousRunId:s TriggerName:s JobName:s JobMode:JobMode JobRunQueuingEnabled:b StartedOn:s LastModifiedOn:s CompletedOn:s JobRunState:JobRunState Arguments:{s} ErrorMessage:s PredecessorRuns:[Predecessor] AllocatedCapacity:n ExecutionTime:n Timeout:n1.. MaxCapacity:n WorkerType:WorkerType NumberOfWorkers:n SecurityConfiguration:s LogGroupName:s NotificationProperty:NotificationProperty GlueVersion:s DpuSeconds:n ExecutionClass:ExecutionClass MaintenanceWindow:s ProfileName:s StateDetail:s ExecutionRoleSessionPolicy:s",
      JobRunState: "=STARTING|RUNNING|STOPPING|STOPPED|SUCCEEDED|FAILED|TIMEOUT|ERROR|WAITING|EXPIRED",
      NotificationProperty: "NotifyDelayAfter:n1..",
      Predecessor: "JobName:s RunId:s",
      StartCrawlerResponse: "",
      StartJobRunResponse: "JobRunId:s",
      WorkerType: "=Standard|G.1X|G.2X|G.025X|G.4X|G.8X|Z.2X",
    },
  },
  kinesis: {
    responses: {
      describeStreamSummary: "DescribeStreamSummaryOutput",
      getRecords: "GetRecordsOutput",
      getShardIterator: "GetShardIteratorOutput",
      putRecord: "PutRecordOutput",
      putRecords: "PutRecordsOutput",
    },
    shapes: {
      ChildShard: "ShardId!:s ParentShards!:[s] HashKeyRange!:HashKeyRange",
      DescribeStreamSummaryOutput: "StreamDescriptionSummary!:StreamDescriptionSummary",
      EncryptionType: "=NONE|KMS",
      EnhancedMetrics: "ShardLevelMetrics:[MetricsName]",
      GetRecordsOutput: "Records!:[Record] NextShardIterator:s MillisBehindLatest:n0.. ChildShards:[ChildShard]",
      GetShardIteratorOutput: "ShardIterator:s",
      HashKeyRange: "StartingHashKey!:s EndingHashKey!:s",
      MetricsName:
        "=IncomingBytes|IncomingRecords|OutgoingBytes|OutgoingRecords|WriteProvisionedThroughputExceeded|ReadProvisionedThroughputExceeded|IteratorAgeMilliseconds|ALL",
      PutRecordOutput: "ShardId!:s SequenceNumber!:s EncryptionType:EncryptionType",
      PutRecordsOutput: "FailedRecordCount:n1.. Records!:[PutRecordsResultEntry] EncryptionType:EncryptionType",
      PutRecordsResultEntry: "SequenceNumber:s ShardId:s ErrorCode:s ErrorMessage:s",
      Record: "SequenceNumber!:s ApproximateArrivalTimestamp:s Data!:s PartitionKey:s EncryptionType:EncryptionType",
      RecordDistributionStrategy: "=AUTO|USER_PARTITION_KEY",
      StreamDescriptionSummary:
        "StreamName!:s StreamArn!:s StreamId:s StreamStatus!:StreamStatus StreamModeDetails:StreamModeDetails RetentionPeriodHours!:n StreamCreationTimestamp!:s EnhancedMonitoring!:[EnhancedMetrics] EncryptionType:EncryptionType KeyId:s OpenShardCount!:n0..1000000 ConsumerCount:n0..1000000 WarmThroughput:WarmThroughputObject MaxRecordSizeInKiB:n1024..10240 ChannelCount:n0..1000000 RecordDistributionStrategy:RecordDistributionStrategy",
      StreamMode: "=PROVISIONED|ON_DEMAND",
      StreamModeDetails: "StreamMode!:StreamMode",
      StreamStatus: "=CREATING|DELETING|ACTIVE|UPDATING",
      WarmThroughputObject: "TargetMiBps:n0.. CurrentMiBps:n0..",
    },
  },
  kms: {
    responses: {
      decrypt: "DecryptResponse",
      encrypt: "EncryptResponse",
      generateDataKey: "GenerateDataKeyResponse",
    },
    shapes: {
      DecryptResponse:
        "KeyId:s Plaintext:s EncryptionAlgorithm:EncryptionAlgorithmSpec CiphertextForRecipient:s KeyMaterialId:s",
      EncryptResponse: "CiphertextBlob:s KeyId:s EncryptionAlgorithm:EncryptionAlgorithmSpec",
      EncryptionAlgorithmSpec: "=SYMMETRIC_DEFAULT|RSAES_OAEP_SHA_1|RSAES_OAEP_SHA_256|SM2PKE",
      GenerateDataKeyResponse: "CiphertextBlob:s Plaintext:s KeyId:s CiphertextForRecipient:s KeyMaterialId:s",
    },
  },
  lambda: {
    responses: {
      createAlias: "AliasConfiguration",
      createFunction: "FunctionConfiguration",
      deleteFunction: "DeleteFunctionResponse",
      getAlias: "AliasConfiguration",
      getFunction: "GetFunctionResponse",
      getFunctionConfiguration: "FunctionConfiguration",
      invoke: "InvocationResponse",
      listFunctions: "ListFunctionsResponse",
      publishVersion: "FunctionConfiguration",
      updateAlias: "AliasConfiguration",
      updateFunctionCode: "FunctionConfiguration",
      updateFunctionConfiguration: "FunctionConfiguration",
    },
    shapes: {
      AliasConfiguration:
        "AliasArn:s Name:s FunctionVersion:s Description:s RoutingConfig:AliasRoutingConfiguration RevisionId:s",
      AliasRoutingConfiguration: "AdditionalVersionWeights:{n0.0..1.0}",
      ApplicationLogLevel: "=TRACE|DEBUG|INFO|WARN|ERROR|FATAL",
      Architecture: "=x86_64|arm64",
      CapacityProviderConfig:
        "LambdaManagedInstancesCapacityProviderConfig!:LambdaManagedInstancesCapacityProviderConfig",
      Concurrency: "ReservedConcurrentExecutions:n0..",
      DeadLetterConfig: "TargetArn:s",
      DeleteFunctionResponse: "StatusCode:n",
      DirectS3Read: "=ENABLED|DISABLED|AUTO",
      DurableConfig: "KmsKeyArn:s RetentionPeriodInDays:n1..90 ExecutionTimeout:n1..31622400",
      EnvironmentError: "ErrorCode:s Message:s",
      EnvironmentResponse: "Variables:{s} Error:EnvironmentError",
      EphemeralStorage: "Size!:n512..32768",
      FileSystemConfig: "Arn!:s LocalMountPath!:s S3FilesConfig:S3FilesConfig",
      FunctionCodeLocation:
        "RepositoryType:s Location:s ImageUri:s ResolvedImageUri:s ResolvedS3Object:ResolvedS3Object SourceKmsKeyArn:s Error:FunctionCodeLocationError",
      FunctionCodeLocationError: "ErrorCode:s Message:s",
      FunctionConfiguration:
        "FunctionName:s FunctionArn:s Runtime:Runtime Role:s Handler:s CodeSize:n Description:s Timeout:n1..5400 MemorySize:n128..10240 LastModified:s CodeSha256:s Version:s VpcConfig:VpcConfigResponse DeadLetterConfig:DeadLetterConfig Environment:EnvironmentResponse KmsKeyArn:s TracingConfig:TracingConfigResponse MasterArn:s RevisionId:s Layers:[Layer] State:State StateReason:s StateReasonCode:StateReasonCode LastUpdateStatus:LastUpdateStatus LastUpdateStatusReason:s LastUpdateStatusReasonCode:LastUpdateStatusReasonCode FileSystemConfigs:[FileSystemConfig] SigningProfileVersionArn:s SigningJobArn:s PackageType:PackageType ImageConfigResponse:ImageConfigResponse Architectures:[Architecture] EphemeralStorage:EphemeralStorage SnapStart:SnapStartResponse RuntimeVersionConfig:RuntimeVersionConfig LoggingConfig:LoggingConfig TenancyConfig:TenancyConfig CapacityProviderConfig:CapacityProviderConfig ConfigSha256:s DurableConfig:DurableConfig",
      GetFunctionResponse:
        "Configuration:FunctionConfiguration Code:FunctionCodeLocation Tags:{s} TagsError:TagsError Concurrency:Concurrency",
      ImageConfig: "EntryPoint:[s] Command:[s] WorkingDirectory:s",
      ImageConfigError: "ErrorCode:s Message:s",
      ImageConfigResponse: "ImageConfig:ImageConfig Error:ImageConfigError",
      InvocationResponse: "StatusCode:n FunctionError:s LogResult:s Payload:s ExecutedVersion:s DurableExecutionArn:s",
      LambdaManagedInstancesCapacityProviderConfig:
        "CapacityProviderArn!:s PerExecutionEnvironmentMaxConcurrency:n1..1600 ExecutionEnvironmentMemoryGiBPerVCpu:n2..8",
      LastUpdateStatus: "=Successful|Failed|InProgress",
      LastUpdateStatusReasonCode:
        "=EniLimitExceeded|InsufficientRolePermissions|InvalidConfiguration|InternalError|SubnetOutOfIPAddresses|InvalidSubnet|InvalidSecurityGroup|ImageDeleted|ImageAccessDenied|InvalidImage|KMSKeyAccessDenied|KMSKeyNotFound|InvalidStateKMSKey|DisabledKMSKey|EFSIOError|EFSMountConnectivityError|EFSMountFailure|EFSMountTimeout|InvalidRuntime|InvalidZipFileException|FunctionError|ServiceQuotaExceededException|VcpuLimitExceeded|CapacityProviderScalingLimitExceeded|InsufficientCapacity|EC2RequestLimitExceeded|FunctionError.InitTimeout|FunctionError.RuntimeInitError|FunctionError.ExtensionInitError|FunctionError.InvalidEntryPoint|FunctionError.InvalidWorkingDirectory|FunctionError.PermissionDenied|FunctionError.TooManyExtensions|FunctionError.InitResourceExhausted|DisallowedByVpcEncryptionControl|DependencyError",
      Layer: "Arn:s CodeSize:n SigningProfileVersionArn:s SigningJobArn:s",
      ListFunctionsResponse: "NextMarker:s Functions:[FunctionConfiguration]",
      LogFormat: "=JSON|Text",
      LoggingConfig:
        "LogFormat:LogFormat ApplicationLogLevel:ApplicationLogLevel SystemLogLevel:SystemLogLevel LogGroup:s",
      PackageType: "=Zip|Image",
      ResolvedS3Object: "S3Bucket:s S3Key:s S3ObjectVersion:s",
      Runtime:
        "=nodejs|nodejs4.3|nodejs6.10|nodejs8.10|nodejs10.x|nodejs12.x|nodejs14.x|nodejs16.x|nodejs18.x|nodejs20.x|nodejs22.x|nodejs24.x|java8|java8.al2|java11|java17|java21|java25|python2.7|python3.6|python3.7|python3.8|python3.9|python3.10|python3.11|python3.12|python3.13|python3.14|dotnetcore1.0|dotnetcore2.0|dotnetcore2.1|dotnetcore3.1|dotnet6|dotnet8|dotnet10|nodejs4.3-edge|go1.x|ruby2.5|ruby2.7|ruby3.2|ruby3.3|ruby3.4|ruby4.0|provided|provided.al2|provided.al2023|nodejs26.x|python3.15|java8.al2023|java11.al2023|java17.al2023",
      RuntimeVersionConfig: "RuntimeVersionArn:s Error:RuntimeVersionError",
      RuntimeVersionError: "ErrorCode:s Message:s",
      S3FilesConfig: "DirectS3Read:DirectS3Read",
      SnapStartApplyOn: "=PublishedVersions|None",
      SnapStartOptimizationStatus: "=On|Off",
      SnapStartResponse: "ApplyOn:SnapStartApplyOn OptimizationStatus:SnapStartOptimizationStatus",
      State: "=Pending|Active|Inactive|Failed|Deactivating|Deactivated|ActiveNonInvocable|Deleting",
      StateReasonCode:
        "=Idle|Creating|Restoring|EniLimitExceeded|InsufficientRolePermissions|InvalidConfiguration|InternalError|SubnetOutOfIPAddresses|InvalidSubnet|InvalidSecurityGroup|ImageDeleted|ImageAccessDenied|InvalidImage|KMSKeyAccessDenied|KMSKeyNotFound|InvalidStateKMSKey|DisabledKMSKey|EFSIOError|EFSMountConnectivityError|EFSMountFailure|EFSMountTimeout|InvalidRuntime|InvalidZipFileException|FunctionError|ServiceQuotaExceededException|VcpuLimitExceeded|CapacityProviderScalingLimitExceeded|InsufficientCapacity|EC2RequestLimitExceeded|FunctionError.InitTimeout|FunctionError.RuntimeInitError|FunctionError.ExtensionInitError|FunctionError.InvalidEntryPoint|FunctionError.InvalidWorkingDirectory|FunctionError.PermissionDenied|FunctionError.TooManyExtensions|FunctionError.InitResourceExhausted|DisallowedByVpcEncryptionControl|DrainingDurableExecutions|DependencyError",
      SystemLogLevel: "=DEBUG|INFO|WARN",
      TagsError: "ErrorCode!:s Message!:s",
      TenancyConfig: "TenantIsolationMode!:TenantIsolationMode",
      TenantIsolationMode: "=PER_TENANT",
      TracingConfigResponse: "Mode:TracingMode",
      TracingMode: "=Active|PassThrough",
      VpcConfigResponse: "SubnetIds:[s] SecurityGroupIds:[s] VpcId:s Ipv6AllowedForDualStack:b",
    },
  },
  polly: {
    responses: {
      synthesizeSpeech: "SynthesizeSpeechOutput",
    },
    shapes: {
      SynthesizeSpeechOutput: "AudioStream:s ContentType:s RequestCharacters:n",
    },
  },
  rdsdata: {
    responses: {
      batchExecuteStatement: "BatchExecuteStatementResponse",
      beginTransaction: "BeginTransactionResponse",
      commitTransaction: "CommitTransactionResponse",
      executeStatement: "ExecuteStatementResponse",
    },
    shapes: {
      ArrayValue: "BooleanValues:[b] LongValues:[n] DoubleValues:[n] StringValues:[s] ArrayValues:[ArrayValue]",
      BatchExecuteStatementResponse: "UpdateResults:[UpdateResult]",
      BeginTransactionResponse: "TransactionId:s",
      ColumnMetadata:
        "Name:s Type:n TypeName:s Label:s SchemaName:s TableName:s IsAutoIncrement:b IsSigned:b IsCurrency:b IsCaseSensitive:b Nullable:n Precision:n Scale:n ArrayBaseColumnType:n",
      CommitTransactionResponse: "TransactionStatus:s",
      ExecuteStatementResponse:
        "Records:[[Field]] ColumnMetadata:[ColumnMetadata] NumberOfRecordsUpdated:n GeneratedFields:[Field] FormattedRecords:s",
      Field: "IsNull:b BooleanValue:b LongValue:n DoubleValue:n StringValue:s BlobValue:s ArrayValue:ArrayValue",
      UpdateResult: "GeneratedFields:[Field]",
    },
  },
  redshiftdata: {
    responses: {
      batchExecuteStatement: "BatchExecuteStatementOutput",
      describeStatement: "DescribeStatementResponse",
      executeStatement: "ExecuteStatementOutput",
      getStatementResult: "GetStatementResultResponse",
    },
    shapes: {
      BatchExecuteStatementOutput:
        "Id:s CreatedAt:s ClusterIdentifier:s DbUser:s DbGroups:[s] Database:s SecretArn:s WorkgroupName:s SessionId:s Status:StatementStatusString RedshiftPid:n HasResultSet:b",
      ColumnMetadata:
        "IsCaseSensitive:b IsCurrency:b IsSigned:b Label:s Name:s Nullable:n Precision:n Scale:n SchemaName:s TableName:s TypeName:s Length:n ColumnDefault:s",
      DescribeStatementResponse:
        "Id!:s SecretArn:s DbUser:s Database:s ClusterIdentifier:s Duration:n Error:s Status:StatusString CreatedAt:s UpdatedAt:s RedshiftPid:n HasResultSet:b QueryString:s ResultRows:n ResultSize:n RedshiftQueryId:n QueryParameters:[SqlParameter] SubStatements:[SubStatementData] WorkgroupName:s ResultFormat:ResultFormatString SessionId:s ExecutionMode:ExecutionMode",
      ExecuteStatementOutput:
        "Id:s CreatedAt:s ClusterIdentifier:s DbUser:s DbGroups:[s] Database:s SecretArn:s WorkgroupName:s SessionId:s Status:StatementStatusString RedshiftPid:n HasResultSet:b",
      ExecutionMode: "=TRANSACTION|AUTO_COMMIT",
      Field: "IsNull:b BooleanValue:b LongValue:n DoubleValue:n StringValue:s BlobValue:s",
      GetStatementResultResponse: "Records!:[[Field]] ColumnMetadata:[ColumnMetadata] TotalNumRows:n NextToken:s",
      ResultFormatString: "=JSON|CSV",
      SqlParameter: "Name!:s Value!:s",
      StatementStatusString: "=SUBMITTED|PICKED|STARTED|FINISHED|ABORTED|FAILED",
      StatusString: "=SUBMITTED|PICKED|STARTED|FINISHED|ABORTED|FAILED|ALL",
      SubStatementData:
        "Id!:s Duration:n Error:s Status:StatementStatusString CreatedAt:s UpdatedAt:s QueryString:s ResultRows:n ResultSize:n RedshiftQueryId:n HasResultSet:b",
    },
  },
  rekognition: {
    responses: {
      detectLabels: "DetectLabelsResponse",
      detectText: "DetectTextResponse",
    },
    shapes: {
      BoundingBox: "Width:n Height:n Left:n Top:n",
      DetectLabelsImageBackground: "Quality:DetectLabelsImageQuality DominantColors:[DominantColor]",
      DetectLabelsImageForeground: "Quality:DetectLabelsImageQuality DominantColors:[DominantColor]",
      DetectLabelsImageProperties:
        "Quality:DetectLabelsImageQuality DominantColors:[DominantColor] Foreground:DetectLabelsImageForeground Background:DetectLabelsImageBackground",
      DetectLabelsImageQuality: "Brightness:n Sharpness:n Contrast:n",
      DetectLabelsResponse:
        "Labels:[Label] OrientationCorrection:OrientationCorrection LabelModelVersion:s ImageProperties:DetectLabelsImageProperties",
      DetectTextResponse: "TextDetections:[TextDetection] TextModelVersion:s",
      DominantColor: "Red:n0.. Blue:n0.. Green:n0.. HexCode:s CssColor:s SimplifiedColor:s PixelPercent:n0..100",
      Geometry: "BoundingBox:BoundingBox Polygon:[Point]",
      Instance: "BoundingBox:BoundingBox Confidence:n0..100 DominantColors:[DominantColor]",
      Label:
        "Name:s Confidence:n0..100 Instances:[Instance] Parents:[Parent] Aliases:[LabelAlias] Categories:[LabelCategory]",
      LabelAlias: "Name:s",
      LabelCategory: "Name:s",
      OrientationCorrection: "=ROTATE_0|ROTATE_90|ROTATE_180|ROTATE_270",
      Parent: "Name:s",
      Point: "X:n Y:n",
      TextDetection: "DetectedText:s Type:TextTypes Id:n0.. ParentId:n0.. Confidence:n0..100 Geometry:Geometry",
      TextTypes: "=LINE|WORD",
    },
  },
  s3: {
    responses: {
      completeMultipartUpload: "CompleteMultipartUploadOutput",
      copyObject: "CopyObjectOutput",
      createBucket: "CreateBucketOutput",
      createMultipartUpload: "CreateMultipartUploadOutput",
      deleteObject: "DeleteObjectOutput",
      deleteObjects: "DeleteObjectsOutput",
      getBucketLocation: "GetBucketLocationOutput",
      getObject: "GetObjectOutput",
      getObjectTagging: "GetObjectTaggingOutput",
      headObject: "HeadObjectOutput",
      listBuckets: "ListBucketsOutput",
      listObjects: "ListObjectsOutput",
      listObjectsV2: "ListObjectsV2Output",
      putObject: "PutObjectOutput",
      putObjectTagging: "PutObjectTaggingOutput",
    },
    shapes: {
      ArchiveStatus: "=ARCHIVE_ACCESS|DEEP_ARCHIVE_ACCESS",
      Bucket: "Name:s CreationDate:s BucketRegion:s BucketArn:s",
      BucketLocationConstraint:
        "=af-south-1|ap-east-1|ap-east-2|ap-northeast-1|ap-northeast-2|ap-northeast-3|ap-south-1|ap-south-2|ap-southeast-1|ap-southeast-2|ap-southeast-3|ap-southeast-4|ap-southeast-5|ap-southeast-6|ap-southeast-7|ca-central-1|ca-west-1|cn-north-1|cn-northwest-1|EU|eu-central-1|eu-central-2|eu-north-1|eu-south-1|eu-south-2|eu-west-1|eu-west-2|eu-west-3|il-central-1|me-central-1|me-south-1|mx-central-1|sa-east-1|us-east-2|us-gov-east-1|us-gov-west-1|us-west-1|us-west-2",
      ChecksumAlgorithm: "=CRC32|CRC32C|SHA1|SHA256|CRC64NVME|SHA512|MD5|XXHASH64|XXHASH3|XXHASH128",
      ChecksumType: "=COMPOSITE|FULL_OBJECT",
      CommonPrefix: "Prefix:s",
      CompleteMultipartUploadOutput:
        "Location:s Bucket:s Key:s Expiration:s ETag:s ChecksumCRC32:s ChecksumCRC32C:s ChecksumCRC64NVME:s ChecksumSHA1:s ChecksumSHA256:s ChecksumSHA512:s ChecksumMD5:s ChecksumXXHASH64:s ChecksumXXHASH3:s ChecksumXXHASH128:s ChecksumType:ChecksumType ServerSideEncryption:ServerSideEncryption VersionId:s SsekmsKeyId:s BucketKeyEnabled:b RequestCharged:RequestCharged",
      CopyObjectOutput:
        "CopyObjectResult:CopyObjectResult Expiration:s CopySourceVersionId:s VersionId:s ServerSideEncryption:ServerSideEncryption SseCustomerAlgorithm:s SseCustomerKeyMD5:s SsekmsKeyId:s SsekmsEncryptionContext:s BucketKeyEnabled:b RequestCharged:RequestCharged",
      CopyObjectResult:
        "ETag:s LastModified:s ChecksumType:ChecksumType ChecksumCRC32:s ChecksumCRC32C:s ChecksumCRC64NVME:s ChecksumSHA1:s ChecksumSHA256:s ChecksumSHA512:s ChecksumMD5:s ChecksumXXHASH64:s ChecksumXXHASH3:s ChecksumXXHASH128:s",
      CreateBucketOutput: "Location:s BucketArn:s",
      CreateMultipartUploadOutput:
        "AbortDate:s AbortRuleId:s Bucket:s Key:s UploadId:s ServerSideEncryption:ServerSideEncryption SseCustomerAlgorithm:s SseCustomerKeyMD5:s SsekmsKeyId:s SsekmsEncryptionContext:s BucketKeyEnabled:b RequestCharged:RequestCharged ChecksumAlgorithm:ChecksumAlgorithm ChecksumType:ChecksumType",
      DeleteObjectOutput: "DeleteMarker:b VersionId:s RequestCharged:RequestCharged",
      DeleteObjectsOutput: "Deleted:[DeletedObject] RequestCharged:RequestCharged Errors:[Error]",
      DeletedObject: "Key:s VersionId:s DeleteMarker:b DeleteMarkerVersionId:s",
      EncodingType: "=url",
      Error: "Key:s VersionId:s Code:s Message:s",
      GetBucketLocationOutput: "LocationConstraint:BucketLocationConstraint",
      GetObjectOutput:
        "Body:s DeleteMarker:b AcceptRanges:s Expiration:s Restore:s LastModified:s ContentLength:n ETag:s ChecksumCRC32:s ChecksumCRC32C:s ChecksumCRC64NVME:s ChecksumSHA1:s ChecksumSHA256:s ChecksumSHA512:s ChecksumMD5:s ChecksumXXHASH64:s ChecksumXXHASH3:s ChecksumXXHASH128:s ChecksumType:ChecksumType MissingMeta:n VersionId:s CacheControl:s ContentDisposition:s ContentEncoding:s ContentLanguage:s ContentRange:s ContentType:s Expires:s WebsiteRedirectLocation:s ServerSideEncryption:ServerSideEncryption Metadata:{s} SseCustomerAlgorithm:s SseCustomerKeyMD5:s SsekmsKeyId:s BucketKeyEnabled:b StorageClass:StorageClass RequestCharged:RequestCharged ReplicationStatus:ReplicationStatus PartsCount:n TagCount:n ObjectLockMode:ObjectLockMode ObjectLockRetainUntilDate:s ObjectLockLegalHoldStatus:ObjectLockLegalHoldStatus ObjectLockEventHold:ObjectLockEventHold ObjectLockEventHoldDurationDays:n ObjectLockEventHoldDurationYears:n",
      GetObjectTaggingOutput: "VersionId:s TagSet!:[Tag]",
      HeadObjectOutput:
        "DeleteMarker:b AcceptRanges:s Expiration:s Restore:s ArchiveStatus:ArchiveStatus LastModified:s ContentLength:n ChecksumCRC32:s ChecksumCRC32C:s ChecksumCRC64NVME:s ChecksumSHA1:s ChecksumSHA256:s ChecksumSHA512:s ChecksumMD5:s ChecksumXXHASH64:s ChecksumXXHASH3:s ChecksumXXHASH128:s ChecksumType:ChecksumType ETag:s MissingMeta:n VersionId:s CacheControl:s ContentDisposition:s ContentEncoding:s ContentLanguage:s ContentType:s ContentRange:s Expires:s WebsiteRedirectLocation:s ServerSideEncryption:ServerSideEncryption Metadata:{s} SseCustomerAlgorithm:s SseCustomerKeyMD5:s SsekmsKeyId:s BucketKeyEnabled:b StorageClass:StorageClass RequestCharged:RequestCharged ReplicationStatus:ReplicationStatus PartsCount:n TagCount:n ObjectLockMode:ObjectLockMode ObjectLockRetainUntilDate:s ObjectLockLegalHoldStatus:ObjectLockLegalHoldStatus ObjectLockEventHold:ObjectLockEventHold ObjectLockEventHoldDurationDays:n ObjectLockEventHoldDurationYears:n",
      ListBucketsOutput: "Buckets:[Bucket] Owner:Owner ContinuationToken:s Prefix:s",
      ListObjectsOutput:
        "IsTruncated:b Marker:s NextMarker:s Contents:[Object] Name:s Prefix:s Delimiter:s MaxKeys:n CommonPrefixes:[CommonPrefix] EncodingType:EncodingType RequestCharged:RequestCharged",
      ListObjectsV2Output:
        "IsTruncated:b Contents:[Object] Name:s Prefix:s Delimiter:s MaxKeys:n CommonPrefixes:[CommonPrefix] EncodingType:EncodingType KeyCount:n ContinuationToken:s NextContinuationToken:s StartAfter:s RequestCharged:RequestCharged",
      Object:
        "Key:s LastModified:s ETag:s ChecksumAlgorithm:[ChecksumAlgorithm] ChecksumType:ChecksumType Size:n StorageClass:ObjectStorageClass Owner:Owner RestoreStatus:RestoreStatus",
      ObjectLockEventHold: "=ON|OFF",
      ObjectLockLegalHoldStatus: "=ON|OFF",
      ObjectLockMode: "=GOVERNANCE|COMPLIANCE",
      ObjectStorageClass:
        "=STANDARD|REDUCED_REDUNDANCY|GLACIER|STANDARD_IA|ONEZONE_IA|INTELLIGENT_TIERING|DEEP_ARCHIVE|OUTPOSTS|GLACIER_IR|SNOW|EXPRESS_ONEZONE|FSX_OPENZFS|FSX_ONTAP|AWS_BACKUP_WARM|AWS_BACKUP_LOW_COST_WARM",
      Owner: "DisplayName:s Id:s",
      PutObjectOutput:
        "Expiration:s ETag:s ChecksumCRC32:s ChecksumCRC32C:s ChecksumCRC64NVME:s ChecksumSHA1:s ChecksumSHA256:s ChecksumSHA512:s ChecksumMD5:s ChecksumXXHASH64:s ChecksumXXHASH3:s ChecksumXXHASH128:s ChecksumType:ChecksumType ServerSideEncryption:ServerSideEncryption VersionId:s SseCustomerAlgorithm:s SseCustomerKeyMD5:s SsekmsKeyId:s SsekmsEncryptionContext:s BucketKeyEnabled:b Size:n RequestCharged:RequestCharged",
      PutObjectTaggingOutput: "VersionId:s",
      ReplicationStatus: "=COMPLETE|PENDING|FAILED|REPLICA|COMPLETED",
      RequestCharged: "=requester",
      RestoreStatus: "IsRestoreInProgress:b RestoreExpiryDate:s",
      ServerSideEncryption: "=AES256|aws:fsx|aws:backup|aws:kms|aws:kms:dsse",
      StorageClass:
        "=STANDARD|REDUCED_REDUNDANCY|STANDARD_IA|ONEZONE_IA|INTELLIGENT_TIERING|GLACIER|DEEP_ARCHIVE|OUTPOSTS|GLACIER_IR|SNOW|EXPRESS_ONEZONE|FSX_OPENZFS|FSX_ONTAP|AWS_BACKUP_WARM|AWS_BACKUP_LOW_COST_WARM",
      Tag: "Key!:s Value!:s",
    },
  },
  sagemaker: {
    responses: {
      createEndpoint: "CreateEndpointOutput",
      createEndpointConfig: "CreateEndpointConfigOutput",
      createHyperParameterTuningJob: "CreateHyperParameterTuningJobResponse",
      createLabelingJob: "CreateLabelingJobResponse",
      createModel: "CreateModelOutput",
      createProcessingJob: "CreateProcessingJobResponse",
      createTrainingJob: "CreateTrainingJobResponse",
      createTransformJob: "CreateTransformJobResponse",
      updateEndpoint: "UpdateEndpointOutput",
    },
    shapes: {
      CreateEndpointConfigOutput: "EndpointConfigArn!:s",
      CreateEndpointOutput: "EndpointArn!:s",
      CreateHyperParameterTuningJobResponse: "HyperParameterTuningJobArn!:s",
      CreateLabelingJobResponse: "LabelingJobArn!:s",
      CreateModelOutput: "ModelArn!:s",
      CreateProcessingJobResponse: "ProcessingJobArn!:s",
      CreateTrainingJobResponse: "TrainingJobArn!:s",
      CreateTransformJobResponse: "TransformJobArn!:s",
      UpdateEndpointOutput: "EndpointArn!:s",
    },
  },
  scheduler: {
    responses: {
      createSchedule: "CreateScheduleOutput",
      deleteSchedule: "DeleteScheduleOutput",
      getSchedule: "GetScheduleOutput",
      updateSchedule: "UpdateScheduleOutput",
    },
    shapes: {
      ActionAfterCompletion: "=NONE|DELETE",
      AssignPublicIp: "=ENABLED|DISABLED",
      AwsVpcConfiguration: "AssignPublicIp:AssignPublicIp SecurityGroups:[s] Subnets!:[s]",
      CapacityProviderStrategyItem: "Base:n0..100000 CapacityProvider!:s Weight:n0..1000",
      CreateScheduleOutput: "ScheduleArn!:s",
      DeadLetterConfig: "Arn:s",
      DeleteScheduleOutput: "",
      EcsParameters:
        "CapacityProviderStrategy:[CapacityProviderStrategyItem] EnableEcsManagedTags:b EnableExecuteCommand:b Group:s LaunchType:LaunchType NetworkConfiguration:NetworkConfiguration PlacementConstraints:[PlacementConstraint] PlacementStrategy:[PlacementStrategy] PlatformVersion:s PropagateTags:PropagateTags ReferenceId:s Tags:[{s}] TaskCount:n1..10 TaskDefinitionArn!:s",
      EventBridgeParameters: "DetailType!:s Source!:s",
      FlexibleTimeWindow: "MaximumWindowInMinutes:n1..1440 Mode!:FlexibleTimeWindowMode",
      FlexibleTimeWindowMode: "=OFF|FLEXIBLE",
      GetScheduleOutput:
        "ActionAfterCompletion:ActionAfterCompletion Arn:s CreationDate:s Description:s EndDate:s FlexibleTimeWindow:FlexibleTimeWindow GroupName:s KmsKeyArn:s LastModificationDate:s Name:s ScheduleExpression:s ScheduleExpressionTimezone:s StartDate:s State:ScheduleState Target:Target",
      KinesisParameters: "PartitionKey!:s",
      LaunchType: "=EC2|FARGATE|EXTERNAL",
      NetworkConfiguration: "AwsvpcConfiguration:AwsVpcConfiguration",
      PlacementConstraint: "Expression:s Type:PlacementConstraintType",
      PlacementConstraintType: "=distinctInstance|memberOf",
      PlacementStrategy: "Field:s Type:PlacementStrategyType",
      PlacementStrategyType: "=random|spread|binpack",
      PropagateTags: "=TASK_DEFINITION",
      RetryPolicy: "MaximumEventAgeInSeconds:n60..86400 MaximumRetryAttempts:n0..185",
      SageMakerPipelineParameter: "Name!:s Value!:s",
      SageMakerPipelineParameters: "PipelineParameterList:[SageMakerPipelineParameter]",
      ScheduleState: "=ENABLED|DISABLED",
      SqsParameters: "MessageGroupId:s",
      Target:
        "Arn!:s DeadLetterConfig:DeadLetterConfig EcsParameters:EcsParameters EventBridgeParameters:EventBridgeParameters Input:s KinesisParameters:KinesisParameters RetryPolicy:RetryPolicy RoleArn!:s SageMakerPipelineParameters:SageMakerPipelineParameters SqsParameters:SqsParameters",
      UpdateScheduleOutput: "ScheduleArn!:s",
    },
  },
  secretsmanager: {
    responses: {
      createSecret: "CreateSecretResponse",
      deleteSecret: "DeleteSecretResponse",
      describeSecret: "DescribeSecretResponse",
      getRandomPassword: "GetRandomPasswordResponse",
      getSecretValue: "GetSecretValueResponse",
      listSecrets: "ListSecretsResponse",
      putSecretValue: "PutSecretValueResponse",
      updateSecret: "UpdateSecretResponse",
    },
    shapes: {
      CreateSecretResponse: "Arn:s Name:s VersionId:s ReplicationStatus:[ReplicationStatusType]",
      DeleteSecretResponse: "Arn:s Name:s DeletionDate:s",
      DescribeSecretResponse:
        "Arn:s Name:s Type:s Description:s KmsKeyId:s RotationEnabled:b RotationLambdaArn:s RotationRules:RotationRulesType ExternalSecretRotationMetadata:[ExternalSecretRotationMetadataItem] ExternalSecretRotationRoleArn:s LastRotatedDate:s LastChangedDate:s LastAccessedDate:s DeletedDate:s NextRotationDate:s Tags:[Tag] VersionIdsToStages:{[s]} OwningService:s CreatedDate:s PrimaryRegion:s ReplicationStatus:[ReplicationStatusType]",
      ExternalSecretRotationMetadataItem: "Key:s Value:s",
      GetRandomPasswordResponse: "RandomPassword:s",
      GetSecretValueResponse: "Arn:s Name:s VersionId:s SecretBinary:s SecretString:s VersionStages:[s] CreatedDate:s",
      ListSecretsResponse: "SecretList:[SecretListEntry] NextToken:s",
      PutSecretValueResponse: "Arn:s Name:s VersionId:s VersionStages:[s]",
      ReplicationStatusType: "Region:s KmsKeyId:s Status:StatusType StatusMessage:s LastAccessedDate:s",
      RotationRulesType: "AutomaticallyAfterDays:n1..1000 Duration:s ScheduleExpression:s",
      SecretListEntry:
        "Arn:s Name:s Type:s Description:s KmsKeyId:s RotationEnabled:b RotationLambdaArn:s RotationRules:RotationRulesType ExternalSecretRotationMetadata:[ExternalSecretRotationMetadataItem] ExternalSecretRotationRoleArn:s LastRotatedDate:s LastChangedDate:s LastAccessedDate:s DeletedDate:s NextRotationDate:s Tags:[Tag] SecretVersionsToStages:{[s]} OwningService:s CreatedDate:s PrimaryRegion:s",
      StatusType: "=InSync|Failed|InProgress",
      Tag: "Key:s Value:s",
      UpdateSecretResponse: "Arn:s Name:s VersionId:s",
    },
  },
  ses: {
    responses: {
      sendEmail: "SendEmailResponse",
      sendTemplatedEmail: "SendTemplatedEmailResponse",
    },
    shapes: {
      SendEmailResponse: "MessageId!:s",
      SendTemplatedEmailResponse: "MessageId!:s",
    },
  },
  sesv2: {
    responses: {
      sendBulkEmail: "SendBulkEmailResponse",
      sendEmail: "SendEmailResponse",
    },
    shapes: {
      BulkEmailEntryResult: "Status:BulkEmailStatus Error:s MessageId:s",
      BulkEmailStatus:
        "=SUCCESS|MESSAGE_REJECTED|MAIL_FROM_DOMAIN_NOT_VERIFIED|CONFIGURATION_SET_NOT_FOUND|TEMPLATE_NOT_FOUND|ACCOUNT_SUSPENDED|ACCOUNT_THROTTLED|ACCOUNT_DAILY_QUOTA_EXCEEDED|INVALID_SENDING_POOL_NAME|ACCOUNT_SENDING_PAUSED|CONFIGURATION_SET_SENDING_PAUSED|INVALID_PARAMETER|TRANSIENT_FAILURE|FAILED",
      SendBulkEmailResponse: "BulkEmailEntryResults!:[BulkEmailEntryResult]",
      SendEmailResponse: "MessageId:s",
    },
  },
  sfn: {
    responses: {
      describeExecution: "DescribeExecutionOutput",
      describeMapRun: "DescribeMapRunOutput",
      describeStateMachine: "DescribeStateMachineOutput",
      getExecutionHistory: "GetExecutionHistoryOutput",
      listExecutions: "ListExecutionsOutput",
      listMapRuns: "ListMapRunsOutput",
      listStateMachines: "ListStateMachinesOutput",
      redriveExecution: "RedriveExecutionOutput",
      sendTaskFailure: "SendTaskFailureOutput",
      sendTaskHeartbeat: "SendTaskHeartbeatOutput",
      sendTaskSuccess: "SendTaskSuccessOutput",
      startExecution: "StartExecutionOutput",
      startSyncExecution: "StartSyncExecutionOutput",
      stopExecution: "StopExecutionOutput",
    },
    shapes: {
      ActivityFailedEventDetails: "Error:s Cause:s",
      ActivityScheduleFailedEventDetails: "Error:s Cause:s",
      ActivityScheduledEventDetails:
        "Resource!:s Input:s InputDetails:HistoryEventExecutionDataDetails TimeoutInSeconds:n HeartbeatInSeconds:n",
      ActivityStartedEventDetails: "WorkerName:s",
      ActivitySucceededEventDetails: "Output:s OutputDetails:HistoryEventExecutionDataDetails",
      ActivityTimedOutEventDetails: "Error:s Cause:s",
      AssignedVariablesDetails: "Truncated:b",
      BillingDetails: "BilledMemoryUsedInMb:n0.. BilledDurationInMilliseconds:n0..",
      CloudWatchEventsExecutionDataDetails: "Included:b",
      CloudWatchLogsLogGroup: "LogGroupArn:s",
      DescribeExecutionOutput:
        "ExecutionArn!:s StateMachineArn!:s Name:s Status!:ExecutionStatus StartDate!:s StopDate:s Input:s InputDetails:CloudWatchEventsExecutionDataDetails Output:s OutputDetails:CloudWatchEventsExecutionDataDetails TraceHeader:s MapRunArn:s Error:s Cause:s StateMachineVersionArn:s StateMachineAliasArn:s RedriveCount:n RedriveDate:s RedriveStatus:ExecutionRedriveStatus RedriveStatusReason:s",
      DescribeMapRunOutput:
        "MapRunArn!:s ExecutionArn!:s Status!:MapRunStatus StartDate!:s StopDate:s MaxConcurrency!:n0.. ToleratedFailurePercentage!:n0..100 ToleratedFailureCount!:n0.. ItemCounts!:MapRunItemCounts ExecutionCounts!:MapRunExecutionCounts RedriveCount:n RedriveDate:s",
      DescribeStateMachineOutput:
        "StateMachineArn!:s Name!:s Status:StateMachineStatus Definition!:s RoleArn!:s Type!:StateMachineType CreationDate!:s LoggingConfiguration:LoggingConfiguration TracingConfiguration:TracingConfiguration Label:s RevisionId:s Description:s EncryptionConfiguration:EncryptionConfiguration VariableReferences:{[s]}",
      EncryptionConfiguration: "KmsKeyId:s KmsDataKeyReusePeriodSeconds:n60..900 Type!:EncryptionType",
      EncryptionType: "=AWS_OWNED_KEY|CUSTOMER_MANAGED_KMS_KEY",
      EvaluationFailedEventDetails: "Error:s Cause:s Location:s State!:s",
      ExecutionAbortedEventDetails: "Error:s Cause:s",
      ExecutionFailedEventDetails: "Error:s Cause:s",
      ExecutionListItem:
        "ExecutionArn!:s StateMachineArn!:s Name!:s Status!:ExecutionStatus StartDate!:s StopDate:s MapRunArn:s ItemCount:n0.. StateMachineVersionArn:s StateMachineAliasArn:s RedriveCount:n RedriveDate:s",
      ExecutionRedriveStatus: "=REDRIVABLE|NOT_REDRIVABLE|REDRIVABLE_BY_MAP_RUN",
      ExecutionRedrivenEventDetails: "RedriveCount:n",
      ExecutionStartedEventDetails:
        "Input:s InputDetails:HistoryEventExecutionDataDetails RoleArn:s StateMachineAliasArn:s StateMachineVersionArn:s",
      ExecutionStatus: "=RUNNING|SUCCEEDED|FAILED|TIMED_OUT|ABORTED|PENDING_REDRIVE",
      ExecutionSucceededEventDetails: "Output:s OutputDetails:HistoryEventExecutionDataDetails",
      ExecutionTimedOutEventDetails: "Error:s Cause:s",
      GetExecutionHistoryOutput: "Events!:[HistoryEvent] NextToken:s",
      HistoryEvent:
        "Timestamp!:s Type!:HistoryEventType Id!:n PreviousEventId:n ActivityFailedEventDetails:ActivityFailedEventDetails ActivityScheduleFailedEventDetails:ActivityScheduleFailedEventDetails ActivityScheduledEventDetails:ActivityScheduledEventDetails ActivityStartedEventDetails:ActivityStartedEventDetails ActivitySucceededEventDetails:ActivitySucceededEventDetails ActivityTimedOutEventDetails:ActivityTimedOutEventDetails TaskFailedEventDetails:TaskFailedEventDetails TaskScheduledEventDetails:TaskScheduledEventDetails TaskStartFailedEventDetails:TaskStartFailedEventDetails TaskStartedEventDetails:TaskStartedEventDetails TaskSubmitFailedEventDetails:TaskSubmitFailedEventDetails TaskSubmittedEventDetails:TaskSubmittedEventDetails TaskSucceededEventDetails:TaskSucceededEventDetails TaskTimedOutEventDetails:TaskTimedOutEventDetails ExecutionFailedEventDetails:ExecutionFailedEventDetails ExecutionStartedEventDetails:ExecutionStartedEventDetails ExecutionSucceededEventDetails:ExecutionSucceededEventDetails ExecutionAbortedEventDetails:ExecutionAbortedEventDetails ExecutionTimedOutEventDetails:ExecutionTimedOutEventDetails ExecutionRedrivenEventDetails:ExecutionRedrivenEventDetails MapStateStartedEventDetails:MapStateStartedEventDetails MapIterationStartedEventDetails:MapIterationEventDetails MapIterationSucceededEventDetails:MapIterationEventDetails MapIterationFailedEventDetails:MapIterationEventDetails MapIterationAbortedEventDetails:MapIterationEventDetails LambdaFunctionFailedEventDetails:LambdaFunctionFailedEventDetails LambdaFunctionScheduleFailedEventDetails:LambdaFunctionScheduleFailedEventDetails LambdaFunctionScheduledEventDetails:LambdaFunctionScheduledEventDetails LambdaFunctionStartFailedEventDetails:LambdaFunctionStartFailedEventDetails LambdaFunctionSucceededEventDetails:LambdaFunctionSucceededEventDetails LambdaFunctionTimedOutEventDetails:LambdaFunctionTimedOutEventDetails StateEnteredEventDetails:StateEnteredEventDetails StateExitedEventDetails:StateExitedEventDetails MapRunStartedEventDetails:MapRunStartedEventDetails MapRunFailedEventDetails:MapRunFailedEventDetails MapRunRedrivenEventDetails:MapRunRedrivenEventDetails EvaluationFailedEventDetails:EvaluationFailedEventDetails",
      HistoryEventExecutionDataDetails: "Truncated:b",
      HistoryEventType:
        "=ActivityFailed|ActivityScheduled|ActivityScheduleFailed|ActivityStarted|ActivitySucceeded|ActivityTimedOut|ChoiceStateEntered|ChoiceStateExited|ExecutionAborted|ExecutionFailed|ExecutionStarted|ExecutionSucceeded|ExecutionTimedOut|FailStateEntered|LambdaFunctionFailed|LambdaFunctionScheduled|LambdaFunctionScheduleFailed|LambdaFunctionStarted|LambdaFunctionStartFailed|LambdaFunctionSucceeded|LambdaFunctionTimedOut|MapIterationAborted|MapIterationFailed|MapIterationStarted|MapIterationSucceeded|MapStateAborted|MapStateEntered|MapStateExited|MapStateFailed|MapStateStarted|MapStateSucceeded|ParallelStateAborted|ParallelStateEntered|ParallelStateExited|ParallelStateFailed|ParallelStateStarted|ParallelStateSucceeded|PassStateEntered|PassStateExited|SucceedStateEntered|SucceedStateExited|TaskFailed|TaskScheduled|TaskStarted|TaskStartFailed|TaskStateAborted|TaskStateEntered|TaskStateExited|TaskSubmitFailed|TaskSubmitted|TaskSucceeded|TaskTimedOut|WaitStateAborted|WaitStateEntered|WaitStateExited|MapRunAborted|MapRunFailed|MapRunStarted|MapRunSucceeded|ExecutionRedriven|MapRunRedriven|EvaluationFailed",
      LambdaFunctionFailedEventDetails: "Error:s Cause:s",
      LambdaFunctionScheduleFailedEventDetails: "Error:s Cause:s",
      LambdaFunctionScheduledEventDetails:
        "Resource!:s Input:s InputDetails:HistoryEventExecutionDataDetails TimeoutInSeconds:n TaskCredentials:TaskCredentials",
      LambdaFunctionStartFailedEventDetails: "Error:s Cause:s",
      LambdaFunctionSucceededEventDetails: "Output:s OutputDetails:HistoryEventExecutionDataDetails",
      LambdaFunctionTimedOutEventDetails: "Error:s Cause:s",
      ListExecutionsOutput: "Executions!:[ExecutionListItem] NextToken:s",
      ListMapRunsOutput: "MapRuns!:[MapRunListItem] NextToken:s",
      ListStateMachinesOutput: "StateMachines!:[StateMachineListItem] NextToken:s",
      LogDestination: "CloudWatchLogsLogGroup:CloudWatchLogsLogGroup",
      LogLevel: "=ALL|ERROR|FATAL|OFF",
      LoggingConfiguration: "Level:LogLevel IncludeExecutionData:b Destinations:[LogDestination]",
      MapIterationEventDetails: "Name:s Index:n0..",
      MapRunExecutionCounts:
        "Pending!:n0.. Running!:n0.. Succeeded!:n0.. Failed!:n0.. TimedOut!:n0.. Aborted!:n0.. Total!:n0.. ResultsWritten!:n0.. FailuresNotRedrivable:n PendingRedrive:n",
      MapRunFailedEventDetails: "Error:s Cause:s",
      MapRunItemCounts:
        "Pending!:n0.. Running!:n0.. Succeeded!:n0.. Failed!:n0.. TimedOut!:n0.. Aborted!:n0.. Total!:n0.. ResultsWritten!:n0.. FailuresNotRedrivable:n PendingRedrive:n",
      MapRunListItem: "ExecutionArn!:s MapRunArn!:s StateMachineArn!:s StartDate!:s StopDate:s",
      MapRunRedrivenEventDetails: "MapRunArn:s RedriveCount:n",
      MapRunStartedEventDetails: "MapRunArn:s",
      MapRunStatus: "=RUNNING|SUCCEEDED|FAILED|ABORTED",
      MapStateStartedEventDetails: "Length:n0..",
      RedriveExecutionOutput: "RedriveDate!:s",
      SendTaskFailureOutput: "",
      SendTaskHeartbeatOutput: "",
      SendTaskSuccessOutput: "",
      StartExecutionOutput: "ExecutionArn!:s StartDate!:s",
      StartSyncExecutionOutput:
        "ExecutionArn!:s StateMachineArn:s Name:s StartDate!:s StopDate!:s Status!:SyncExecutionStatus Error:s Cause:s Input:s InputDetails:CloudWatchEventsExecutionDataDetails Output:s OutputDetails:CloudWatchEventsExecutionDataDetails TraceHeader:s BillingDetails:BillingDetails",
      StateEnteredEventDetails: "Name!:s Input:s InputDetails:HistoryEventExecutionDataDetails",
      StateExitedEventDetails:
        "Name!:s Output:s OutputDetails:HistoryEventExecutionDataDetails AssignedVariables:{s} AssignedVariablesDetails:AssignedVariablesDetails",
      StateMachineListItem: "StateMachineArn!:s Name!:s Type!:StateMachineType CreationDate!:s",
      StateMachineStatus: "=ACTIVE|DELETING",
      StateMachineType: "=STANDARD|EXPRESS",
      StopExecutionOutput: "StopDate!:s",
      SyncExecutionStatus: "=SUCCEEDED|FAILED|TIMED_OUT",
      TaskCredentials: "RoleArn:s",
      TaskFailedEventDetails: "ResourceType!:s Resource!:s Error:s Cause:s",
      TaskScheduledEventDetails:
        "ResourceType!:s Resource!:s Region!:s Parameters!:s TimeoutInSeconds:n HeartbeatInSeconds:n TaskCredentials:TaskCredentials",
      TaskStartFailedEventDetails: "ResourceType!:s Resource!:s Error:s Cause:s",
      TaskStartedEventDetails: "ResourceType!:s Resource!:s",
      TaskSubmitFailedEventDetails: "ResourceType!:s Resource!:s Error:s Cause:s",
      TaskSubmittedEventDetails: "ResourceType!:s Resource!:s Output:s OutputDetails:HistoryEventExecutionDataDetails",
      TaskSucceededEventDetails: "ResourceType!:s Resource!:s Output:s OutputDetails:HistoryEventExecutionDataDetails",
      TaskTimedOutEventDetails: "ResourceType!:s Resource!:s Error:s Cause:s",
      TracingConfiguration: "Enabled:b",
    },
  },
  sns: {
    responses: {
      createTopic: "CreateTopicResponse",
      getTopicAttributes: "GetTopicAttributesResponse",
      listSubscriptionsByTopic: "ListSubscriptionsByTopicResponse",
      listTopics: "ListTopicsResponse",
      publish: "PublishResponse",
      publishBatch: "PublishBatchResponse",
      subscribe: "SubscribeResponse",
    },
    shapes: {
      BatchResultErrorEntry: "Id!:s Code!:s Message:s SenderFault!:b",
      CreateTopicResponse: "TopicArn:s",
      GetTopicAttributesResponse: "Attributes:{s}",
      ListSubscriptionsByTopicResponse: "Subscriptions:[Subscription] NextToken:s",
      ListTopicsResponse: "Topics:[Topic] NextToken:s",
      PublishBatchResponse: "Successful:[PublishBatchResultEntry] Failed:[BatchResultErrorEntry]",
      PublishBatchResultEntry: "Id:s MessageId:s SequenceNumber:s",
      PublishResponse: "MessageId:s SequenceNumber:s",
      SubscribeResponse: "SubscriptionArn:s",
      Subscription: "SubscriptionArn:s Owner:s Protocol:s Endpoint:s TopicArn:s",
      Topic: "TopicArn:s",
    },
  },
  sqs: {
    responses: {
      createQueue: "CreateQueueResult",
      deleteMessageBatch: "DeleteMessageBatchResult",
      getQueueAttributes: "GetQueueAttributesResult",
      getQueueUrl: "GetQueueUrlResult",
      listQueues: "ListQueuesResult",
      receiveMessage: "ReceiveMessageResult",
      sendMessage: "SendMessageResult",
      sendMessageBatch: "SendMessageBatchResult",
    },
    shapes: {
      BatchResultErrorEntry: "Id!:s SenderFault!:b Code!:s Message:s",
      CreateQueueResult: "QueueUrl:s",
      DeleteMessageBatchResult: "Successful!:[DeleteMessageBatchResultEntry] Failed!:[BatchResultErrorEntry]",
      DeleteMessageBatchResultEntry: "Id!:s",
      GetQueueAttributesResult: "Attributes:{s}",
      GetQueueUrlResult: "QueueUrl:s",
      ListQueuesResult: "QueueUrls:[s] NextToken:s",
      Message:
        "MessageId:s ReceiptHandle:s Md5OfBody:s Body:s Attributes:{s} Md5OfMessageAttributes:s MessageAttributes:{MessageAttributeValue}",
      MessageAttributeValue: "StringValue:s BinaryValue:s StringListValues:[s] BinaryListValues:[s] DataType!:s",
      ReceiveMessageResult: "Messages:[Message]",
      SendMessageBatchResult: "Successful!:[SendMessageBatchResultEntry] Failed!:[BatchResultErrorEntry]",
      SendMessageBatchResultEntry:
        "Id!:s MessageId!:s Md5OfMessageBody!:s Md5OfMessageAttributes:s Md5OfMessageSystemAttributes:s SequenceNumber:s",
      SendMessageResult:
        "Md5OfMessageBody:s Md5OfMessageAttributes:s Md5OfMessageSystemAttributes:s MessageId:s SequenceNumber:s",
    },
  },
  ssm: {
    responses: {
      deleteParameter: "DeleteParameterResult",
      getCommandInvocation: "GetCommandInvocationResult",
      getParameter: "GetParameterResult",
      getParameters: "GetParametersResult",
      getParametersByPath: "GetParametersByPathResult",
      putParameter: "PutParameterResult",
      sendCommand: "SendCommandResult",
    },
    shapes: {
      Alarm: "Name!:s",
      AlarmConfiguration: "IgnorePollAlarmFailure:b Alarms!:[Alarm]",
      AlarmStateInformation: "Name!:s State!:ExternalAlarmState",
      CloudWatchOutputConfig: "CloudWatchLogGroupName:s CloudWatchOutputEnabled:b",
      Command:
        "CommandId:s DocumentName:s DocumentVersion:s Comment:s ExpiresAfter:s Parameters:{[s]} InstanceIds:[s] Targets:[Target] RequestedDateTime:s Status:CommandStatus StatusDetails:s OutputS3Region:s OutputS3BucketName:s OutputS3KeyPrefix:s MaxConcurrency:s MaxErrors:s TargetCount:n CompletedCount:n ErrorCount:n DeliveryTimedOutCount:n ServiceRole:s NotificationConfig:NotificationConfig CloudWatchOutputConfig:CloudWatchOutputConfig TimeoutSeconds:n30..2592000 AlarmConfiguration:AlarmConfiguration TriggeredAlarms:[AlarmStateInformation]",
      CommandInvocationStatus: "=Pending|InProgress|Delayed|Success|Cancelled|TimedOut|Failed|Cancelling",
      CommandStatus: "=Pending|InProgress|Success|Cancelled|Failed|TimedOut|Cancelling",
      DeleteParameterResult: "",
      ExternalAlarmState: "=UNKNOWN|ALARM",
      GetCommandInvocationResult:
        "CommandId:s InstanceId:s Comment:s DocumentName:s DocumentVersion:s PluginName:s ResponseCode:n ExecutionStartDateTime:s ExecutionElapsedTime:s ExecutionEndDateTime:s Status:CommandInvocationStatus StatusDetails:s StandardOutputContent:s StandardOutputUrl:s StandardErrorContent:s StandardErrorUrl:s CloudWatchOutputConfig:CloudWatchOutputConfig",
      GetParameterResult: "Parameter:Parameter",
      GetParametersByPathResult: "Parameters:[Parameter] NextToken:s",
      GetParametersResult: "Parameters:[Parameter] InvalidParameters:[s]",
      NotificationConfig: "NotificationArn:s NotificationEvents:[NotificationEvent] NotificationType:NotificationType",
      NotificationEvent: "=All|InProgress|Success|TimedOut|Cancelled|Failed",
      NotificationType: "=Command|Invocation",
      Parameter:
        "Name:s Type:ParameterType Value:s Version:n Selector:s SourceResult:s LastModifiedDate:s Arn:s DataType:s",
      ParameterTier: "=Standard|Advanced|Intelligent-Tiering",
      ParameterType: "=String|StringList|SecureString",
      PutParameterResult: "Version:n Tier:ParameterTier",
      SendCommandResult: "Command:Command",
      Target: "Key:s Values:[s]",
    },
  },
  sts: {
    responses: {
      assumeRole: "AssumeRoleResponse",
      getCallerIdentity: "GetCallerIdentityResponse",
    },
    shapes: {
      AssumeRoleResponse:
        "Credentials:Credentials AssumedRoleUser:AssumedRoleUser PackedPolicySize:n0.. SourceIdentity:s SessionTokenUtilization:n0.. SessionTokenSize:n0..",
      AssumedRoleUser: "AssumedRoleId!:s Arn!:s",
      Credentials: "AccessKeyId!:s SecretAccessKey!:s SessionToken!:s Expiration!:s",
      GetCallerIdentityResponse: "UserId:s Account:s Arn:s",
    },
  },
  transcribe: {
    responses: {
      getTranscriptionJob: "GetTranscriptionJobResponse",
      startTranscriptionJob: "StartTranscriptionJobResponse",
    },
    shapes: {
      ContentRedaction: "RedactionType!:RedactionType RedactionOutput!:RedactionOutput PiiEntityTypes:[PiiEntityType]",
      GetTranscriptionJobResponse: "TranscriptionJob:TranscriptionJob",
      JobExecutionSettings: "AllowDeferredExecution:b DataAccessRoleArn:s",
      LanguageCode:
        "=af-ZA|ar-AE|ar-SA|am-ET|cy-GB|da-DK|de-CH|de-DE|en-AB|en-AU|en-GB|en-IE|en-IN|en-US|en-WL|es-ES|es-MX|es-US|fa-AF|fa-IR|fr-CA|fr-FR|ga-IE|gd-GB|he-IL|hi-IN|ht-HT|id-ID|it-IT|ja-JP|jv-ID|km-KH|ko-KR|my-MM|ms-MY|nl-NL|pt-BR|pt-PT|ru-RU|ta-IN|te-IN|tr-TR|zh-CN|zh-TW|th-TH|en-ZA|en-NZ|vi-VN|sv-SE|ab-GE|ast-ES|az-AZ|ba-RU|be-BY|bg-BG|bn-IN|bs-BA|ca-ES|ckb-IQ|ckb-IR|cs-CZ|cy-WL|el-GR|et-EE|et-ET|eu-ES|fi-FI|gl-ES|gu-IN|ha-NG|hr-HR|hu-HU|hy-AM|is-IS|ka-GE|kab-DZ|kk-KZ|kn-IN|ky-KG|lg-IN|lt-LT|lv-LV|mhr-RU|mi-NZ|mk-MK|ml-IN|mn-MN|mr-IN|mt-MT|no-NO|ne-NP|or-IN|pa-IN|pl-PL|ps-AF|ro-RO|rw-RW|si-LK|sk-SK|sl-SI|so-SO|sq-AL|sr-RS|su-ID|sw-BI|sw-KE|sw-RW|sw-TZ|sw-UG|tl-PH|tt-RU|ug-CN|uk-UA|uz-UZ|wo-SN|zh-HK|zu-ZA",
      LanguageCodeItem: "LanguageCode:LanguageCode DurationInSeconds:n",
      LanguageIdSettings: "VocabularyName:s VocabularyFilterName:s LanguageModelName:s",
      Media: "MediaFileUri:s RedactedMediaFileUri:s",
      MediaFormat: "=mp3|mp4|wav|flac|ogg|amr|webm|m4a",
      ModelSettings: "LanguageModelName:s",
      PiiEntityType:
        "=BANK_ACCOUNT_NUMBER|BANK_ROUTING|CREDIT_DEBIT_NUMBER|CREDIT_DEBIT_CVV|CREDIT_DEBIT_EXPIRY|PIN|EMAIL|ADDRESS|NAME|PHONE|SSN|DATE_TIME|PASSPORT_NUMBER|DRIVER_ID|URL|AGE|USERNAME|PASSWORD|AWS_ACCESS_KEY|AWS_SECRET_KEY|IP_ADDRESS|MAC_ADDRESS|LICENSE_PLATE|VEHICLE_IDENTIFICATION_NUMBER|US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER|CA_HEALTH_NUMBER|CA_SOCIAL_INSURANCE_NUMBER|INTERNATIONAL_BANK_ACCOUNT_NUMBER|SWIFT_CODE|ALL",
      RedactionOutput: "=redacted|redacted_and_unredacted",
      RedactionType: "=PII",
      Settings:
        "VocabularyName:s ShowSpeakerLabels:b MaxSpeakerLabels:n2..30 ChannelIdentification:b ShowAlternatives:b MaxAlternatives:n2..10 VocabularyFilterName:s VocabularyFilterMethod:VocabularyFilterMethod",
      StartTranscriptionJobResponse: "TranscriptionJob:TranscriptionJob",
      SubtitleFormat: "=vtt|srt",
      SubtitlesOutput: "Formats:[SubtitleFormat] SubtitleFileUris:[s] OutputStartIndex:n0..1",
      Tag: "Key!:s Value!:s",
      ToxicityCategory: "=ALL",
      ToxicityDetectionSettings: "ToxicityCategories!:[ToxicityCategory]",
      Transcript: "TranscriptFileUri:s RedactedTranscriptFileUri:s",
      TranscriptionJob:
        "TranscriptionJobName:s TranscriptionJobStatus:TranscriptionJobStatus LanguageCode:LanguageCode MediaSampleRateHertz:n8000..48000 MediaFormat:MediaFormat Media:Media Transcript:Transcript StartTime:s CreationTime:s CompletionTime:s FailureReason:s Settings:Settings ModelSettings:ModelSettings JobExecutionSettings:JobExecutionSettings ContentRedaction:ContentRedaction IdentifyLanguage:b IdentifyMultipleLanguages:b LanguageOptions:[LanguageCode] IdentifiedLanguageScore:n LanguageCodes:[LanguageCodeItem] Tags:[Tag] Subtitles:SubtitlesOutput LanguageIdSettings:{LanguageIdSettings} ToxicityDetection:[ToxicityDetectionSettings]",
      TranscriptionJobStatus: "=QUEUED|IN_PROGRESS|FAILED|COMPLETED",
      VocabularyFilterMethod: "=remove|mask|tag",
    },
  },
  translate: {
    responses: {
      translateText: "TranslateTextResponse",
    },
    shapes: {
      AppliedTerminology: "Name:s Terms:[Term]",
      Brevity: "=ON",
      Formality: "=FORMAL|INFORMAL",
      Profanity: "=MASK",
      Term: "SourceText:s TargetText:s",
      TranslateTextResponse:
        "TranslatedText!:s SourceLanguageCode!:s TargetLanguageCode!:s AppliedTerminologies:[AppliedTerminology] AppliedSettings:TranslationSettings",
      TranslationSettings: "Formality:Formality Profanity:Profanity Brevity:Brevity",
    },
  },
};
