"""Problems as they are written for machines."""

from pathlib import Path

from negmatrix.source import SourceText, Span
from tests.reports import find_problems, load_case

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "cases"
SOURCE = SourceText("data/a, b: 100%.yaml", "talks: Ä\r\nparties: [a]\n")
AT = Span(SOURCE, 7, 8)
BELOW = Span(SOURCE, 20, 21)
EVERY = find_problems(load_case(CASES / "thirty.yaml"))
TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
NUMBER = {"type": "integer", "minimum": 1}
PLACE = {
    "type": "object",
    "required": ["artifactLocation", "region"],
    "additionalProperties": False,
    "properties": {
        "artifactLocation": {
            "type": "object",
            "required": ["uri"],
            "additionalProperties": False,
            "properties": {
                "uri": {"type": "string", "pattern": r"^([A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})+$|^file:///"},
                "uriBaseId": {"const": "%SRCROOT%"},
            },
        },
        "region": {
            "type": "object",
            "required": ["startLine"],
            "additionalProperties": False,
            "properties": dict.fromkeys(("startLine", "startColumn", "endLine", "endColumn"), NUMBER),
        },
    },
}


LOCATION = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"id": {"type": "integer", "minimum": 0}, "physicalLocation": PLACE, "message": TEXT},
}


LEVEL = {"enum": ["none", "note", "warning", "error"]}
RULE = {
    "type": "object",
    "required": ["id", "shortDescription", "fullDescription", "help", "defaultConfiguration"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string"},
        "shortDescription": TEXT,
        "fullDescription": TEXT,
        "help": TEXT,
        "defaultConfiguration": {"type": "object", "properties": {"level": LEVEL}, "additionalProperties": False},
    },
}


RESULT = {
    "type": "object",
    "required": ["message", "ruleId", "ruleIndex", "level", "locations"],
    "additionalProperties": False,
    "properties": {
        "message": TEXT,
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "locations": {"type": "array", "minItems": 1, "maxItems": 1, "items": LOCATION},
        "relatedLocations": {"type": "array", "minItems": 1, "uniqueItems": True, "items": LOCATION},
    },
}


DRIVER = {
    "type": "object",
    "required": ["name", "semanticVersion", "rules"],
    "properties": {
        "name": {"const": "negmatrix"},
        "semanticVersion": {"pattern": r"^\d+\.\d+\.\d+"},
        "rules": {"type": "array", "uniqueItems": True, "items": RULE},
    },
}


LOG = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "maxItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "tool": {"type": "object", "required": ["driver"], "properties": {"driver": DRIVER}},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "newlineSequences": {"type": "array", "minItems": 1, "items": {"type": "string"}},
                    "results": {"type": "array", "items": RESULT},
                },
            },
        },
    },
}
"""What SARIF 2.1.0 and code scanning require of the parts that are written."""
