"""Turns the SVG file of a drawing program into a figure: reads looks and places, and writes every shape anew."""
