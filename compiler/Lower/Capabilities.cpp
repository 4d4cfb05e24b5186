//===- Capabilities.cpp - What a program may do, sealed in its image -------===//
//
// The format is described in runtime/abi/capabilities.def.
//
//===----------------------------------------------------------------------===//

#include "Lower/ModuleLowering.h"

#include "abi/constants.h"

#include "llvm/Support/MathExtras.h"

using namespace llvm;

namespace w2n {

static void addRecord(std::string &Records, uint8_t Kind, ArrayRef<StringRef> Strings = {}) {
  Records.push_back(static_cast<char>(Kind));
  for (const StringRef Text : Strings) {
    Records.append(Text.begin(), Text.end());
    Records.push_back('\0');
  }
}

static std::string encodeCapabilities(const ProgramCapabilities &Capabilities) {
  std::string Records;
  for (const Preopen &Directory : Capabilities.Preopens)
    addRecord(Records,
              Directory.ReadOnly ? W2N_CAPABILITY_READ_ONLY_DIRECTORY : W2N_CAPABILITY_DIRECTORY,
              {Directory.HostPath, Directory.GuestPath});
  if (Capabilities.RuntimeDirectories)
    addRecord(Records, W2N_CAPABILITY_RUNTIME_DIRECTORIES);
  for (const std::string &Address : Capabilities.Listeners)
    addRecord(Records, W2N_CAPABILITY_LISTENER, {Address});
  for (const std::string &Variable : Capabilities.Environment)
    addRecord(Records, W2N_CAPABILITY_VARIABLE, {Variable});
  for (const std::string &Name : Capabilities.InheritedEnvironment)
    addRecord(Records, W2N_CAPABILITY_INHERITED_VARIABLE, {Name});
  if (Capabilities.InheritAllEnvironment)
    addRecord(Records, W2N_CAPABILITY_WHOLE_ENVIRONMENT);
  if (Capabilities.Argument0)
    addRecord(Records, W2N_CAPABILITY_ARGUMENT0, {*Capabilities.Argument0});
  if (!Capabilities.Clocks)
    addRecord(Records, W2N_CAPABILITY_CLOCKS_DENIED);
  if (!Capabilities.Random)
    addRecord(Records, W2N_CAPABILITY_RANDOM_DENIED);
  if (Capabilities.ProfileOutput)
    addRecord(Records, W2N_CAPABILITY_PROFILE, {*Capabilities.ProfileOutput});
  Records.push_back('\0');
  Records.resize(alignTo<4>(Records.size()));
  return Records;
}

bool isDenied(const WasiFunction &Function, const ProgramCapabilities &Capabilities) {
  return (Function.Group == WasiGroup::CLOCKS && !Capabilities.Clocks) ||
         (Function.Group == WasiGroup::RANDOM && !Capabilities.Random);
}

void createCapabilities(ModuleLowering &Lowering) {
  const std::string Records = encodeCapabilities(Lowering.Options.Capabilities);
  createNote(Lowering, W2N_CAPABILITIES_OWNER, W2N_CAPABILITIES_VERSION,
             ConstantDataArray::getString(Lowering.Context, Records, /*AddNull=*/false),
             W2N_CAPABILITIES_SYMBOL);
}

} // namespace w2n
