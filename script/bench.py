"""Runs the programs side by side and prints one table; called by script/bench.

The peers compute the core of the job only: openers, exchanges, first responses, and their count,
answered ones, median and 90th percentile by page and by employee. replymeter runs without listings
for the same reason, and once more with them.
"""

import csv
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

DUCKDB = """
import duckdb, json, sys
silence = 86400
connection = duckdb.connect()
connection.execute('set enable_progress_bar = false')
rows = connection.execute(f'''
with visible as (
  select page, conversation_id, direction, message_id, epoch_ms(timestamp::timestamp) as ms,
         sender_id
  from read_csv('{sys.argv[1]}', all_varchar = true, quote = '"', escape = '"')),
ordered as (
  select *, lag(ms) over w as before,
         count(*) filter (direction = 'inbound') over (w rows between unbounded preceding
           and 1 preceding) as inbound_before
  from visible
  window w as (partition by page, conversation_id order by ms, direction, message_id)),
marked as (
  select *, direction = 'inbound' and (inbound_before = 0 or ms - before >= {silence} * 1000)
    as is_opener from ordered),
numbered as (
  select *, sum(is_opener::int) over (partition by page, conversation_id
    order by ms, direction, message_id rows unbounded preceding) as exchange from marked),
exchanges as (
  select page, min(ms) filter (is_opener) as opened,
         min(ms) filter (direction = 'outbound') as replied,
         arg_min(sender_id, (ms, message_id)) filter (direction = 'outbound') as employee
  from numbered where exchange > 0 group by page, conversation_id, exchange)
select 'page', page, count(*), count(replied), quantile_cont(replied - opened, 0.5),
       quantile_cont(replied - opened, 0.9) from exchanges group by page
union all
select 'employee', employee, count(*), count(replied), quantile_cont(replied - opened, 0.5),
       quantile_cont(replied - opened, 0.9) from exchanges where employee is not null
group by employee
''').fetchall()
json.dump([list(row) for row in rows], sys.stdout)
"""

POLARS = """
import json, sys
import polars as pl
key = ['page', 'conversation_id']
outbound = pl.col('direction') == 'outbound'
frame = (
  pl.scan_csv(sys.argv[1], infer_schema=False)
  .select('page', 'conversation_id', 'direction', 'message_id', 'sender_id',
          pl.col('timestamp').str.to_datetime('%Y-%m-%dT%H:%M:%SZ').dt.epoch('ms').alias('ms'))
  .sort('page', 'conversation_id', 'ms', 'direction', 'message_id')
  .with_columns(
    pl.col('ms').shift(1).over(key).alias('before'),
    (~outbound).cast(pl.Int32).cum_sum().over(key).alias('inbound'))
  .with_columns(
    (~outbound & ((pl.col('inbound') == 1) | (pl.col('ms') - pl.col('before') >= 86_400_000)))
    .alias('is_opener'))
  .with_columns(pl.col('is_opener').cast(pl.Int32).cum_sum().over(key).alias('exchange'))
  .filter(pl.col('exchange') > 0)
  .group_by('page', 'conversation_id', 'exchange')
  .agg(
    pl.col('ms').filter(pl.col('is_opener')).min().alias('opened'),
    pl.col('ms').filter(outbound).first().alias('replied'),
    pl.col('sender_id').filter(outbound).first().alias('employee'))
  .with_columns((pl.col('replied') - pl.col('opened')).alias('wait'))
  .collect(engine='streaming'))
rows = []
for name in ('page', 'employee'):
  grouped = (frame.filter(pl.col(name).is_not_null()).group_by(name).agg(
    pl.len().alias('count'), pl.col('replied').count().alias('answered'),
    pl.col('wait').quantile(0.5, 'linear').alias('median'),
    pl.col('wait').quantile(0.9, 'linear').alias('p90')))
  rows += [[name, *row] for row in grouped.iter_rows()]
json.dump(rows, sys.stdout)
"""


def measure(command):
    """Seconds, peak memory in bytes and standard output of a command."""
    with tempfile.NamedTemporaryFile() as times:
        timed = ["/usr/bin/env", "python3", "-c", WRAPPER, times.name, *command]
        output = subprocess.run(timed, check=True, stdout=subprocess.PIPE).stdout
        seconds, peak = json.load(open(times.name))
        return seconds, peak, output


WRAPPER = """
import json, resource, subprocess, sys, time
start = time.monotonic()
code = subprocess.run(sys.argv[2:]).returncode
seconds = time.monotonic() - start
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
json.dump([seconds, peak], open(sys.argv[1], 'w'))
sys.exit(code)
"""


def peer_figures(output):
    """By kind and key: openers (pages only), answered, median and p90 in milliseconds."""
    figures = {}
    for kind, key, count, answered, median, p90 in json.loads(output):
        figures[kind, key] = (
            count if kind == "page" else None, answered, rounded(median), rounded(p90))
    return figures


def own_figures(folder):
    figures = {}
    for row in csv.DictReader(open(f"{folder}/summary.csv")):
        if row["page"] != "*":
            figures["page", row["page"]] = own(row, int(row["openers"]), int(row["answered"]))
    for row in csv.DictReader(open(f"{folder}/employees.csv")):
        if row["page"] == "*" and int(row["responses"]) > 0:
            figures["employee", row["employee"]] = own(row, None, int(row["responses"]))
    return figures


def own(row, openers, answered):
    return (openers, answered, milliseconds(row["first_response_median_seconds"]),
            milliseconds(row["first_response_p90_seconds"]))


def milliseconds(cell):
    return None if cell == "" else round(float(cell) * 1000)


def rounded(value):
    return None if value is None else int(value + 0.5)


def agree(left, right):
    """Whether both have the same keys and figures; a millisecond is lost to their doubles."""
    return left.keys() == right.keys() and all(
        (a is None and b is None) or (a is not None and b is not None and abs(a - b) <= 1)
        for key in left for a, b in zip(left[key], right[key]))


# From so many messages on the peers are left out, and replymeter is told what memory it may take.
FULL = 100_000_000

# Each program runs so often, in turns with the others, and the median counts: what else happens on
# the machine slows single runs down by a third. The largest history is read once.
ROUNDS = 3

# Before a program is measured it runs on so many messages; script/bench makes their history too.
SMALL = 1_000


def warmed(command, history, small, report):
    """As `measure` of a history, after the program ran on a small one and the history was read: so each
    program finds itself and the same part of the history in memory.

    Some machines take from memory, within seconds, what was read of files: without this, programs
    would wait for the disk, those that run last and those with the shortest work the most. Of a history
    larger than memory its end is what stays.
    """
    subprocess.run(command(small), check=True, stdout=subprocess.DEVNULL)
    # Neither removing a former run's gigabytes nor writing them to the disk is this one's work.
    shutil.rmtree(report, ignore_errors=True)
    os.sync()
    with open(history, "rb", buffering=0) as file:
        room = bytearray(1 << 20)
        while file.readinto(room):
            pass
    return measure(command(history))


def runs_of(size, replymeter, histories, report):
    """Seconds, peak memory and output of each program, by name."""
    small, history = histories[SMALL], histories[size]
    budget = ["--memory", "1G"] if size >= FULL else []
    own = ["--output", report, "--quiet", "--format", "csv", *budget]
    name = " ".join(["replymeter", *budget])
    commands = {
        "cat": lambda path: ["sh", "-c", f"cat '{path}' > /dev/null"],
        "wc -l": lambda path: ["wc", "-l", path],
    }
    if size < FULL:
        commands["DuckDB"] = lambda path: [sys.executable, "-c", DUCKDB, path]
        commands["Polars"] = lambda path: [sys.executable, "-c", POLARS, path]
    commands[f"{name}, with listings"] = lambda path: [replymeter, "report", path, *own]
    commands[name] = lambda path: [replymeter, "report", path, *own, "--no-listings"]
    return {
        label: warmed(command, history, small, report) for label, command in commands.items()}


def medians(rounds):
    """By name, the median of the seconds, the greatest peak and the last output of some rounds."""
    return {
        name: (statistics.median(runs[name][0] for runs in rounds),
               max(runs[name][1] for runs in rounds), rounds[-1][name][2])
        for name in rounds[0]}


def costs(table):
    """A line for each kind of run: what a message costs at the largest size, against ten million."""
    seconds = {(size, with_listings): seconds / size for size, with_listings, seconds in table}
    largest, usual = max(size for size, _ in seconds), 10_000_000
    if largest == usual or (usual, False) not in seconds:
        return []
    return [
        f"A message of {largest} costs {seconds[largest, listings] / seconds[usual, listings]:.2f} "
        f"times what one of {usual} does, {'with' if listings else 'without'} listings."
        for listings in (False, True)]


def main():
    replymeter, folder, sizes = sys.argv[1], sys.argv[2], [int(size) for size in sys.argv[3:]]
    histories = {size: f"{folder}/history-{size}.csv" for size in [SMALL, *sizes]}
    report = f"{folder}/report"
    table, own_times = [], []
    for size in sizes:
        size_in_bytes = os.path.getsize(histories[size])
        rounds = [runs_of(size, replymeter, histories, report)
                  for _ in range(ROUNDS if size < FULL else 1)]
        runs = medians(rounds)
        ours = own_figures(report)
        for peer in ("DuckDB", "Polars"):
            if peer in runs:
                same = agree(ours, peer_figures(runs[peer][2]))
                print(f"{size} messages: {peer} and replymeter {'agree' if same else 'DISAGREE'}")
        best = min((runs[peer][0] for peer in ("DuckDB", "Polars") if peer in runs), default=None)
        for name, (seconds, peak, _) in runs.items():
            table.append([
                str(size), name, f"{seconds:.2f}", f"{size_in_bytes / seconds / 1e9:.2f}",
                f"{size / seconds / 1e6:.2f}", f"{peak / 1e6:.0f}",
                f"{best / seconds:.1f}" if best else "peers not run"])
            if name.startswith("replymeter"):
                print(f"{size} messages: {name}: "
                      + ", ".join(f"{runs[name][0]:.2f} s" for runs in rounds))
                own_times.append((size, name.endswith("listings"), seconds))
        shutil.rmtree(report, ignore_errors=True)
    header = ["messages", "program", "seconds", "GB/s", "million messages/s", "peak MB",
              "times as fast as the faster peer"]
    with open(f"{folder}/bench.csv", "w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *table])
    lines = ["| " + " | ".join(row) + " |" for row in [header, ["---"] * len(header), *table]]
    lines += ["", *costs(own_times)]
    open(f"{folder}/bench.md", "w").write("\n".join(lines).rstrip() + "\n")
    print("\n".join(lines))


main()
