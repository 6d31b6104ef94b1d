"""The commands of the suite, one module each: `main(arguments) -> exit status`."""
