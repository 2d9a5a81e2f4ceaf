"""How takes are sampled where a person chose nothing: as a network is sampled, but guarded."""

from abcstudio.learning.sampling.sampling_config import SamplingConfig

USUAL_SAMPLING = SamplingConfig(guard=True)
"""What the form says at the first start, and the command line where no flag is given."""
