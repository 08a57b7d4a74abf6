"""What is changed around a program in Python, and nothing in it: the hosts of Azure Resource Manager are the service of the
test, signing in gives a token that names the run, and waiting takes no time."""

import base64
import json
import os
import socket
import time

HOSTS = os.environ["CLIENTS_HOSTS"].split(",")
PORT = int(os.environ["CLIENTS_PORT"])
WAITS = []

look_up = socket.getaddrinfo


def look_up_service(host, port, *arguments, **options):
    if host in HOSTS:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", PORT))]
    raise OSError(f"nothing but the service is reached here: {host}")


socket.getaddrinfo = look_up_service
time.sleep = WAITS.append

from azure.core.credentials import AccessToken, AccessTokenInfo  # noqa: E402
from azure.identity import DefaultAzureCredential  # noqa: E402

construct = DefaultAzureCredential.__init__


def construct_and_remember(self, **options):
    self.authority_of_test = options.get("authority")
    construct(self, **options)


def token(self, scopes):
    said = {"run": os.environ["CLIENTS_RUN"], "scopes": list(scopes), "authority": self.authority_of_test}
    return base64.urlsafe_b64encode(json.dumps(said).encode()).decode()


DefaultAzureCredential.__init__ = construct_and_remember
DefaultAzureCredential.get_token = lambda self, *scopes, **_: AccessToken(token(self, scopes), int(time.time()) + 9000)
DefaultAzureCredential.get_token_info = lambda self, *scopes, **_: AccessTokenInfo(
    token(self, scopes), int(time.time()) + 9000
)
