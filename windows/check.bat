@echo off
rem Plain ASCII, see install.bat. %* as Explorer gives it: names with blanks quoted, any number of files.
setlocal DisableDelayedExpansion
"%~dp0python\python.exe" "%~dp0start.py" check %*
if errorlevel 1 pause
