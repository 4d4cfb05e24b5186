//===- version.c - The symbol that ties objects to this runtime ------------===//

#include "abi/constants.h"

extern const char W2N_ABI_SYMBOL_DEFINITION;
const char W2N_ABI_SYMBOL_DEFINITION = W2N_ABI_VERSION;
