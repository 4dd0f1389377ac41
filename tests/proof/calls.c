/* calls: calls everything and nothing else, so that every allocation under valgrind would be the library's. */

#include "everything.h"

int main(void)
{
    return everything() == 0;
}
