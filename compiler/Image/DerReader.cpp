//===- DerReader.cpp - Reading ASN.1 in signatures -------------------------===//

#include "Image/DerReader.h"

using namespace llvm;

namespace w2n {

static std::optional<DerItem> takeNested(ArrayRef<uint8_t> &Bytes, unsigned Depth);

/// The content of an item whose length is not given: items up to one of two zeros.
static std::optional<ArrayRef<uint8_t>> takeUntilMarker(ArrayRef<uint8_t> &Bytes, unsigned Depth) {
  constexpr unsigned MaximumDepth = 64;
  if (Depth == MaximumDepth)
    return std::nullopt;
  const ArrayRef<uint8_t> Start = Bytes;
  while (true) {
    const size_t Size = Start.size() - Bytes.size();
    const auto Item = takeNested(Bytes, Depth + 1);
    if (!Item)
      return std::nullopt;
    if (Item->Tag == 0)
      return Start.take_front(Size);
  }
}

static std::optional<DerItem> takeNested(ArrayRef<uint8_t> &Bytes, unsigned Depth) {
  constexpr uint8_t SeveralBytes = 0x1f;
  constexpr uint8_t Constructed = 0x20;
  constexpr uint8_t Indefinite = 0x80;
  if (Bytes.size() < 2 || (Bytes[0] & SeveralBytes) == SeveralBytes)
    return std::nullopt;
  DerItem Item;
  Item.Tag = Bytes[0];
  const uint8_t First = Bytes[1];
  Bytes = Bytes.drop_front(2);
  if (First == Indefinite) {
    const auto Content = takeUntilMarker(Bytes, Depth);
    if (!(Item.Tag & Constructed) || !Content)
      return std::nullopt;
    Item.Content = *Content;
    return Item;
  }
  uint64_t Length = First;
  if (First > Indefinite) {
    const size_t Count = First - Indefinite;
    if (Count > 4 || Count > Bytes.size())
      return std::nullopt;
    Length = 0;
    for (const uint8_t Byte : Bytes.take_front(Count))
      Length = Length << 8 | Byte;
    Bytes = Bytes.drop_front(Count);
  }
  if (Length > Bytes.size())
    return std::nullopt;
  Item.Content = Bytes.take_front(Length);
  Bytes = Bytes.drop_front(Length);
  return Item;
}

std::optional<DerItem> takeItem(ArrayRef<uint8_t> &Bytes) { return takeNested(Bytes, 0); }

std::optional<DerItem> takeItem(ArrayRef<uint8_t> &Bytes, uint8_t Tag) {
  if (Bytes.empty() || Bytes[0] != Tag)
    return std::nullopt;
  return takeItem(Bytes);
}

} // namespace w2n
