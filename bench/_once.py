"""Run one command and print its wall seconds, processor seconds and peak kilobytes. Small on purpose: the peak of a
child begins at the size of the process that started it."""

import os
import sys
import time

before = time.perf_counter()
child = os.fork()
if not child:
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.execvp(sys.argv[1], sys.argv[1:])
_, status, usage = os.wait4(child, 0)
print(time.perf_counter() - before, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
