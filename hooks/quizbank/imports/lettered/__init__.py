"""Questions as teachers write them: numbered, with lettered options and the answer below, at the option or at the end."""
