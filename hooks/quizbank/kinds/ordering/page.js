// Each step in its place earns its share.
quiz.add("ordering", quiz.inRows);
