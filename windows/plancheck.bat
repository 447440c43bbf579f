@echo off
rem Plain ASCII, see install.bat. The command line: plancheck.bat check ..., exit status as that of plancheck.
setlocal DisableDelayedExpansion
"%~dp0python\python.exe" "%~dp0start.py" run %*
