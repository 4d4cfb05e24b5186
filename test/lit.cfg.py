"""How lit runs the tests: see docs/conventions.md, "Tests"."""

import os
import platform
import shutil
import subprocess

import lit.formats

config.name = "wasm2native"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".test", ".wat", ".c", ".cpp", ".ll"]
# Python leaves __pycache__ beside what it imports, which would count the official suite twice.
config.excludes = ["Inputs", "__pycache__"]
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = config.binary_dir

search_path = os.pathsep.join([config.bin_dir, config.llvm_tools_dir, os.environ["PATH"]])
config.environment["PATH"] = search_path
# The system's own words for its errors, which some tests look for.
config.environment["LC_ALL"] = "C"
if config.sanitize:
    config.environment["ASAN_OPTIONS"] = "detect_leaks=0"

# Without a home there is no cache but the one that a test names.
for name in ("HOME", "XDG_CACHE_HOME"):
    config.environment.pop(name, None)

# A test that hangs is a failure; lit needs the psutil package to tell.
if lit_config.maxIndividualTestTimeIsSupported[0]:
    lit_config.maxIndividualTestTime = 600


def find(name):
    return shutil.which(name, path=search_path)


def works(command, input_text=""):
    """Whether a command can be run and ends well."""
    try:
        done = subprocess.run(command, input=input_text, text=True, capture_output=True, timeout=60)
        return done.returncode == 0
    except OSError:
        return False


def traced(*command):
    """The system calls that strace sees a command make, or nothing where it cannot be used."""
    try:
        done = subprocess.run(["strace", *command], text=True, capture_output=True, timeout=60)
        return done.stderr if done.returncode == 0 else ""
    except OSError:
        return ""


def add_feature(name, present):
    if present:
        config.available_features.add(name)
    return present


machine = {"arm64": "aarch64"}.get(platform.machine(), platform.machine())
add_feature(machine, True)
add_feature(platform.system().lower(), True)
add_feature("sanitized", bool(config.sanitize))

def cpu_flags():
    """What Linux on x86-64 says of the processor."""
    try:
        with open("/proc/cpuinfo") as info:
            return next((set(line.split()) for line in info if line.startswith("flags")), set())
    except OSError:
        return set()


add_feature("x86-64-v3", {"avx2", "bmi1", "bmi2", "f16c", "fma", "movbe"} <= cpu_flags())

# Natively, programs run with executable memory denied by two means of Linux (see
# tools/w2n-noexec). Under qemu they cannot: the emulator itself makes code.
noexec = find("w2n-noexec")
denies = bool(noexec) and works([noexec, "--check"])
add_feature("noexec", denies)
run = noexec if denies else "env"
if machine == "aarch64":
    run_aarch64 = run
    add_feature("run-aarch64", platform.system() == "Linux")
else:
    run_aarch64 = "qemu-aarch64"
    add_feature("run-aarch64", platform.system() == "Linux" and find("qemu-aarch64"))
add_feature("qemu-aarch64", find("qemu-aarch64"))
add_feature("qemu-x86_64", find("qemu-x86_64"))

# Programs for macOS, by a loader that stands for its kernel, dyld and libSystem; for the
# other CPU under qemu.
macho_run = find("w2n-machorun")
for cpu, emulator in (("x86_64", "qemu-x86_64"), ("arm64", "qemu-aarch64")):
    is_native = machine == {"arm64": "aarch64"}.get(cpu, cpu)
    add_feature(
        f"run-macos-{cpu}",
        macho_run and find(f"w2n-machorun-{cpu}") and (is_native or find(emulator)),
    )

# Hosts for macOS in C, and what they are linked with: libSystem as the loader models it.
mac_folder = os.path.join(config.test_source_root, "MacOS", "Inputs")
mac_stubs = os.path.join(config.test_exec_root, "libSystem.tbd")
if macho_run:
    with open(mac_stubs, "w") as stubs:
        subprocess.run([macho_run, "--print-stubs"], stdout=stubs, check=True)


def macos_cc(cpu):
    flags = f"--target={cpu}-apple-macos12 -nostdlibinc -isystem {mac_folder}/include"
    linking = "-nostdlib -fuse-ld=lld -Wl,-adhoc_codesign -Wl,-fixup_chains"
    return f"{config.c_compiler} {flags} {linking} -Wno-unused-command-line-argument {mac_stubs}"


# Makers of wasm programs from C, C++ and Rust. Debian's libraries have the older name
# of the target, of which clang warns.
wasi_flags = ["--target=wasm32-wasi", "-Wno-deprecated", "-O2"]
wasi_cc = [config.c_compiler] + wasi_flags
wasi_cxx = [config.cxx_compiler] + wasi_flags + ["-fno-exceptions"]
add_feature(
    "wasi-sdk",
    works(
        wasi_cxx + ["-x", "c++", "-", "-o", os.devnull],
        "#include <string>\nint main() { return (int)std::string().size(); }\n",
    ),
)
# Debian's own, since the library for wasm is made for that one.
rustc = "/usr/bin/rustc"
wasi_rustc = [rustc, "--target", "wasm32-wasi", "-O"]
add_feature(
    "rust-wasi", works(wasi_rustc + ["-", "-o", os.devnull], "fn main() {}\n")
)
add_feature("rust", works([rustc, "-", "-o", os.devnull], "fn main() {}\n"))
if add_feature("strace", "exit_group" in traced("true")):
    # Whether this machine tells the time without a system call.
    tells_time = [config.python, "-c", "import time; time.clock_gettime(time.CLOCK_MONOTONIC)"]
    add_feature("vdso-clocks", "clock_gettime(" not in traced("-e", "clock_gettime", *tells_time))
add_feature("node", find("node"))
add_feature("cmake", find("cmake") and find("ninja"))
add_feature("pkg-config", find("pkg-config"))
add_feature("dpkg", find("dpkg-deb") and find("dpkg-shlibdeps"))
add_feature("clang-format", find("clang-format"))
# A small disk to fill, which takes the right to mount.
add_feature(
    "tmpfs", works(["unshare", "-m", "mount", "-t", "tmpfs", "none", config.test_exec_root])
)
add_feature("spec-suite", os.path.isdir(config.spec_suite))
add_feature("wasi-suite", os.path.isdir(config.wasi_suite))

# Root may read and write everything, but for these tests gives that up.
unprivileged = "setpriv --bounding-set=-all --inh-caps=-all" if os.geteuid() == 0 else "env"

# Elsewhere there is no openat2, and paths are always resolved without it.
without_openat2 = "env"
if platform.system() == "Linux":
    script = os.path.join(config.test_source_root, "Wasi", "Inputs", "without-openat2.py")
    without_openat2 = f"{config.python} {script}"

# Longer names come first: lit replaces them one after the other.
config.substitutions += [
    ("%run-aarch64", run_aarch64),
    ("%run-macos-x86_64", f"{macho_run} x86_64"),
    ("%run-macos-arm64", f"{macho_run} arm64"),
    ("%run", run),
    ("%macos-cc-x86_64", macos_cc("x86_64")),
    ("%macos-cc-arm64", macos_cc("arm64")),
    ("%noexec", noexec or "w2n-noexec"),
    ("%wasi-rustc", " ".join(wasi_rustc)),
    ("%wasi-cxx", " ".join(wasi_cxx)),
    ("%wasi-cc", " ".join(wasi_cc)),
    ("%unprivileged", unprivileged),
    ("%without-openat2", without_openat2),
    ("%rustc", rustc),
    ("%host-cc", config.c_compiler),
    ("%host-cxx", config.cxx_compiler),
    ("%python", config.python),
    ("%spec-suite", config.spec_suite),
    ("%wasi-suite", config.wasi_suite),
    ("%project", config.source_dir),
    ("%build", os.path.dirname(config.bin_dir)),
]
