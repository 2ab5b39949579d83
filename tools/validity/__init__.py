"""What independent checkers say of what a build makes: the Nu HTML Checker of pages, and a checker of PDF/UA-1 of PDF files."""
