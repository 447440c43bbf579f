@echo off
rem Plain ASCII: cmd reads this file in whatever code page it has. start.py says what a person reads.
setlocal DisableDelayedExpansion
"%~dp0python\python.exe" "%~dp0start.py" install
pause
