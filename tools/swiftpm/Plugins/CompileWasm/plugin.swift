import Foundation
import PackagePlugin

/// Compiles the WebAssembly modules among the files of a C target to assembly, which the
/// package manager assembles with the target's other sources, for whatever is being built.
@main
struct CompileWasm: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) async throws -> [Command] {
    guard let module = target as? ClangSourceModuleTarget else {
      Diagnostics.error("CompileWasm is for C targets, which '\(target.name)' is not")
      return []
    }
    // This file is installed in share/wasm2native/swiftpm/Plugins/CompileWasm.
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    let script = folder.appending(path: "assemble-wasm.sh")

    return module.sourceFiles
      .filter { ["wasm", "wat"].contains($0.url.pathExtension) }
      .map { file in
        let name = file.url.deletingPathExtension().lastPathComponent
        let output = context.pluginWorkDirectoryURL.appending(path: "\(name).S")
        return .buildCommand(
          displayName: "Compiling \(file.url.lastPathComponent)",
          executable: script,
          arguments: [file.url.path(percentEncoded: false), output.path(percentEncoded: false)],
          inputFiles: [file.url, script],
          outputFiles: [output])
      }
  }
}
