"""What a browser may ask for through its WebSocket, looked at message by message."""

from typing import Any

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime.runtime_util import get_max_widget_state_size_bytes

from partnership.access import TurnedAway
from partnership.ui import admission

# What the dashboard's pages ask for. Emptying everybody's cache, reading where the code comes from
# or writing files into its folder is for nobody.
ASKED = ("rerun_script", "stop_script", "file_urls_request", "app_heartbeat")
OPERATION, OPERATIONS = "backend_operation_request", ("deferred_file", "dataframe_chunk")
HARMLESS = ("stop_script", "app_heartbeat")


def let_through(data: bytes, claims: dict[str, Any]) -> bytes | None:
    """The message as it may go on, or None where it may not."""
    if len(data) > get_max_widget_state_size_bytes():
        return data  # Streamlit refuses it unread
    message = BackMsg()
    try:
        message.ParseFromString(data)
    except DecodeError:
        return data  # the same
    kind = message.WhichOneof("type")
    if kind == OPERATION:
        if message.backend_operation_request.WhichOneof("payload") not in OPERATIONS:
            return None
    elif kind not in ASKED:
        return None
    if not admission.is_sign_in_on() or kind in HARMLESS or _is_admitted(claims):
        return data
    if kind != "rerun_script":
        return None
    # A part of a page runs without the router; the whole page does not, and turns them away.
    message.rerun_script.fragment_id = ""
    return bytes(message.SerializeToString())


def _is_admitted(claims: dict[str, Any]) -> bool:
    try:
        admission.admit(claims)
    except TurnedAway:
        return False
    return True
