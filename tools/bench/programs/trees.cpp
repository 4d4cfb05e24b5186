// Trees that are made and thrown away: allocation, pointers, and a sorted tree that is kept
// balanced by random priorities.

#include "../workload.h"

#include <memory>
#include <utility>

enum { DEPTH = SIZE(17, 6), KEYS = SIZE(300000, 200) };

namespace {

struct Node {
  std::unique_ptr<Node> Left, Right;
};

std::unique_ptr<Node> grow(int Depth) {
  auto Root = std::make_unique<Node>();
  if (Depth > 0) {
    Root->Left = grow(Depth - 1);
    Root->Right = grow(Depth - 1);
  }
  return Root;
}

int count(const Node &Root) { return 1 + (Root.Left ? count(*Root.Left) + count(*Root.Right) : 0); }

uint64_t growAll(int Most) {
  const auto Kept = grow(Most);
  uint64_t Sum = 0;
  for (int Depth = 4; Depth <= Most; Depth += 2)
    for (int I = 0; I < 1 << (Most - Depth + 2); ++I)
      Sum += static_cast<uint64_t>(count(*grow(Depth)));
  return mix(Sum, static_cast<uint64_t>(count(*Kept)));
}

// A search tree by keys that is a heap by priorities (a treap).
class Map {
  struct Entry {
    uint32_t Key, Priority, Value;
    std::unique_ptr<Entry> Left, Right;
  };
  using Tree = std::unique_ptr<Entry>;

  Tree Root;
  uint32_t Seed = 77;

  // The entries below Key, and the others.
  static std::pair<Tree, Tree> split(Tree Whole, uint32_t Key) {
    if (!Whole)
      return {};
    if (Whole->Key < Key) {
      auto [Low, High] = split(std::move(Whole->Right), Key);
      Whole->Right = std::move(Low);
      return {std::move(Whole), std::move(High)};
    }
    auto [Low, High] = split(std::move(Whole->Left), Key);
    Whole->Left = std::move(High);
    return {std::move(Low), std::move(Whole)};
  }

  static Tree join(Tree Low, Tree High) {
    if (!Low || !High)
      return Low ? std::move(Low) : std::move(High);
    if (Low->Priority > High->Priority) {
      Low->Right = join(std::move(Low->Right), std::move(High));
      return Low;
    }
    High->Left = join(std::move(Low), std::move(High->Left));
    return High;
  }

public:
  uint32_t *find(uint32_t Key) const {
    Entry *At = Root.get();
    while (At && At->Key != Key)
      At = Key < At->Key ? At->Left.get() : At->Right.get();
    return At ? &At->Value : nullptr;
  }

  void insert(uint32_t Key, uint32_t Value) {
    auto [Low, High] = split(std::move(Root), Key);
    auto Added = std::make_unique<Entry>(Entry{Key, next_random(&Seed), Value, nullptr, nullptr});
    Root = join(join(std::move(Low), std::move(Added)), std::move(High));
  }

  void eraseRange(uint32_t First, uint32_t Last) {
    auto [Low, Rest] = split(std::move(Root), First);
    auto [Middle, High] = split(std::move(Rest), Last);
    Root = join(std::move(Low), std::move(High));
  }
};

uint64_t useMap(uint32_t Keys) {
  Map Uses;
  uint32_t Seed = 5;
  uint64_t Sum = 0;
  for (uint32_t I = 0; I < Keys; ++I) {
    const uint32_t Key = next_random(&Seed) % Keys;
    if (uint32_t *Value = Uses.find(Key))
      Sum += ++*Value;
    else
      Uses.insert(Key, I);
    if (I % 1000 == 999)
      Uses.eraseRange(Key, Key + Keys / 100);
  }
  return Sum;
}

} // namespace

int main(int Count, char **Arguments) {
  const int Depth = size_from(Count, Arguments, DEPTH);
  return finish(mix(growAll(Depth), useMap(KEYS)));
}
