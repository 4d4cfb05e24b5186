// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "wasm2native",
  products: [.plugin(name: "CompileWasm", targets: ["CompileWasm"])],
  targets: [.plugin(name: "CompileWasm", capability: .buildTool())]
)
