// Each item in its group earns its share.
quiz.add("sorting", quiz.inRows);
