"""The printed map: drawn as SVG, proofed, and pressed into PDF and PNG by Chromium."""
