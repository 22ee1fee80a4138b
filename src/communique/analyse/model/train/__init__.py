"""Training: corpora to windows, windows to a network, the network to ONNX."""
