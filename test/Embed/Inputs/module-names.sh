# module-names.sh FOLDER NAME...: headers of modules of these names, and host.c, which includes all
# of them behind headers of the C library.
set -eu
cd "$1"
shift
for header in errno pthread stdio stdlib string time; do
  echo "#include <$header.h>"
done > host.c
for name; do
  echo '(module (func (export "f")))' > "$name.wat"
  wasm2native "$name.wat" --emit=header -o "$name.h"
  echo "#include \"$name.h\""
done >> host.c
echo 'int main(void) { return int__instance(0) != 0; }' >> host.c
grep -h '^typedef struct' *.h > types
