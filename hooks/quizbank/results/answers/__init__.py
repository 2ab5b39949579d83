"""The answers that were handed over: learners' backups and tables, read as what strangers may have written."""
