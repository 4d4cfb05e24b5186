//===- cxx-support.cpp - What exceptions need of a C++ runtime -------------===//
//
// Debian's C++ library for WASI is built without exceptions. This has what programs that
// use them need beyond it (Itanium C++ ABI, as clang applies it to WebAssembly): a thrown
// object is behind a header, whose address is what the tag __cpp_exception carries.
//
//===----------------------------------------------------------------------===//

#include <cstdint>
#include <cstdlib>
#include <exception>
#include <typeinfo>

__asm__(".globl __cpp_exception\n"
        ".tagtype __cpp_exception i32\n"
        "__cpp_exception:\n");

/// How the C++ library lays out type_info: whether a handler for this type catches.
class CatchableType : public std::type_info {
public:
  virtual void unused1() const;
  virtual void unused2() const;
  virtual bool canCatch(const CatchableType *Thrown, void *&Object) const;
};

namespace {

// Destructors return the object on WebAssembly.
using Destructor = void *(void *);

struct alignas(16) Header {
  std::type_info *Type;
  Destructor *Destroy;
  // The object as the handler that was found sees it: perhaps a base class of it.
  void *Adjusted;
  // Handlers that are executing, and whether one of them has thrown it again.
  int Handlers;
  bool IsRethrown;
  // The one that was being handled before.
  Header *Outer;
};

Header *Caught;

void *objectOf(Header *Exception) { return Exception + 1; }

/// The language-specific data of a function.
struct Reader {
  const uint8_t *Next;

  uint8_t byte() { return *Next++; }
  uint32_t unsignedNumber() {
    uint32_t Result = 0;
    for (unsigned Shift = 0;; Shift += 7) {
      const uint8_t Byte = byte();
      Result |= uint32_t(Byte & 0x7F) << Shift;
      if (!(Byte & 0x80))
        return Result;
    }
  }
  int32_t signedNumber() {
    const uint8_t *First = Next;
    const uint32_t Bits = unsignedNumber();
    const unsigned Width = 7 * unsigned(Next - First);
    return Width < 32 ? int32_t(Bits << (32 - Width)) >> (32 - Width) : int32_t(Bits);
  }
};

constexpr uint8_t Omitted = 0xFF;

/// The number of the first handler in the list of actions that catches; 0 for none.
int findHandler(Header *Exception, const uint8_t *Actions, const uint32_t *Types) {
  for (Reader Action{Actions};;) {
    const int32_t Number = Action.signedNumber();
    const uint8_t *Here = Action.Next;
    const int32_t Distance = Action.signedNumber();
    if (Number > 0) {
      const auto *Type = reinterpret_cast<const CatchableType *>(*(Types - Number));
      void *Object = objectOf(Exception);
      if (!Type || Type->canCatch(static_cast<CatchableType *>(Exception->Type), Object)) {
        Exception->Adjusted = Object;
        return Number;
      }
    }
    if (Distance == 0)
      return 0;
    Action.Next = Here + Distance;
  }
}

int selectHandler(Header *Exception, const uint8_t *Data, uint32_t LandingPad) {
  Reader Table{Data};
  if (Table.byte() != Omitted)
    std::abort();
  const uint32_t *Types = nullptr;
  if (Table.byte() != Omitted) {
    const uint32_t Distance = Table.unsignedNumber();
    Types = reinterpret_cast<const uint32_t *>(Table.Next + Distance);
  }
  Table.byte();
  const uint32_t Size = Table.unsignedNumber();
  const uint8_t *Actions = Table.Next + Size;
  uint32_t Action = 0;
  for (uint32_t Index = 0; Index <= LandingPad; ++Index) {
    Table.unsignedNumber();
    Action = Table.unsignedNumber();
  }
  return Action ? findHandler(Exception, Actions + Action - 1, Types) : 0;
}

} // namespace

extern "C" {

/// What compiled code and _Unwind_CallPersonality tell each other.
struct {
  uint32_t LandingPad;
  const uint8_t *Data;
  int32_t Selector;
} __wasm_lpad_context;

int _Unwind_CallPersonality(void *Exception) {
  __wasm_lpad_context.Selector =
      selectHandler(static_cast<Header *>(Exception), __wasm_lpad_context.Data,
                    __wasm_lpad_context.LandingPad);
  return 0;
}

// Named by compiled code, never called.
void __gxx_wasm_personality_v0() { std::abort(); }

void *__cxa_allocate_exception(size_t Size) noexcept {
  auto *Exception = static_cast<Header *>(std::aligned_alloc(16, (sizeof(Header) + Size + 15) & -16));
  if (!Exception)
    std::abort();
  *Exception = {};
  return objectOf(Exception);
}

void __cxa_free_exception(void *Object) noexcept { std::free(static_cast<Header *>(Object) - 1); }

[[noreturn]] void __cxa_throw(void *Object, std::type_info *Type, Destructor *Destroy) {
  Header *Exception = static_cast<Header *>(Object) - 1;
  Exception->Type = Type;
  Exception->Destroy = Destroy;
  Exception->Adjusted = Object;
  __builtin_wasm_throw(0, Exception);
}

void *__cxa_begin_catch(void *Thrown) noexcept {
  auto *Exception = static_cast<Header *>(Thrown);
  if (Exception->Handlers++ == 0) {
    Exception->Outer = Caught;
    Caught = Exception;
  }
  Exception->IsRethrown = false;
  return Exception->Adjusted;
}

void *__cxa_get_exception_ptr(void *Thrown) noexcept {
  return static_cast<Header *>(Thrown)->Adjusted;
}

void __cxa_end_catch() {
  Header *Exception = Caught;
  if (--Exception->Handlers != 0)
    return;
  Caught = Exception->Outer;
  if (Exception->IsRethrown)
    return;
  if (Exception->Destroy)
    Exception->Destroy(objectOf(Exception));
  __cxa_free_exception(objectOf(Exception));
}

[[noreturn]] void __cxa_rethrow() {
  if (!Caught)
    std::terminate();
  Caught->IsRethrown = true;
  __builtin_wasm_throw(0, Caught);
}

} // extern "C"
