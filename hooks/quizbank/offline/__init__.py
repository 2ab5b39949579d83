"""The site without a network: kept by the browser after a first visit, or handed out as one zip file."""
