"""The trained models and their loaders. Each works only where onnxruntime is installed."""
