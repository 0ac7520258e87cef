"""Programs run to their end, or while something else happens, with what they used."""
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass

_running = []


class Skipped(Exception):
    """Cannot be measured here, and why."""


class Failed(Exception):
    """A program did not do its work, and what it said."""


@dataclass
class Used:
    """What a program printed and what it took."""
    output: str
    wall: float
    cpu: float
    """Processor seconds, user and system."""
    peak: float
    """Greatest resident memory in MB."""


def needed(program, package):
    """Where an installed program is."""
    path = shutil.which(program)
    if not path:
        raise Skipped(f"{program} is not installed (Debian: {package})")
    return path


def run(command, seconds, env=None, accepts=(0,), stdin=None):
    """Runs a program to its end, at most so many seconds."""
    start = time.monotonic()
    # Files and not pipes: nobody need read them while the program runs.
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as messages:
        process = _start(command, output, messages, env, stdin)
        timer = threading.Timer(seconds, process.kill)
        timer.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        finally:
            timer.cancel()
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        _running.remove(process)
        output.seek(0)
        messages.seek(0)
        text = output.read().decode(errors="replace")
        last = messages.read().decode(errors="replace").strip().splitlines()[-1:]
    if process.returncode not in accepts:
        name = os.path.basename(str(command[0]))
        if process.returncode == -signal.SIGKILL and wall >= seconds:
            raise Failed(f"{name} did not end within {seconds} s")
        raise Failed(f"{name} ended with {process.returncode}: {' '.join(last)}")
    return Used(text, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


class Background:
    """A program that runs beside us until the end of a `with` block."""

    def __init__(self, command, messages):
        self._messages = open(messages, "wb")
        self._process = _start(command, subprocess.DEVNULL, self._messages)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        _stop(self._process)
        self._messages.close()

    @property
    def has_ended(self):
        return self._process.poll() is not None

    @property
    def peak(self):
        """Greatest resident memory so far in MB."""
        with open(f"/proc/{self._process.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024

    @property
    def cpu(self):
        """Processor seconds so far, user and system."""
        with open(f"/proc/{self._process.pid}/stat") as status:
            fields = status.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def stop_all():
    """Ends whatever is still running."""
    for process in list(_running):
        _stop(process)


def _start(command, output, messages, env=None, stdin=None):
    process = subprocess.Popen(
        [str(part) for part in command], stdin=stdin or subprocess.DEVNULL, stdout=output, stderr=messages,
        env={**os.environ, **(env or {})})
    _running.append(process)
    return process


def _stop(process):
    if process in _running:
        _running.remove(process)
    if process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
