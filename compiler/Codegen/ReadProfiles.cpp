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

static constexpr StringLiteral NotOurs = "it is no profile of code that --profile-generate made";
static constexpr StringLiteral Damaged = "it is damaged or cut short";

/// What is wrong with a file, for those who do not know LLVM's forms of profiles.
static Error explain(const InstrProfError &E) {
  switch (E.get()) {
  case instrprof_error::empty_raw_profile:
    return createStringError("it is empty");
  case instrprof_error::bad_magic:
  case instrprof_error::unrecognized_format:
    return createStringError(NotOurs);
  case instrprof_error::unsupported_version:
  case instrprof_error::raw_profile_version_mismatch:
    return createStringError("its form is that of another version of LLVM");
  default:
    return createStringError(Damaged);
  }
}

static Error addProfile(const std::string &File, InstrProfWriter &Sum) {
  auto Buffer = MemoryBuffer::getFile(File);
  if (!Buffer)
    return errorCodeToError(Buffer.getError());
  auto Reader = InstrProfReader::create(std::move(*Buffer));
  if (!Reader)
    return Reader.takeError();
  if (!(*Reader)->isIRLevelProfile() || (*Reader)->hasSingleByteCoverage())
    return createStringError(NotOurs);
  if (Error E = Sum.mergeProfileKind((*Reader)->getProfileKind()))
    return E;
  bool HasOurs = false;
  bool HasOthers = false;
  for (NamedInstrProfRecord &Record : **Reader) {
    const bool IsOurs = Record.Name.starts_with(ProfileNamePrefix);
    HasOurs |= IsOurs;
    HasOthers |= !IsOurs;
    // Of two versions of a function the profile of one counts for it, and the other for none.
    Sum.addRecord(std::move(Record), /*Weight=*/1, consumeError);
  }
  if ((*Reader)->hasError())
    return (*Reader)->getError();
  return HasOthers && !HasOurs ? createStringError(NotOurs) : Error::success();
}

/// The same where LLVM is killed by a signal over a file that is damaged, as it may be: not all
/// that is in one is checked.
static Error addUntrusted(const std::string &File, InstrProfWriter &Sum) {
  std::optional<Error> Result;
  CrashRecoveryContext::Enable();
  CrashRecoveryContext().RunSafely(
      [&] { Result.emplace(handleErrors(addProfile(File, Sum), explain)); });
  CrashRecoveryContext::Disable();
  return Result ? std::move(*Result) : createStringError(Damaged);
}

Expected<std::string> readProfiles(ArrayRef<std::string> Files) {
  InstrProfWriter Sum;
  for (const std::string &File : Files)
    if (Error E = addUntrusted(File, Sum))
      return inputError("cannot read the profile '" + File + "': " + toString(std::move(E)));
  return Sum.writeBuffer()->getBuffer().str();
}

} // namespace w2n
