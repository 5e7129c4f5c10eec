// jest keeps 100 frames of every error. A refusal is an error, and the specs make millions of them: Node's own 10 are enough, and much cheaper.
Error.stackTraceLimit = 10;
