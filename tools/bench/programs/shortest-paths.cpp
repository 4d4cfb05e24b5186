// Roads on a map: shortest paths with a heap as a template, and which places hang together.

#include "../workload.h"

#include <functional>
#include <utility>
#include <vector>

enum { SIDE = SIZE(260, 12), STARTS = SIZE(24, 2) };

namespace {

template <class Value, class Before = std::less<Value>> class Heap {
  std::vector<Value> Values;
  Before IsBefore;

public:
  bool empty() const { return Values.empty(); }

  void push(Value Added) {
    size_t Hole = Values.size();
    Values.push_back(Added);
    while (Hole > 0 && IsBefore(Added, Values[(Hole - 1) / 2])) {
      Values[Hole] = std::move(Values[(Hole - 1) / 2]);
      Hole = (Hole - 1) / 2;
    }
    Values[Hole] = std::move(Added);
  }

  Value pop() {
    Value First = std::move(Values.front()), Last = std::move(Values.back());
    Values.pop_back();
    size_t Hole = 0;
    for (size_t Child = 1; Child < Values.size(); Child = 2 * Hole + 1) {
      if (Child + 1 < Values.size() && IsBefore(Values[Child + 1], Values[Child]))
        ++Child;
      if (!IsBefore(Values[Child], Last))
        break;
      Values[Hole] = std::move(Values[Child]);
      Hole = Child;
    }
    if (!Values.empty())
      Values[Hole] = std::move(Last);
    return First;
  }
};

struct Road {
  uint32_t To, Length;
};

using Map = std::vector<std::vector<Road>>;

Map makeMap(uint32_t Side) {
  Map Roads(Side * Side);
  uint32_t Seed = 19;
  const auto connect = [&](uint32_t A, uint32_t B, uint32_t Length) {
    Roads[A].push_back({B, Length});
    Roads[B].push_back({A, Length});
  };
  for (uint32_t Place = 0; Place < Side * Side; ++Place) {
    if (Place % Side + 1 < Side && next_random(&Seed) % 8)
      connect(Place, Place + 1, 10 + next_random(&Seed) % 90);
    if (Place + Side < Side * Side && next_random(&Seed) % 8)
      connect(Place, Place + Side, 10 + next_random(&Seed) % 90);
    if (next_random(&Seed) % 64 == 0)
      connect(Place, next_random(&Seed) % (Side * Side), 500);
  }
  return Roads;
}

std::vector<uint32_t> distances(const Map &Roads, uint32_t Start) {
  using Step = std::pair<uint32_t, uint32_t>; // how far, and where
  std::vector<uint32_t> Distances(Roads.size(), UINT32_MAX);
  Heap<Step> Next;
  Distances[Start] = 0;
  Next.push({0, Start});
  while (!Next.empty()) {
    const auto [Distance, Place] = Next.pop();
    if (Distance > Distances[Place])
      continue;
    for (const Road &Road : Roads[Place])
      if (Distance + Road.Length < Distances[Road.To]) {
        Distances[Road.To] = Distance + Road.Length;
        Next.push({Distances[Road.To], Road.To});
      }
  }
  return Distances;
}

class Sets {
  std::vector<uint32_t> Parents;

public:
  explicit Sets(size_t Count) : Parents(Count) {
    for (size_t I = 0; I < Count; ++I)
      Parents[I] = static_cast<uint32_t>(I);
  }
  uint32_t find(uint32_t Member) {
    while (Parents[Member] != Member)
      Member = Parents[Member] = Parents[Parents[Member]];
    return Member;
  }
  bool join(uint32_t A, uint32_t B) {
    A = find(A);
    B = find(B);
    Parents[A] = B;
    return A != B;
  }
};

// How many groups of places there are without the roads that are longer than that.
size_t groups(const Map &Roads, uint32_t Longest) {
  Sets Sets(Roads.size());
  size_t Groups = Roads.size();
  for (uint32_t Place = 0; Place < Roads.size(); ++Place)
    for (const Road &Road : Roads[Place])
      if (Road.Length <= Longest)
        Groups -= Sets.join(Place, Road.To);
  return Groups;
}

} // namespace

int main(int Count, char **Arguments) {
  const auto Side = static_cast<uint32_t>(size_from(Count, Arguments, SIDE));
  const Map Roads = makeMap(Side);
  uint64_t Sum = 0;
  for (uint32_t I = 0; I < STARTS; ++I) {
    for (const uint32_t Distance : distances(Roads, I * Side + I))
      Sum += Distance % 1000003;
    Sum = mix(Sum, groups(Roads, 15 + I * 7));
  }
  return finish(Sum);
}
