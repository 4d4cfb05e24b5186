//===- Service.cpp - What answers a loader's requests for images -----------===//

#include "Service.h"
#include "Plan.h"

#include "Support/Error.h"
#include "loader/request.h"

#include "llvm/Support/raw_ostream.h"

#include <cerrno>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace llvm;

namespace w2n::machorun {

static Error systemError(const Twine &What) {
  return inputError(What + ": " + std::error_code(errno, std::generic_category()).message());
}

Expected<int> writeUnnamedFile(ArrayRef<char> Bytes) {
  const int Descriptor = memfd_create("plan", 0);
  if (Descriptor < 0)
    return systemError("cannot make a file for the plan");
  raw_fd_ostream OS(Descriptor, /*shouldClose=*/false, /*unbuffered=*/true);
  OS.write(Bytes.data(), Bytes.size());
  if (!OS.has_error())
    return Descriptor;
  OS.clear_error();
  return inputError("cannot write the plan");
}

/// Gives the descriptor of a plan.
static Expected<int> open(Process &Of, const machorun_request &Request) {
  PlanOptions Options;
  Options.First = Of.images().size();
  if (Request.loader >= Options.First)
    return inputError("dlopen is called from outside all images, which is not modelled");
  auto Index = Of.open(Request.name, Request.loader);
  if (!Index)
    return Index.takeError();
  Options.Opened = *Index;
  auto Plan = makePlan(Of, Options);
  if (Plan)
    return writeUnnamedFile(*Plan);
  Of.forget(Options.First);
  return Plan.takeError();
}

static machorun_reply answer(Process &Of, const machorun_request &Request, int &Descriptor) {
  machorun_reply Reply = {};
  std::string Text;
  if (auto Opened = open(Of, Request)) {
    Descriptor = *Opened;
    Text = "/proc/" + std::to_string(getpid()) + "/fd/" + std::to_string(Descriptor);
  } else {
    Error E = Opened.takeError();
    Reply.status = E.isA<KilledError>() ? MACHORUN_KILLED : MACHORUN_REFUSED;
    Text = toString(std::move(E));
  }
  Text.copy(Reply.text, sizeof(Reply.text) - 1);
  return Reply;
}

/// A plan stays open until the next request, by which time the loader has it.
[[noreturn]] static void serve(Process &Of, int Socket) {
  int Descriptor = -1;
  for (;;) {
    machorun_request Request = {};
    if (recv(Socket, &Request, sizeof(Request), 0) != ssize_t(sizeof(Request)))
      _exit(0);
    if (Descriptor >= 0)
      close(Descriptor);
    Descriptor = -1;
    Request.name[sizeof(Request.name) - 1] = 0;
    const machorun_reply Reply = answer(Of, Request, Descriptor);
    if (send(Socket, &Reply, sizeof(Reply), MSG_NOSIGNAL) < 0)
      _exit(0);
  }
}

Expected<int> startService(Process &Of) {
  int Sockets[2];
  if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, Sockets) != 0)
    return systemError("cannot make sockets");
  const pid_t Child = fork();
  if (Child < 0)
    return systemError("cannot start another process");
  if (Child > 0) {
    close(Sockets[1]);
    return Sockets[0];
  }
  // Whoever reads what the program writes is to see its end.
  close(Sockets[0]);
  for (const int Stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    close(Stream);
  serve(Of, Sockets[1]);
}

} // namespace w2n::machorun
