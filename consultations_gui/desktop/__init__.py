"""The machine the program runs on: settings, paths, tasks, crash reports."""
