//===- LibraryLayout.cpp - Where things are in a library's instance --------===//

#include "Lower/LibraryLayout.h"

#include "llvm/Support/MathExtras.h"

namespace w2n {

namespace {

constexpr uint64_t PointerSize = 8;

/// Gives out space from the start of the instance upwards.
class Allocator {
public:
  explicit Allocator(uint64_t Size) : Size(Size) {}

  uint64_t take(uint64_t Bytes) {
    const uint64_t Offset = Size;
    Size += llvm::alignTo(Bytes, PointerSize);
    return Offset;
  }
  void align(uint64_t Alignment) { Size = llvm::alignTo(Size, Alignment); }
  uint64_t size() const { return Size; }

private:
  uint64_t Size;
};

/// Imported ones have a pointer, own ones their Bytes. Gives the offset of the first
/// own one.
template <typename ObjectT>
uint64_t place(Allocator &Space, const std::vector<ObjectT> &Objects, uint64_t Bytes,
               std::vector<uint64_t> &Offsets) {
  for (const ObjectT &Object : Objects)
    if (Object.Import)
      Offsets.push_back(Space.take(PointerSize));
  const uint64_t FirstOwn = Space.size();
  for (const ObjectT &Object : Objects)
    if (!Object.Import)
      Offsets.push_back(Space.take(Bytes));
  return FirstOwn;
}

} // namespace

LibraryLayout::LibraryLayout(const Module &Wasm, const ModuleFacts &Facts, const AbiTypes &Abi) {
  using abi::Struct;
  Allocator Space(Abi.size(Struct::w2n_instance));
  OwnMemories = place(Space, Wasm.Memories, Abi.size(Struct::w2n_memory), Memories);
  OwnTables = place(Space, Wasm.Tables, Abi.size(Struct::w2n_table), Tables);
  Space.align(16);
  place(Space, Wasm.Globals, Abi.size(Struct::w2n_global), Globals);
  place(Space, Wasm.Tags, Abi.size(Struct::w2n_tag), Tags);
  ImportedFunctions = Space.take(PointerSize * Wasm.ImportedFunctions);
  FunctionRecords = Space.take(Abi.size(Struct::w2n_function) * Facts.ReferencedFunctions.size());
  for (const auto &Segment : Facts.Elements) {
    Elements.push_back(Space.take(Abi.size(Struct::w2n_elements)));
    References.push_back(Space.take(PointerSize * Segment.size()));
  }
  for (size_t I = 0; I < Wasm.DataSegments.size(); ++I)
    DataSegments.push_back(Space.take(Abi.size(Struct::w2n_data)));
  Space.align(16);
  Size = Space.size();
}

} // namespace w2n
