"""The site without a network: the service worker, and the zip to hand out."""
