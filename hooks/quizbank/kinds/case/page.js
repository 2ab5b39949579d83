// A case is marked by its questions; it has no marking of its own.
quiz.add("case", {});
