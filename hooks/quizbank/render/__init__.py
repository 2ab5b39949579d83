"""Questions and banks as HTML, through the templates of this folder and of each kind. Knows no site and no address."""
