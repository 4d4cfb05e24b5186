//===- CSignature.h - Function types as C has them -------------------------===//
//
// What exports and imports of a library look like to a host: some pointers, then the
// parameters. C ABIs pass vectors and structs in ways of their own, so a v128 is passed by its
// address, and results are written to a struct behind one more parameter where they are several
// or have a v128 among them.
//
//===----------------------------------------------------------------------===//

#ifndef W2N_LOWER_CSIGNATURE_H
#define W2N_LOWER_CSIGNATURE_H

#include "Lower/ModuleLowering.h"

namespace w2n {

class CSignature {
public:
  /// Leading is the number of pointers before the parameters.
  CSignature(const ModuleLowering &Lowering, const FuncType &Type, unsigned Leading)
      : Lowering(Lowering), Type(Type), Leading(Leading) {}

  llvm::FunctionType *functionType() const;
  /// The same with no result, and a pointer to the result or results last, where there are any.
  llvm::FunctionType *pointerToResultsType(llvm::Type *Returned) const;

  /// The operands that a function of this signature was called with.
  llvm::SmallVector<llvm::Value *, 8> operands(llvm::IRBuilderBase &Builder,
                                               llvm::Function &F) const;
  /// Writes results to where a host has them: a struct, or the one result itself.
  void storeResults(llvm::IRBuilderBase &Builder, llvm::ArrayRef<llvm::Value *> Results,
                    llvm::Value *Destination) const;

  /// Calls a function of this signature, and gives its results.
  llvm::SmallVector<llvm::Value *, 8> call(llvm::IRBuilderBase &Builder, llvm::Value *Callee,
                                           llvm::ArrayRef<llvm::Value *> LeadingArguments,
                                           llvm::ArrayRef<llvm::Value *> Operands) const;

private:
  const ModuleLowering &Lowering;
  const FuncType &Type;
  const unsigned Leading;

  llvm::SmallVector<llvm::Type *, 8> parameters() const;
  llvm::StructType *resultStruct() const;
};

} // namespace w2n

#endif // W2N_LOWER_CSIGNATURE_H
