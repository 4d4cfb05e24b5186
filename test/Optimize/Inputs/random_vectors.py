"""Like random_loops.py, with loops over vectors.

    random_vectors.py SEED FUNCTIONS FOLDER"""

import random

import random_loops

POINTERS = ["$p", "$q", "$r"]
# Results that are NaNs may differ in their bits, so numbers of floating point are made of integers.
UNARY = [
    "i8x16.popcnt", "i32x4.neg", "v128.not", "i8x16.abs", "i16x8.extend_low_i8x16_s",
    "i32x4.extend_high_i16x8_u", "f64x2.convert_low_i32x4_s", "i32x4.trunc_sat_f64x2_s_zero",
    "i16x8.extadd_pairwise_i8x16_u", "f32x4.convert_i32x4_u"
]
BINARY = [
    "i8x16.add", "i16x8.mul", "i32x4.sub", "i64x2.add", "v128.xor", "v128.andnot", "i32x4.max_s",
    "i8x16.avgr_u", "i16x8.add_sat_s", "i8x16.narrow_i16x8_u", "i32x4.eq", "i16x8.lt_u",
    "i16x8.max_u", "i32x4.mul", "f64x2.pmin"
]
RARE = ["i8x16.swizzle", "i32x4.dot_i16x8_s", "i16x8.q15mulr_sat_s"]


def address(pointer):
    distance = random.choice([0, 0, 0, 16, -16, 8, 4, 32, 1, 48])
    return f"(i32.add (local.get {pointer}) (i32.const {distance}))"


def expression(depth):
    kind = random.randrange(9)
    if depth == 0 or kind == 0:
        leaves = [f"(v128.load {address(random.choice(POINTERS))})"] * 4
        leaves += ["(local.get $same)",
                   f"(v128.const i32x4 {' '.join(str(random.randrange(9)) for _ in range(4))})"]
        if random.random() < 0.03:
            leaves = ["(i32x4.splat (local.get $i))", "(local.get $total)",
                      "(local.get $before)"]
        return random.choice(leaves)
    if kind == 1:
        return f"({random.choice(UNARY)} {expression(depth - 1)})"
    if kind == 2:
        lanes = " ".join(str(random.randrange(32)) for _ in range(16))
        return f"(i8x16.shuffle {lanes} {expression(depth - 1)} {expression(depth - 1)})"
    if kind == 3:
        return f"(i16x8.shl {expression(depth - 1)} (local.get $count))"
    if kind == 4:
        return f"(v128.bitselect {expression(0)} {expression(depth - 1)} {expression(0)})"
    operations = RARE if random.random() < 0.03 else BINARY
    return f"({random.choice(operations)} {expression(depth - 1)} {expression(depth - 1)})"


def statement():
    kind = random.randrange(20)
    if kind < 6:
        # The vector of the iteration before, kept by a producer that saves a load.
        lane = random.randrange(17)
        lanes = " ".join(str(lane + i) for i in range(16))
        return f"""(local.set $new (v128.load {address("$p")}))
      (v128.store {address("$q")} (i8x16.shuffle {lanes} (local.get $before) (local.get $new)))
      (local.set $before (local.get $new))"""
    if kind == 6:
        return f"(local.set $total (i32x4.add (local.get $total) {expression(1)}))"
    return f"(v128.store {address(random.choice(POINTERS))} {expression(random.randint(1, 2))})"


def function(index):
    body = "\n      ".join(statement() for _ in range(random.choice([1, 1, 2, 3])))
    steps = "".join(
        f"(local.set {p} (i32.add (local.get {p}) (i32.const {random.choice([16] * 60 + [32, 8])})))"
        for p in POINTERS)
    distance = random.choice(random_loops.DISTANCES + [2000, 4000, 8000])
    return f"""  (func (export "f{index}") (param $p i32) (param $q i32) (param $count i32) (result i32)
    (local $i i32) (local $r i32) (local $before v128) (local $new v128) (local $same v128)
    (local $total v128)
    (local.set $r (i32.add (local.get $p) (i32.const {distance})))
    (local.set $same (i32x4.splat (local.get $q)))
    (local.set $before (i64x2.splat (i64.extend_i32_u (local.get $p))))
    (loop $again
      {body}
      {steps}
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $again (i32.lt_u (local.get $i) (local.get $count))))
    (i32.add (i32x4.extract_lane 1 (local.get $before)) (i32x4.extract_lane 2 (local.get $total))))"""


if __name__ == "__main__":
    random_loops.main(function)
