"""Mutation testing: changes made by mutmut and by Stryker, tried by the quick tests in copies of one process."""
