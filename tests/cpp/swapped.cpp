// Must not compile.

#include "wv2interrupt.hpp"

namespace wi = wv2::interrupt;

wi::outcome shown(wi::state state, wi::reason reason) { return wi::outcome_of(reason, state); }
