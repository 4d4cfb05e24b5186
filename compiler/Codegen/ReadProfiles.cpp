//===- ReadProfiles.cpp - Profiles from files ------------------------------===//

#include "Codegen/Profile.h"
#include "Support/Error.h"

#include "llvm/ProfileData/InstrProfReader.h"
#include "llvm/ProfileData/InstrProfWriter.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/MemoryBuffer.h"

#include <optional>

using namespace llvm;

namespace w2n {

static Error addProfile(const std::string &File, InstrProfWriter &Sum) {
  auto Buffer = MemoryBuffer::getFile(File);
  if (!Buffer)
    return errorCodeToError(Buffer.getError());
  auto Reader = InstrProfReader::create(std::move(*Buffer));
  if (!Reader)
    return Reader.takeError();
  if (!(*Reader)->isIRLevelProfile() || (*Reader)->hasSingleByteCoverage())
    return createStringError("it is of no code that --profile-generate made");
  if (Error E = Sum.mergeProfileKind((*Reader)->getProfileKind()))
    return E;
  Error Problems = Error::success();
  for (NamedInstrProfRecord &Record : **Reader)
    Sum.addRecord(std::move(Record), /*Weight=*/1, [&](Error E) {
      // Of two versions of a function the profile of one counts for it, and the other for none.
      if (Error Rest = handleErrors(std::move(E), [](const InstrProfError &) {}))
        Problems = joinErrors(std::move(Problems), std::move(Rest));
    });
  if ((*Reader)->hasError())
    Problems = joinErrors(std::move(Problems), (*Reader)->getError());
  return Problems;
}

/// The same where LLVM is killed by a signal over a file that is damaged, as it may be: not all
/// that is in one is checked.
static Error addUntrusted(const std::string &File, InstrProfWriter &Sum) {
  std::optional<Error> Result;
  CrashRecoveryContext::Enable();
  CrashRecoveryContext().RunSafely([&] { Result.emplace(addProfile(File, Sum)); });
  CrashRecoveryContext::Disable();
  return Result ? std::move(*Result) : createStringError("it is damaged");
}

Expected<std::string> readProfiles(ArrayRef<std::string> Files) {
  InstrProfWriter Sum;
  for (const std::string &File : Files)
    if (Error E = addUntrusted(File, Sum))
      return inputError("cannot read the profile '" + File + "': " + toString(std::move(E)));
  return Sum.writeBuffer()->getBuffer().str();
}

} // namespace w2n
