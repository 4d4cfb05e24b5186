"""Many programs in one, which is compiled once: for tests in less time."""

import pathlib

from toolchain import check_output
from workloads import KINDS, NATIVE

# Called through a table that no compiler looks into: the programs stay functions of their own.
DRIVER = """#include <stdio.h>
{declarations}
struct program {{
  const char *name;
  int (*run)(int, char **);
  int (*run_kernel)(void);
}};
static const volatile struct program programs[] = {{{entries}}};
int main(void) {{
  char name[] = "program", *arguments[] = {{name, nullptr}};
  for (const volatile program &p : programs) {{
    puts(p.name);
    if (p.run ? p.run(1, arguments) : p.run_kernel())
      return 1;
  }}
}}
"""


class Bundle:
    """Prints the name of each program, and then what it prints."""

    name = "bundle"

    def __init__(self, workloads):
        self.workloads = workloads

    def driver(self):
        declarations, entries = [], []
        for workload in self.workloads:
            is_c, kernel = workload.path.suffix == ".c", workload.group == "kernels"
            function = self.function(workload)
            declarations.append(('extern "C" ' if is_c else "") + f"int {function}"
                                + ("(void);" if kernel else "(int, char **);"))
            entries.append(f'{{"{workload.name}", ' + (f"nullptr, {function}" if kernel else
                                                       f"{function}, nullptr") + "}")
        return DRIVER.format(declarations="\n".join(declarations), entries=",\n".join(entries))

    @staticmethod
    def function(workload):
        return "main_" + workload.name.replace("-", "_")

    def make_wasm(self, toolchain, kind, *options):
        return self.link(toolchain, f".{kind}.wasm", ["-O3", *KINDS[kind], *options],
                         toolchain.wasm_command)

    def make_native(self, toolchain, suffix, *options):
        return self.link(toolchain, suffix, [*NATIVE, *options], toolchain.native_command)

    def link(self, toolchain, suffix, options, command):
        """command makes a command of a source, an output and options."""
        objects = []
        for workload in self.workloads:
            objects.append(toolchain.output(f"{workload.group}-{workload.name}{suffix}.o"))
            check_output(command(workload.path, objects[-1],
                                 [*options, "-c", f"-Dmain={self.function(workload)}"]))
        source = pathlib.Path(toolchain.output(f"bundle{suffix}.cpp"))
        source.write_text(self.driver(), encoding="utf-8")
        output = toolchain.output("bundle" + suffix)
        check_output(command(source, output, [*objects, *options]))
        return output
