/**
 * The program of the child process in which a Python handler runs, as text for `python3 -c`. It speaks as the one for
 * JavaScript does.
 * https://docs.aws.amazon.com/lambda/latest/dg/python-handler.html
 */
export const PYTHON_HOST = String.raw`
import importlib.util, json, os, sys, time, traceback

channel = os.fdopen(3, "w", encoding="utf-8")

def reply(message):
    channel.write(json.dumps(message) + "\n")
    channel.flush()

def mark(call):
    for stream in (sys.stdout, sys.stderr):
        stream.write("\0" + str(call) + "\n")
        stream.flush()

def failure(error_type, message, request_id, stack):
    return {"errorMessage": message, "errorType": error_type, "requestId": request_id, "stackTrace": stack}

def own_frames(error):
    frames = traceback.extract_tb(error.__traceback__)
    return traceback.format_list([frame for frame in frames if frame.filename != "<string>"])

class Context:
    def __init__(self, given, deadline):
        self.aws_request_id = given["awsRequestId"]
        self.function_name = given["functionName"]
        self.function_version = given["functionVersion"]
        self.invoked_function_arn = given["invokedFunctionArn"]
        self.memory_limit_in_mb = given["memoryLimitInMB"]
        self.log_group_name = given["logGroupName"]
        self.log_stream_name = given["logStreamName"]
        self.identity = None
        self.client_context = None
        self._deadline = deadline

    def get_remaining_time_in_millis(self):
        return max(0, round((self._deadline - time.monotonic()) * 1000))

def load(file, name):
    module_name = os.path.splitext(os.path.basename(file))[0]
    sys.path.insert(0, os.path.dirname(file))
    try:
        spec = importlib.util.spec_from_file_location(module_name, file)
        module = importlib.util.module_from_spec(spec)
        sys.modules[module_name] = module
        spec.loader.exec_module(module)
    except SyntaxError as error:
        message = "Syntax error in module '%s': %s" % (module_name, error)
        return None, lambda request: failure("Runtime.UserCodeSyntaxError", message, request, [])
    except (ImportError, FileNotFoundError) as error:
        message = "Unable to import module '%s': %s" % (module_name, error)
        return None, lambda request: failure("Runtime.ImportModuleError", message, request, [])
    except Exception as error:
        kind, message, stack = type(error).__name__, str(error), own_frames(error)
        return None, lambda request: failure(kind, message, request, stack)
    handler = getattr(module, name, None)
    if not callable(handler):
        message = "Handler '%s' missing on module '%s'" % (name, module_name)
        return None, lambda request: failure("Runtime.HandlerNotFound", message, request, [])
    return handler, None

def answer(message, handler, broken):
    request = message["context"]["awsRequestId"]
    if broken is not None:
        return {"id": message["id"], "failure": broken(request)}
    context = Context(message["context"], time.monotonic() + message["deadlineMs"] / 1000)
    try:
        result = handler(message["event"], context)
    except Exception as error:
        return {"id": message["id"], "failure": failure(type(error).__name__, str(error), request, own_frames(error))}
    try:
        return {"id": message["id"], "result": json.loads(json.dumps(result, allow_nan=False))}
    except (TypeError, ValueError) as error:
        text = "Unable to marshal response: %s" % error
        return {"id": message["id"], "failure": failure("Runtime.MarshalError", text, request, [])}

handler, broken = None, None
for line in sys.stdin:
    message = json.loads(line)
    if "file" in message:
        handler, broken = load(message["file"], message["name"])
        reply({"ready": True})
        continue
    answered = answer(message, handler, broken)
    mark(message["id"])
    reply(answered)
`;
