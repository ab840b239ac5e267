"""What no file of queries/ may say: reading outside the database, running text as SQL, settings."""

import re

from sqlglot.dialects.duckdb import DuckDB
from sqlglot.tokens import Token, TokenType

# A statement begins with one of these words; each file of ours is one select, or makes a macro.
STATEMENTS = set(
    "alter analyze attach begin call checkpoint commit copy delete detach drop execute explain "
    "export force grant import insert install load merge pragma prepare reset revoke rollback "
    "set truncate update use vacuum".split()
)
# Functions that read files, run a text as SQL, look at settings, secrets or variables, or write;
# and the clock of this machine and chance: the same files must give the same figures.
FUNCTIONS = re.compile(
    r"read_\w+|\w+_scan|scan_\w+|parquet_\w+|sniff_csv|glob|getenv|query|query_table|getvariable"
    r"|current_setting|duckdb_(?!tables$)\w+|pragma_\w+|which_secret|write_log|enable_\w+|disable_\w+"
    r"|from_substrait\w*|get_substrait\w*|json_execute_serialized_sql|json_serialize_sql"
    r"|sql_auto_complete|checkpoint|force_checkpoint|nextval|currval|version"
    r"|now|today|get_current_timestamp|transaction_timestamp|date_diff|datediff"
    r"|random|uuid|gen_random_uuid",
    re.IGNORECASE,
)
BARE = re.compile(
    r"current_(date|time|timestamp|user|schema|catalog|role)|localtime\w*|session_user", re.I
)
# DuckDB reads a file where its name stands for a table, in quotes of either kind.
FILE = re.compile(r"\.(csv|tsv|txt|json\w*|ndjson|parquet|xlsx|duckdb|db|gz|zst)$|://|\*\.", re.I)


def banned(sql: str) -> list[str]:
    """What of it stands in these statements."""
    tokens = DuckDB.Tokenizer().tokenize(sql)
    return [found for place in range(len(tokens)) if (found := _at(tokens, place))]


def _at(tokens: list[Token], place: int) -> str:
    """What is banned at this place of the text; '' where nothing is."""
    word, after = tokens[place], _kind(tokens, place + 1)
    text, before = word.text.lower(), _kind(tokens, place - 1)
    if word.token_type == TokenType.STRING:
        stands_for_a_table = before == TokenType.JOIN or (
            before == TokenType.FROM and _kind(tokens, place - 2) != TokenType.DISTINCT
        )
        return f"the file {text}" if stands_for_a_table or FILE.search(text) else ""
    if word.token_type == TokenType.IDENTIFIER and FILE.search(text):
        return f"the file {text}"
    if text in STATEMENTS and before in (TokenType.SEMICOLON, None):
        return f"the statement {text}"
    if after == TokenType.L_PAREN and FUNCTIONS.fullmatch(text):
        return f"{text}(…)"
    # `columns(*)` takes what is there; any other argument is a text that chooses columns.
    if text == "columns" and after == TokenType.L_PAREN:
        return "" if _kind(tokens, place + 2) == TokenType.STAR else "columns(…)"
    return text if BARE.fullmatch(text) else ""


def _kind(tokens: list[Token], place: int) -> TokenType | None:
    """What stands there; None before the first and behind the last."""
    return tokens[place].token_type if 0 <= place < len(tokens) else None
