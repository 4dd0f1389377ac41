// Wine's C library has these as macros, the C++ library wants functions.
#if defined(__cplusplus)
inline bool isnan(double value) { return __builtin_isnan(value); }
inline bool isinf(double value) { return __builtin_isinf(value); }
inline bool isfinite(double value) { return __builtin_isfinite(value); }
#endif
