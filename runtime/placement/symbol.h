//===- symbol.h - Names as assembly has them --------------------------------===//

#ifndef W2N_PLACEMENT_SYMBOL_H
#define W2N_PLACEMENT_SYMBOL_H

#define W2N_STRINGIZE_(X) #X
#define W2N_STRINGIZE(X) W2N_STRINGIZE_(X)

// What the C symbol NAME, a string literal, is called in assembly.
#define W2N_SYMBOL(NAME) W2N_STRINGIZE(__USER_LABEL_PREFIX__) NAME

#endif // W2N_PLACEMENT_SYMBOL_H
