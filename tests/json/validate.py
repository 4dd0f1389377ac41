"""Says of each line of standard input, a JSON document, what a schema has against it, or "ok"."""

import json
import sys

from jsonschema import Draft202012Validator

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
for line in sys.stdin.buffer:
    error = next(validator.iter_errors(json.loads(line)), None)
    print("ok" if error is None else f"{error.json_path}: {error.message}".encode("unicode_escape").decode())
