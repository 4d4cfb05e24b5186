//===- Wabt.cpp - What wabt's validator says of a module -------------------===//

#include "Wabt.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/CrashRecoveryContext.h"

#include "wabt/binary-reader-ir.h"
#include "wabt/binary-reader.h"
#include "wabt/error.h"
#include "wabt/ir.h"
#include "wabt/validator.h"

using namespace llvm;

namespace w2n::fuzz {

Features featuresOfWabt() {
  Features Result = Features::supported();
  for (const Feature F :
       {Feature::FunctionReferences, Feature::CustomPageSizes, Feature::WideArithmetic})
    Result.set(F, false);
  return Result;
}

static wabt::Features wabtFeatures() {
  wabt::Features Result;
  Result.enable_exceptions();
  Result.enable_tail_call();
  Result.enable_memory64();
  Result.enable_multi_memory();
  Result.enable_extended_const();
  Result.enable_relaxed_simd();
  return Result;
}

static WabtOpinion judge(ArrayRef<uint8_t> Module) {
  const wabt::Features Enabled = wabtFeatures();
  const wabt::ReadBinaryOptions Options(Enabled, /*log_stream=*/nullptr,
                                        /*read_debug_names=*/false, /*stop_on_first_error=*/true,
                                        /*fail_on_custom_section_error=*/false);
  wabt::Module Read;
  wabt::Errors Problems;
  const bool IsValid =
      wabt::Succeeded(
          wabt::ReadBinaryIr("module", Module.data(), Module.size(), Options, &Problems, &Read)) &&
      wabt::Succeeded(wabt::ValidateModule(&Read, &Problems, wabt::ValidateOptions(Enabled)));
  // Some errors of constant expressions it reports and goes on as if there were none.
  const auto First = find_if(
      Problems, [](const wabt::Error &E) { return E.error_level == wabt::ErrorLevel::Error; });
  if (First != Problems.end())
    return {WabtVerdict::Invalid, First->message};
  return {IsValid ? WabtVerdict::Valid : WabtVerdict::Invalid, ""};
}

WabtOpinion askWabt(ArrayRef<uint8_t> Module) {
  WabtOpinion Result;
  CrashRecoveryContext Recovery;
  if (!Recovery.RunSafely([&] { Result = judge(Module); }))
    Result = {WabtVerdict::Crashed, ""};
  return Result;
}

} // namespace w2n::fuzz
