"""Runs `check --rows` over suites of CSV files and prints how it did; called by script/csv-suites.

Pollock is scored by its own measures without any hints. Python's and csv-spectrum's cases have
known rows. DuckDB's have none: there, no run may crash or hang, and no letter or digit of the input
may be missing from the rows unless standard error says so. Status 1 where any of that fails.
"""

import codecs
import collections
import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

TIMEOUT = 30
# 0: read; 65: refused with a reason.
EXPECTED_STATUSES = (0, 65)

Run = collections.namedtuple("Run", "status rows remarks seconds")


def check_rows(binary, path):
    begun = time.monotonic()
    try:
        with tempfile.TemporaryDirectory() as elsewhere:
            done = subprocess.run(
                [binary, "check", "--rows", os.path.abspath(path)], capture_output=True,
                timeout=TIMEOUT, cwd=elsewhere)
    except subprocess.TimeoutExpired:
        return Run(None, b"", b"", TIMEOUT)
    return Run(done.returncode, done.stdout, done.stderr, time.monotonic() - begun)


def check_all(binary, paths):
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(paths, pool.map(lambda path: check_rows(binary, path), paths)))


def failures(runs):
    """Crashes, hangs and unexpected statuses."""
    return [
        f"{path}: status {run.status}" for path, run in runs.items()
        if run.status not in EXPECTED_STATUSES
    ]


def signs(data):
    return re.sub(rb"[^0-9A-Za-z]", b"", data)


def in_utf8(data):
    """What UTF-16 with its mark says; anything else as it is."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace").encode()
    return data


def lost(path, run):
    """Whether letters or digits of the input are missing from the rows without a word of it."""
    if run.status != 0:
        return False
    with open(path, "rb") as file:
        given = signs(in_utf8(file.read()))
    kept = signs(run.rows)
    if b"before the table left out" in run.remarks:
        return not given.endswith(kept)
    return given != kept


def rows_of(run):
    return list(csv.reader(io.StringIO(run.rows.decode("utf-8"), newline="")))


def pollock(binary, folder):
    sys.path.insert(0, folder)
    import pollock.metrics as metrics
    from functools import lru_cache

    # Millions of cells, few different ones.
    metrics.normalize_cell = lru_cache(maxsize=None)(metrics.normalize_cell)
    polluted = os.path.join(folder, "polluted_files")
    names = sorted(name for name in os.listdir(os.path.join(polluted, "csv")))
    paths = {name: os.path.join(polluted, "csv", name) for name in names}
    runs = check_all(binary, list(paths.values()))
    with open(os.path.join(folder, "pollock_weights.json")) as file:
        weights = json.load(file)
    measures = {}
    with tempfile.TemporaryDirectory() as results:
        for name in names:
            run = runs[paths[name]]
            loaded = os.path.join(results, name)
            with open(loaded, "wb") as file:
                file.write(run.rows if run.status == 0 else b"Application Error\n")
            measures[name] = [0] * 10
            if metrics.successful_csv(loaded):
                clean = os.path.join(polluted, "clean", name)
                measures[name] = [1, *metrics.header_record_cell_measures_csv(clean, loaded)]
    labels = ["success"] + [
        f"{part} {measure}" for part in ("header", "record", "cell")
        for measure in ("precision", "recall", "F1")
    ]
    means = [sum(values) / len(names) for values in zip(*measures.values())]
    total = sum(weights[name] for name in names)
    weighted = sum(sum(measures[name]) * weights[name] / total for name in names)
    print(f"Pollock: {len(names)} files, without hints")
    for label, mean in zip(labels, means):
        print(f"  {label:17} {mean:.4f}")
    print(f"  simple score      {sum(means):.3f}")
    print(f"  weighted score    {weighted:.3f}")
    print("  most is lost at (points of 10, share of the weighted score):")
    worst = sorted(names, key=lambda name: -(10 - sum(measures[name])) * weights[name])
    for name in worst[:8]:
        points = 10 - sum(measures[name])
        print(f"    {name:32} {points:6.3f}  {points * weights[name] / total:.4f}")
    return failures(runs)


def csv_spectrum(binary, folder):
    cases = sorted(name[:-4] for name in os.listdir(os.path.join(folder, "csvs")))
    wrong = []
    for case in cases:
        run = check_rows(binary, os.path.join(folder, "csvs", case + ".csv"))
        header, *rows = rows_of(run)
        with open(os.path.join(folder, "json", case + ".json")) as file:
            expected = json.load(file)
        if [dict(zip(header, row)) for row in rows] != expected:
            wrong.append(f"csv-spectrum {case}: other rows")
    print(f"csv-spectrum: {len(cases) - len(wrong)} of {len(cases)} as expected")
    return wrong


def cpython(binary):
    try:
        from test.test_csv import TestSniffer
    except ImportError:
        print("Python: its test suite is not installed")
        return []
    dialects = {
        "sample1": {"skipinitialspace": True}, "sample2": {"delimiter": ":", "quotechar": "'"},
        "sample3": {"delimiter": "?"}, "sample4": {"delimiter": ";"},
        "sample5": {"delimiter": "\t"}, "sample6": {"delimiter": "|"},
        "sample7": {"delimiter": "|", "quotechar": "'"}, "sample8": {"delimiter": "+"},
        "sample10": {}, "sample11": {}, "sample12": {}, "sample13": {}, "header1": {},
    }
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        for name, dialect in dialects.items():
            text = getattr(TestSniffer, name, None)
            if text is None:
                continue
            path = os.path.join(folder, name + ".csv")
            with open(path, "w", newline="") as file:
                file.write(text)
            expected = [row for row in csv.reader(io.StringIO(text, newline=""), **dialect) if row]
            found = rows_of(check_rows(binary, path))
            # Spaces around cells are white space to replymeter wherever a cell has a meaning.
            strip = lambda rows: [[cell.strip() for cell in row] for row in rows]
            if strip(found) != strip(expected):
                wrong.append(f"Python {name}: other rows")
    print(f"Python: {len(dialects) - len(wrong)} of {len(dialects)} samples of its sniffer's tests")
    return wrong


def duckdb(binary, folder):
    paths = [
        os.path.join(place, name)
        for place, _, names in os.walk(os.path.join(folder, "data", "csv")) for name in names
        if re.search(r"\.(csv|tsv|txt)$", name)
    ]
    runs = check_all(binary, sorted(paths))
    refused = [path for path, run in runs.items() if run.status == 65]
    silent = [path for path, run in runs.items() if lost(path, run)]
    slowest = max((run.seconds for run in runs.values()), default=0)
    print(
        f"DuckDB: {len(runs)} files, {len(runs) - len(refused)} read, {len(refused)} refused with a "
        f"reason, {len(silent)} with text missing from the rows, slowest {slowest:.2f} s")
    reasons = collections.Counter(
        re.search(rb"error: ([^(;]*)", runs[path].remarks)[1].decode().strip() for path in refused)
    for reason, count in reasons.most_common():
        print(f"    {count} refused: {reason}")
    return failures(runs) + [f"{path}: text is missing" for path in silent]


def main():
    sys.stdout.reconfigure(line_buffering=True)
    binary, folder = os.path.abspath(sys.argv[1]), sys.argv[2]
    wrong = pollock(binary, os.path.join(folder, "Pollock"))
    wrong += csv_spectrum(binary, os.path.join(folder, "csv-spectrum"))
    wrong += cpython(binary)
    wrong += duckdb(binary, os.path.join(folder, "duckdb"))
    for line in wrong:
        print("wrong:", line)
    sys.exit(1 if wrong else 0)


main()
