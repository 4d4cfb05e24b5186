;; Each target gets its object format and machine; compiled functions are in a section of
;; their own, which is executable and not writable.
;; RUN: wasm2native %s -c --target=x86_64-linux -o %t.o
;; RUN: llvm-readobj --file-header --sections %t.o | FileCheck %s --check-prefixes=ELF,X86-ELF
;; RUN: wasm2native %s -c --target=aarch64-linux -o %t.o
;; RUN: llvm-readobj --file-header --sections %t.o | FileCheck %s --check-prefixes=ELF,ARM-ELF
;; RUN: wasm2native %s -c --target=x86_64-apple-macos -o %t.o
;; RUN: llvm-readobj --file-header --sections %t.o | FileCheck %s --check-prefixes=MACHO,X86-MACHO
;; RUN: wasm2native %s -c --target=arm64-apple-macos -o %t.o
;; RUN: llvm-readobj --file-header --sections %t.o | FileCheck %s --check-prefixes=MACHO,ARM-MACHO
;; X86-ELF:    Format: elf64-x86-64
;; ARM-ELF:    Format: elf64-littleaarch64
;; ELF:        Type: Relocatable
;; ELF:        Name: w2n_text
;; ELF-NEXT:   Type: SHT_PROGBITS
;; ELF-NEXT:   Flags [
;; ELF-NEXT:     SHF_ALLOC
;; ELF-NEXT:     SHF_EXECINSTR
;; ELF-NEXT:   ]
;; X86-MACHO:  Format: Mach-O 64-bit x86-64
;; ARM-MACHO:  Format: Mach-O arm64
;; MACHO:      FileType: Relocatable
;; MACHO:      Name: __w2n_text
;; MACHO-NEXT: Segment: __TEXT
;; MACHO:      PureInstructions
(module (func (export "f") (result i32) (i32.const 1)))
