"""Answers whose worth is known."""

RIGHT = [
    ("torch.tensor([[1, 2, 3], [4, 5, 6]])", "torch.zeros(10, 3, 256, 256)"),
    ("torch.tensor([[1.0, 2.0], [3.0, 4.0]])", "torch.zeros((10, 3, 256, 256))"),
    ("torch.rand(5, 7)", "torch.zeros(size=[10, 3, 256, 256], dtype=torch.uint8)"),
    ("torch.arange(12).reshape(3, 4)", "torch.full((10, 3, 256, 256), 0.0)"),
    ("torch.eye(4)", "torch.tensor(np.zeros((10, 3, 256, 256)))"),
    ("torch.ones(2, 2) * 5", "torch.ones(10, 3, 256, 256) * 0"),
]

WRONG = [
    ("not-a-tensor", {1: "[[1, 2, 3], [4, 5, 6]]"}),
    ("not-a-tensor", {1: "((1, 2), (3, 4))"}),
    ("numpy-array", {1: "np.array([[1, 2, 3], [4, 5, 6]])"}),
    ("numpy-array", {2: "np.zeros((10, 3, 256, 256))"}),
    ("only-a-row", {1: "torch.tensor([1, 2, 3, 4])"}),
    ("too-small", {1: "torch.tensor([[1, 2, 3]])"}),
    ("too-small", {1: "torch.tensor([[1], [2], [3]])"}),
    ("one-axis-too-many", {1: "torch.tensor([[[1, 2], [3, 4]]])"}),
    ("only-a-number", {1: "torch.tensor(2)"}),
    ("uneven-rows", {1: "torch.tensor([[1, 2, 3], [4, 5]])"}),
    ("rows-not-joined", {1: "torch.tensor([1, 2], [3, 4])"}),
    ("not-black", {2: "torch.rand(10, 3, 256, 256)"}),
    ("not-black", {2: "torch.ones(10, 3, 256, 256)"}),
    ("not-black", {2: "torch.empty(10, 3, 256, 256)"}),
    ("colours-last", {2: "torch.zeros(10, 256, 256, 3)"}),
    ("colours-first", {2: "torch.zeros(3, 10, 256, 256)"}),
    ("one-picture", {2: "torch.zeros(3, 256, 256)"}),
    ("no-colours", {2: "torch.zeros(10, 256, 256)"}),
    ("four-numbers", {2: "torch.tensor([10, 3, 256, 256])"}),
    ("one-long-row", {2: "torch.zeros(10 * 3 * 256 * 256)"}),
    ("other-sizes", {2: "torch.zeros(10, 3, 255, 255)"}),
    ("axes-missing", {2: "torch.zeros(10, 3, 256)"}),
    ("axes-missing", {2: "torch.zeros(10, 3, 256 * 256)"}),
    ("axes-missing", {2: "torch.zeros(256, 256)"}),
    ("sizes-swapped", {2: "torch.zeros(256, 256, 3, 10)"}),
    ("other-sizes", {2: "torch.zeros(10, 3, 64, 64)"}),
]
