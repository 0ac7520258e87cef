"""Polling a thousand feeds behind a loopback nginx, beside curl; memory of the daemon."""
import contextlib
import email.utils
import json
import os
import socket
import time

from harness.processes import Background, Failed, Skipped, needed, run
from harness.table import alone, bounded, compared, note

# One time for every file, so that one If-Modified-Since fits all.
MODIFIED = 1_770_000_000
ROUNDS = 3
DAEMON_SECONDS = 20

NGINX = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log stderr crit;
events {{ worker_connections 2048; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    types {{ application/xml xml; }}
    gzip on;
    gzip_types application/xml;
    keepalive_requests 1000000;
    server {{
        listen 127.0.0.1:{port};
        root {feeds};
    }}
}}
"""


def rows(programs, feeds, folder):
    nginx = needed("nginx", "nginx-light")
    curl = needed("curl", "curl")
    folder.mkdir()
    paths = sorted(feeds.iterdir())
    for path in paths:
        os.utime(path, (MODIFIED, MODIFIED))
    with serving(nginx, feeds, folder) as port:
        urls = [f"http://127.0.0.1:{port}/{path.name}" for path in paths]
        yield from fetching(programs, curl, urls, folder)
        yield from passes(programs, curl, urls, folder)
        yield from daemon(programs, urls, folder)


@contextlib.contextmanager
def serving(nginx, feeds, folder):
    """nginx on a free port of loopback; yields the port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = folder / "nginx.conf"
    settings.write_text(NGINX.format(folder=folder, feeds=feeds, port=port))
    messages = folder / "nginx.log"
    with Background([nginx, "-p", folder, "-c", settings], messages) as server:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            if server.has_ended:
                raise Skipped(f"nginx does not start: {messages.read_text().strip()[-200:]}")
            time.sleep(0.05)
        yield port


def fetching(programs, curl, urls, folder):
    """The transfers alone, no parsing and no storing."""
    count = len(urls)
    lists = folder / "urls"
    lists.write_text("".join(f"{url}\n" for url in urls))
    since = email.utils.formatdate(MODIFIED, usegmt=True)
    ours = least_cpu([programs / "Measure", "fetch", lists])
    theirs = least_cpu(curl_command(curl, urls, folder, since=None))
    yield compared(f"fetching {count} feeds, all changed", ours, "CPU s", "curl --parallel", theirs, at_most=3)
    ours = least_cpu([programs / "Measure", "fetch", lists, since])
    theirs = least_cpu(curl_command(curl, urls, folder, since))
    yield compared(f"fetching {count} feeds, none changed", ours, "CPU s", "curl --parallel", theirs)


def passes(programs, curl, urls, folder):
    """`wirewatch poll` with everything new, then with nothing new."""
    count = len(urls)
    settings = write_settings(folder, urls, every="15m")
    command = [programs / "wirewatch", "poll", "--json", "--config", settings]
    first = run(command, seconds=240)
    lines = [json.loads(line) for line in first.output.splitlines()]
    listed, new = (sum(line[key] for line in lines) for key in ("listed", "new"))
    if len(lines) != count or not listed:
        raise Failed(f"poll brought {listed} items of {len(lines)} sources")
    yield alone(f"first poll of {count} feeds", first.cpu, "CPU s", f"{new} articles, {first.wall:.1f} s")
    yield alone("first poll, articles", new / first.wall, "articles/s", "fetched, compared, filed and synced")
    yield alone("first poll, peak memory", first.peak, "MB")
    runs = [run(command, seconds=60) for _ in range(ROUNDS)]
    unchanged = sum(json.loads(line)["unchanged"] for line in runs[-1].output.splitlines())
    if unchanged != count:
        yield note("unchanged poll", f"only {unchanged} of {count} feeds were unchanged")
    again = min(runs, key=lambda used: used.cpu)
    since = email.utils.formatdate(MODIFIED, usegmt=True)
    theirs = least_cpu(curl_command(curl, urls, folder, since))
    yield compared(
        f"unchanged poll of {count} feeds", again.cpu, "CPU s", "curl --parallel", theirs, at_most=5,
        remark=f"{again.wall:.2f} s")
    one = [*command, "paper 0"]
    start = min(run(one, seconds=60).cpu for _ in range(ROUNDS))
    yield compared(
        "the same without the start", max(0.0, again.cpu - start), "CPU s", "curl --parallel", theirs,
        remark="less a poll of one feed")
    yield alone("unchanged poll, peak memory", again.peak, "MB")


def daemon(programs, urls, folder):
    """The daemon on what the passes have filed, and on nothing but unchanged feeds."""
    settings = write_settings(folder, urls, every="10s")
    messages = folder / "daemon.log"
    with Background([programs / "wirewatch", "run", "--config", settings], messages) as process:
        time.sleep(DAEMON_SECONDS / 2)
        if process.has_ended:
            raise Failed(f"wirewatch run ended: {messages.read_text(errors='replace').strip()[-200:]}")
        cpu = process.cpu
        time.sleep(DAEMON_SECONDS / 2)
        yield bounded(
            f"daemon of {len(urls)} sources, peak memory", process.peak, "MB", 100,
            remark="60 MB wanted in the end")
        yield alone("daemon, CPU of a minute", (process.cpu - cpu) * 120 / DAEMON_SECONDS, "CPU s",
                    "every source asked every 10 s")


def write_settings(folder, urls, every):
    settings = folder / "feeds.json"
    settings.write_text(json.dumps({
        "corpus": "corpus", "state": "state",
        "defaults": {"every": every, "fullText": False, "allowPrivateAddresses": True},
        "sources": [{"name": f"paper {number}", "feed": url} for number, url in enumerate(urls)],
    }))
    return settings


def curl_command(curl, urls, folder, since):
    """curl getting all of them, 50 at a time, compressed, bodies thrown away."""
    settings = folder / ("curl-since" if since else "curl")
    lines = ["parallel", "parallel-max = 50", "compressed", "silent", "fail"]
    if since:
        lines.append(f'header = "If-Modified-Since: {since}"')
    lines += [f'url = "{url}"\noutput = "/dev/null"' for url in urls]
    settings.write_text("\n".join(lines) + "\n")
    return [curl, "--disable", "--config", settings]


def least_cpu(command):
    """Processor seconds of the best of a few runs."""
    return min(run(command, seconds=60).cpu for _ in range(ROUNDS))
