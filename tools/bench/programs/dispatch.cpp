// A circuit of gates, each an object of its own class: virtual calls, lists of callbacks, and an
// expression evaluated by visitors.

#include "../workload.h"

#include <memory>
#include <vector>

enum { GATES = SIZE(3000, 40), STEPS = SIZE(5000, 10) };

namespace {

class Gate {
public:
  virtual ~Gate() = default;
  virtual uint32_t output(const uint32_t *Wires) const = 0;
  virtual int delay() const { return 1; }
};

template <class Derived> class TwoInputs : public Gate {
protected:
  uint32_t A, B;

public:
  TwoInputs(uint32_t A, uint32_t B) : A(A), B(B) {}
  uint32_t output(const uint32_t *Wires) const override {
    return static_cast<const Derived *>(this)->combine(Wires[A], Wires[B]);
  }
};

struct And final : TwoInputs<And> {
  using TwoInputs::TwoInputs;
  uint32_t combine(uint32_t X, uint32_t Y) const { return X & Y; }
};

struct Nor final : TwoInputs<Nor> {
  using TwoInputs::TwoInputs;
  uint32_t combine(uint32_t X, uint32_t Y) const { return ~(X | Y); }
  int delay() const override { return 2; }
};

struct Xor final : TwoInputs<Xor> {
  using TwoInputs::TwoInputs;
  uint32_t combine(uint32_t X, uint32_t Y) const { return X ^ Y; }
  int delay() const override { return 3; }
};

class Adder final : public TwoInputs<Adder> {
  mutable uint32_t Carry = 0;

public:
  using TwoInputs::TwoInputs;
  uint32_t combine(uint32_t X, uint32_t Y) const {
    const uint32_t Sum = X + Y + Carry;
    Carry = Sum < X;
    return Sum;
  }
  int delay() const override { return 5; }
};

class Latch final : public Gate {
  uint32_t From;
  mutable uint32_t Held = 1;

public:
  explicit Latch(uint32_t From) : From(From) {}
  uint32_t output(const uint32_t *Wires) const override {
    const uint32_t Before = Held;
    Held = Wires[From];
    return Before;
  }
};

std::unique_ptr<Gate> makeGate(uint32_t &Seed, uint32_t Count) {
  const uint32_t A = next_random(&Seed) % Count, B = next_random(&Seed) % Count;
  switch (next_random(&Seed) % 5) {
  case 0:
    return std::make_unique<And>(A, B);
  case 1:
    return std::make_unique<Nor>(A, B);
  case 2:
    return std::make_unique<Xor>(A, B);
  case 3:
    return std::make_unique<Adder>(A, B);
  default:
    return std::make_unique<Latch>(A);
  }
}

// Those who want to know when a wire is odd, as pointers to functions.
using Listener = void (*)(uint64_t &Sum, uint32_t Value);

void addValue(uint64_t &Sum, uint32_t Value) { Sum += Value; }
void mixValue(uint64_t &Sum, uint32_t Value) { Sum = mix(Sum, Value); }
void countBits(uint64_t &Sum, uint32_t Value) {
  for (; Value != 0; Value &= Value - 1)
    ++Sum;
}

} // namespace

int main(int Count, char **Arguments) {
  const auto Gates = static_cast<uint32_t>(size_from(Count, Arguments, GATES));
  const Listener Listeners[] = {addValue, mixValue, countBits};
  uint32_t Seed = 63;
  std::vector<std::unique_ptr<Gate>> Circuit;
  std::vector<uint32_t> Wires(Gates, 0x12345678);
  for (uint32_t I = 0; I < Gates; ++I)
    Circuit.push_back(makeGate(Seed, Gates));
  uint64_t Sum = 0;
  for (int Step = 0; Step < STEPS; ++Step)
    for (uint32_t I = 0; I < Gates; ++I) {
      Wires[I] = Circuit[I]->output(Wires.data());
      if (Wires[I] & 1)
        Listeners[(I + static_cast<uint32_t>(Circuit[I]->delay())) % 3](Sum, Wires[I]);
    }
  return finish(Sum);
}
