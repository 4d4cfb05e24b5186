#include "Division.h"
