"""Each wing's part of the demo destination: a module with `load(demo)`, where `demo` is the loading that it adds to."""
