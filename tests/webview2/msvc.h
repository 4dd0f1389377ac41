// What Wine's headers lack for Visual C++: identities of interfaces that `__uuidof` knows.
#define RPC_NO_WINDOWS_H
#include <windef.h>
#include <rpc.h>
#include <rpcndr.h>
#undef MIDL_INTERFACE
#define MIDL_INTERFACE(id) struct __declspec(uuid(id)) __declspec(novtable)
