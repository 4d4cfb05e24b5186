//===- EmitPasses.cpp - The passes of code generation -----------------------===//

#include "Codegen/EmitPasses.h"

#include "llvm/Analysis/RuntimeLibcallInfo.h"
#include "llvm/CodeGen/MachineFunctionPass.h"
#include "llvm/CodeGen/MachineModuleInfo.h"
#include "llvm/CodeGen/Passes.h"
#include "llvm/CodeGen/TargetInstrInfo.h"
#include "llvm/CodeGen/TargetPassConfig.h"
#include "llvm/CodeGen/TargetSubtargetInfo.h"

using namespace llvm;

namespace w2n {

namespace {
class CallFrameEnds : public MachineFunctionPass {
public:
  static char ID;
  CallFrameEnds() : MachineFunctionPass(ID) {}

private:
  StringRef getPassName() const override { return "End call frames at the calls"; }
  bool runOnMachineFunction(MachineFunction &MF) override;
};
} // namespace

char CallFrameEnds::ID = 0;

bool CallFrameEnds::runOnMachineFunction(MachineFunction &MF) {
  const unsigned EndOpcode = MF.getSubtarget().getInstrInfo()->getCallFrameDestroyOpcode();
  bool Changed = false;
  for (MachineBasicBlock &Block : MF) {
    MachineBasicBlock::iterator AfterCall = Block.end();
    for (MachineBasicBlock::iterator I = Block.begin(); I != Block.end(); ++I) {
      if (I->isCall()) {
        AfterCall = std::next(I);
      } else if (I->getOpcode() == EndOpcode && AfterCall != Block.end() && AfterCall != I) {
        // The end itself is a place where the loop goes on.
        Block.splice(AfterCall, &Block, I);
        AfterCall = Block.end();
        Changed = true;
      }
    }
  }
  return Changed;
}

void addEmitPasses(TargetMachine &Machine, legacy::PassManager &Passes, raw_pwrite_stream &Stream,
                   CodeGenFileType Type) {
  TargetPassConfig *const Config = Machine.createPassConfig(Passes);
  Config->setDisableVerify(true);
  // Without it LLVM knows of no memset, and fills and copies byte by byte.
  Passes.add(new RuntimeLibraryInfoWrapper(Machine.getTargetTriple()));
  // Registers have been chosen by then, and places on the stack not yet.
  if (Machine.getTargetTriple().isAArch64())
    Config->insertPass(&FixupStatepointCallerSavedID, new CallFrameEnds());
  Passes.add(Config);
  auto *const Info = new MachineModuleInfoWrapperPass(&Machine);
  Passes.add(Info);
  bool Unsupported = Config->addISelPasses();
  Config->addMachinePasses();
  Config->setInitialized();
  Unsupported |=
      Machine.addAsmPrinter(Passes, Stream, /*DwoOut=*/nullptr, Type, Info->getMMI().getContext());
  assert(!Unsupported && "every target of the registry emits both kinds");
  (void)Unsupported;
  Passes.add(createFreeMachineFunctionPass());
}

} // namespace w2n
