"""The course made and delivered by other means: from the package, by other generators, by the programs of hosts."""
