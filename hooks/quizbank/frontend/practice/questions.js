// The list of all questions of the site. More than one script has it; the first one that starts makes it.

// Every question with its bank, and what of it is answered by itself.
function allQuestions({ banks }) {
  return banks.flatMap((bank) =>
    bank.questions.map((question, index) => ({
      worth: 2,
      ...question,
      bank,
      print: bank.prints.slice(4 * index, 4 * index + 4),
      parts: question.parts ?? [{ id: question.id, objective: question.objective, marks: question.marks }]
    }))
  );
}

quiz.practice ??= { questions: allQuestions(quiz.data.catalogue) };
