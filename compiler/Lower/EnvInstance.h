//===- EnvInstance.h - Where the state of an instance is -------------------===//
//
// Lowering asks here for the address of a memory, a table, a global; whether that
// is an LLVM global (programs) or a place in the instance that a function was given
// (libraries) is known only behind this interface.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_LOWER_ENVINSTANCE_H
#define W2N_LOWER_ENVINSTANCE_H

#include "llvm/IR/Constants.h"
#include "llvm/IR/IRBuilder.h"

#include <cstdint>
#include <memory>

namespace w2n {

class ModuleLowering;

/// The address of a function's code and what it takes as its instance (null in
/// programs, whose functions take none).
struct CallTarget {
  llvm::Value *Code;
  llvm::Value *Instance;
};

class EnvInstance {
public:
  virtual ~EnvInstance() = default;

  /// Whether functions take the instance as their first parameter. Where they don't,
  /// the Instance given to the functions below is null.
  virtual bool hasParameter() const = 0;

  // Addresses of the w2n_memory, w2n_table, w2n_elements, w2n_data and w2n_store.
  virtual llvm::Value *memory(llvm::IRBuilderBase &Builder, llvm::Value *Instance,
                              uint32_t Index) = 0;
  virtual llvm::Value *table(llvm::IRBuilderBase &Builder, llvm::Value *Instance,
                             uint32_t Index) = 0;
  virtual llvm::Value *elements(llvm::IRBuilderBase &Builder, llvm::Value *Instance,
                                uint32_t Index) = 0;
  virtual llvm::Value *data(llvm::IRBuilderBase &Builder, llvm::Value *Instance,
                            uint32_t Index) = 0;
  virtual llvm::Value *store(llvm::IRBuilderBase &Builder, llvm::Value *Instance) = 0;

  /// The address of a global's value, which has the global's own type there.
  virtual llvm::Value *global(llvm::IRBuilderBase &Builder, llvm::Value *Instance,
                              uint32_t Index) = 0;

  /// The w2n_tag of a tag.
  virtual llvm::Value *tag(llvm::IRBuilderBase &Builder, llvm::Value *Instance, uint32_t Index) = 0;
  /// The address of the pointer to the exception that is on its way, or null.
  virtual llvm::Value *pending(llvm::IRBuilderBase &Builder, llvm::Value *Instance) = 0;

  /// The w2n_function that a reference to a function points to.
  virtual llvm::Value *functionReference(llvm::IRBuilderBase &Builder, llvm::Value *Instance,
                                         uint32_t Index) = 0;

  /// What to call for an imported function.
  virtual CallTarget importedFunction(llvm::IRBuilderBase &Builder, llvm::Value *Instance,
                                      uint32_t Index) = 0;

  /// Whether two function types of this process that have different addresses may be
  /// the same type.
  virtual bool typesHaveHashes() const = 0;

  /// Fills the references of an element segment, whose functions are given by index
  /// (core spec: an index, or nothing for null), and gives the address of the first.
  /// Called while the function that initialises the instance is written.
  virtual llvm::Value *createElements(llvm::IRBuilderBase &Builder, llvm::Value *Instance,
                                      uint32_t Segment) = 0;
};

std::unique_ptr<EnvInstance> createProgramInstance(ModuleLowering &Lowering);
class LibraryLayout;
std::unique_ptr<EnvInstance> createLibraryInstance(ModuleLowering &Lowering,
                                                   const LibraryLayout &Layout);

} // namespace w2n

#endif // W2N_LOWER_ENVINSTANCE_H
