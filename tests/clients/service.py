"""Azure Resource Manager as far as creating a pool goes, on this machine: it notes every request and answers as the contract
says. It speaks TLS, because the clients send no token without it, with a certificate of an authority of its own."""

import base64
import http.server
import json
import ssl
import threading
import urllib.parse

import trustme

HOSTS = ["management.azure.com", "management.chinacloudapi.cn", "management.usgovcloudapi.net"]


class Service:
    """The service. What a client asks for belongs to the case that its token names."""

    def __init__(self, folder):
        self.cases = {}
        self.requests = {}
        self.lock = threading.Lock()
        authority = trustme.CA()
        self.authority_file = folder / "authority.pem"
        authority.cert_pem.write_to_path(str(self.authority_file))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(*HOSTS).configure_cert(context)
        service = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_PUT(self):
                service.answer(self)

            do_GET = do_POST = do_PATCH = do_DELETE = do_PUT

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True, do_handshake_on_connect=False)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def of(self, run):
        """The requests of a run, in their order."""
        with self.lock:
            return list(self.requests.get(run, []))

    def answer(self, handler):
        length = int(handler.headers.get("Content-Length") or 0)
        body = handler.rfile.read(length)
        scheme, _, token = handler.headers.get("Authorization", "").partition(" ")
        signed = json.loads(base64.urlsafe_b64decode(token)) if scheme == "Bearer" and token else {}
        address = urllib.parse.urlsplit(handler.path)
        run = signed.get("run")
        with self.lock:
            earlier = self.requests.setdefault(run, [])
            reads = sum(1 for request in earlier if request["method"] == "GET")
            earlier.append(
                {
                    "method": handler.command,
                    "host": handler.headers.get("Host", ""),
                    "path": [urllib.parse.unquote(part) for part in address.path.split("/")],
                    "query": urllib.parse.parse_qs(address.query, keep_blank_values=True),
                    "headers": {name.lower(): value for name, value in handler.headers.items()},
                    "signed": signed,
                    "body": body.decode("utf-8"),
                }
            )
        case = self.cases.get(run)
        if case is None:
            self.send(handler, 401, {"error": {"code": "AuthenticationFailed", "message": "Whose request is this?"}})
        elif case.exists and handler.command == "PUT":
            self.send(handler, 412, {"error": {"code": "PreconditionFailed", "message": "The pool is there already."}})
        else:
            steady = handler.command == "GET" and reads > 0
            self.send(handler, 200, pool(case, "Steady" if steady else "Resizing"))

    @staticmethod
    def send(handler, status, value):
        text = json.dumps(value).encode("utf-8")
        handler.send_response(status)
        handler.send_header("Content-Type", "application/json; charset=utf-8")
        handler.send_header("Content-Length", str(len(text)))
        handler.send_header("ETag", '"1"')
        handler.end_headers()
        handler.wfile.write(text)


def pool(case, state):
    """The resource in a state of its allocation."""
    properties = {
        "allocationState": state,
        "allocationStateTransitionTime": "2026-11-22T00:00:00Z",
        "provisioningState": "Succeeded",
        "currentDedicatedNodes": 7,
        "currentLowPriorityNodes": 9,
        "resizeOperationStatus": {"targetDedicatedNodes": 8, "startTime": "2026-11-22T00:00:00Z"},
    }
    if state == "Steady" and case.resize_error:
        error = {"code": "AllocationTimedout", "message": "Not every node was there in time."}
        properties["resizeOperationStatus"]["errors"] = [error]
    return {
        "id": "/pool",
        "name": "pool",
        "type": "Microsoft.Batch/batchAccounts/pools",
        "etag": "1",
        "properties": properties,
    }
