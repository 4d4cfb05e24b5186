// Words in a string class of our own, sorted by merging and counted in a table of lists: C++ with
// copies, moves and small objects.

#include "../workload.h"

#include <utility>
#include <vector>

enum { WORDS = SIZE(1000000, 300), BUCKETS = 4096 };

namespace {

// Short texts are kept in the object itself.
class String {
  static constexpr uint32_t Inside = 12;
  uint32_t Length = 0;
  union {
    char Short[Inside];
    char *Long;
  };

public:
  String() {}
  String(const char *Text, uint32_t Count) : Length(Count) {
    char *To = Short;
    if (Length > Inside)
      To = Long = static_cast<char *>(malloc(Length));
    memcpy(To, Text, Length);
  }
  String(const String &Other) : String(Other.data(), Other.Length) {}
  String(String &&Other) noexcept : Length(Other.Length) {
    memcpy(Short, Other.Short, Inside);
    Other.Length = 0;
  }
  String &operator=(String Other) noexcept {
    char Kept[Inside];
    std::swap(Length, Other.Length);
    memcpy(Kept, Short, Inside);
    memcpy(Short, Other.Short, Inside);
    memcpy(Other.Short, Kept, Inside);
    return *this;
  }
  ~String() {
    if (Length > Inside)
      free(Long);
  }

  const char *data() const { return Length > Inside ? Long : Short; }
  uint32_t length() const { return Length; }

  int compare(const String &Other) const {
    const uint32_t Common = Length < Other.Length ? Length : Other.Length;
    const int Order = memcmp(data(), Other.data(), Common);
    return Order != 0 ? Order : static_cast<int>(Length) - static_cast<int>(Other.Length);
  }
  bool operator<(const String &Other) const { return compare(Other) < 0; }
  bool operator==(const String &Other) const {
    return Length == Other.Length && memcmp(data(), Other.data(), Length) == 0;
  }
  String operator+(const String &Other) const {
    char Both[128];
    memcpy(Both, data(), Length);
    memcpy(Both + Length, Other.data(), Other.Length);
    return String(Both, Length + Other.Length);
  }
};

template <class Value> void mergeSort(Value *First, Value *Last, Value *Spare) {
  const auto Count = Last - First;
  if (Count < 2)
    return;
  Value *const Middle = First + Count / 2;
  mergeSort(First, Middle, Spare);
  mergeSort(Middle, Last, Spare);
  Value *Out = Spare;
  for (Value *A = First, *B = Middle; A < Middle || B < Last;)
    *Out++ = std::move(B == Last || (A < Middle && !(*B < *A)) ? *A++ : *B++);
  for (Value *Place = First; Place < Last;)
    *Place++ = std::move(*Spare++);
}

class Counts {
  struct Entry {
    String Word;
    uint32_t Uses;
  };
  std::vector<Entry> Buckets[BUCKETS];

public:
  uint32_t &operator[](const String &Word) {
    uint32_t Hash = 5381;
    for (uint32_t I = 0; I < Word.length(); ++I)
      Hash = Hash * 33 + static_cast<uint8_t>(Word.data()[I]);
    std::vector<Entry> &Bucket = Buckets[Hash % BUCKETS];
    for (Entry &Entry : Bucket)
      if (Entry.Word == Word)
        return Entry.Uses;
    Bucket.push_back({Word, 0});
    return Bucket.back().Uses;
  }
};

String makeWord(uint32_t &Seed) {
  static const char *const Syllables[] = {"ta", "ren", "o", "lis", "um", "vade", "ki", "po"};
  String Word;
  for (uint32_t I = 1 + next_random(&Seed) % 6; I > 0; --I) {
    const char *const Syllable = Syllables[next_random(&Seed) % 8];
    Word = Word + String(Syllable, static_cast<uint32_t>(strlen(Syllable)));
  }
  return Word;
}

} // namespace

int main(int Count, char **Arguments) {
  const auto WordCount = static_cast<size_t>(size_from(Count, Arguments, WORDS));
  static Counts Uses;
  uint32_t Seed = 41;
  std::vector<String> Words, Spare(WordCount);
  for (size_t I = 0; I < WordCount; ++I)
    Words.push_back(makeWord(Seed));
  for (const String &Word : Words)
    ++Uses[Word];
  mergeSort(Words.data(), Words.data() + WordCount, Spare.data());
  uint64_t Sum = 0;
  for (size_t I = 0; I < WordCount; I += 17)
    Sum = mix(Sum, Uses[Words[I]] * 256 + static_cast<uint8_t>(Words[I].data()[0]));
  return finish(Sum);
}
