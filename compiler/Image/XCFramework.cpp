//===- XCFramework.cpp - Static libraries for several systems --------------===//

#include "Image/XCFramework.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace w2n {

namespace {

/// How Xcode names a system.
struct SystemName {
  StringRef Platform;
  /// Empty for the devices themselves.
  StringRef Variant;
};

SystemName systemName(MachO::PlatformType Platform) {
  switch (Platform) {
  case MachO::PLATFORM_MACOS:
    return {"macos", ""};
  case MachO::PLATFORM_IOS:
    return {"ios", ""};
  case MachO::PLATFORM_IOSSIMULATOR:
    return {"ios", "simulator"};
  case MachO::PLATFORM_MACCATALYST:
    return {"ios", "maccatalyst"};
  default:
    llvm_unreachable("no target is for this system");
  }
}

/// The folder of a slice, as Xcode calls it: "ios-arm64_x86_64-simulator".
std::string identifierOf(const XCFrameworkSlice &Slice) {
  const SystemName System = systemName(Slice.Platform);
  std::string Result = (System.Platform + "-" + join(Slice.Architectures, "_")).str();
  if (!System.Variant.empty())
    Result += ("-" + System.Variant).str();
  return Result;
}

/// Writes a property list of strings, indented as Xcode does it. No string of ours has a
/// character that XML would need escaped.
class PropertyListWriter {
public:
  explicit PropertyListWriter(raw_ostream &OS) : OS(OS) {}

  void line(const Twine &Text) { indent() << Text << '\n'; }
  void key(StringRef Key) { line("<key>" + Key + "</key>"); }
  void string(StringRef Value) { line("<string>" + Value + "</string>"); }
  void entry(StringRef Key, StringRef Value) {
    key(Key);
    string(Value);
  }
  void indented(function_ref<void()> WriteContent) {
    ++Depth;
    WriteContent();
    --Depth;
  }
  void nested(StringRef Element, function_ref<void()> WriteContent) {
    line("<" + Element + ">");
    indented(WriteContent);
    line("</" + Element + ">");
  }

private:
  raw_ostream &OS;
  unsigned Depth = 0;

  raw_ostream &indent() {
    for (unsigned I = 0; I < Depth; ++I)
      OS << '\t';
    return OS;
  }
};

void writeSlice(PropertyListWriter &Writer, const XCFrameworkSlice &Slice, StringRef Library) {
  const SystemName System = systemName(Slice.Platform);
  Writer.entry("BinaryPath", Library);
  Writer.entry("HeadersPath", "Headers");
  Writer.entry("LibraryIdentifier", identifierOf(Slice));
  Writer.entry("LibraryPath", Library);
  Writer.key("SupportedArchitectures");
  Writer.nested("array", [&] {
    for (const std::string &Architecture : Slice.Architectures)
      Writer.string(Architecture);
  });
  Writer.entry("SupportedPlatform", System.Platform);
  if (!System.Variant.empty())
    Writer.entry("SupportedPlatformVariant", System.Variant);
}

SmallVector<char, 0> infoPlist(ArrayRef<XCFrameworkSlice> Slices, StringRef Library) {
  SmallVector<char, 0> Result;
  raw_svector_ostream OS(Result);
  OS << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
        "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n"
        "<plist version=\"1.0\">\n<dict>\n";
  PropertyListWriter Writer(OS);
  Writer.indented([&] {
    Writer.key("AvailableLibraries");
    Writer.nested("array", [&] {
      for (const XCFrameworkSlice &Slice : Slices)
        Writer.nested("dict", [&] { writeSlice(Writer, Slice, Library); });
    });
    Writer.entry("CFBundlePackageType", "XFWK");
    Writer.entry("XCFrameworkFormatVersion", "1.0");
  });
  OS << "</dict>\n</plist>\n";
  return Result;
}

} // namespace

std::vector<FolderEntry> makeXCFramework(StringRef Name, std::vector<XCFrameworkSlice> Slices,
                                         ArrayRef<FolderEntry> Headers) {
  for (XCFrameworkSlice &Slice : Slices)
    sort(Slice.Architectures);
  sort(Slices, [](const XCFrameworkSlice &A, const XCFrameworkSlice &B) {
    return identifierOf(A) < identifierOf(B);
  });
  const std::string Library = ("lib" + Name + ".a").str();
  std::vector<FolderEntry> Result;
  Result.push_back({"Info.plist", infoPlist(Slices, Library)});
  for (XCFrameworkSlice &Slice : Slices) {
    const std::string Folder = identifierOf(Slice);
    Result.push_back({(Twine(Folder) + "/" + Library).str(), std::move(Slice.Library)});
    for (const FolderEntry &Header : Headers)
      Result.push_back({(Twine(Folder) + "/Headers/" + Header.Path).str(), Header.Bytes});
  }
  return Result;
}

} // namespace w2n
