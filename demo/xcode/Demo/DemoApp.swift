import SwiftUI

@main
struct DemoApp: App {
  var body: some Scene {
    WindowGroup { ContentView() }
  }
}

/// What the module makes of two numbers: a quotient, or the message of a trap.
func quotient(_ a: Int32, by b: Int32) -> String {
  var result: Int32 = 0
  var message = [CChar](repeating: 0, count: 200)
  return divide(a, b, &result, &message, message.count)
    ? String(result) : "trap: \(String(cString: message))"
}

struct ContentView: View {
  @State private var a: Int32 = 42
  @State private var b: Int32 = 6

  var body: some View {
    Form {
      TextField("Dividend", value: $a, format: .number)
      TextField("Divisor", value: $b, format: .number)
      Text(quotient(a, by: b))
    }
    .padding()
  }
}
