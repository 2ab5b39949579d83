"""What readers of several formats need to open files: encodings, ZIP, XML, packages of it, HTML with pictures."""
