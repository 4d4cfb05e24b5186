//===- Types.h - The types of the language ---------------------------------===//
//
// Core spec, 2.3. The representation has room for what version 3.0 adds.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_WASM_TYPES_H
#define W2N_WASM_TYPES_H

#include "llvm/ADT/SmallVector.h"

#include <cstdint>
#include <optional>
#include <string>

namespace w2n {

/// What a reference refers to: an abstract heap type, or a defined type.
enum class HeapKind : uint8_t { Func, Extern, Exn, NoExn, Defined };

/// A value type: a number, a vector or a reference. Bottom is the type of a value
/// of unreachable code, which matches every other; it occurs only in validation.
class ValType {
public:
  enum Kind : uint8_t { Bottom, I32, I64, F32, F64, V128, Ref };

  constexpr ValType() = default;
  constexpr ValType(Kind K) : TheKind(K) {}

  static constexpr ValType ref(HeapKind Heap, bool Nullable = true, uint32_t DefinedType = 0) {
    ValType Result(Ref);
    Result.Heap = Heap;
    Result.Nullable = Nullable;
    Result.TypeIndex = DefinedType;
    return Result;
  }
  static constexpr ValType funcRef() { return ref(HeapKind::Func); }
  static constexpr ValType externRef() { return ref(HeapKind::Extern); }
  static constexpr ValType exnRef() { return ref(HeapKind::Exn); }

  constexpr Kind kind() const { return TheKind; }
  constexpr bool isRef() const { return TheKind == Ref; }
  constexpr bool isBottom() const { return TheKind == Bottom; }
  constexpr HeapKind heap() const { return Heap; }
  constexpr bool isNullable() const { return Nullable; }
  constexpr ValType withNullable(bool IsNullable) const {
    ValType Result = *this;
    Result.Nullable = IsNullable;
    return Result;
  }
  /// Whether a variable of this type has a value before one is given to it.
  constexpr bool isDefaultable() const { return !isRef() || Nullable; }
  /// Index of the defined type, where heap() is Defined.
  constexpr uint32_t typeIndex() const { return TypeIndex; }

  friend constexpr bool operator==(const ValType &, const ValType &) = default;

  /// As the text format writes it: "i32", "funcref".
  std::string str() const;

private:
  Kind TheKind = Bottom;
  HeapKind Heap = HeapKind::Func;
  bool Nullable = false;
  uint32_t TypeIndex = 0;
};

/// The type that a letter of a signature in Opcodes.def stands for, but for a, which
/// depends on the memory.
ValType typeOfLetter(char Letter);

using ValTypes = llvm::SmallVector<ValType, 4>;

struct FuncType {
  ValTypes Parameters;
  ValTypes Results;
  /// Where it stands in the file.
  uint64_t Offset = 0;

  /// Wherever they stand.
  friend bool operator==(const FuncType &A, const FuncType &B) {
    return A.Parameters == B.Parameters && A.Results == B.Results;
  }

  /// "(i32, i64) -> (f32)"
  std::string str() const;
};

/// Sizes of a table in elements or of a memory in pages.
struct Limits {
  uint64_t Minimum = 0;
  std::optional<uint64_t> Maximum;

  friend bool operator==(const Limits &, const Limits &) = default;
};

struct TableType {
  ValType Element;
  Limits Size;
  /// Of its indices: i32 or i64.
  ValType Address = ValType::I32;
};

/// The sizes of a page of linear memory that there are, as powers of two in bytes.
inline constexpr uint32_t DefaultPageSizeLog2 = 16;
inline constexpr uint32_t BytePageSizeLog2 = 0;

struct MemoryType {
  Limits Size;
  /// Of its addresses: i32 or i64.
  ValType Address = ValType::I32;
  uint32_t PageSizeLog2 = DefaultPageSizeLog2;

  uint64_t pageSize() const { return uint64_t(1) << PageSizeLog2; }
  /// The most pages it may have: those that its addresses reach, and with pages of one
  /// byte one fewer, since its addresses also say how many there are.
  uint64_t mostPages() const {
    const unsigned AddressBits = Address.kind() == ValType::I64 ? 64 : 32;
    return PageSizeLog2 == BytePageSizeLog2 ? UINT64_MAX >> (64 - AddressBits)
                                            : uint64_t(1) << (AddressBits - PageSizeLog2);
  }
};

struct GlobalType {
  ValType Type;
  bool Mutable = false;
};

} // namespace w2n

#endif // W2N_WASM_TYPES_H
