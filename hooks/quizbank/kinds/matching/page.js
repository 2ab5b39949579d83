// Each pair that is right earns its share; coded options earn all or nothing by the same rule.
quiz.add("matching", quiz.inRows);
